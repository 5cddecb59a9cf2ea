import type { Id } from "../../knowledge-base/knowledge.ts";
import type { Name, NameIndex } from "./name-index.ts";
import { spellingKeys } from "./spellings.ts";

/** How a word stands in names of several words: which of how many. */
export interface Seat {
  readonly at: number;
  readonly of: number;
}

/**
 * Names by what is left of them when one of their words is misspelt: another word, its seat, and the first letters of
 * all. A name with very common words shares its place with a handful of others, however many the knowledge base has.
 */
export interface NearIndex {
  /** The seats that a word, in any spelling, has in names of several words. */
  readonly seats: ReadonlyMap<string, readonly Seat[]>;
  /** Names of several words, by `seatKey`. */
  readonly bySeat: ReadonlyMap<string, readonly Name[]>;
  /** All names of each actor that are not bad. */
  readonly ofActor: ReadonlyMap<Id, readonly Name[]>;
  /** All words of all names of each actor: one that another of its names has is no misspelling. */
  readonly words: ReadonlyMap<Id, ReadonlySet<string>>;
  /** Names of one word, and words of no name that are one by themselves. */
  readonly single: ReadonlySet<string>;
  /** Names of one long word that are no person's, by its letters in their order in the alphabet. */
  readonly byLetters: ReadonlyMap<string, readonly Name[]>;
  /** Persons by what stands for the spellings of their last names. */
  readonly bySurname: ReadonlyMap<string, readonly Name[]>;
}

export function seatKey(word: string, { at, of }: Seat, initials: string): string {
  return `${word}|${at}|${of}|${initials}`;
}

const built = new WeakMap<NameIndex, NearIndex>();

/** The near index of a name index; built once for each. */
export function nearIndex(names: NameIndex): NearIndex {
  let index = built.get(names);
  if (index === undefined) built.set(names, (index = build(names)));
  return index;
}

function build({ all }: NameIndex): NearIndex {
  const seats = new Map<string, Seat[]>();
  const bySeat = new Map<string, Name[]>();
  const ofActor = new Map<Id, Name[]>();
  const words = new Map<Id, Set<string>>();
  const single = new Set<string>();
  const byLetters = new Map<string, Name[]>();
  const bySurname = new Map<string, Name[]>();
  for (const name of all) {
    if (name.of !== "entity" || name.form === "misnomer" || name.form === "discouraged") continue;
    push(ofActor, name.id, name);
    const own = words.get(name.id) ?? new Set<string>();
    for (const key of name.keys) own.add(key);
    words.set(name.id, own);
    const isWord = name.keys.length === 1 && name.capital[0] && name.form !== "abbreviation";
    if (isWord && !name.isPerson) push(byLetters, lettersOf(name.keys[0]!), name);
    if (name.keys.length === 1) single.add(name.keys[0]!);
    else if (name.form !== "abbreviation") seat(name, seats, bySeat);
    if (name.isPerson && name.keys.length > 1 && name.form !== "weakAlias")
      for (const key of spellingKeys(name.keys.at(-1)!)) push(bySurname, key, name);
  }
  return { seats, bySeat, ofActor, words, single, byLetters, bySurname };
}

/** The letters of a word in their order in the alphabet. */
export function lettersOf(word: string): string {
  return [...word].sort().join("");
}

function seat(name: Name, seats: Map<string, Seat[]>, bySeat: Map<string, Name[]>): void {
  const initials = name.keys.map((key) => key[0]).join("");
  const of = name.keys.length;
  for (const [at, word] of name.keys.entries()) {
    if (!name.capital[at]) continue;
    for (const key of spellingKeys(word)) {
      push(bySeat, seatKey(key, { at, of }, initials), name);
      const known = seats.get(key);
      if (!known?.some((other) => other.at === at && other.of === of)) push(seats, key, { at, of });
    }
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
