import type { Relative } from "../time.ts";
import { dayAt, keyAt, type Tokens, weekdayAt } from "./atoms.ts";
import { DEICTICS } from "./cues.ts";
import { isFree } from "./plausible.ts";
import type { Point } from "./point.ts";

/**
 * "Saturday, 18 October 2025", "Sunday the 19th of October", "Tuesday the 19th", "Tuesday of last week"; a weekday
 * alone is a date too.
 */
export function readWeekday(
  tokens: Tokens,
  index: number,
  readDay: (tokens: Tokens, index: number) => Point | undefined,
): Point | undefined {
  const weekday = weekdayAt(tokens, index, true);
  if (weekday === undefined) return undefined;
  const comma = keyAt(tokens, weekday.next) === "," ? weekday.next + 1 : weekday.next;
  const at = keyAt(tokens, comma) === "the" ? comma + 1 : comma;
  const date = readDay(tokens, at);
  const parts = { weekday: weekday.value };
  if (date?.parts.day !== undefined) {
    return { weekdayAt: index, ...date, first: index, parts: Object.assign({}, date.parts, parts) };
  }
  const day = tokens[at]?.kind === "number" || date !== undefined ? undefined : dayAt(tokens, at);
  if (day !== undefined && comma === weekday.next && isFree(tokens, day.next)) {
    const relative: Relative = { unit: "month", shift: 0, from: "previous" };
    return { first: index, next: day.next, weekdayAt: index, parts: { ...parts, day: day.value }, relative };
  }
  if (weekdayAt(tokens, index, false) === undefined) return undefined;
  return { first: index, next: index + 1, parts, ...weekAfter(tokens, index + 1) };
}

/** "of last week", "this week", "of the following week". */
function weekAfter(tokens: Tokens, index: number): Partial<Point> {
  const of = keyAt(tokens, index) === "of" ? index + 1 : index;
  const at = of > index && keyAt(tokens, of) === "the" ? of + 1 : of;
  const deictic = DEICTICS.get(keyAt(tokens, at));
  if (deictic === undefined || keyAt(tokens, at + 1) !== "week") return {};
  return { tail: at + 2, relative: { unit: "week", ...deictic } };
}
