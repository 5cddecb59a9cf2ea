import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { type Span, slice, span } from "../../text/span.ts";
import { nameAt } from "./names.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";
import { usesOf } from "./uses.ts";

/**
 * The places of an id or a word that are written together: its entry and its uses, where all of them stand in this file.
 * What other files use, or drafts cite, is renamed instead: here, they would be left behind.
 */
export function linkedEditing(snapshot: KnowledgeSnapshot, file: YamlFile, offset: number): Span[] {
  const named = nameAt(file, offset);
  if (named === undefined) return [];
  const { name } = named;
  if (name.kind === "id" && snapshot.knowledge.sources.has(name.id)) return [];
  const uses = usesOf(snapshot, name);
  const isTogether = uses.some(({ declares }) => declares) && uses.every((use) => use.file === file.file);
  const text = name.kind === "id" ? name.id : name.word;
  const spans = uses.map((use) => span(use.span.start, use.span.end));
  return isTogether && uses.length > 1 && spans.every((one) => slice(file.text, one) === text) ? spans : [];
}
