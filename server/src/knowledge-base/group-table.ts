import { WordCollector, WordTable } from "../text/word-table.ts";
import type { Knowledge } from "./knowledge.ts";
import { Numbers, sortedBy } from "./names/numbers.ts";
import type { Arrays, TableKind } from "./tables.ts";

/** Numbers in groups, each found by a text. */
export class GroupTable {
  readonly #keys: WordTable;
  /** For each key where its numbers begin; where the last one's end. */
  readonly #starts: Uint32Array;
  readonly #members: Uint32Array;

  constructor(keys: WordTable, starts: Uint32Array, members: Uint32Array) {
    this.#keys = keys;
    this.#starts = starts;
    this.#members = members;
  }

  /** In the order in which they were collected. O(1). */
  of(key: string): Uint32Array {
    const number = this.#keys.numberOf(key);
    if (number < 0) return NONE;
    return this.#members.subarray(this.#starts[number]!, this.#starts[number + 1]!);
  }

  /** In the order of their first members. */
  get keys(): readonly string[] {
    return Array.from({ length: this.#keys.size }, (_, number) => this.#keys.at(number));
  }
}

const NONE = new Uint32Array();

/** A table of groups, of which it is said how they are collected. */
export function groupTable(
  name: string,
  collect: (knowledge: Knowledge, add: (key: string, member: number) => void) => Generator<undefined, void>,
): TableKind<GroupTable> {
  return {
    name,
    *make(knowledge) {
      const words = new WordCollector();
      const keys = new Numbers();
      const members = new Numbers();
      yield* collect(knowledge, (key, member) => {
        keys.push(words.numberOf(key));
        members.push(member);
      });
      return grouped(words.table(), keys.array(), members.array());
    },
    open: (arrays) => {
      const [characters, places, slots, starts, members] = arrays as [Uint16Array, ...Uint32Array[]];
      return new GroupTable(new WordTable({ characters, starts: places!, slots: slots! }), starts!, members!);
    },
  };
}

function grouped(words: WordTable, keys: Uint32Array, members: Uint32Array): Arrays {
  const order = sortedBy(Uint32Array.from(keys.keys()), (i) => keys[i]!, words.size);
  const starts = new Uint32Array(words.size + 1);
  for (const key of keys) starts[key + 1]!++;
  for (let key = 0; key < words.size; key++) starts[key + 1]! += starts[key]!;
  const { characters, starts: places, slots } = words.arrays;
  return [characters, places, slots, starts, order.map((i) => members[i]!)];
}
