import { GONE } from "../change.ts";
import { PACE } from "../steps.ts";
import { type Arrays, type TableKind, tableOf } from "../tables.ts";
import { findList, ListCollector, type Lists, mixed } from "./list-table.ts";
import type { Name } from "./name.ts";
import { NAMES } from "./name-rows.ts";
import { CAPITAL, type NameTable, NO_LIST, RECORD, WORD } from "./name-table.ts";
import { NUMBERS, Numbers } from "./numbers.ts";
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
    const letters: number[] = [];
    for (let i = 0; i < initials.length; i++) letters.push(initials.charCodeAt(i));
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
    const names = tableOf(NAMES, knowledge);
    const rows = new Rows(names);
    for (const [i, place] of (yield* names.places("entity")).entries()) {
      if (i % PACE === 0) yield;
      rows.add(place);
    }
    return yield* rows.arrays();
  },
  *patch(arrays, { before, after, entities }) {
    const [old, names] = [tableOf(NAMES, before), tableOf(NAMES, after)];
    if (!names.words.continues(old.words)) return undefined;
    yield;
    const known = arraysIn(arrays);
    const rows = new Rows(names, known);
    yield* rows.keep(known.names.records, yield* placesNow(old, names, entities.now));
    const fresh = new Set(entities.fresh);
    for (const [i, place] of (yield* names.places("entity")).entries()) {
      if (i % (16 * PACE) === 0) yield;
      if (fresh.has(names.records[place + RECORD.entry]!)) rows.add(place);
    }
    return yield* rows.arrays();
  },
  open: (arrays, knowledge) => new NearTable(arraysIn(arrays), tableOf(NAMES, knowledge)),
};

function arraysIn(arrays: Arrays): NearArrays {
  const [seats, starts, records, slots] = arrays as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  return { seats, starts, names: { records, slots } };
}

/** Where the names of actors lie now, for each place where one lay; {@link NOWHERE} of those that are no more. */
function* placesNow(old: NameTable, names: NameTable, now: Int32Array): Generator<undefined, Uint32Array> {
  const [before, after] = [yield* old.places("entity"), yield* names.places("entity")];
  const entryBefore = (i: number) => old.records[before[i]! + RECORD.entry]!;
  const places = new Uint32Array(old.records.length).fill(NOWHERE);
  let next = 0;
  // Both in the order of their knowledge base, in which an actor that has stayed has stayed among the others that have.
  for (let i = 0; i < before.length; i++) {
    if (i % NUMBERS === 0) yield;
    const number = now[entryBefore(i)]!;
    if (number === GONE) continue;
    while (names.records[after[next]! + RECORD.entry]! < number) next++;
    places[before[i]!] = after[next++]!;
  }
  return places;
}

const NOWHERE = 2 ** 32 - 1;
const NO_SEATS = { seats: new Uint32Array(), starts: new Uint32Array(1) };

/** All that a {@link NearTable} is made of, as it is gathered. */
class Rows {
  readonly #names: NameTable;
  readonly #spellingsOf: (word: number) => readonly number[];
  readonly #before: Pick<NearArrays, "seats" | "starts">;
  /** Those that were not there before. */
  readonly #seats = new Map<number, number[]>();
  readonly #lists = new ListCollector();

  constructor(names: NameTable, before: Pick<NearArrays, "seats" | "starts"> = NO_SEATS) {
    this.#names = names;
    this.#before = before;
    this.#spellingsOf = spellingsOf(names);
  }

  /** What is looked up of the name at a place. */
  add(place: number): void {
    const names = this.#names;
    const form = names.formAt(place);
    if (form === "misnomer" || form === "discouraged") return;
    const own = names.wordsAt(place);
    const of = own.length;
    if (of < 2 || of >= MOST_WORDS) return;
    const letters = Array.from(own, (word) => names.words.initialOf(word & WORD));
    for (const [at, word] of own.entries()) {
      if ((word & CAPITAL) === 0 || form === "abbreviation") continue;
      for (const key of this.#spellingsOf(word & WORD)) {
        this.#put(hashOf(key, at, of, letters), place);
        this.#seat(key, (at << SEAT_BITS) | of);
      }
    }
    if (names.isPerson(place) && form !== "weakAlias")
      for (const key of this.#spellingsOf(own.at(-1)! & WORD))
        this.#put(hashOf(key, 0, LAST_NAME, []), place);
  }

  /** What was looked up of names that lie elsewhere now. */
  *keep(records: Uint32Array, now: Uint32Array): Generator<undefined, void> {
    for (let at = 0; at < records.length; at += ENTRY.size) {
      if (at % NUMBERS === 0) yield;
      const place = now[records[at + ENTRY.place]! & ~END_OF_LIST]!;
      if (place !== NOWHERE) this.#put(records[at + ENTRY.hash]!, place);
    }
  }

  #put(hash: number, place: number): void {
    this.#lists.add([hash >>> 0, place], hash);
  }

  #seat(word: number, seat: number): void {
    const { seats, starts } = this.#before;
    for (let i = starts[word] ?? 0; i < (starts[word + 1] ?? 0); i++) if (seats[i] === seat) return;
    const known = this.#seats.get(word);
    if (known === undefined) this.#seats.set(word, [seat]);
    else if (!known.includes(seat)) known.push(seat);
  }

  /** A seat that was there before is kept; if none of the names has it now, it leads to nobody. */
  *arrays(): Generator<undefined, Arrays> {
    const { records, words } = this.#names;
    const before = this.#before;
    const seats = new Numbers();
    const starts = new Uint32Array(words.size + 1);
    for (let word = 0; word < words.size; word++) {
      const end = before.starts[word + 1] ?? 0;
      for (let i = before.starts[word] ?? 0; i < end; i++) seats.push(before.seats[i]!);
      for (const seat of this.#seats.get(word) ?? []) seats.push(seat);
      starts[word + 1] = seats.length;
      if (word % NUMBERS === 0) yield;
    }
    const isSame = (numbers: Uint32Array, a: number, b: number) =>
      numbers[a + ENTRY.hash] === numbers[b + ENTRY.hash];
    const turn = (numbers: Uint32Array, at: number) => records[numbers[at + ENTRY.place]! + RECORD.entry]!;
    const names = yield* this.#lists.lists(isSame, turn, { mark: ENTRY.place, end: END_OF_LIST });
    return [seats.array(), starts, names.records, names.slots];
  }
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
