import type { Token } from "../../text/tokens.ts";
import { type WordArrays, WordTable } from "../../text/word-table.ts";
import { type Numbered, numberedKeys } from "../computed-map.ts";
import type { Entity, Event, Id, Knowledge } from "../knowledge.ts";
import { findList, type Lists, mixed } from "./list-table.ts";
import { FORMS, type Name, namesOf, type SpeltName, spellingsOf } from "./name.ts";
import { Numbers, sortedBy } from "./numbers.ts";
import { WordNumbers } from "./word-numbers.ts";

/**
 * A name as numbers: its entry, which of the entry's names it is with what is asked of it most, and its words. The words
 * are compared as numbers; whoever wants the name itself has it made of its entry.
 */
export const RECORD = { entry: 0, ordinal: 1, words: 2 } as const;
/** In the ordinal's place. */
export const ORDINAL = 2 ** 20 - 1;
export const FORM_AT = 20;
const FORM = 15;
export const IN_CAPITALS = 1 << 24;
export const OF_EVENT = 1 << 25;
export const IS_PERSON = 1 << 26;
export const END_OF_LIST = 1 << 31;
/** In a word's place. */
export const WORD = 2 ** 30 - 1;
export const CAPITAL = 1 << 30;
export const LAST = 1 << 31;

/** What a word can begin: names of actors and events, in any spelling, and names that have spellings; as bits. */
export const BEGINS = { entity: 1, event: 2, spelt: 4 } as const;

/** All of a {@link NameTable} that is kept. */
export interface NameArrays {
  readonly words: WordArrays;
  /** For each word what begins with it: {@link BEGINS}. */
  readonly begins: Uint8Array;
  /** Names by what they are of and the words that they open with: the only one, or the first two; the longest first. */
  readonly openings: Lists;
  /** Names of actors with a word that has other spellings, by what stands for all spellings of their opening words. */
  readonly spelt: Lists;
}

/** Of a name in another spelling: its opening words (the second + 1, or 0), its entry, which of its names, in which way. */
export const SPELT = { first: 0, second: 1, entry: 2, ordinal: 3, size: 4 } as const;
export const WAY_AT = 20;
const WAY = 2 ** 4 - 1;
/** How many words it has; from so many on they count as as many. */
export const LENGTH_AT = 24;
export const LENGTH = 2 ** 7 - 1;

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

/** Where a name's record ends. */
export function endOfName(records: Uint32Array, at: number): number {
  let word = at + RECORD.words;
  while ((records[word]! & LAST) === 0) word++;
  return word + 1;
}

export function openingHash(kind: number, first: number, second: number): number {
  return mixed(first ^ kind, second);
}
