import type { Reading } from "../language.ts";
import { dayAt, digitsAt, isCapitalised, keyAt, type Read, type Tokens, weekdayAt, yearAt } from "./atoms.ts";
import { expressionsOf } from "./expressions.ts";
import { secondYear } from "./periods.ts";
import { isFree } from "./plausible.ts";
import type { Point } from "./point.ts";
import { readPoint, withYear } from "./points.ts";
import type { Item } from "./sharing.ts";
import { BEFORE_CHRIST } from "./words.ts";

/** Dates that begin at a token: one, a range, or a list whose members share a month or a year. */
export function readDates(tokens: Tokens, index: number, floor: number): Reading | undefined {
  const era = tokens[index]!.kind === "number" ? readEraRange(tokens, index, floor) : undefined;
  if (era !== undefined) return era;
  const first = readItem(tokens, index, undefined);
  if (first === undefined) return undefined;
  if (first.dayOnly && namesThing(tokens, index)) return undefined;
  const between = betweenBefore(tokens, index, floor);
  const items: Item[] = [{ point: first }];
  let last = first;
  while (items.length < LONGEST_LIST) {
    const item = readLinked(tokens, last, between && items.length === 1);
    if (item === undefined) break;
    items.push(item);
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

/** "the 19th of that month", "on the 28th": a day of the month that was spoken of before. */
function readBareDay(tokens: Tokens, day: Point, floor: number): Point | undefined {
  const { first, next } = day;
  if (tokens[first]!.kind !== "ordinal" || first - 1 < floor || keyAt(tokens, first - 1) !== "the")
    return undefined;
  const point: Point = {
    first,
    next,
    parts: day.parts,
    relative: { unit: "month", shift: 0, from: "previous" },
  };
  if (keyAt(tokens, next) === "of") {
    const same = keyAt(tokens, next + 1) === "the" && keyAt(tokens, next + 2) === "same" ? 1 : 0;
    const month = MONTH_REFERENCES.has(keyAt(tokens, next + 1)) && keyAt(tokens, next + 2 + same) === "month";
    return month ? { ...point, tail: next + 3 + same } : undefined;
  }
  return DAY_PREPOSITIONS.has(keyAt(tokens, first - 2)) && isFree(tokens, next) ? point : undefined;
}

const MONTH_REFERENCES: ReadonlySet<string> = new Set(["the", "that", "this"]);
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

const LONGEST_LIST = 8;

/** "Operation Dawn 5": the number belongs to the name before it. */
function namesThing(tokens: Tokens, index: number): boolean {
  const before = tokens[index - 1];
  return index > 1 && before?.kind === "word" && isCapitalised(before) && tokens[index]!.kind === "number";
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
  return { first: index, dayOnly: true, monthFirst: true, ...withYear(tokens, day.next, { day: day.value }) };
}

/** "499–493 BC", "264 to 241 BC": the era of the second year is that of the first. */
function readEraRange(tokens: Tokens, index: number, floor: number): Reading | undefined {
  const first = digitsAt(tokens, index);
  if (first === undefined || first.value === 0) return undefined;
  const joint = keyAt(tokens, first.next);
  if (joint !== "-" && joint !== "to" && joint !== "and" && joint !== "until") return undefined;
  const second = yearAt(tokens, first.next + 1);
  if (second === undefined || second.value > 0 || !BEFORE_CHRIST.has(keyAt(tokens, second.next - 1)))
    return undefined;
  if (1 - first.value >= second.value) return undefined;
  const from: Point = { first: index, next: first.next, parts: { year: 1 - first.value } };
  const to: Point = { first: first.next + 1, next: second.next, parts: { year: second.value } };
  return expressionsOf(
    tokens,
    [{ point: from }, { point: to, link: joint === "and" ? "list" : "range" }],
    floor,
  );
}

function readLinked(tokens: Tokens, last: Point, between: boolean): Item | undefined {
  if (last.bareYear === true) {
    const second = secondYear(tokens, last.next, last.parts.year!);
    if (second !== undefined) {
      if (second.value <= last.parts.year!) return undefined;
      return { point: yearPoint(second, last.next + 1), link: "range" };
    }
  }
  const link = readLink(tokens, last, between);
  if (link === undefined) return undefined;
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
  if (!link.range) return link.comma !== true && kindOf(a) === "season" && kindOf(b) === "season";
  return kindOf(a) === kindOf(b) && (kindOf(a) !== "year" || b.parts.year! > a.parts.year!);
}

const LIST_GOES_ON: ReadonlySet<string> = new Set([",", "and", "or", "&"]);

function kindOf({ parts }: Point): string {
  if (parts.month !== undefined) return "month";
  if (parts.season !== undefined) return parts.season >= 33 ? "part" : "season";
  if (parts.years !== undefined) return "years";
  return parts.year !== undefined ? "year" : "weekday";
}
