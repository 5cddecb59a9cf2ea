import type { Reading } from "../language.ts";
import {
  dayAt,
  isCapitalised,
  keyAt,
  monthAt,
  plainYearAt,
  type Read,
  type Tokens,
  weekdayAt,
} from "./atoms.ts";
import { readBareDay } from "./bare-day.ts";
import { readJointEra } from "./eras.ts";
import { expressionsOf } from "./expressions.ts";
import { pastOtherCalendar } from "./other-calendars.ts";
import { secondYear } from "./periods.ts";
import { isFree } from "./plausible.ts";
import type { Point } from "./point.ts";
import { readPoint } from "./points.ts";
import type { Item } from "./sharing.ts";
import { WEEKDAY_ABBREVIATIONS, WEEKDAYS } from "./words.ts";
import { withYear } from "./year-after.ts";

/** Dates that begin at a token: one, a range, or a list whose members share a month or a year. */
export function readDates(tokens: Tokens, index: number, floor: number): Reading | undefined {
  const foreign = pastOtherCalendar(tokens, index);
  if (foreign !== undefined) return { expressions: [], next: foreign };
  const joint = readJointEra(tokens, index);
  if (joint !== undefined) return expressionsOf(tokens, joint, floor);
  const first = readItem(tokens, index, undefined);
  if (first === undefined) return undefined;
  if (first.dayOnly && namesThing(tokens, index)) return undefined;
  if (first.either !== undefined) return expressionsOf(tokens, [{ point: first }], floor);
  const between = betweenBefore(tokens, index, floor);
  let items: readonly Item[] = [{ point: first }];
  let last = first;
  while (items.length < LONGEST_LIST) {
    // "2010-2015-86" is the number of something.
    const mayRange = items.at(-1)!.link !== "range";
    const item = readLinked(tokens, last, between && items.length === 1, mayRange);
    if (item === undefined) break;
    // Pushed, it would leave room for more than there ever is.
    items = [...items, item];
    last = item.point;
  }
  if (first.dayOnly && items.length === 1) {
    const day = readBareDay(tokens, first, floor);
    return day && expressionsOf(tokens, [{ point: day }], floor);
  }
  const found = expressionsOf(tokens, items, floor);
  // What begins at a later number of a list without a month has none either.
  return found ?? (first.dayOnly ? { expressions: [], next: last.first } : undefined);
}

const LONGEST_LIST = 8;

/** "Operation Dawn 5": the number belongs to the name before it. */
function namesThing(tokens: Tokens, index: number): boolean {
  const before = tokens[index - 1];
  if (index <= 1 || before?.kind !== "word" || !isCapitalised(before) || tokens[index]!.kind !== "number")
    return false;
  return !WEEKDAYS.has(before.key) && !WEEKDAY_ABBREVIATIONS.has(before.key);
}

function betweenBefore(tokens: Tokens, index: number, floor: number): boolean {
  for (let at = index - 1; at >= Math.max(floor, index - 4); at--) {
    if (keyAt(tokens, at) === "between") return true;
  }
  return false;
}

/** A date, or a day of the month alone; after an American date it may bring that date's year. */
function readItem(tokens: Tokens, index: number, before: Point | undefined): Point | undefined {
  const point = readPoint(tokens, index);
  if (point !== undefined && !(before?.monthFirst && point.bareYear)) return point;
  const weekday = weekdayAt(tokens, index, true);
  const day = dayAt(tokens, weekday?.next ?? index);
  if (day === undefined) return point;
  if (before?.monthFirst !== true || before.parts.year !== undefined)
    return { first: index, next: day.next, parts: { day: day.value }, dayOnly: true };
  const { parts, next } = withYear(tokens, day.next, { day: day.value });
  return { first: index, next, parts, monthFirst: true, dayOnly: true };
}

function readLinked(tokens: Tokens, last: Point, between: boolean, mayRange: boolean): Item | undefined {
  if (last.bareYear === true) {
    const second = secondYear(tokens, last.next, last.parts.year!);
    if (second !== undefined) {
      if (second.value <= last.parts.year! || !mayRange) return undefined;
      return { point: yearPoint(second, last.next + 1), link: "range" };
    }
  }
  const link = readLink(tokens, last, between);
  if (link === undefined || !(link.range ? mayRange : maybeListed(last, link))) return undefined;
  const skip = keyAt(tokens, link.next) === "the" ? link.next + 1 : link.next;
  const point = readItem(tokens, skip, last);
  if (point === undefined || !joins(tokens, last, point, link)) return undefined;
  return { point, link: link.range ? "range" : "list" };
}

function yearPoint(second: Read, first: number): Point {
  return { first, next: second.next, parts: { year: second.value }, bareYear: true };
}

interface Link {
  readonly range: boolean;
  readonly next: number;
  readonly comma?: boolean;
}

/** "–", "to", "until" make a range, as "and" does after "between"; "and", "or" and commas a list. */
function readLink(tokens: Tokens, last: Point, between: boolean): Link | undefined {
  const comma = keyAt(tokens, last.next) === ",";
  const at = comma ? last.next + 1 : last.next;
  const key = keyAt(tokens, at);
  if (RANGE_WORDS.has(key)) {
    if (comma && last.parts.year === undefined) return undefined;
    if (key === "up") return keyAt(tokens, at + 1) === "to" ? { range: true, next: at + 2 } : undefined;
    return { range: true, next: at + 1 };
  }
  if (!comma && (key === "-" || key === "/")) {
    if (key === "/" && tokens[at]!.spaced) return undefined;
    return { range: true, next: at + 1 };
  }
  if (key === "and" || key === "or" || key === "&") return { range: between && key === "and", next: at + 1 };
  return comma ? { range: false, next: at, comma: true } : undefined;
}

const RANGE_WORDS: ReadonlySet<string> = new Set(["to", "through", "thru", "until", "till", "up"]);

/** Whether two neighbours belong to one range or list. */
function joins(tokens: Tokens, a: Point, b: Point, link: Link): boolean {
  if (b.either !== undefined) return false;
  if (b.dayOnly === true) {
    const later = b.parts.day! > (a.parts.day ?? 31);
    if (a.dayOnly === true && a.monthFirst !== true) return later || link.range;
    if (a.monthFirst !== true || a.parts.year !== undefined || !later) return false;
    if (link.comma === true) return LIST_GOES_ON.has(keyAt(tokens, b.next));
    return b.parts.year !== undefined || isFree(tokens, b.next);
  }
  if (a.dayOnly === true && a.monthFirst !== true) {
    const { month, day } = b.parts;
    return month !== undefined && day !== undefined && (link.range || day > a.parts.day!);
  }
  if (!link.range) {
    if (kindOf(a) !== kindOf(b)) return false;
    if (kindOf(a) === "month") return isMonthOf(a) && isMonthOf(b) && yearFollows(tokens, b);
    return link.comma !== true && kindOf(a) === "season";
  }
  return kindOf(a) === kindOf(b) && (kindOf(a) !== "year" || b.parts.year! > a.parts.year!);
}

/** Whether a date can stand in a list before another, whatever that is: it shares something with it, or is no day. */
function maybeListed(date: Point, { comma }: Link): boolean {
  if (date.dayOnly || (date.monthFirst && date.parts.year === undefined)) return true;
  return isMonthOf(date) || (comma !== true && kindOf(date) === "season");
}

const LIST_GOES_ON: ReadonlySet<string> = new Set([",", "and", "or", "&"]);

/** "May" of "May, June and July 2023". */
function isMonthOf({ parts, bare }: Point): boolean {
  return parts.day === undefined && (bare === true || parts.year !== undefined);
}

/** Whether the list goes on to a month with its year. */
function yearFollows(tokens: Tokens, { parts, next }: Point): boolean {
  if (parts.year !== undefined) return true;
  let at = next;
  while (
    at < next + LONGEST_LIST &&
    (LIST_GOES_ON.has(keyAt(tokens, at)) || monthAt(tokens, at) !== undefined)
  )
    at++;
  return tokens[at - 1]?.kind === "word" && plainYearAt(tokens, at) !== undefined;
}

function kindOf({ parts }: Point): string {
  if (parts.month !== undefined) return "month";
  if (parts.season !== undefined) return parts.season >= 33 ? "part" : "season";
  if (parts.years !== undefined) return "years";
  return parts.year !== undefined ? "year" : "weekday";
}
