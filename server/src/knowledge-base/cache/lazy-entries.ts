import { ComputedMap, type Numbered } from "../computed-map.ts";
import type { Id } from "../knowledge.ts";
import type { Codec, Unpacking } from "./codec.ts";
import type { PackedList } from "./packed-list.ts";
import type { Texts } from "./texts.ts";

/** Where entries lie packed: their ids, which are numbered alike, and themselves. */
export interface Packed extends Unpacking {
  readonly texts: Texts;
  readonly entries: PackedList;
}

/**
 * The entries of one kind, each unpacked when it is asked for. One that was asked for by its id is kept, and is the
 * same object from then on; going through all of them keeps none, so that a large knowledge base does not fill the
 * memory.
 */
export class LazyEntries<T> extends ComputedMap<Id, T> {
  readonly #packed: Packed;
  readonly #codec: Codec<T>;
  readonly #from: number;
  readonly #to: number;
  readonly #kept = new Map<number, T>();

  /** The entries with the numbers from `from` to before `to`. */
  constructor(packed: Packed, codec: Codec<T>, from: number, to: number) {
    super();
    this.#packed = packed;
    this.#codec = codec;
    this.#from = from;
    this.#to = to;
  }

  get size(): number {
    return this.#to - this.#from;
  }

  has(id: Id): boolean {
    return this.#find(id) >= 0;
  }

  get(id: Id): T | undefined {
    const number = this.#find(id);
    if (number < 0) return undefined;
    const kept = this.#kept.get(number);
    if (kept !== undefined) return kept;
    const entry = this.#unpacked(number);
    this.#kept.set(number, entry);
    return entry;
  }

  override numberedKeys(): Numbered<Id> {
    return { length: this.size, at: (number) => this.#packed.texts.at(this.#from + number) };
  }

  *keys(): MapIterator<Id> {
    for (let number = this.#from; number < this.#to; number++) yield this.#packed.texts.at(number);
  }

  override *values(): MapIterator<T> {
    for (let number = this.#from; number < this.#to; number++) yield this.#at(number);
  }

  *entries(): MapIterator<[Id, T]> {
    for (let number = this.#from; number < this.#to; number++)
      yield [this.#packed.texts.at(number), this.#at(number)];
  }

  #find(id: Id): number {
    return this.#packed.texts.find(id, this.#from, this.#to);
  }

  #at(number: number): T {
    return this.#kept.get(number) ?? this.#unpacked(number);
  }

  #unpacked(number: number): T {
    return this.#codec.unpack(this.#packed.entries.at(number), this.#packed);
  }
}
