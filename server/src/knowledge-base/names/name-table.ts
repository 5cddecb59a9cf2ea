import type { Token } from "../../text/tokens.ts";
import { type WordArrays, WordCollector, WordTable } from "../../text/word-table.ts";
import { GONE, ofNamed } from "../change.ts";
import { type Numbered, numberedKeys } from "../computed-map.ts";
import type { Entity, Event, Id, Knowledge } from "../knowledge.ts";
import { PACE } from "../steps.ts";
import type { Arrays, TableKind } from "../tables.ts";
import { findList, ListCollector, type Lists, mixed } from "./list-table.ts";
import { FORMS, type Name, namesOf, type SpeltName, spellingsOf } from "./name.ts";
import { Numbers, sortedBy } from "./numbers.ts";
import { spellingKeys } from "./spellings.ts";
import { WordNumbers } from "./word-numbers.ts";

/**
 * A name as numbers: its entry, which of the entry's names it is with what is asked of it most, and its words. The words
 * are compared as numbers; whoever wants the name itself has it made of its entry.
 */
export const RECORD = { entry: 0, ordinal: 1, words: 2 } as const;
/** In the ordinal's place. */
const ORDINAL = 2 ** 20 - 1;
const FORM_AT = 20;
const FORM = 15;
export const IN_CAPITALS = 1 << 24;
const OF_EVENT = 1 << 25;
const IS_PERSON = 1 << 26;
const END_OF_LIST = 1 << 31;
/** In a word's place. */
export const WORD = 2 ** 30 - 1;
export const CAPITAL = 1 << 30;
export const LAST = 1 << 31;

/** What a word can begin: names of actors and events, in any spelling, and names that have spellings; as bits. */
const BEGINS = { entity: 1, event: 2, spelt: 4 } as const;

/** All of a {@link NameTable} that is kept. */
interface NameArrays {
  readonly words: WordArrays;
  /** For each word what begins with it: {@link BEGINS}. */
  readonly begins: Uint8Array;
  /** Names by what they are of and the words that they open with: the only one, or the first two; the longest first. */
  readonly openings: Lists;
  /** Names of actors with a word that has other spellings, by what stands for all spellings of their opening words. */
  readonly spelt: Lists;
}

/** Of a name in another spelling: its opening words (the second + 1, or 0), its entry, which of its names, in which way. */
const SPELT = { first: 0, second: 1, entry: 2, ordinal: 3, size: 4 } as const;
const WAY_AT = 20;
const WAY = 2 ** 4 - 1;
/** How many words it has; from so many on they count as as many. */
const LENGTH_AT = 24;
const LENGTH = 2 ** 7 - 1;

/** Names as numbers that are gone through between two pauses. */
const NAMES_AT_ONCE = 4096;

/** Stands for a word that no name has, and for the second word of a name that has but one. */
export const NO_WORD = -1;
export const NO_LIST = -1;

/**
 * All names of a knowledge base, some 25 bytes each: looked up by the words that they open with, the only one, or the
 * first two, because thousands may be called Mary. Names become objects as they are asked for, entry by entry.
 */
export class NameTable {
  readonly words: WordTable;
  readonly records: Uint32Array;
  readonly #arrays: NameArrays;
  readonly #knowledge: Knowledge;
  readonly #entities: Numbered<Id>;
  readonly #events: Numbered<Id>;
  readonly #made = new Map<number, readonly Name[]>();
  readonly #spelt = new Map<Name, readonly SpeltName[]>();
  readonly #numbers: WordNumbers;

  constructor(arrays: NameArrays, knowledge: Knowledge) {
    this.words = new WordTable(arrays.words);
    this.#numbers = new WordNumbers(this.words);
    this.records = arrays.openings.records;
    this.#arrays = arrays;
    this.#knowledge = knowledge;
    this.#entities = numberedKeys(knowledge.entities);
    this.#events = numberedKeys(knowledge.events);
  }

  /** How many names there are. Linear. */
  get size(): number {
    let size = 0;
    for (let at = 0; at < this.records.length; at = this.end(at)) size++;
    return size;
  }

  /**
   * The number of each token's word, {@link NO_WORD} for those of no name; good until the next call. A sentence is gone
   * through once for actors and once for events, and looked up once.
   */
  numbersOf(tokens: readonly Pick<Token, "key">[]): Int32Array {
    return this.#numbers.of(tokens);
  }

  /** Whether a name begins with a word, in any spelling, or one that has spellings. O(1). */
  begins(word: number, of: keyof typeof BEGINS): boolean {
    return word >= 0 && (this.#arrays.begins[word]! & BEGINS[of]) !== 0;
  }

  /** Where the names with these opening words lie in the records; {@link NO_LIST} where there are none. O(1). */
  opening(of: Name["of"], first: number, second: number): number {
    const { records } = this;
    const kind = of === "event" ? OF_EVENT : 0;
    return findList(this.#arrays.openings, openingHash(kind, first, second), (at) => {
      const one = records[at + RECORD.words]!;
      if ((records[at + RECORD.ordinal]! & OF_EVENT) !== kind || (one & WORD) !== first) return false;
      return (one & LAST) !== 0 ? second === NO_WORD : (records[at + RECORD.words + 1]! & WORD) === second;
    });
  }

  /** The place of the next name of a list; {@link NO_LIST} after the last one. */
  next(at: number): number {
    return (this.records[at + RECORD.ordinal]! & END_OF_LIST) !== 0 ? NO_LIST : this.end(at);
  }

  /** Where a name's record ends. */
  end(at: number): number {
    return endOfName(this.records, at);
  }

  /** The words of a record, with their bits. */
  wordsAt(at: number): Uint32Array {
    return this.records.subarray(at + RECORD.words, this.end(at));
  }

  /** The name of a record. */
  nameAt(at: number): Name {
    return this.ofEntry(this.records[at + RECORD.entry]!)[this.records[at + RECORD.ordinal]! & ORDINAL]!;
  }

  /** The names with these opening words, the longest first. */
  named(of: Name["of"], first: number, second: number): readonly Name[] {
    const names: Name[] = [];
    for (let at = this.opening(of, first, second); at !== NO_LIST; at = this.next(at))
      names.push(this.nameAt(at));
    return names;
  }

  /** Names that have other spellings, by what stands for those of their opening words; the longest first. */
  spelt(first: number, second: number): readonly SpeltName[] {
    const { records } = this.#arrays.spelt;
    const start = findList(
      this.#arrays.spelt,
      mixed(first, second),
      (at) => records[at + SPELT.first] === first && records[at + SPELT.second]! - 1 === second,
    );
    const names: SpeltName[] = [];
    for (let at = start; at !== NO_LIST; at += SPELT.size) {
      const ordinal = records[at + SPELT.ordinal]!;
      const name = this.ofEntry(records[at + SPELT.entry]!)[ordinal & ORDINAL]!;
      names.push(this.#spellings(name)[(ordinal >>> WAY_AT) & WAY]!);
      if ((ordinal & END_OF_LIST) !== 0) break;
    }
    return names;
  }

  /** Whose name a record is. */
  idAt(at: number): Id {
    return this.#idOf(this.records[at + RECORD.entry]!);
  }

  #idOf(entry: number): Id {
    const actors = this.#entities.length;
    return entry < actors ? this.#entities.at(entry)! : this.#events.at(entry - actors)!;
  }

  /** Which form of its owner's name a record is. */
  formAt(at: number): Name["form"] {
    return FORMS[(this.records[at + RECORD.ordinal]! >>> FORM_AT) & FORM]!;
  }

  /** Where each actor's or event's name lies, in the order of the knowledge base. Linear; a generator, so that its driver can pause. */
  *places(of: Name["of"]): Generator<undefined, Uint32Array> {
    const places = new Numbers();
    for (let at = 0; at < this.records.length; at = this.end(at))
      if (this.isEvent(at) === (of === "event")) places.push(at);
    const ordinalOf = (at: number) => this.records[at + RECORD.ordinal]! & ORDINAL;
    yield;
    const byOrdinal = yield* sortedBy(places.array(), ordinalOf);
    return yield* sortedBy(byOrdinal, (at) => this.records[at + RECORD.entry]!);
  }

  isPerson(at: number): boolean {
    return (this.records[at + RECORD.ordinal]! & IS_PERSON) !== 0;
  }

  /** Whether a record is of an event's name. */
  isEvent(at: number): boolean {
    return (this.records[at + RECORD.ordinal]! & OF_EVENT) !== 0;
  }

  /** The names of an actor or an event, by its number: actors first. */
  ofEntry(number: number): readonly Name[] {
    let names = this.#made.get(number);
    if (names === undefined) this.#made.set(number, (names = namesOf(this.#entry(number))));
    return names;
  }

  #entry(number: number): Entity | Event {
    const { entities, events } = this.#knowledge;
    const id = this.#idOf(number);
    return number < this.#entities.length ? entities.get(id)! : events.get(id)!;
  }

  #spellings(name: Name): readonly SpeltName[] {
    let names = this.#spelt.get(name);
    if (names === undefined) this.#spelt.set(name, (names = [...spellingsOf(name)]));
    return names;
  }
}

/** The names of a knowledge base, ready to be looked up. */
export const NAMES: TableKind<NameTable> = {
  name: "names",
  *make({ entities, events }) {
    const rows = new Rows();
    let number = 0;
    for (const map of [entities, events])
      for (const entry of map.values()) {
        rows.add(entry, number);
        if (++number % PACE === 0) yield;
      }
    return yield* rows.arrays();
  },
  *patch(arrays, change) {
    const { now, fresh } = ofNamed(change);
    const old = arraysIn(arrays);
    const rows = new Rows(new WordTable(old.words));
    yield* rows.keep(old, now);
    for (const [number, entry] of fresh()) {
      rows.add(entry, number);
      if (number % PACE === 0) yield;
    }
    return yield* rows.arrays();
  },
  open: (arrays, knowledge) => new NameTable(arraysIn(arrays), knowledge),
};

function arraysIn(arrays: Arrays): NameArrays {
  const [characters, starts, slots, begins, ...lists] = arrays as [
    Uint16Array,
    Uint32Array,
    Uint32Array,
    Uint8Array,
    ...Uint32Array[],
  ];
  return {
    words: { characters, starts, slots },
    begins,
    openings: { records: lists[0]!, slots: lists[1]! },
    spelt: { records: lists[2]!, slots: lists[3]! },
  };
}

/** All that a {@link NameTable} is made of, as it is gathered. */
class Rows {
  readonly #words: WordCollector;
  readonly #openings = new ListCollector();
  readonly #spelt = new ListCollector();

  /** Those of a table that is there have its words under the same numbers. */
  constructor(words?: WordTable) {
    this.#words = new WordCollector(words);
  }

  /** The names of an entry of this number. */
  add(entry: Entity | Event, number: number): void {
    const words = this.#words;
    for (const [ordinal, name] of namesOf(entry).slice(0, ORDINAL).entries()) {
      this.#addName([
        number,
        ordinal | bitsOf(name),
        ...name.keys.map((key, k) => words.numberOf(key) | wordBits(name, k)),
      ]);
      for (const [way, { keys, spellings }] of [...spellingsOf(name)].entries()) {
        const [first, second = []] = spellings.map((all) => all.map((key) => words.numberOf(key)));
        const bits = (way << WAY_AT) | (Math.min(keys.length, LENGTH) << LENGTH_AT);
        for (const one of first!)
          for (const two of spellings.length > 1 ? second : [NO_WORD])
            this.#addSpelling([one, two + 1, number, ordinal | bits]);
      }
    }
  }

  /** Those of a table whose entries have other numbers now; {@link GONE} for one that is there no more. */
  *keep({ openings, spelt }: NameArrays, now: (entry: number) => number): Generator<undefined, void> {
    const { records } = openings;
    for (let at = 0, end: number, steps = 1; at < records.length; at = end, steps++) {
      if (steps % NAMES_AT_ONCE === 0) yield;
      end = endOfName(records, at);
      const number = now(records[at + RECORD.entry]!);
      if (number !== GONE) this.#addName(renumbered(records.slice(at, end), RECORD, number));
    }
    for (let at = 0; at < spelt.records.length; at += SPELT.size) {
      if (at % (SPELT.size * NAMES_AT_ONCE) === 0) yield;
      const number = now(spelt.records[at + SPELT.entry]!);
      const record = spelt.records.slice(at, at + SPELT.size);
      if (number !== GONE) this.#addSpelling(renumbered(record, SPELT, number));
    }
  }

  #addName(record: ArrayLike<number>): void {
    const [kind, first] = [record[RECORD.ordinal]! & OF_EVENT, record[RECORD.words]! & WORD];
    const words = record.length - RECORD.words;
    const second = words > 1 ? record[RECORD.words + 1]! & WORD : NO_WORD;
    this.#openings.add(record, openingHash(kind, first, second), words);
  }

  #addSpelling(record: ArrayLike<number>): void {
    const hash = mixed(record[SPELT.first]!, record[SPELT.second]! - 1);
    this.#spelt.add(record, hash, (record[SPELT.ordinal]! >>> LENGTH_AT) & LENGTH);
  }

  *arrays(): Generator<undefined, Arrays> {
    // What stands for the spellings of a word is looked up where another one of the name is misspelt.
    for (const [i, word] of [...this.#words.words()].entries()) {
      for (const key of spellingKeys(word)) this.#words.numberOf(key);
      if (i % PACE === 0) yield;
    }
    const words = yield* this.#words.table();
    const { characters, starts, slots } = words.arrays;
    const openings = yield* this.#openings.lists(hasSameOpening, turnBy(RECORD.entry), {
      mark: RECORD.ordinal,
      end: END_OF_LIST,
    });
    const spelt = yield* this.#spelt.lists(hasSameSpelling, turnBy(SPELT.entry), {
      mark: SPELT.ordinal,
      end: END_OF_LIST,
    });
    const begins = yield* beginningsIn(openings.records, spelt.records, words.size);
    return [characters, starts, slots, begins, openings.records, openings.slots, spelt.records, spelt.slots];
  }
}

/** The record of an entry that has another number now, and is not the end of a list any more. */
function renumbered(
  record: Uint32Array,
  { entry, ordinal }: { readonly entry: number; readonly ordinal: number },
  number: number,
): Uint32Array {
  record[entry] = number;
  record[ordinal]! &= ~END_OF_LIST;
  return record;
}

function* beginningsIn(
  names: Uint32Array,
  spellings: Uint32Array,
  words: number,
): Generator<undefined, Uint8Array> {
  const begins = new Uint8Array(words);
  for (let at = 0, steps = 1; at < names.length; at = endOfName(names, at), steps++) {
    if (steps % NAMES_AT_ONCE === 0) yield;
    const isEvent = (names[at + RECORD.ordinal]! & OF_EVENT) !== 0;
    begins[names[at + RECORD.words]! & WORD]! |= isEvent ? BEGINS.event : BEGINS.entity;
  }
  for (let at = 0; at < spellings.length; at += SPELT.size)
    begins[spellings[at + SPELT.first]!]! |= BEGINS.entity | BEGINS.spelt;
  return begins;
}

function endOfName(records: Uint32Array, at: number): number {
  let word = at + RECORD.words;
  while ((records[word]! & LAST) === 0) word++;
  return word + 1;
}

function turnBy(entry: number): (records: Uint32Array, at: number) => number {
  return (records, at) => records[at + entry]!;
}

function bitsOf({ of, form, capitals, isPerson }: Name): number {
  return (
    (FORMS.indexOf(form) << FORM_AT) |
    (capitals ? IN_CAPITALS : 0) |
    (of === "event" ? OF_EVENT : 0) |
    (isPerson ? IS_PERSON : 0)
  );
}

function wordBits({ keys, capital }: Name, k: number): number {
  return (capital[k] ? CAPITAL : 0) | (k === keys.length - 1 ? LAST : 0);
}

function openingHash(kind: number, first: number, second: number): number {
  return mixed(first ^ kind, second);
}

function hasSameOpening(records: Uint32Array, a: number, b: number): boolean {
  const kind = (at: number) => records[at + RECORD.ordinal]! & OF_EVENT;
  const [one, other] = [records[a + RECORD.words]!, records[b + RECORD.words]!];
  if (kind(a) !== kind(b) || ((one ^ other) & (WORD | LAST)) !== 0) return false;
  return (
    (one & LAST) !== 0 || ((records[a + RECORD.words + 1]! ^ records[b + RECORD.words + 1]!) & WORD) === 0
  );
}

function hasSameSpelling(records: Uint32Array, a: number, b: number): boolean {
  return (
    records[a + SPELT.first] === records[b + SPELT.first] &&
    records[a + SPELT.second] === records[b + SPELT.second]
  );
}
