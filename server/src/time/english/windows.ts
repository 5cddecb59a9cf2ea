import type { Relative, Unit } from "../time.ts";
import { keyAt, type Tokens } from "./atoms.ts";
import { DEICTICS } from "./cues.ts";
import type { Quantity } from "./quantities.ts";
import { isAhead } from "./tense.ts";

/** So many units up to a day or from it on, and the index of the first token that says so. */
export interface Window {
  readonly start: number;
  readonly relative: Relative;
}

/** "the past three years", "the next two decades", "five previous weeks". */
export function windowOf(
  tokens: Tokens,
  index: number,
  { first, amount, bound, joined }: Quantity,
  unit: Unit,
  times: number,
  floor: number,
): Window | undefined {
  if (amount === undefined || bound !== "exact" || joined) return undefined;
  // "the three preceding years" as well.
  const inside = DIRECTIONS.has(keyAt(tokens, index - 1));
  const word = inside ? keyAt(tokens, index - 1) : first > floor ? keyAt(tokens, first - 1) : "";
  const shift = DIRECTIONS.get(word);
  if (shift === undefined) return undefined;
  const head = inside ? first : first - 1;
  const the = head > floor && keyAt(tokens, head - 1) === "the" ? 1 : 0;
  const start = head - the;
  const from = shift > 0 && the === 1 && !isAhead(tokens, start) ? "previous" : DEICTICS.get(word)!.from;
  return { start, relative: { unit, shift, from, count: amount * times } };
}

/** "over the past decade", "within the next year": the years up to the day of writing, or from it on. */
export function windowOfOne(
  tokens: Tokens,
  index: number,
  { unit, times }: { unit: Unit; times: number },
  floor: number,
): Window | undefined {
  const word = keyAt(tokens, index - 1);
  const the = index - 1 > floor && keyAt(tokens, index - 2) === "the" ? 1 : 0;
  const start = index - 1 - the;
  const before = start > floor ? keyAt(tokens, start - 1) : "";
  const day = unit === "day" && times === 1;
  const past = word === "past" && !day && before !== "this";
  const over =
    !day && (word === "last" || word === "next") && the === 1 && (times > 1 || SPANNING.has(before));
  if (!past && !over) return undefined;
  const shift = word === "next" ? 1 : -1;
  const from = shift > 0 && !isAhead(tokens, start) ? "previous" : "draft";
  return { start, relative: { unit, shift, from, count: times } };
}

const DIRECTIONS: ReadonlyMap<string, -1 | 1> = new Map([
  ["last", -1],
  ["past", -1],
  ["previous", -1],
  ["preceding", -1],
  ["next", 1],
  ["coming", 1],
  ["upcoming", 1],
  ["following", 1],
] as const);

/** Over a stretch of time, not in one of the calendar's units. */
const SPANNING: ReadonlySet<string> = new Set(["over", "within", "throughout", "during"]);
