import { type EntryKindName, KINDS } from "./pieces.ts";

/** An id that is there: which one in the order of arrival, from 0, and what it stands for. */
export interface Place {
  readonly number: number;
  readonly kind: EntryKindName;
}

const FIRST_SIZE = 1 << 12;

/**
 * The ids of an import: not their texts, but 64-bit hashes of them in an open-addressed table of typed arrays, 13 bytes a
 * slot and at most 35 bytes an id. Two ids out of a million have the same hash in one import out of thirty million;
 * the second of them would pass for a repetition.
 */
export class IdTable {
  #high = new Uint32Array(FIRST_SIZE);
  #low = new Uint32Array(FIRST_SIZE);
  /** The number of the id plus one; 0 is an empty slot. */
  #numbers = new Uint32Array(FIRST_SIZE);
  #kinds = new Uint8Array(FIRST_SIZE);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** The id's number, or undefined where the id is there already. */
  add(id: string, kind: EntryKindName): number | undefined {
    if (this.#count * 8 >= this.#numbers.length * 5) this.#grow();
    const slot = this.#slotOf(hash(id, HIGH), hash(id, LOW));
    if (this.#numbers[slot] !== 0) return undefined;
    this.#high[slot] = hash(id, HIGH);
    this.#low[slot] = hash(id, LOW);
    this.#kinds[slot] = KINDS.indexOf(kind);
    this.#numbers[slot] = ++this.#count;
    return this.#count - 1;
  }

  find(id: string): Place | undefined {
    const slot = this.#slotOf(hash(id, HIGH), hash(id, LOW));
    const number = this.#numbers[slot]!;
    return number === 0 ? undefined : { number: number - 1, kind: KINDS[this.#kinds[slot]!]! };
  }

  #slotOf(high: number, low: number): number {
    const mask = this.#numbers.length - 1;
    let slot = low & mask;
    while (this.#numbers[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const [high, low, numbers, kinds] = [this.#high, this.#low, this.#numbers, this.#kinds];
    const size = numbers.length * 2;
    this.#high = new Uint32Array(size);
    this.#low = new Uint32Array(size);
    this.#numbers = new Uint32Array(size);
    this.#kinds = new Uint8Array(size);
    for (let i = 0; i < numbers.length; i++) {
      if (numbers[i] === 0) continue;
      const slot = this.#slotOf(high[i]!, low[i]!);
      this.#high[slot] = high[i]!;
      this.#low[slot] = low[i]!;
      this.#numbers[slot] = numbers[i]!;
      this.#kinds[slot] = kinds[i]!;
    }
  }
}

/** Two seeds and multipliers, so that the two halves of the hash do not depend on each other. */
const HIGH = { seed: 0x811c9dc5, factor: 0x01000193 };
const LOW = { seed: 0x9e3779b9, factor: 0x85ebca6b };

/** FNV-1a over UTF-16, then MurmurHash3's last mixing step. */
function hash(text: string, { seed, factor }: typeof HIGH): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), factor);
    h ^= h >>> 15;
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
