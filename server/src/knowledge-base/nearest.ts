/** Beyond these the search would cost more than its hint is worth. */
const MOST_CANDIDATES = 20_000;
const LONGEST_WORD = 80;

/** Shorter words are like too many others. */
const SHORTEST_WORD = 3;

/** The candidate that is meant by a misspelt word. */
export interface Near {
  readonly word: string;
  /** Only one is that like it, by a single slip, and no digit differs: nothing else can be meant. */
  readonly sure: boolean;
}

/**
 * The candidate most like a word, if one differs from it by no more than a third of its letters (a letter added,
 * dropped or replaced, or two neighbours swapped; capitals do not count), or is its plural or singular. The first of
 * equals.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return near(word, candidates)?.word;
}

/** The same, and whether it is surely that one. */
export function near(word: string, candidates: Iterable<string>): Near | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const sought = word.toLowerCase();
  let best: string | undefined;
  let least = sought.length < SHORTEST_WORD ? 1 : Math.floor(sought.length / 3) + 1;
  let equals = 0;
  let seen = 0;
  for (const candidate of candidates) {
    if (++seen > MOST_CANDIDATES) break;
    const distance = distanceOf(sought, candidate, least);
    if (distance === least && best !== undefined) equals++;
    if (distance >= least) continue;
    least = distance;
    best = candidate;
    equals = 0;
  }
  if (best === undefined) return undefined;
  const sameDigits = best.replace(/\D/g, "") === word.replace(/\D/g, "");
  return { word: best, sure: least <= 1 && equals === 0 && sameDigits && word.length > SHORTEST_WORD };
}

/** How far a candidate is from a word in lower case; one more than `limit` only says that it is farther than that. */
function distanceOf(sought: string, candidate: string, limit: number): number {
  const difference = candidate.length - sought.length;
  if (Math.abs(difference) > Math.max(limit, 2)) return limit + 1;
  const other = candidate.toLowerCase();
  if (limit > 1 && (difference > 0 ? isPlural(other, sought) : isPlural(sought, other))) return 1;
  return editDistance(sought, other, limit + 1);
}

function isPlural(word: string, singular: string): boolean {
  if (!word.endsWith("s")) return false;
  return word === `${singular}s` || word === `${singular}es` || word === singular.replace(/y$/, "ies");
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
