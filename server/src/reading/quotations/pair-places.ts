import { Numbers } from "../../knowledge-base/names/numbers.ts";

/**
 * Where two words stand side by side, by their numbers: a table with open addressing of the pairs, each with a chain of its
 * places; all in typed arrays, for there are as many as the sources have words. Of a pair so and so many places are kept.
 */
export class PairPlaces {
  readonly #most: number;
  /** The number of a pair and 1, at the place that the words give; 0 is free. Twice as many as pairs at least. */
  #slots = new Uint32Array(1024);
  readonly #first = new Numbers();
  readonly #second = new Numbers();
  /** How many places a pair has, and the last of them and 1. */
  readonly #times = new Numbers();
  readonly #last = new Numbers();
  /** Of each place the number of its text, where in that, and the place before it and 1. */
  readonly #texts = new Numbers();
  readonly #at = new Numbers();
  readonly #before = new Numbers();

  constructor(most: number) {
    this.#most = most;
  }

  add(first: number, second: number, text: number, at: number): void {
    if (this.#first.length * 2 >= this.#slots.length) this.#grow();
    const slot = this.#slotOf(first, second);
    let pair = this.#slots[slot]! - 1;
    if (pair < 0) {
      pair = this.#first.length;
      this.#slots[slot] = pair + 1;
      this.#first.push(first);
      this.#second.push(second);
      this.#times.push(0);
      this.#last.push(0);
    }
    const times = this.#times.at(pair)!;
    if (times > this.#most) return;
    this.#texts.push(text);
    this.#at.push(at);
    this.#before.push(this.#last.at(pair)!);
    this.#times.set(pair, times + 1);
    this.#last.set(pair, this.#texts.length);
  }

  /** The places of a pair in the order in which they were added; none, where it has more than are kept. */
  of(first: number, second: number): readonly { readonly text: number; readonly at: number }[] {
    const pair = this.#slots[this.#slotOf(first, second)]! - 1;
    if (pair < 0 || this.#times.at(pair)! > this.#most) return NONE;
    const places: { text: number; at: number }[] = [];
    for (let place = this.#last.at(pair)! - 1; place >= 0; place = this.#before.at(place)! - 1)
      places.push({ text: this.#texts.at(place)!, at: this.#at.at(place)! });
    return places.reverse();
  }

  /** Where a pair is, or would be. */
  #slotOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & mask;
    for (;;) {
      const pair = this.#slots[slot]! - 1;
      if (pair < 0 || (this.#first.at(pair)! === first && this.#second.at(pair)! === second)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let pair = 0; pair < this.#first.length; pair++)
      this.#slots[this.#slotOf(this.#first.at(pair)!, this.#second.at(pair)!)] = pair + 1;
  }
}

const NONE: readonly never[] = [];
