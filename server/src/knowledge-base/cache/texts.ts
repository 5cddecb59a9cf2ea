import { PACE } from "../steps.ts";
import { ListPacker, type PackedList } from "./packed-list.ts";

/**
 * Texts by number, each unpacked when it is first asked for. The first of them are the ids of the entries, entry by
 * entry; those are found by their text as well.
 */
export class Texts {
  readonly #list: PackedList;
  /** Numbers + 1 by the hash of the text, open addressing; 0 is empty. */
  readonly #slots: Uint32Array;
  readonly #known = new Map<number, string>();

  constructor(list: PackedList, slots: Uint32Array) {
    this.#list = list;
    this.#slots = slots;
  }

  at(number: number): string {
    let text = this.#known.get(number);
    if (text === undefined) {
      text = unpackText(this.#list.at(number));
      this.#known.set(number, text);
    }
    return text;
  }

  /** The number of the entry in a stretch of entries that has an id; -1 where none has. O(length of the id). */
  find(id: string, from: number, to: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(id) & mask; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = this.#slots[slot]! - 1;
      if (number >= from && number < to && this.#is(number, id)) return number;
    }
    return -1;
  }

  /** Compares the bytes, so that no text is made of those that are not asked for. */
  #is(number: number, text: string): boolean {
    const { bytes, offsets } = this.#list;
    const start = offsets[number]!;
    const end = offsets[number + 1]!;
    const head = bytes[start]! < 0xc0 ? 1 : bytes[start] === 0xd9 ? 2 : 0;
    if (head === 0) return this.at(number) === text;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x80) return this.at(number) === text;
      if (code !== bytes[start + head + i]) return false;
    }
    return start + head + text.length === end;
  }
}

/** Numbers texts for {@link Texts}: first the ids of the entries, then whatever else comes up. */
export class TextPacker {
  readonly #numbers = new Map<string, number>();
  readonly #list = new ListPacker();
  #entries = 0;

  /** Takes the ids of the entries, which are numbered first. In steps. */
  *addIds(ids: readonly string[]): Generator<undefined, void, undefined> {
    this.#entries = ids.length;
    for (const [i, id] of ids.entries()) {
      this.#add(id);
      if (i % PACE === PACE - 1) yield;
    }
  }

  numberOf(text: string): number {
    return this.#numbers.get(text) ?? this.#add(text);
  }

  list(): PackedList {
    return this.#list.list();
  }

  /** At most two thirds full, so that a look-up takes few steps. */
  slots(ids: readonly string[]): Uint32Array {
    let size = 4;
    while (2 * size < 3 * this.#entries) size *= 2;
    const slots = new Uint32Array(size);
    ids.forEach((id, number) => {
      let slot = hashOf(id) & (size - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot] = number + 1;
    });
    return slots;
  }

  #add(text: string): number {
    const number = this.#list.length;
    this.#list.add(packText(text));
    if (!this.#numbers.has(text)) this.#numbers.set(text, number);
    return number;
  }
}

/** What UTF-8, or its readers, would not give back as it was: half a character, a byte order mark at the beginning. */
const FRAGILE = /^\uFEFF|\p{Cs}/u;

/** A text for MessagePack, or its code units where that would not keep it. */
export function packText(text: string): string | number[] {
  return FRAGILE.test(text) ? Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)) : text;
}

export function unpackText(raw: unknown): string {
  return typeof raw === "string" ? raw : (raw as number[]).map((code) => String.fromCharCode(code)).join("");
}

/** FNV-1a over the code units, with MurmurHash3's last step. */
function hashOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
