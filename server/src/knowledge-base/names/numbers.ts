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

/** Things by number, reordered by a key from 0 to before `keys`; those of one key stay in their order. Linear. */
export function sortedBy(
  things: Uint32Array,
  keyOf: (thing: number) => number,
  keys: number,
): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(keys + 1);
  for (const thing of things) next[keyOf(thing) + 1]!++;
  for (let key = 0; key < keys; key++) next[key + 1]! += next[key]!;
  const sorted = new Uint32Array(things.length);
  for (const thing of things) sorted[next[keyOf(thing)]!++] = thing;
  return sorted;
}
