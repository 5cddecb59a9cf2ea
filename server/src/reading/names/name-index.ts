import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { NAMES } from "../../knowledge-base/names/name-rows.ts";
import type { NameTable } from "../../knowledge-base/names/name-table.ts";
import { tableOf } from "../../knowledge-base/tables.ts";

export type { Name } from "../../knowledge-base/names/name.ts";
export { isCapitalized } from "../../text/name-words.ts";
export type NameIndex = NameTable;

/** The index of a knowledge base's names; made once for each, or opened as it was kept. */
export function nameIndex(knowledge: Knowledge): NameIndex {
  return tableOf(NAMES, knowledge);
}
