/** Numbers of 32 bits, one after the other: a list of them in four bytes each. */
export class Numbers {
  #numbers = new Uint32Array(16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Uint32Array(2 * this.#length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length++] = number;
  }

  at(index: number): number | undefined {
    return index < this.#length ? this.#numbers[index] : undefined;
  }

  /** In place of one that is there. */
  set(index: number, number: number): void {
    this.#numbers[index] = number;
  }

  array(): Uint32Array {
    return this.#numbers.slice(0, this.#length);
  }
}

/**
 * Numbers, reordered by a key of each, not negative; those of one key stay in their order. Linear, in the largest key too; a
 * generator, so that its driver can pause.
 */
export function* sortedBy(
  numbers: Uint32Array,
  keyOf: (number: number) => number,
): Generator<undefined, Uint32Array<ArrayBuffer>> {
  const keys = new Uint32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    keys[i] = keyOf(numbers[i]!);
    if (i % NUMBERS === 0) yield;
  }
  let most = 0;
  for (const key of keys) if (key > most) most = key;
  const next = new Uint32Array(most + 2);
  for (const key of keys) next[key + 1]!++;
  yield;
  for (let key = 0; key <= most; key++) next[key + 1]! += next[key]!;
  yield;
  const sorted = new Uint32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    sorted[next[keys[i]!]!++] = numbers[i]!;
    if (i % NUMBERS === 0) yield;
  }
  return sorted;
}

/** Numbers that are gone through between two pauses. */
export const NUMBERS = 8192;

/** The numbers from 0 to before a limit. */
export function upTo(limit: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(limit).map((_, i) => i);
}
