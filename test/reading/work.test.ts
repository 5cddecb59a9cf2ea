import { describe, expect, test } from "vitest";
import { anchoredEvents } from "../../server/src/reading/events/anchored.ts";
import { type NameIndex, nameIndex } from "../../server/src/reading/names/name-index.ts";
import { findNames } from "../../server/src/reading/names/name-mentions.ts";
