import { closedMark, dayAt, keyAt, monthAt, type Read, type Tokens, yearAt } from "./atoms.ts";
import { readDigits } from "./digits.ts";
import { readPart } from "./parts.ts";
import { readNumberPeriod, readPeriod } from "./periods.ts";
import { isFree } from "./plausible.ts";
import type { Point } from "./point.ts";
import { readWeekday } from "./weekdays.ts";
import { AMBIGUOUS_MONTHS, MONTHS } from "./words.ts";
import { withYear } from "./year-after.ts";

/** One date at a token: a calendar date in any of its orders, or a period. */
export function readPoint(tokens: Tokens, index: number): Point | undefined {
  if (index >= tokens.length) return undefined;
  // Most numbers are none, so they are put to no more readers than can take them.
  if (tokens[index]!.kind === "number")
    return (
      readDigits(tokens, index) ??
      readDayMonth(tokens, index) ??
      readPart(tokens, index) ??
      readNumberPeriod(tokens, index)
    );
  return (
    readWeekday(tokens, index, readDay) ??
    readDigits(tokens, index) ??
    readDayMonth(tokens, index) ??
    readMonthFirst(tokens, index) ??
    readPart(tokens, index) ??
    readPeriod(tokens, index)
  );
}

/** A calendar date that a weekday may stand before. */
function readDay(tokens: Tokens, index: number): Point | undefined {
  return readDigits(tokens, index) ?? readDayMonth(tokens, index) ?? readMonthFirst(tokens, index);
}

/** "19 October 2025", "the 19th of October, 2025". */
function readDayMonth(tokens: Tokens, index: number): Point | undefined {
  const day = dayAt(tokens, index);
  if (day === undefined) return undefined;
  const at = pastOf(tokens, day.next);
  const month = monthAt(tokens, at) ?? commonMonth(tokens, index, at);
  if (month === undefined) return undefined;
  const { parts, next } = withYear(tokens, month.next, { month: month.value, day: day.value });
  return { first: index, next, parts };
}

/** "of" or "day of" after a day of the month. */
function pastOf(tokens: Tokens, index: number): number {
  if (keyAt(tokens, index) === "of") return index + 1;
  return keyAt(tokens, index) === "day" && keyAt(tokens, index + 1) === "of" ? index + 2 : index;
}

/** "the first of march": after an ordinal and "of" it is a month in any case. */
function commonMonth(tokens: Tokens, day: number, at: number): Read | undefined {
  if (keyAt(tokens, at - 1) !== "of" || tokens[day]!.kind === "number") return undefined;
  const month = MONTHS.get(keyAt(tokens, at));
  return month === undefined ? undefined : { value: month, next: at + 1 };
}

/** "October 19, 2025", "October the 19th", "October 2025", "October". */
function readMonthFirst(tokens: Tokens, index: number): Point | undefined {
  const month = monthAt(tokens, index);
  if (month === undefined) return undefined;
  const day = dayAfterMonth(tokens, month.next);
  if (day !== undefined) {
    const { parts, next } = withYear(tokens, day.next, { month: month.value, day: day.value });
    return { first: index, next, parts, monthFirst: true };
  }
  const { parts, next } = withYear(tokens, month.next, { month: month.value });
  return { first: index, next, parts, bare: parts.year === undefined };
}

function dayAfterMonth(tokens: Tokens, index: number): { value: number; next: number } | undefined {
  const at = keyAt(tokens, index) === "the" ? index + 1 : index;
  const token = tokens[at];
  if (token === undefined || !token.spaced) return undefined;
  if (at > index && token.kind === "number") return undefined;
  const day = dayAt(tokens, at);
  // "May second the motion", "In March second graders".
  if (at === index && token.kind === "word" && day !== undefined && !isFree(tokens, day.next))
    return yearAt(tokens, day.next) && !AMBIGUOUS_MONTHS.has(keyAt(tokens, index - 1)) ? day : undefined;
  if (at === index && token.kind === "word" && AMBIGUOUS_MONTHS.has(keyAt(tokens, index - 1)))
    return undefined;
  // "April 19:30" is a time of day, "May 5%" a share.
  if (day === undefined || isTimeOfDay(tokens, day.next) || keyAt(tokens, day.next) === "%") return undefined;
  return day;
}

/** "19:30", not "Oct. 22: The board met". */
function isTimeOfDay(tokens: Tokens, index: number): boolean {
  return closedMark(tokens, index, ":") && tokens[index + 1]?.kind === "number" && !tokens[index + 1]!.spaced;
}
