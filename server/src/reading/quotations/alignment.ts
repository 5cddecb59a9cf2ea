import type { QuotedWord } from "./words.ts";

/** How the words of a quotation stand to those of a source. */
export interface Alignment {
  /** Words that would have to be changed, added or left out. */
  readonly distance: number;
  /** For each word of the quotation the word of the source that it stands for; undefined: none. */
  readonly partners: readonly (number | undefined)[];
  /** The source's words that it takes: first, and one past the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * The cheapest way to read a quotation into a stretch of a source, which it may begin and end anywhere in (semi-global
 * alignment, Sellers 1980). Words in brackets stand for anything. O(words of the one × words of the other).
 */
export function align(
  quotation: readonly QuotedWord[],
  source: readonly QuotedWord[],
  start: number,
  end: number,
): Alignment {
  const n = quotation.length;
  const m = end - start;
  const width = m + 1;
  const costs = new Int32Array((n + 1) * width);
  for (let i = 1; i <= n; i++) {
    const { free, key } = quotation[i - 1]!;
    // After words in brackets, words of the source may be left out for nothing.
    const skip = i < n && (free || quotation[i]!.free) ? 0 : 1;
    const drop = free ? 0 : 1;
    costs[i * width] = costs[(i - 1) * width]! + drop;
    for (let j = 1; j <= m; j++) {
      const change = free || key === source[start + j - 1]!.key ? 0 : 1;
      costs[i * width + j] = Math.min(
        costs[(i - 1) * width + j - 1]! + change,
        costs[(i - 1) * width + j]! + drop,
        costs[i * width + j - 1]! + skip,
      );
    }
  }
  let last = 0;
  for (let j = 1; j <= m; j++) if (costs[n * width + j]! <= costs[n * width + last]!) last = j;
  return traced(quotation, source, start, last, costs, width);
}

function traced(
  quotation: readonly QuotedWord[],
  source: readonly QuotedWord[],
  start: number,
  last: number,
  costs: Int32Array,
  width: number,
): Alignment {
  const partners: (number | undefined)[] = new Array(quotation.length).fill(undefined);
  let i = quotation.length;
  let j = last;
  while (i > 0) {
    const cost = costs[i * width + j]!;
    const { free, key } = quotation[i - 1]!;
    const change = j > 0 && (free || key === source[start + j - 1]!.key) ? 0 : 1;
    if (j > 0 && cost === costs[(i - 1) * width + j - 1]! + change) {
      partners[i - 1] = start + j - 1;
      i--;
      j--;
    } else if (cost === costs[(i - 1) * width + j]! + (free ? 0 : 1)) i--;
    else j--;
  }
  return { distance: costs[quotation.length * width + last]!, partners, from: start + j, to: start + last };
}
