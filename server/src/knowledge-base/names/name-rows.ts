import { WordCollector, WordTable } from "../../text/word-table.ts";
import { GONE, ofNamed } from "../change.ts";
import type { Entity, Event } from "../knowledge.ts";
import { PACE } from "../steps.ts";
import type { Arrays, TableKind } from "../tables.ts";
import { ListCollector, mixed } from "./list-table.ts";
import { FORMS, type Name, namesOf, spellingsOf } from "./name.ts";
import {
  BEGINS,
  CAPITAL,
  END_OF_LIST,
  endOfName,
  FORM_AT,
  IN_CAPITALS,
  IS_PERSON,
  LAST,
  LENGTH,
  LENGTH_AT,
  type NameArrays,
  NameTable,
  NO_WORD,
  OF_EVENT,
  ORDINAL,
  openingHash,
  RECORD,
  SPELT,
  WAY_AT,
  WORD,
} from "./name-table.ts";
import { spellingKeys } from "./spellings.ts";

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

/** Names as numbers that are gone through between two pauses. */
const NAMES_AT_ONCE = 4096;

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
    // One for all, because there may be a million of them.
    const record: number[] = [];
    const take = (records: Uint32Array, from: number, to: number) => {
      record.length = 0;
      for (let at = from; at < to; at++) record.push(records[at]!);
    };
    for (let at = 0, end: number, steps = 1; at < openings.records.length; at = end, steps++) {
      if (steps % NAMES_AT_ONCE === 0) yield;
      end = endOfName(openings.records, at);
      take(openings.records, at, end);
      if (isRenumbered(record, RECORD, now)) this.#addName(record);
    }
    for (let at = 0; at < spelt.records.length; at += SPELT.size) {
      if (at % (SPELT.size * NAMES_AT_ONCE) === 0) yield;
      take(spelt.records, at, at + SPELT.size);
      if (isRenumbered(record, SPELT, now)) this.#addSpelling(record);
    }
  }

  #addName(record: readonly number[]): void {
    const [kind, first] = [record[RECORD.ordinal]! & OF_EVENT, record[RECORD.words]! & WORD];
    const words = record.length - RECORD.words;
    const second = words > 1 ? record[RECORD.words + 1]! & WORD : NO_WORD;
    this.#openings.add(record, openingHash(kind, first, second), words);
  }

  #addSpelling(record: readonly number[]): void {
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

/** Gives a record the new number of its entry, and takes the mark from it that its list ended there; false if the entry has gone. */
function isRenumbered(
  record: number[],
  { entry, ordinal }: { readonly entry: number; readonly ordinal: number },
  now: (entry: number) => number,
): boolean {
  const number = now(record[entry]!);
  record[entry] = number;
  record[ordinal]! &= ~END_OF_LIST;
  return number !== GONE;
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
