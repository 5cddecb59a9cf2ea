import { WordCollector, WordTable } from "../text/word-table.ts";
import { type Change, entriesNumbered, GONE, type TabledKind } from "./change.ts";
import type { Id, Knowledge } from "./knowledge.ts";
import { Numbers, sortedBy, upTo } from "./names/numbers.ts";
import { PACE } from "./steps.ts";
import type { Arrays, TableKind } from "./tables.ts";

/** The numbers of entries in groups, each found by a text. */
export class GroupTable {
  readonly keyWords: WordTable;
  /** For each key where its numbers begin; where the last one's end. */
  readonly #starts: Uint32Array;
  readonly #members: Uint32Array;

  constructor([characters, places, slots, starts, members]: Arrays) {
    this.keyWords = new WordTable({
      characters: characters as Uint16Array,
      starts: places as Uint32Array,
      slots: slots as Uint32Array,
    });
    this.#starts = starts as Uint32Array;
    this.#members = members as Uint32Array;
  }

  /** In the order of the knowledge base. O(1). */
  of(key: string): Uint32Array {
    const number = this.keyWords.numberOf(key);
    return number < 0 ? NONE : this.membersOf(number);
  }

  membersOf(key: number): Uint32Array {
    return this.#members.subarray(this.#starts[key]!, this.#starts[key + 1]!);
  }

  /** In the order of their first members. */
  get keys(): readonly string[] {
    const first = (key: number) => this.#members[this.#starts[key]!]!;
    return Array.from({ length: this.keyWords.size }, (_, key) => key)
      .filter((key) => this.membersOf(key).length > 0)
      .sort((a, b) => first(a) - first(b))
      .map((key) => this.keyWords.at(key));
  }
}

const NONE = new Uint32Array();

type Entries = { [K in TabledKind]: Knowledge[K] extends ReadonlyMap<Id, infer T> ? T : never };

/** How entries of one kind are grouped. */
export interface Grouping<K extends TabledKind> {
  readonly name: string;
  readonly of: K;
  /** Gets ready to say the keys of each entry, each once. */
  readonly keysOf: (knowledge: Knowledge) => Steps<(entry: Entries[K]) => Iterable<string>>;
  /**
   * The new numbers of entries whose keys may be others because other entries have changed, or "any"; `table` is that of before.
   * Without this, an entry's keys are its own affair.
   */
  readonly alsoChanged?: "any" | ((change: Change, table: GroupTable) => Steps<Iterable<number>>);
}

type Steps<T> = Generator<undefined, T>;

/** A table of groups. */
export function groupTable<K extends TabledKind>(grouping: Grouping<K>): TableKind<GroupTable> {
  const { name, of, alsoChanged } = grouping;
  return {
    name,
    open: (arrays) => new GroupTable(arrays),
    *make(knowledge) {
      const rows = new Rows(new WordCollector());
      const entries: ReadonlyMap<Id, unknown> = knowledge[of];
      const keysOf = yield* grouping.keysOf(knowledge);
      let number = 0;
      for (const entry of entries.values()) {
        rows.add(keysOf(entry as Entries[K]), number);
        if (++number % PACE === 0) yield;
      }
      return yield* rows.grouped();
    },
    *patch(arrays, change) {
      if (alsoChanged === "any") return undefined;
      const table = new GroupTable(arrays);
      const { now, fresh } = change[of];
      const entries: ReadonlyMap<Id, unknown> = change.after[of];
      const others = alsoChanged === undefined ? [] : yield* alsoChanged(change, table);
      const again = new Set([...fresh, ...others]);
      const rows = new Rows(new WordCollector(table.keyWords));
      for (let key = 0; key < table.keyWords.size; key++) {
        for (const old of table.membersOf(key)) {
          const number = now[old]!;
          if (number !== GONE && !again.has(number)) rows.put(key, number);
        }
        if (key % (16 * PACE) === 0) yield;
      }
      const keysOf = yield* grouping.keysOf(change.after);
      const inOrder = [...again].sort((a, b) => a - b);
      for (const [number, entry] of entriesNumbered(entries, inOrder)) {
        rows.add(keysOf(entry as Entries[K]), number);
        if (number % PACE === 0) yield;
      }
      return yield* rows.grouped();
    },
  };
}

/** Keys with one member each, to be grouped. */
class Rows {
  readonly #words: WordCollector;
  readonly #keys = new Numbers();
  readonly #members = new Numbers();

  constructor(words: WordCollector) {
    this.#words = words;
  }

  add(keys: Iterable<string>, member: number): void {
    for (const key of keys) this.put(this.#words.numberOf(key), member);
  }

  put(key: number, member: number): void {
    this.#keys.push(key);
    this.#members.push(member);
  }

  /** All of them. Linear. */
  *grouped(): Steps<Arrays> {
    const words = yield* this.#words.table();
    const [keys, members] = [this.#keys.array(), this.#members.array()];
    const inOrder = yield* sortedBy(upTo(keys.length), (i) => members[i]!);
    const order = yield* sortedBy(inOrder, (i) => keys[i]!);
    const starts = new Uint32Array(words.size + 1);
    for (const key of keys) starts[key + 1]!++;
    for (let key = 0; key < words.size; key++) starts[key + 1]! += starts[key]!;
    const { characters, starts: places, slots } = words.arrays;
    return [characters, places, slots, starts, order.map((i) => members[i]!)];
  }
}
