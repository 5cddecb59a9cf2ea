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

/** The one stretch in which two texts differ; none if they are equal. Linear, a few GB a second. */
export function changeBetween(older: string, newer: string): Change | undefined {
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
  return { start, oldEnd: older.length - same, newEnd: newer.length - same };
}
