import type { CalendarStatement } from "../reading/reading.ts";
import { type Span, slice, span } from "../text/span.ts";
import { dateExists, dayNumber, isLeapYear, monthLength } from "../time/calendar.ts";
import { timeValue } from "../time/edtf.ts";
import { Interval, type StatedParts, type TimeMention } from "../time/time.ts";
import { unitAround } from "../time/units.ts";
import { daysOf } from "../time/values.ts";
import { ordinalSuffix, writeTime } from "../time/write.ts";
import type { Check, Fix, Report } from "./check.ts";

export const calendar: Check = {
  id: "calendar",
  title: "A date that does not exist, or a range that runs backwards",
  severity: "error",
  ofContradicted: true,
  *part({ statements, draft }) {
    for (const statement of statements) {
      if (statement.kind !== "calendar") continue;
      const { time } = statement;
      const parts = time && missingDay(time);
      const report =
        parts === undefined ? backwards(statement, draft.text) : noSuchDay(time!, parts, draft.text);
      yield { ...report, knowledge: [], evidence: [], related: [] };
    }
  },
};

type Core = Pick<Report, "message" | "span" | "fixes">;

interface DayParts {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/** The end of a date that is no day of the calendar. */
function missingDay({
  stated,
  statedEnd,
}: TimeMention): (DayParts & { readonly isEnd: boolean }) | undefined {
  for (const parts of [stated, ...(statedEnd === undefined ? [] : [statedEnd])]) {
    const { year, month, day } = parts;
    if (month === undefined || day === undefined || dateExists(month, day, year)) continue;
    return { ...(year === undefined ? {} : { year }), month, day, isEnd: parts === statedEnd };
  }
  return undefined;
}

/** What is marked is the number that is wrong; a fix of the whole date has its own span. */
function noSuchDay(time: TimeMention, parts: DayParts & { readonly isEnd: boolean }, text: string): Core {
  const { year, month, day, isEnd } = parts;
  const last = monthLength(month, year);
  const words = slice(text, time.core);
  const dayAt = placeOf(words, String(day), isEnd, time.core.start);
  const yearAt = year === undefined ? undefined : placeOf(words, String(year), isEnd, time.core.start);
  const lastDay = dayAt && { newText: `${last}${suffixIn(slice(text, dayAt), last)}`, safe: false };
  const next = nextDay(time, parts);
  const rest = next === undefined ? [] : [{ newText: next, safe: false, span: time.core }];
  const isLeapDay = month === 2 && day === 29 && year !== undefined;
  const message = `${time.problem} ${isLeapDay ? "" : `The last one is ${last}.`}`.trim();
  if (isLeapDay && yearAt !== undefined) {
    const fixes: Fix[] = leapYearsBeside(year).map((other) => ({ newText: String(other), safe: false }));
    const { core } = time;
    const instead = lastDay && {
      newText: text.slice(core.start, dayAt.start) + lastDay.newText + text.slice(dayAt.end, core.end),
      safe: false,
      span: core,
    };
    return { message, span: yearAt, fixes: [...fixes, ...(instead ? [instead] : []), ...rest] };
  }
  return { message, span: dayAt ?? time.core, fixes: lastDay === undefined ? rest : [lastDay, ...rest] };
}

/** Where a number stands in a date: the first or the last of its kind. */
function placeOf(words: string, number: string, last: boolean, offset: number): Span | undefined {
  const found = [...words.matchAll(new RegExp(`(?<!\\d)${number}(?:st|nd|rd|th)?(?![\\d\\p{L}])`, "gu"))];
  const match = last ? found.at(-1) : found[0];
  return match && span(offset + match.index, offset + match.index + match[0].length);
}

function suffixIn(written: string, day: number): string {
  return /\p{L}/u.test(written) ? ordinalSuffix(day) : "";
}

/** The nearest leap year, or the two that are equally near. */
function leapYearsBeside(year: number): number[] {
  for (let distance = 1; distance <= 8; distance++) {
    const found = [year + distance, year - distance].filter(isLeapYear);
    if (found.length > 0) return found;
  }
  return [];
}

/** "1 October" for "31 September", in the writer's form. */
function nextDay(time: TimeMention, { year, month, day }: DayParts): string | undefined {
  if (
    time.statedEnd !== undefined ||
    time.stated.weekday !== undefined ||
    day !== monthLength(month, year) + 1
  )
    return undefined;
  const next = unitAround(dayNumber(year ?? 2001, month, day), "day");
  return writeTime(timeValue(next, "day"), time);
}

/** The ends the other way round, where they can be written so. */
function backwards({ time, span }: CalendarStatement, text: string): Core {
  const message = "The range ends before it begins.";
  if (time === undefined && /^\d\d$/.test(slice(text, span)))
    return { message: `No month has a day ${slice(text, span)}.`, span, fixes: [] };
  if (time === undefined) {
    const newText = slice(text, span).replace(/^(\d{4})(.*?)(\d{4})$/s, "$3$2$1");
    return { message, span, fixes: [{ newText, safe: false }] };
  }
  const newText = turned(time);
  return { message, span: time.core, fixes: newText === undefined ? [] : [{ newText, safe: false }] };
}

function turned(time: TimeMention): string | undefined {
  const { stated, statedEnd } = time;
  if (stated.weekday !== undefined || statedEnd?.weekday !== undefined) return undefined;
  const [from, to] = [daysIn(statedEnd ?? {}), daysIn(stated)];
  if (from === undefined || to === undefined || from.precision !== to.precision) return undefined;
  return writeTime(timeValue(new Interval(from.start, to.end), from.precision, { range: true }), time);
}

/** A form without a year is written as in any year. */
function daysIn(parts: StatedParts) {
  return daysOf({ ...parts, year: parts.year ?? 2001 });
}
