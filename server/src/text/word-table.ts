/**
 * Words by number, and numbers by word, in typed arrays: the characters of all one after the other, and a table with open
 * addressing that is at most half full. Opens on bytes as they were written, and makes a string of a word only when asked.
 */
export class WordTable {
  readonly size: number;
  readonly #characters: Uint16Array;
  /** Where each word begins, and where the last one ends. */
  readonly #starts: Uint32Array;
  /** Numbers + 1, with some bits of the word's hash above them; 0 is empty. */
  readonly #slots: Uint32Array;

  constructor({ characters, starts, slots }: WordArrays) {
    this.size = starts.length - 1;
    this.#characters = characters;
    this.#starts = starts;
    this.#slots = slots;
  }

  /** -1 for a word that is not there. Looks at the characters of a word only where its hash fits. */
  numberOf(word: string): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const hash = hashOfWord(word);
    for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const found = slots[slot]!;
      if (((found ^ hash) & ~mask) === 0 && this.#is((found & mask) - 1, word)) return (found & mask) - 1;
    }
    return -1;
  }

  at(number: number): string {
    let word = "";
    for (let i = this.#starts[number]!; i < this.#starts[number + 1]!; i++)
      word += String.fromCharCode(this.#characters[i]!);
    return word;
  }

  /** The first code unit of a word; 0 of an empty one. */
  initialOf(number: number): number {
    const start = this.#starts[number]!;
    return start === this.#starts[number + 1] ? 0 : this.#characters[start]!;
  }

  /** Whether its words begin with those of another table, under the same numbers. Linear in the other's characters. */
  continues(other: WordTable): boolean {
    const { starts, characters } = other.arrays;
    return startsWith(this.#starts, starts) && startsWith(this.#characters, characters);
  }

  get arrays(): WordArrays {
    return { characters: this.#characters, starts: this.#starts, slots: this.#slots };
  }

  #is(number: number, word: string): boolean {
    const start = this.#starts[number]!;
    if (this.#starts[number + 1]! - start !== word.length) return false;
    for (let i = 0; i < word.length; i++)
      if (this.#characters[start + i] !== word.charCodeAt(i)) return false;
    return true;
  }
}

export interface WordArrays {
  readonly characters: Uint16Array;
  readonly starts: Uint32Array;
  readonly slots: Uint32Array;
}

/** Numbers words as they come, after those of a table that is there, for a {@link WordTable}. */
export class WordCollector {
  readonly #before: WordTable;
  readonly #numbers = new Map<string, number>();

  constructor(before = EMPTY) {
    this.#before = before;
  }

  /** Those that the table before did not have. */
  words(): Iterable<string> {
    return this.#numbers.keys();
  }

  numberOf(word: string): number {
    const { size } = this.#before;
    let number = size === 0 ? -1 : this.#before.numberOf(word);
    if (number < 0) number = this.#numbers.get(word) ?? -1;
    if (number < 0) this.#numbers.set(word, (number = size + this.#numbers.size));
    return number;
  }

  /** All of them. Linear; a generator, so that its driver can pause. */
  *table(): Generator<undefined, WordTable> {
    const words = [...this.#numbers.keys()];
    return words.length === 0 ? this.#before : yield* extended(this.#before, words);
  }
}

/** A table with more words, whose numbers come after those that are there. */
function* extended({ size, arrays }: WordTable, words: readonly string[]): Generator<undefined, WordTable> {
  const starts = new Uint32Array(size + words.length + 1);
  starts.set(arrays.starts);
  for (const [i, word] of words.entries()) starts[size + i + 1] = starts[size + i]! + word.length;
  const characters = new Uint16Array(starts.at(-1)!);
  characters.set(arrays.characters);
  for (const [i, word] of words.entries()) {
    for (let k = 0; k < word.length; k++) characters[starts[size + i]! + k] = word.charCodeAt(k);
    if (i % WORDS === 0) yield;
  }
  const slots = new Uint32Array(slotsFor(size + words.length));
  const isAsLong = slots.length === arrays.slots.length;
  if (isAsLong) slots.set(arrays.slots);
  const mask = slots.length - 1;
  for (let number = isAsLong ? size : 0; number < size + words.length; number++) {
    const hash = hashOf(characters, starts[number]!, starts[number + 1]!);
    let slot = hash & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = (hash & ~mask) | (number + 1);
    if (number % WORDS === 0) yield;
  }
  return new WordTable({ characters, starts, slots });
}

/** Words that are gone through between two pauses. */
const WORDS = 4096;

/** A power of two, at least twice as many as there are things to find. */
export function slotsFor(things: number): number {
  return 2 ** Math.ceil(Math.log2(2 * things + 2));
}

function startsWith(all: Uint16Array | Uint32Array, first: Uint16Array | Uint32Array): boolean {
  return all === first || (all.length >= first.length && first.every((number, i) => all[i] === number));
}

/** FNV-1a over code units, with a last step that spreads them. */
function hashOf(characters: Uint16Array, from: number, to: number): number {
  let hash = SEED;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ characters[i]!, PRIME);
  return spread(hash);
}

/** The same of a word. */
function hashOfWord(word: string): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return spread(hash);
}

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

const EMPTY = new WordTable({
  characters: new Uint16Array(),
  starts: new Uint32Array(1),
  slots: new Uint32Array(slotsFor(0)),
});
