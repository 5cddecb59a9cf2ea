import { PACE, type TableKind, tableOf } from "../tables.ts";
import { findList, ListCollector, type Lists, mixed } from "./list-table.ts";
import type { Name } from "./name.ts";
import { CAPITAL, NAMES, type NameTable, NO_LIST, RECORD, WORD } from "./name-table.ts";
import { Numbers } from "./numbers.ts";
import { spellingKeys } from "./spellings.ts";

/** How a word stands in names of several words: which of how many. */
export interface Seat {
  readonly at: number;
  readonly of: number;
}

/** All of a {@link NearTable} that is kept. */
interface NearArrays {
  /** The seats that each word has, one after the other, and for each word where its own begin. */
  readonly seats: Uint32Array;
  readonly starts: Uint32Array;
  /** Names of several words by a word and its seat, and those of persons by their last word. */
  readonly names: Lists;
}

/** The hash of what a name is looked up by, and the place of its record. */
const ENTRY = { hash: 0, place: 1, size: 2 } as const;
const END_OF_LIST = 1 << 31;
const SEAT_BITS = 16;
const MOST_WORDS = 2 ** SEAT_BITS;
/** Instead of a number of words, for the look-up by last names. */
const LAST_NAME = 0;

/**
 * Actors' names by what is left of them when one of their words is misspelt: another word, its seat, and the first letters
 * of all. A name with very common words shares its place with a handful of others, however many the knowledge base has.
 */
export class NearTable {
  readonly #names: NameTable;
  readonly #arrays: NearArrays;

  constructor(arrays: NearArrays, names: NameTable) {
    this.#arrays = arrays;
    this.#names = names;
  }

  /** The seats that a word, in any spelling, has in names of several words. */
  seatsOf(word: string): readonly Seat[] {
    const number = this.#names.words.numberOf(word);
    if (number < 0) return [];
    const { seats, starts } = this.#arrays;
    return Array.from(seats.subarray(starts[number]!, starts[number + 1]!), (seat) => ({
      at: seat >>> SEAT_BITS,
      of: seat & (MOST_WORDS - 1),
    }));
  }

  /** The names with a word, in any spelling, in a seat, whose words begin with these letters. */
  inSeat(word: string, { at, of }: Seat, initials: string): readonly Name[] {
    const letters = Array.from({ length: initials.length }, (_, i) => initials.charCodeAt(i));
    const hash = hashOf(this.#names.words.numberOf(word), at, of, letters);
    return this.#of(hash).filter(
      ({ keys }) =>
        keys.length === of && spellingKeys(keys[at]!).includes(word) && initialsOf(keys) === initials,
    );
  }

  /** The names of persons, of two words and more, with a last word that a key stands for. */
  withLastWord(key: string): readonly Name[] {
    const hash = hashOf(this.#names.words.numberOf(key), 0, LAST_NAME, []);
    return this.#of(hash).filter(
      ({ keys, isPerson }) => isPerson && spellingKeys(keys.at(-1)!).includes(key),
    );
  }

  /** What was put under a hash. */
  #of(hash: number): Name[] {
    const { names } = this.#arrays;
    const { records } = names;
    const found: Name[] = [];
    const start = findList(names, hash, (at) => records[at + ENTRY.hash] === hash >>> 0);
    for (let at = start; at !== NO_LIST; at += ENTRY.size) {
      const place = records[at + ENTRY.place]!;
      found.push(this.#names.nameAt(place & ~END_OF_LIST));
      if ((place & END_OF_LIST) !== 0) break;
    }
    return found;
  }
}

export function initialsOf(keys: readonly string[]): string {
  return keys.map((key) => key[0]).join("");
}

/** What is looked up where a name may be misspelt. */
export const NEAR_NAMES: TableKind<NearTable> = {
  name: "near names",
  *make(knowledge) {
    const { seats, starts, names } = yield* collected(tableOf(NAMES, knowledge));
    return [seats, starts, names.records, names.slots];
  },
  open: (arrays, knowledge) => {
    const [seats, starts, records, slots] = arrays as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
    return new NearTable({ seats, starts, names: { records, slots } }, tableOf(NAMES, knowledge));
  },
};

function* collected(names: NameTable): Generator<undefined, NearArrays> {
  const { records, words } = names;
  const keysOf = spellingsOf(names);
  const seats = new Map<number, number[]>();
  const lists = new ListCollector();
  const add = (hash: number, place: number) => lists.add([hash >>> 0, place], hash);
  for (const [i, place] of names.places("entity").entries()) {
    if (i % PACE === 0) yield;
    const form = names.formAt(place);
    if (form === "misnomer" || form === "discouraged") continue;
    const first = place + RECORD.words;
    const own = records.subarray(first, names.end(place));
    const of = own.length;
    if (of < 2 || of >= MOST_WORDS) continue;
    const letters = Array.from(own, (word) => words.initialOf(word & WORD));
    for (const [at, word] of own.entries()) {
      if ((word & CAPITAL) === 0 || form === "abbreviation") continue;
      for (const key of keysOf(word & WORD)) {
        add(hashOf(key, at, of, letters), place);
        const known = seats.get(key);
        const seat = (at << SEAT_BITS) | of;
        if (known === undefined) seats.set(key, [seat]);
        else if (!known.includes(seat)) known.push(seat);
      }
    }
    if (names.isPerson(place) && form !== "weakAlias")
      for (const key of keysOf(own.at(-1)! & WORD)) add(hashOf(key, 0, LAST_NAME, []), place);
  }
  const all = new Numbers();
  const starts = new Uint32Array(words.size + 1);
  for (let word = 0; word < words.size; word++) {
    for (const seat of seats.get(word) ?? []) all.push(seat);
    starts[word + 1] = all.length;
  }
  const isSame = (numbers: Uint32Array, a: number, b: number) =>
    numbers[a + ENTRY.hash] === numbers[b + ENTRY.hash];
  return {
    seats: all.array(),
    starts,
    names: lists.lists(isSame, { mark: ENTRY.place, end: END_OF_LIST }),
  };
}

/** What stands for the spellings of each word, as numbers. */
function spellingsOf({ words }: NameTable): (word: number) => readonly number[] {
  const known: (readonly number[] | undefined)[] = new Array(words.size);
  return (word) => (known[word] ??= spellingKeys(words.at(word)).map((key) => words.numberOf(key)));
}

function hashOf(word: number, at: number, of: number, letters: readonly number[]): number {
  let hash = mixed(word, mixed(at, of));
  for (const letter of letters) if (letter !== 0) hash = mixed(hash, letter);
  return hash;
}
