import { NAMES } from "../knowledge-base/names/name-table.ts";
import { NEAR_NAMES } from "../knowledge-base/names/near-table.ts";
import { EVENT_TYPES } from "../knowledge-base/questions/events.ts";
import type { TableKind } from "../knowledge-base/tables.ts";
import { WORDS_USED } from "../knowledge-base/words-used.ts";
import { OPEN_CLAIMS } from "./claims/claim-patterns.ts";
import { TOLD_APART } from "./confusions/confusions.ts";
import { ANCHORS } from "./events/anchored.ts";

/** The tables without which no draft is read: to be kept with a knowledge base. */
export const TABLES: readonly TableKind<unknown>[] = [
  NAMES,
  NEAR_NAMES,
  WORDS_USED,
  EVENT_TYPES,
  ANCHORS,
  TOLD_APART,
  OPEN_CLAIMS,
];
