/**
 * The number of letters to insert, delete, replace or swap with their neighbour to make `a` of `b` (optimal string
 * alignment, Damerau 1964), or `limit + 1` as soon as it is more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (rows[0].length <= b.length) rows = [0, 0, 0].map(() => new Uint16Array(2 * b.length + 2)) as Rows;
  let before = rows[0];
  let last = rows[1];
  let row = rows[2];
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    const free = before;
    before = last;
    last = row;
    row = free;
  }
  return last[b.length]!;
}

/** The rows that are being filled, for words of any length so far: this is asked of so many that they are made once. */
type Rows = [Uint16Array, Uint16Array, Uint16Array];
let rows: Rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)];

/** How many edits a misspelling of a word of this length may have: short words are too easily another word. */
export function tolerance(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * Two neighbouring letters of a long word have changed places ("Holalnder" for "Hollander"): a slip of the fingers, and
 * hardly ever another name. Vowels are left out ("Neil" and "Niel" are both names).
 */
export function isSwap(written: string, right: string): boolean {
  if (written.length !== right.length || right.length < SWAPPED_LENGTH || written === right) return false;
  let at = 0;
  while (written[at] === right[at]) at++;
  const isVowels = /^[aeiouy]{2}$/.test(right.slice(at, at + 2));
  const isSwapped = written[at] === right[at + 1] && written[at + 1] === right[at];
  return at > 0 && isSwapped && !isVowels && written.slice(at + 2) === right.slice(at + 2);
}

const SWAPPED_LENGTH = 7;
