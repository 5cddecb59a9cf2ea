import { NAMES } from "../knowledge-base/names/name-table.ts";
import { NEAR_NAMES } from "../knowledge-base/names/near-table.ts";
import { EVENT_TYPES } from "../knowledge-base/questions/events.ts";
import type { TableKind } from "../knowledge-base/tables.ts";
import { WORDS_USED } from "../knowledge-base/words-used.ts";
import { OPEN_CLAIMS } from "../reading/claims/claim-patterns.ts";
import { TOLD_APART } from "../reading/confusions/confusions.ts";
import { ANCHORS } from "../reading/events/anchored.ts";
import { FORMS } from "./draft/name-forms.ts";
import { HOLDERS } from "./draft/office-index.ts";

/** The tables without which no draft is read, and no name completed: to be kept with a knowledge base. */
export const TABLES: readonly TableKind<unknown>[] = [
  NAMES,
  NEAR_NAMES,
  WORDS_USED,
  EVENT_TYPES,
  ANCHORS,
  TOLD_APART,
  OPEN_CLAIMS,
  FORMS,
  HOLDERS,
];
