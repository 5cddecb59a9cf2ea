import type { Knowledge } from "./knowledge.ts";

/** Words that entries use again and again, each once, in the order of their first use. */
export interface WordsUsed {
  /** Of offices, and their aliases. */
  readonly titles: readonly string[];
  /** Of claims. */
  readonly predicates: readonly string[];
}

const known = new WeakMap<Knowledge, WordsUsed>();

/** The words that a knowledge uses; gone through once for each. */
export function wordsUsed(knowledge: Knowledge): WordsUsed {
  let words = known.get(knowledge);
  if (words === undefined) known.set(knowledge, (words = gathered(knowledge)));
  return words;
}

function gathered({ entities, claims }: Knowledge): WordsUsed {
  const titles = new Set<string>();
  const predicates = new Set<string>();
  for (const { roles } of entities.values())
    for (const { title, aliases } of roles) for (const each of [title, ...aliases]) titles.add(each);
  for (const { predicate } of claims.values()) predicates.add(predicate);
  return { titles: [...titles], predicates: [...predicates] };
}
