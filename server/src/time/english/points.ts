import type { StatedParts } from "../time.ts";
import {
  closedMark,
  dayAt,
  digitsAt,
  isCount,
  keyAt,
  monthAt,
  plainYearAt,
  type Tokens,
  weekdayAt,
  yearAt,
} from "./atoms.ts";
import { COUNTED_THINGS } from "./cues.ts";
import { readPeriod } from "./periods.ts";
import type { Point } from "./point.ts";

/** One date at a token: a calendar date in any of its orders, or a period. */
export function readPoint(tokens: Tokens, index: number): Point | undefined {
  if (index >= tokens.length) return undefined;
  return (
    readWeekdayDate(tokens, index) ??
    readNumeric(tokens, index) ??
    readDayMonth(tokens, index) ??
    readMonthFirst(tokens, index) ??
    readPeriod(tokens, index)
  );
}

/** "Saturday, 18 October 2025", "Sunday the 19th of October"; a weekday alone is a date too. */
function readWeekdayDate(tokens: Tokens, index: number): Point | undefined {
  const weekday = weekdayAt(tokens, index, true);
  if (weekday === undefined) return undefined;
  let at = weekday.next;
  if (keyAt(tokens, at) === ",") at++;
  if (keyAt(tokens, at) === "the") at++;
  const date = readNumeric(tokens, at) ?? readDayMonth(tokens, at) ?? readMonthFirst(tokens, at);
  if (date?.parts.day !== undefined) {
    return { ...date, first: index, weekdayAt: index, parts: { ...date.parts, weekday: weekday.value } };
  }
  return (
    weekdayAt(tokens, index, false) && { first: index, next: index + 1, parts: { weekday: weekday.value } }
  );
}

/** "2025-10-19", "2025-10", "19/10/2025" and "10/19/2025" where the numbers leave one reading, "19.10.2025". */
function readNumeric(tokens: Tokens, index: number): Point | undefined {
  const first = tokens[index];
  if (first === undefined || first.kind !== "number") return undefined;
  if (first.text.includes(".")) return numeric(first.text.split("."), index, index + 1);
  const mark = keyAt(tokens, index + 1);
  if ((mark !== "-" && mark !== "/") || !closedMark(tokens, index + 1, mark)) return undefined;
  const second = tokens[index + 2];
  if (second === undefined || second.spaced || second.kind !== "number") return undefined;
  const third = tokens[index + 4];
  if (closedMark(tokens, index + 3, mark) && third?.kind === "number" && !third.spaced) {
    return numeric([first.text, second.text, third.text], index, index + 5);
  }
  if (tokens[index + 1]!.text !== "-" || first.text.length !== 4 || second.text.length !== 2)
    return undefined;
  const month = Number(second.text);
  // "2005-10" may be two years as well, which hold the month too: that reading is left to the ranges.
  if (month < 1 || month > 12 || month > Number(first.text) % 100) return undefined;
  return plainYearAt(tokens, index) && isoMonth(first.text, month, index);
}

function isoMonth(year: string, month: number, index: number): Point | undefined {
  return { first: index, next: index + 3, parts: { year: Number(year), month } };
}

function numeric(texts: readonly string[], first: number, next: number): Point | undefined {
  if (texts.length !== 3) return undefined;
  const [a, b, c] = texts.map(Number) as [number, number, number];
  if (texts[0]!.length === 4 && texts[1]!.length <= 2 && texts[2]!.length <= 2) {
    return numericPoint(a, b, c, first, next);
  }
  if (texts[2]!.length !== 4 || texts[0]!.length > 2 || texts[1]!.length > 2) return undefined;
  if (b > 12 && a <= 12) return numericPoint(c, a, b, first, next);
  if ((a > 12 && b <= 12) || a === b) return numericPoint(c, b, a, first, next);
  return undefined;
}

function numericPoint(
  year: number,
  month: number,
  day: number,
  first: number,
  next: number,
): Point | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1000 || year > 2199) return undefined;
  return { first, next, parts: { year, month, day } };
}

/** "19 October 2025", "the 19th of October, 2025", "19-Oct-2025". */
function readDayMonth(tokens: Tokens, index: number): Point | undefined {
  const day = dayAt(tokens, index);
  if (day === undefined) return undefined;
  const dashed = keyAt(tokens, day.next) === "-" && closedMark(tokens, day.next, "-");
  const of = keyAt(tokens, day.next) === "of";
  const month = monthAt(tokens, of || dashed ? day.next + 1 : day.next);
  if (month === undefined) return undefined;
  const parts = { month: month.value, day: day.value };
  if (dashed) {
    const year = closedMark(tokens, month.next, "-") ? plainYearAt(tokens, month.next + 1) : undefined;
    return year && { first: index, next: year.next, parts: { ...parts, year: year.value } };
  }
  return { ...withYear(tokens, month.next, parts), first: index };
}

/** "October 19, 2025", "October the 19th", "October 2025", "October". */
function readMonthFirst(tokens: Tokens, index: number): Point | undefined {
  const month = monthAt(tokens, index);
  if (month === undefined) return undefined;
  const day = dayAfterMonth(tokens, month.next);
  if (day !== undefined) {
    return {
      first: index,
      monthFirst: true,
      ...withYear(tokens, day.next, { month: month.value, day: day.value }),
    };
  }
  const found = withYear(tokens, month.next, { month: month.value });
  return { first: index, bare: found.parts.year === undefined, ...found };
}

function dayAfterMonth(tokens: Tokens, index: number): { value: number; next: number } | undefined {
  const at = keyAt(tokens, index) === "the" ? index + 1 : index;
  const token = tokens[at];
  if (token === undefined || !token.spaced) return undefined;
  if (at > index ? token.kind === "number" : token.kind === "word") return undefined;
  const day = dayAt(tokens, at);
  // "April 19:30" is a time of day, "May 5%" a share.
  if (day === undefined || closedMark(tokens, day.next, ":") || keyAt(tokens, day.next) === "%")
    return undefined;
  return day;
}

/** A year after a day or a month: "2025", ", 2025", "of 2025", "'68", "490 BC". */
export function withYear(tokens: Tokens, index: number, parts: StatedParts): Omit<Point, "first"> {
  const joint = keyAt(tokens, index);
  const at = joint === "," || joint === "of" ? index + 1 : index;
  if (joint === "of" && keyAt(tokens, at) === "the" && keyAt(tokens, at + 1) === "year") {
    const year = yearAt(tokens, at + 2);
    if (year !== undefined) return { next: year.next, parts: { ...parts, year: year.value } };
  }
  const year = yearAt(tokens, at);
  if (year === undefined || isAmount(tokens, at, year)) return { next: index, parts };
  return { next: year.next, parts: { ...parts, year: year.value } };
}

/** "On May 5, 2000 soldiers", "in May 1500 people". */
function isAmount(tokens: Tokens, at: number, year: { value: number; next: number }): boolean {
  if (digitsAt(tokens, at) === undefined) return false;
  if (keyAt(tokens, at - 1) === ",") return isCount(tokens, year.next, year.value, true);
  return year.value % 100 === 0 && COUNTED_THINGS.has(keyAt(tokens, year.next));
}
