import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { nameAt } from "./names.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";
import { type Use, usesOf } from "./uses.ts";

/** Every use of the id or the word of the vocabulary at an offset, in all files; its entry only `withDeclaration`. */
export function references(
  snapshot: KnowledgeSnapshot,
  file: YamlFile,
  offset: number,
  withDeclaration: boolean,
): Use[] {
  const named = nameAt(file, offset);
  if (named === undefined) return [];
  return usesOf(snapshot, named.name).filter(({ declares }) => withDeclaration || !declares);
}

/** The uses in the same file, with the entry itself. */
export function highlights(snapshot: KnowledgeSnapshot, file: YamlFile, offset: number): Use[] {
  return references(snapshot, file, offset, true).filter((use) => use.file === file.file);
}
