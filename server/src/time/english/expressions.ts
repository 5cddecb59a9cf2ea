import { cover, type Span } from "../../text/span.ts";
import { dateExists } from "../calendar.ts";
import type { Reading } from "../language.ts";
import type { DateExpression, Relative, StatedParts } from "../time.ts";
import { isCapitalised, isCount, isNumbered, keyAt, type Tokens } from "./atoms.ts";
import { type LeadIn, readLeadIn } from "./lead-in.ts";
import type { Point } from "./point.ts";
import {
  AMBIGUOUS_MONTHS,
  DEICTICS,
  FUNCTION_WORDS,
  MONTH_NAMES,
  MONTHS,
  YEAR_PREPOSITIONS,
} from "./words.ts";

/** A point and how it hangs on the one before it. */
export interface Item {
  readonly point: Point;
  readonly link?: "range" | "list";
}

/** The expressions that a run of points makes; undefined where it turns out to be no date. */
export function expressionsOf(tokens: Tokens, items: readonly Item[], floor: number): Reading | undefined {
  const shared = shareParts(items);
  if (shared.length === 0) return undefined;
  const first = shared[0]!.point;
  const lead = readLeadIn(tokens, first.first, floor);
  if (shared.length === 1 && !isDate(tokens, first, lead, floor)) return undefined;
  if (first.bareYear && !isYear(tokens, first, shared.at(-1)!.point.next, lead, floor)) return undefined;
  const expressions: DateExpression[] = [];
  let next = 0;
  for (let i = 0; i < shared.length; i++) {
    const from = shared[i]!.point;
    const joined = shared[i + 1] !== undefined && isRange(shared, i + 1);
    const to = joined ? shared[++i]!.point : undefined;
    const reference = readReference(tokens, to ?? from);
    const end = reference?.next ?? from.tail ?? (to ?? from).next;
    next = end;
    expressions.push(
      expression(tokens, from, to, end, expressions.length === 0 ? lead : undefined, reference?.relative),
    );
  }
  return { expressions, next };
}

/** Whether what stands here can follow a number that ends a date: nothing that the number would count. */
export function isFree(tokens: Tokens, index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return true;
  if (token.kind === "mark")
    return token.key !== "%" && token.key !== "°" && !(token.key === ":" && !token.spaced);
  return token.kind === "word" && FUNCTION_WORDS.has(token.key);
}

/** Bare days take their month, and all take the year, from the neighbour that has it. */
function shareParts(items: readonly Item[]): Item[] {
  const whole = items.slice();
  for (let i = whole.length - 2; i >= 0; i--) {
    const { point } = whole[i]!;
    const right = whole[i + 1]!.point;
    if (point.dayOnly && !point.monthFirst && right.parts.month !== undefined) {
      whole[i] = {
        ...whole[i]!,
        point: { ...point, dayOnly: false, parts: { ...point.parts, month: right.parts.month } },
      };
    }
  }
  for (let i = 1; i < whole.length; i++) {
    const { point } = whole[i]!;
    const left = whole[i - 1]!.point.parts;
    if (point.dayOnly && point.monthFirst && left.month !== undefined) {
      whole[i] = {
        ...whole[i]!,
        point: { ...point, dayOnly: false, parts: { month: left.month, ...point.parts } },
      };
    }
  }
  if (whole.some(({ point }) => point.dayOnly)) return [];
  for (let i = whole.length - 2; i >= 0; i--) whole[i] = withYearOf(whole[i]!, whole[i + 1]!);
  for (let i = 1; i < whole.length; i++) {
    const era = whole[i - 1]!.point.parts.year;
    const { point } = whole[i]!;
    if (
      era !== undefined &&
      point.parts.year === undefined &&
      whole[i]!.link === "range" &&
      later(point.parts, whole[i - 1]!.point.parts)
    ) {
      whole[i] = { ...whole[i]!, point: { ...point, parts: { ...point.parts, year: era } } };
    }
  }
  return whole;
}

/** A range whose first end lies later in the year than its second began the year before. */
function withYearOf(item: Item, right: Item): Item {
  const { point } = item;
  const { year } = right.point.parts;
  if (year === undefined || point.parts.year !== undefined || point.parts.years !== undefined) return item;
  const crosses = right.link === "range" && (point.parts.month ?? 0) > (right.point.parts.month ?? 12);
  return {
    ...item,
    point: { ...point, bare: false, parts: { ...point.parts, year: crosses ? year - 1 : year } },
  };
}

function later(a: StatedParts, b: StatedParts): boolean {
  return (a.month ?? 0) * 32 + (a.day ?? 0) >= (b.month ?? 0) * 32 + (b.day ?? 0);
}

/** A stated range, or two days in a row joined by "and": what happened then happened on both. */
function isRange(items: readonly Item[], index: number): boolean {
  const { link, point } = items[index]!;
  if (link === "range") return true;
  const before = items[index - 1]!.point.parts;
  const pair = items.length === 2 && before.day !== undefined && point.parts.month === before.month;
  return pair && point.parts.day === before.day! + 1;
}

/** Whether one point alone is meant as a date. */
function isDate(tokens: Tokens, point: Point, lead: LeadIn, floor: number): boolean {
  const key = keyAt(tokens, point.first);
  // "Good Friday" and "Bloody Sunday" are names.
  if (point.weekdayAt === undefined && point.parts.weekday !== undefined && lead.relative === undefined) {
    const before = point.first > floor ? tokens[point.first - 1] : undefined;
    return before?.kind !== "word" || !isCapitalised(before) || before.key === "on";
  }
  if (!point.bare) return true;
  if (isAlone(tokens, point) || readReference(tokens, point) !== undefined) return true;
  const month = MONTHS.has(key);
  if (month) {
    if (key.length < 4 && key !== "may") return lead.introduced;
    if (!isCapitalised(tokens[point.first]!)) return false;
    const after = tokens[point.next];
    const name = after?.kind === "word" && after.spaced && isCapitalised(after) && AMBIGUOUS_MONTHS.has(key);
    if (!AMBIGUOUS_MONTHS.has(key) || lead.modifier !== undefined) return true;
    const before = point.first > floor ? keyAt(tokens, point.first - 1) : "";
    if (before === "in" || before === "during" || before === "since" || before === "until") return true;
    if (lead.introduced) return !name;
    return (before === "a" || before === "the") && after?.kind === "word" && !isCapitalised(after);
  }
  if (lead.relative !== undefined || lead.modifier !== undefined) return true;
  if (point.parts.season! >= 33) return lead.introduced && key !== "first" && point.next - point.first > 1;
  const before = lead.start > floor ? keyAt(tokens, lead.start - 1) : "";
  const the = key !== "fall" && keyAt(tokens, lead.start) === "the" && isFree(tokens, point.next);
  const held = the || lead.boundary !== undefined || SEASON_PREPOSITIONS.has(before);
  return held && (key !== "fall" || keyAt(tokens, point.next) !== "of");
}

const SEASON_PREPOSITIONS: ReadonlySet<string> = new Set([
  "in",
  "during",
  "of",
  "throughout",
  "through",
  "for",
  "over",
]);

/** Nothing but marks stands beside it: a table's cell, the bold start of an entry. */
function isAlone(tokens: Tokens, point: Point): boolean {
  for (let i = Math.max(0, point.first - 3); i < Math.min(tokens.length, point.next + 3); i++) {
    if ((i < point.first || i >= point.next) && tokens[i]!.kind !== "mark") return false;
  }
  return tokens.length - (point.next - point.first) <= 4;
}

/** Whether four digits are a year here: a preposition or bracket before them, or the thing that has the year after. */
function isYear(tokens: Tokens, point: Point, next: number, lead: LeadIn, floor: number): boolean {
  const { first } = point;
  const year = point.parts.year!;
  if (next > point.next) return !isNumbered(tokens, first) && !isCount(tokens, next, year, true);
  if (isNumbered(tokens, first) || (lead.modifier === undefined && joinsNumber(tokens, first, next)))
    return false;
  if (isAlone(tokens, point)) return true;
  const before = first > floor ? tokens[first - 1] : undefined;
  const after = tokens[next];
  const sure = lead.modifier !== undefined || STRONG.has(before?.key ?? "") || lead.relative !== undefined;
  const owned =
    OWNERS.has(before?.key ?? "") && year >= 1800 && year % (before!.key === "of" ? 10 : 100) !== 0;
  if (isCount(tokens, next, year, sure || owned)) return false;
  if (FISCAL.has(before?.key ?? "") || (before?.key === "year" && FISCAL.has(keyAt(tokens, first - 2))))
    return false;
  if (sure || owned || lead.boundary !== undefined || lead.approximate || after?.key === "'s") return true;
  if (before !== undefined && YEAR_PREPOSITIONS.has(before.key)) return true;
  if (year < 1500 || year > 2100) return false;
  if (before === undefined) return after === undefined || after.kind === "mark" || !isCapitalised(after);
  if (after?.kind === "word" && !isCapitalised(after)) return before.kind === "word";
  return before.kind === "word" && isCapitalised(before) && isFree(tokens, next);
}

/** "the 2008 elections", "of 1913 levels", "its 2006 highs": what follows is dated, not counted. */
const OWNERS: ReadonlySet<string> = new Set([
  "the",
  "its",
  "their",
  "his",
  "her",
  "our",
  "this",
  "that",
  "of",
  "'s",
]);

/** Years that begin on another day than January the first. */
const FISCAL: ReadonlySet<string> = new Set(["fiscal", "fy", "financial", "academic", "school", "marketing"]);

const STRONG: ReadonlySet<string> = new Set(["in", "since", "during", "until", "till", "year"]);

/** Part of a document number, a telephone number or a decimal: "S/2022/15", "UNSCR-1325", "2025/14". */
function joinsNumber(tokens: Tokens, first: number, next: number): boolean {
  const before = tokens[first - 1];
  const joint =
    before !== undefined &&
    !tokens[first]!.spaced &&
    (before.key === "-" || before.key === "/" || before.key === ".");
  if (joint && tokens[first - 2] !== undefined && !before.spaced) return true;
  const after = tokens[next];
  if (after === undefined || after.spaced || !(after.key === "-" || after.key === "/" || after.key === ":"))
    return false;
  const number = tokens[next + 1];
  return number !== undefined && !number.spaced && number.kind !== "word" && number.kind !== "mark";
}

/** "of that year", "of the same month", after a date that leaves its year or month out. */
function readReference(
  tokens: Tokens,
  { parts, next }: Point,
): { relative: Relative; next: number } | undefined {
  if (parts.year !== undefined || parts.years !== undefined) return undefined;
  const at = keyAt(tokens, next) === "of" ? next + 1 : next;
  const key = keyAt(tokens, at);
  const article = key === "the" ? at + 1 : at;
  const deictic = DEICTICS.get(keyAt(tokens, article));
  const unit = keyAt(tokens, article + 1);
  if (deictic === undefined || unit !== "year" || (at === next && key === "the")) return undefined;
  return { relative: { unit, ...deictic }, next: article + 2 };
}

function expression(
  tokens: Tokens,
  from: Point,
  to: Point | undefined,
  next: number,
  lead: LeadIn | undefined,
  reference: Relative | undefined,
): DateExpression {
  const core = spanOf(tokens, from.first, (to ?? from).next);
  const relative = reference ?? from.relative ?? (from.parts.year === undefined ? lead?.relative : undefined);
  const problem = problemOf(from.parts, to?.parts);
  const modifier = lead?.modifier;
  const boundary = lead?.boundary ?? (to === undefined && lastsStill(tokens, next) ? "since" : undefined);
  return {
    kind: "date",
    span: cover(core, spanOf(tokens, lead?.start ?? from.first, next)),
    core,
    text: textOf(tokens, from.first, (to ?? from).next),
    stated: from.parts,
    ...(to && { statedEnd: to.parts }),
    ...(from.weekdayAt !== undefined && { weekday: spanOf(tokens, from.weekdayAt, from.weekdayAt + 1) }),
    ...(modifier && { modifier }),
    ...(lead?.approximate && { approximate: true }),
    ...(boundary && { boundary }),
    ...(isAside(tokens, from, lead?.start ?? from.first, next) && { aside: true as const }),
    ...(relative && { relative }),
    ...(problem && { problem }),
  };
}

function isAside(tokens: Tokens, { first, parts }: Point, start: number, next: number): boolean {
  if (keyAt(tokens, start - 1) === "(") return true;
  const after = tokens[next];
  const dates = after?.kind === "word" && !isCapitalised(after) && !FUNCTION_WORDS.has(after.key);
  if (dates && keyAt(tokens, start) === "the" && keyAt(tokens, start + 1) === tokens[first]!.key) return true;
  return start > 1 && parts.year !== undefined && parts.month === undefined && parts.season === undefined;
}

/** "2019–present", "from 2019 to this day". */
function lastsStill(tokens: Tokens, next: number): boolean {
  const joint = keyAt(tokens, next);
  if (joint !== "-" && joint !== "to" && joint !== "until") return false;
  const word = keyAt(tokens, next + 1);
  const last = word === "the" || word === "this" ? `${word} ${keyAt(tokens, next + 2)}` : word;
  return STILL.has(last);
}

const STILL: ReadonlySet<string> = new Set(["present", "now", "today", "date", "the present", "this day"]);

export function spanOf(tokens: Tokens, first: number, next: number): Span {
  return { start: tokens[first]!.start, end: tokens[next - 1]!.end };
}

export function textOf(tokens: Tokens, first: number, next: number): string {
  let text = "";
  for (let i = first; i < next; i++) text += (i > first && tokens[i]!.spaced ? " " : "") + tokens[i]!.text;
  return text;
}

/** What the calendar itself says against a date, whatever its year. */
function problemOf(from: StatedParts, to: StatedParts | undefined): string | undefined {
  for (const parts of to === undefined ? [from] : [from, to]) {
    if (parts.month === undefined || parts.day === undefined) continue;
    if (!dateExists(parts.month, parts.day, parts.year)) return noSuchDay(parts.month, parts.day, parts.year);
  }
  if (to === undefined || from.year === undefined || to.year === undefined) return undefined;
  const backwards =
    to.year < from.year || (to.year === from.year && !later(to, from) && from.season === undefined);
  return backwards ? "The range ends before it begins." : undefined;
}

function noSuchDay(month: number, day: number, year: number | undefined): string {
  const name = MONTH_NAMES[month - 1]!;
  return month === 2 && day === 29
    ? `${year} is no leap year: February has 28 days.`
    : `${name} has no day ${day}.`;
}
