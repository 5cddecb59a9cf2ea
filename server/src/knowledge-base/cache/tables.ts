import type { Arrays, NumberArray } from "../tables.ts";
import { type Checksum, pack, unpack } from "./container.ts";

/** A table's name, and how many bytes a number has in each of its arrays. */
type Outline = readonly [name: string, widths: readonly number[]];

/** Tables as bytes, to be opened with the same stamp. Undefined where they are too large. */
export function packTables(
  tables: ReadonlyMap<string, Arrays>,
  stamp: string,
  checksum: Checksum,
): Uint8Array | undefined {
  const outlines = Array.from(
    tables,
    ([name, arrays]): Outline => [name, arrays.map((array) => array.BYTES_PER_ELEMENT)],
  );
  const texts = [stamp, JSON.stringify(outlines)].map((text) => new TextEncoder().encode(text));
  return pack([...texts, ...[...tables.values()].flat()], checksum);
}

/** Finds tables by name in what {@link packTables} made with the same stamp; undefined for whatever else, and for what is damaged. */
export function openTables(
  bytes: Uint8Array,
  stamp: string,
  checksum: Checksum,
): ReadonlyMap<string, Arrays> | undefined {
  const sections = unpack(bytes, checksum);
  if (sections === undefined || new TextDecoder().decode(sections[0]) !== stamp) return undefined;
  const outlines: readonly Outline[] = JSON.parse(new TextDecoder().decode(sections[1]));
  let next = 2;
  return new Map(
    outlines.map(([name, widths]) => [name, widths.map((width) => numbersIn(sections[next++]!, width))]),
  );
}

function numbersIn({ buffer, byteOffset, byteLength }: Uint8Array, width: number): NumberArray {
  if (width === 4) return new Uint32Array(buffer, byteOffset, byteLength / 4);
  return width === 2
    ? new Uint16Array(buffer, byteOffset, byteLength / 2)
    : new Uint8Array(buffer, byteOffset, byteLength);
}
