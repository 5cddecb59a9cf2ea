import { Decoder, Encoder } from "@msgpack/msgpack";

// MessagePack of arrays, texts, numbers and truth values.
const encoder = new Encoder();
const decoder = new Decoder();

/** Values one after the other, with a table of where each begins: any of them is unpacked without the others. */
export class PackedList {
  /** Where each value begins, and where the last one ends. */
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;

  constructor(offsets: Uint32Array, bytes: Uint8Array) {
    this.offsets = offsets;
    this.bytes = bytes;
  }

  get length(): number {
    return this.offsets.length - 1;
  }

  at(index: number): unknown {
    return decoder.decode(this.bytes.subarray(this.offsets[index], this.offsets[index + 1]));
  }
}

/** Packs values for a {@link PackedList}. */
export class ListPacker {
  #offsets = new Uint32Array(256);
  #bytes = new Uint8Array(4096);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(value: unknown): void {
    const start = this.#offsets[this.#length]!;
    const packed = encoder.encodeSharedRef(value);
    const end = start + packed.length;
    if (end > this.#bytes.length) this.#bytes = grown(this.#bytes, new Uint8Array(2 * end));
    this.#bytes.set(packed, start);
    if (++this.#length === this.#offsets.length)
      this.#offsets = grown(this.#offsets, new Uint32Array(2 * this.#length));
    this.#offsets[this.#length] = end;
  }

  list(): PackedList {
    const offsets = this.#offsets.subarray(0, this.#length + 1);
    return new PackedList(offsets, this.#bytes.subarray(0, offsets[this.#length]));
  }
}

function grown<T extends Uint8Array | Uint32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
