import { NAMES } from "../knowledge-base/names/name-rows.ts";
import { NEAR_NAMES } from "../knowledge-base/names/near-table.ts";
import { EVENT_TYPES } from "../knowledge-base/questions/events.ts";
import type { TableKind } from "../knowledge-base/tables.ts";
import { WORDS_USED } from "../knowledge-base/words-used.ts";
import { OPEN_CLAIMS } from "./claims/claim-patterns.ts";
import { TOLD_APART } from "./confusions/confusions.ts";
import { ANCHORS } from "./events/anchors.ts";

/** The tables without which no draft is read; those that others are made of come first. */
export const READING_TABLES: readonly TableKind<unknown>[] = [
  NAMES,
  NEAR_NAMES,
  WORDS_USED,
  EVENT_TYPES,
  ANCHORS,
  TOLD_APART,
  OPEN_CLAIMS,
];
