/** A check sum of 16 bytes: the fastest that the place has which no damaged byte escapes. */
export type Checksum = (bytes: Uint8Array) => Uint8Array;

export type Section = Uint8Array | Uint16Array | Uint32Array;

const MAGIC = [0x89, 0x41, 0x69, 0x64, 0x65, 0x0d, 0x0a, 0x1a];
/** To be raised whenever the same bytes would mean something else. */
const FORMAT = 1;
const BYTE_ORDER = 0x01020304;
const SUM = 16;
/** What stands before the table of sections, in words of 32 bits: the magic number, then these. */
const HEAD = { format: 2, byteOrder: 3, length: 4, sections: 5, size: 6 };

/**
 * Sections as one piece: a head with the format's version, the length and the place of each section, the sections, and
 * a check sum of all before it. Undefined where they are too large to be counted in 32 bits.
 */
export function pack(sections: readonly Section[], checksum: Checksum): Uint8Array | undefined {
  const starts: number[] = [];
  let end = 4 * (HEAD.size + 2 * sections.length);
  for (const { byteLength } of sections) {
    starts.push(aligned(end));
    end = aligned(end) + byteLength;
  }
  const length = aligned(end) + SUM;
  if (length >= 2 ** 31) return undefined;
  const bytes = new Uint8Array(length);
  const words = new Uint32Array(bytes.buffer, 0, HEAD.size + 2 * sections.length);
  bytes.set(MAGIC);
  words[HEAD.format] = FORMAT;
  words[HEAD.byteOrder] = BYTE_ORDER;
  words[HEAD.length] = length;
  words[HEAD.sections] = sections.length;
  sections.forEach((section, i) => {
    words.set([starts[i]!, section.byteLength], HEAD.size + 2 * i);
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), starts[i]);
  });
  bytes.set(checksum(bytes.subarray(0, -SUM)), length - SUM);
  return bytes;
}

/** As many bytes of a piece tell its length. */
export const HEAD_SIZE = 4 * HEAD.size;

/** The length of the piece that begins so, whatever comes after it; 0 where it is none of this format. */
export function lengthFrom(head: Uint8Array): number {
  if (head.length < HEAD_SIZE || !MAGIC.every((byte, i) => head[i] === byte)) return 0;
  return new DataView(head.buffer, head.byteOffset).getUint32(4 * HEAD.length, isLittleEndian(head));
}

function isLittleEndian(head: Uint8Array): boolean {
  return head[4 * HEAD.byteOrder] === (BYTE_ORDER & 0xff);
}

/** The sections of such a piece, as views of it; undefined where it is of another format, or in the least damaged. */
export function unpack(given: Uint8Array, checksum: Checksum): Uint8Array[] | undefined {
  if (given.length < 4 * HEAD.size + SUM) return undefined;
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  const sound =
    MAGIC.every((byte, i) => bytes[i] === byte) &&
    words[HEAD.format] === FORMAT &&
    words[HEAD.byteOrder] === BYTE_ORDER &&
    words[HEAD.length] === bytes.length;
  if (!sound || !isEqual(checksum(bytes.subarray(0, -SUM)), bytes.subarray(-SUM))) return undefined;
  return Array.from({ length: words[HEAD.sections]! }, (_, i) => {
    const start = words[HEAD.size + 2 * i]!;
    return bytes.subarray(start, start + words[HEAD.size + 2 * i + 1]!);
  });
}

export function wordsOf(section: Uint8Array): Uint32Array {
  return new Uint32Array(section.buffer, section.byteOffset, section.byteLength >> 2);
}

function aligned(offset: number): number {
  return (offset + 7) & ~7;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
