import { slotsFor } from "../../text/word-table.ts";
import { NUMBERS, Numbers, sortedBy, upTo } from "./numbers.ts";

/**
 * Lists of records by a key of numbers, in two typed arrays: the records of a list lie one after the other, and a table
 * with open addressing says where. Whether a list is the one looked for, its first record tells.
 */
export interface Lists {
  readonly records: Uint32Array;
  /** Where a list begins + 1, with some bits of its key's hash above that; 0 is empty. */
  readonly slots: Uint32Array;
}

/** The place of the list of a key; -1 where there is none. `isOf` says whether the record at a place has the key. */
export function findList({ records, slots }: Lists, hash: number, isOf: (at: number) => boolean): number {
  const mask = slots.length - 1;
  const places = placesOf(records.length);
  for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const found = slots[slot]!;
    if (((found ^ hash) & ~places) === 0 && isOf((found & places) - 1)) return (found & places) - 1;
  }
  return -1;
}

/** Collects records for {@link Lists}. */
export class ListCollector {
  readonly #numbers = new Numbers();
  /** Where each record begins. */
  readonly #starts = new Numbers();
  readonly #hashes = new Numbers();
  readonly #ranks = new Numbers();

  /** A record, of whose key this is the hash; in its list those of a higher rank come first. */
  add(record: ArrayLike<number>, hash: number, rank = 0): void {
    this.#starts.push(this.#numbers.length);
    this.#hashes.push(hash);
    this.#ranks.push(rank);
    for (let i = 0; i < record.length; i++) this.#numbers.push(record[i]!);
  }

  /**
   * All of them, in order of their lists. `isSame` says whether two records have the same key; to the number at `mark` in
   * the last record of each list `end` is added. Of the same rank those come first that have the smaller `turn`.
   */
  *lists(
    isSame: (numbers: Uint32Array, a: number, b: number) => boolean,
    turn: (numbers: Uint32Array, at: number) => number,
    { mark, end }: { readonly mark: number; readonly end: number },
  ): Generator<undefined, Lists> {
    const numbers = this.#numbers.array();
    const starts = this.#starts.array();
    const hashes = this.#hashes.array();
    const ranks = this.#ranks.array();
    const slots = new Uint32Array(slotsFor(starts.length));
    const mask = slots.length - 1;
    const slotOf = new Uint32Array(starts.length);
    for (let i = 0; i < starts.length; i++) {
      let slot = hashes[i]! & mask;
      while (slots[slot] !== 0 && !isSame(numbers, starts[slots[slot]! - 1]!, starts[i]!))
        slot = (slot + 1) & mask;
      if (slots[slot] === 0) slots[slot] = i + 1;
      slotOf[i] = slot;
      if (i % NUMBERS === 0) yield;
    }
    const inTurn = yield* sortedBy(upTo(starts.length), (i) => turn(numbers, starts[i]!));
    const most = ranks.reduce((a, b) => Math.max(a, b), 0);
    const ranked = yield* sortedBy(inTurn, (i) => most - ranks[i]!);
    const order = yield* sortedBy(ranked, (i) => slotOf[i]!);
    const records = new Uint32Array(numbers.length);
    const places = placesOf(numbers.length);
    let at = 0;
    for (let k = 0; k < order.length; k++) {
      const i = order[k]!;
      const slot = slotOf[i]!;
      if (k === 0 || slotOf[order[k - 1]!] !== slot) slots[slot] = (hashes[i]! & ~places) | (at + 1);
      const next = starts[i + 1] ?? numbers.length;
      records.set(numbers.subarray(starts[i]!, next), at);
      if (k + 1 === order.length || slotOf[order[k + 1]!] !== slot) records[at + mark]! |= end;
      at += next - starts[i]!;
      if (k % NUMBERS === 0) yield;
    }
    return { records, slots };
  }
}

/** The bits that a place in so many numbers, + 1, can have. */
function placesOf(length: number): number {
  return 2 ** Math.ceil(Math.log2(length + 2)) - 1;
}

/** A hash of two numbers, or of a hash and a number. */
export function mixed(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d);
  return hash ^ (hash >>> 13);
}
