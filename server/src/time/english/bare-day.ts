import type { Relative } from "../time.ts";
import { keyAt, type Tokens } from "./atoms.ts";
import { DEICTICS } from "./cues.ts";
import { isFree } from "./plausible.ts";
import type { Point } from "./point.ts";

/** "the 19th of that month", "the 20th of last month", "on the 28th": a day of a month that is spoken of elsewhere. */
export function readBareDay(tokens: Tokens, day: Point, floor: number): Point | undefined {
  const { first, next, parts } = day;
  if (tokens[first]!.kind !== "ordinal") return undefined;
  const month = monthAfter(tokens, next);
  if (month !== undefined) return { first, next, parts, tail: month.next, relative: month.relative };
  if (first - 1 < floor || keyAt(tokens, first - 1) !== "the") return undefined;
  const before = keyAt(tokens, first - 2);
  const introduced = DAY_PREPOSITIONS.has(before) || (before === "of" && keyAt(tokens, first - 3) === "week");
  if (keyAt(tokens, next) === "of" || !introduced || !isFree(tokens, next)) return undefined;
  return { first, next, parts, relative: { unit: "month", shift: 0, from: "previous" } };
}

/** "of the same month", "of next month", "day of the month", "this month". */
function monthAfter(tokens: Tokens, index: number): { next: number; relative: Relative } | undefined {
  const of = keyAt(tokens, index) === "day" ? index + 1 : index;
  const at = keyAt(tokens, of) === "of" ? of + 1 : of;
  const article = at > of && keyAt(tokens, at) === "the";
  const word = article ? at + 1 : at;
  const deictic = DEICTICS.get(keyAt(tokens, word));
  if (deictic === undefined) {
    return article && keyAt(tokens, word) === "month"
      ? { next: word + 1, relative: { unit: "month", shift: 0, from: "previous" } }
      : undefined;
  }
  const same = keyAt(tokens, word + 1) === "same" ? 1 : 0;
  if (keyAt(tokens, word + 1 + same) !== "month") return undefined;
  // "the 19th of this month" is said of the month of the story as well as of the writer's own.
  const from = keyAt(tokens, word) === "this" && at > of ? "previous" : deictic.from;
  return { next: word + 2 + same, relative: { unit: "month", shift: deictic.shift, from } };
}

const DAY_PREPOSITIONS: ReadonlySet<string> = new Set([
  "on",
  "by",
  "until",
  "till",
  "since",
  "from",
  "before",
  "after",
]);
