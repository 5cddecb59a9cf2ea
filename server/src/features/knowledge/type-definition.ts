import type { Id, Knowledge, Origin } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import type { Span } from "../../text/span.ts";
import { type Name, nameAt } from "./names.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";
import { declarationsOf } from "./uses.ts";

/** A word of the vocabulary. */
export type Word = Extract<Name, { readonly kind: "word" }>;

/** The words of the vocabulary that say of what kind something is. */
export interface TypeDefinition {
  readonly span: Span;
  readonly words: readonly Word[];
}

/** From an id to the word for the kind of its event or claim; from a word to itself. Of actors, no vocabulary speaks. */
export function typeDefinition(
  { knowledge }: KnowledgeSnapshot,
  file: YamlFile,
  offset: number,
): TypeDefinition | undefined {
  const named = nameAt(file, offset);
  if (named === undefined) return undefined;
  const { name, span } = named;
  const word = name.kind === "word" ? name : wordFor(name.id, knowledge);
  return word && { span, words: [word] };
}

/** The word for what kind of event or claim has an id. */
export function wordFor(id: Id, knowledge: Knowledge): Word | undefined {
  const fact = questionsOf(knowledge).fact(id);
  if (fact?.kind === "event") return { kind: "word", part: "eventTypes", word: fact.type };
  return fact?.kind === "claim" ? { kind: "word", part: "predicates", word: fact.predicate } : undefined;
}

/** Where the knowledge bases' own vocabulary has a word; the built-in one has it elsewhere, if at all. */
export function wordOrigins(snapshot: KnowledgeSnapshot, word: Word): Origin[] {
  return declarationsOf(snapshot, word).map(({ file, span }) => ({ file, span }));
}
