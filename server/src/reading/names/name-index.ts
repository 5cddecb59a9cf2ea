import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { NameTable, nameArrays } from "../../knowledge-base/names/name-table.ts";

export type { Name } from "../../knowledge-base/names/name.ts";
export { isCapitalized } from "../../text/name-words.ts";
export type NameIndex = NameTable;

const built = new WeakMap<Knowledge, NameTable>();

/** The index of a knowledge base's names; built once for each. */
export function nameIndex(knowledge: Knowledge): NameIndex {
  let index = built.get(knowledge);
  if (index === undefined) built.set(knowledge, (index = new NameTable(nameArrays(knowledge), knowledge)));
  return index;
}
