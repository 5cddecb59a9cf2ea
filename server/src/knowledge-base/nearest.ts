/** Beyond these the search would cost more than its hint is worth. */
const MOST_CANDIDATES = 20_000;
const LONGEST_WORD = 80;

/**
 * The candidate most like a word, if one differs from it by no more than a third of its letters (a letter added,
 * dropped or replaced, or two neighbours swapped; capitals do not count). The first of equals.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const sought = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(sought.length / 3)) + 1;
  let seen = 0;
  for (const candidate of candidates) {
    if (++seen > MOST_CANDIDATES) break;
    if (Math.abs(candidate.length - sought.length) >= least) continue;
    const distance = editDistance(sought, candidate.toLowerCase(), least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** The optimal string alignment distance; a result of `limit` or more only says that it is no less. */
function editDistance(a: string, b: string, limit: number): number {
  let [beforeLast, last, row] = [
    new Uint16Array(b.length + 1),
    new Uint16Array(b.length + 1),
    new Uint16Array(b.length + 1),
  ];
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least >= limit) return limit;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length]!;
}
