import type { NumberBound } from "./quantity.ts";

const BEFORE: readonly (readonly [NumberBound, string])[] = [
  [
    "about",
    "about|around|some|roughly|approximately|approx|circa|ca|c|an estimated|estimated|something like|in the region of|in the order of|on the order of|~|≈",
  ],
  [
    "nearly",
    "nearly|almost|just under|a little under|slightly under|a little less than|slightly less than|just below|close to|approaching|not quite|just short of|a little short of|slightly fewer than|just shy of|shy of",
  ],
  [
    "justOver",
    "just over|a little over|slightly over|slightly more than|a little more than|just above|something over|a shade over|a bit over|just more than|somewhat more than|somewhat over",
  ],
  [
    "moreThan",
    "more than|over|above|upwards of|upward of|in excess of|exceeding|well over|far more than|well above|better than|>|greater than|beyond|north of",
  ],
  [
    "atLeast",
    "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum of|not under|≥",
  ],
  ["lessThan", "less than|fewer than|under|below|well under|well below|far fewer than|far less than|<"],
  ["atMost", "at most|no more than|not more than|up to|a maximum of|maximum of|at the most|≤|not over"],
  ["exact", "exactly|precisely|only|just|a mere|a total of|as many as|as much as|all of"],
];

const AFTER: readonly (readonly [NumberBound, string])[] = [
  ["about", "or so|or thereabouts|- odd|odd"],
  ["atLeast", "or more|+|or over|at least|and more|at the least"],
  ["atMost", "or less|or fewer|or under|at most|at the most"],
];

interface Phrase {
  readonly words: readonly string[];
  readonly bound: NumberBound;
}

/** Longest first. */
function phrases(lists: typeof BEFORE): Phrase[] {
  return lists
    .flatMap(([bound, list]) => list.split("|").map((phrase) => ({ words: phrase.split(" "), bound })))
    .sort((a, b) => b.words.length - a.words.length);
}

const LEADING = groupBy(phrases(BEFORE), ({ words }) => words.at(-1)!);
const TRAILING = groupBy(phrases(AFTER), ({ words }) => words[0]!);

/** The bound whose words end right before a token, and the first of them. */
export function boundBefore(
  keys: readonly string[],
  at: number,
): { bound: NumberBound; from: number } | undefined {
  const found = LEADING.get(keys[at - 1] ?? "")?.find(
    ({ words }) => at >= words.length && words.every((word, k) => keys[at - words.length + k] === word),
  );
  return found && { bound: found.bound, from: at - found.words.length };
}

/** The bound whose words begin at a token, and one past the last of them. */
export function boundAfter(
  keys: readonly string[],
  at: number,
): { bound: NumberBound; to: number } | undefined {
  const found = TRAILING.get(keys[at] ?? "")?.find(({ words }) =>
    words.every((word, k) => keys[at + k] === word),
  );
  return found && { bound: found.bound, to: at + found.words.length };
}

/** The words to use for a bound, of those that may stand before a number. */
export function boundWords(bound: NumberBound): string {
  return {
    about: "about",
    nearly: "nearly",
    justOver: "just over",
    moreThan: "more than",
    atLeast: "at least",
    lessThan: "less than",
    atMost: "at most",
    exact: "",
  }[bound];
}

function groupBy(all: readonly Phrase[], by: (phrase: Phrase) => string): Map<string, Phrase[]> {
  const groups = new Map<string, Phrase[]>();
  for (const phrase of all) groups.set(by(phrase), [...(groups.get(by(phrase)) ?? []), phrase]);
  return groups;
}
