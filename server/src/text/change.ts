import type { Text } from "./text.ts";

/** What is different between two texts: a stretch of the older one, and what stands there in the newer. */
export interface Change {
  /** Up to here both are the same. */
  readonly start: number;
  /** From here on in the older text, and in the newer one, both are the same again. */
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** So many code units are compared at a time, which engines do at the speed of memory. */
const CHUNK = 4096;

/**
 * The one stretch in which two texts differ; none if they are equal. Pieces that one has of the other are the same without a
 * look; all else is compared, a few GB a second.
 */
export function changeBetween(older: Text, newer: Text): Change | undefined {
  if (older === newer) return undefined;
  const [a, b] = [older.pieces, newer.pieces];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const start = older.starts[head]!;
  const [oldEnd, newEnd] = [older.starts[a.length - tail]!, newer.starts[b.length - tail]!];
  return changeIn(older.slice(start, oldEnd), newer.slice(start, newEnd), start);
}

/** The same of two strings, of which the places are moved. */
function changeIn(older: string, newer: string, by: number): Change | undefined {
  if (older === newer) return undefined;
  const shorter = Math.min(older.length, newer.length);
  let start = 0;
  while (start < shorter && older.slice(start, start + CHUNK) === newer.slice(start, start + CHUNK))
    start += CHUNK;
  start = Math.min(start, shorter);
  while (start < shorter && older.charCodeAt(start) === newer.charCodeAt(start)) start++;
  let same = 0;
  const most = shorter - start;
  const isSame = (length: number) =>
    older.slice(older.length - same - length, older.length - same) ===
    newer.slice(newer.length - same - length, newer.length - same);
  while (same + CHUNK <= most && isSame(CHUNK)) same += CHUNK;
  while (same < most && isSame(1)) same++;
  return { start: by + start, oldEnd: by + older.length - same, newEnd: by + newer.length - same };
}
