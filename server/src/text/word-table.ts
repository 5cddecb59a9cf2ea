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
    const hash = hashOf(word);
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

/** Numbers words as they come, for a {@link WordTable}. */
export class WordCollector {
  readonly #numbers = new Map<string, number>();

  words(): Iterable<string> {
    return this.#numbers.keys();
  }

  numberOf(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) this.#numbers.set(word, (number = this.#numbers.size));
    return number;
  }

  table(): WordTable {
    const words = [...this.#numbers.keys()];
    const starts = new Uint32Array(words.length + 1);
    for (const [i, word] of words.entries()) starts[i + 1] = starts[i]! + word.length;
    const characters = new Uint16Array(starts[words.length]!);
    const slots = new Uint32Array(slotsFor(words.length));
    const mask = slots.length - 1;
    for (const [number, word] of words.entries()) {
      for (let i = 0; i < word.length; i++) characters[starts[number]! + i] = word.charCodeAt(i);
      const hash = hashOf(word);
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = (hash & ~mask) | (number + 1);
    }
    return new WordTable({ characters, starts, slots });
  }
}

/** A power of two, at least twice as many as there are things to find. */
export function slotsFor(things: number): number {
  return 2 ** Math.ceil(Math.log2(2 * things + 2));
}

/** FNV-1a over the code units, with a last step that spreads them. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
