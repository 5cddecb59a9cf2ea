import { WordCollector, WordTable } from "../text/word-table.ts";
import { PACE } from "./steps.ts";
import type { TableKind } from "./tables.ts";

/** Words that entries use again and again, each once, in the order of their first use. */
export interface WordsUsed {
  /** Of offices, and their aliases. */
  readonly titles: readonly string[];
  /** Of claims. */
  readonly predicates: readonly string[];
}

export const WORDS_USED: TableKind<WordsUsed> = {
  name: "words used",
  *make({ entities, claims }) {
    const titles = new WordCollector();
    const predicates = new WordCollector();
    let gone = 0;
    for (const { roles } of entities.values()) {
      for (const { title, aliases } of roles) for (const each of [title, ...aliases]) titles.numberOf(each);
      if (++gone % PACE === 0) yield;
    }
    for (const { predicate } of claims.values()) {
      predicates.numberOf(predicate);
      if (++gone % PACE === 0) yield;
    }
    const tables = [yield* titles.table(), yield* predicates.table()];
    return tables.flatMap(({ arrays: { characters, starts, slots } }) => [characters, starts, slots]);
  },
  open: (arrays) => ({ titles: wordsIn(arrays.slice(0, 3)), predicates: wordsIn(arrays.slice(3)) }),
};

function wordsIn(arrays: readonly unknown[]): readonly string[] {
  const [characters, starts, slots] = arrays as [Uint16Array, Uint32Array, Uint32Array];
  const words = new WordTable({ characters, starts, slots });
  return Array.from({ length: words.size }, (_, number) => words.at(number));
}
