import type { TableKind } from "../knowledge-base/tables.ts";
import { READING_TABLES } from "../reading/tables.ts";
import { FORMS } from "./draft/name-forms.ts";
import { HOLDERS } from "./draft/office-index.ts";

/** The tables without which no draft is read, and no name completed: to be kept with a knowledge base. */
export const TABLES: readonly TableKind<unknown>[] = [...READING_TABLES, FORMS, HOLDERS];
