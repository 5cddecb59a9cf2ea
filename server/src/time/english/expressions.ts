import { cover, type Span } from "../../text/span.ts";
import { dateExists } from "../calendar.ts";
import type { Reading } from "../language.ts";
import type { DateExpression, Relative, StatedParts } from "../time.ts";
import { isCapitalised, keyAt, type Tokens } from "./atoms.ts";
import { FUNCTION_WORDS } from "./cues.ts";
import { type LeadIn, readLeadIn } from "./lead-in.ts";
import { isDate, isYear } from "./plausible.ts";
import type { Point } from "./point.ts";
import { readReference } from "./references.ts";
import { type Item, isEarlier, isRange, shareParts } from "./sharing.ts";
import { NEAR, tenseAfter, tenseBefore } from "./tense.ts";
import { MONTH_NAMES } from "./words.ts";

/** The expressions that a run of points makes; undefined where it turns out to be no date. */
export function expressionsOf(tokens: Tokens, items: readonly Item[], floor: number): Reading | undefined {
  const shared = shareParts(items);
  if (shared.length === 0) return undefined;
  const first = shared[0]!.point;
  const lead = readLeadIn(tokens, first.first, floor);
  if (shared.length === 1 && !isDate(tokens, first, lead, floor)) return undefined;
  if (isWeekdaysOf(tokens, shared) || isAddress(tokens, shared.at(-1)!.point.next)) return undefined;
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

/** "Thursday–Friday" of "Thursday–Friday, 5–6 June" adds nothing to the days that follow. */
function isWeekdaysOf(tokens: Tokens, items: readonly Item[]): boolean {
  const last = items.at(-1)!.point;
  if (items.length < 2 || last.parts.weekday === undefined || last.parts.day !== undefined) return false;
  const after = tokens[keyAt(tokens, last.next) === "," ? last.next + 1 : last.next];
  return after?.kind === "number" || after?.kind === "ordinal";
}

/** "5–9 May Street". */
function isAddress(tokens: Tokens, next: number): boolean {
  const token = tokens[next];
  return token?.kind === "word" && STREETS.has(token.key) && isCapitalised(token);
}

const STREETS: ReadonlySet<string> = new Set(["street", "road", "avenue", "lane", "square", "boulevard"]);

function expression(
  tokens: Tokens,
  from: Point,
  to: Point | undefined,
  next: number,
  lead: LeadIn | undefined,
  reference: Relative | undefined,
): DateExpression {
  const first = from.core ?? from.first;
  const start = lead?.start ?? from.first;
  const coreNext = (to ?? from).next;
  const core = spanOf(tokens, first, coreNext);
  const relative = reference ?? from.relative ?? (from.parts.year === undefined ? lead?.relative : undefined);
  const problem = problemOf(from.parts, to?.parts);
  const modifier = lead?.modifier;
  const tense =
    from.parts.year === undefined
      ? (tenseBefore(tokens, start, from.parts.weekday === undefined ? NEAR : undefined) ??
        tenseAfter(tokens, start, next))
      : undefined;
  const boundary = lead?.boundary ?? (to === undefined && lastsStill(tokens, next) ? "since" : undefined);
  // Filled step by step: in a text of nothing but dates, spreading what may be absent costs more than all the reading.
  const date: { -readonly [Key in keyof DateExpression]: DateExpression[Key] } = {
    kind: "date",
    span: start === first && next === coreNext ? core : cover(core, spanOf(tokens, start, next)),
    core,
    text: textOf(tokens, first, coreNext),
    stated: from.parts,
  };
  if (from.either) date.either = from.either;
  if (to) date.statedEnd = to.parts;
  if (from.weekdayAt !== undefined) date.weekday = spanOf(tokens, from.weekdayAt, from.weekdayAt + 1);
  if (modifier) date.modifier = modifier;
  if (from.part) date.part = from.part;
  if (lead?.week && to === undefined && from.parts.day !== undefined) date.week = lead.week;
  if (lead?.approximate) date.approximate = true;
  if (boundary) date.boundary = boundary;
  if (isAside(tokens, from, start, next)) date.aside = true;
  if (tense) date.tense = tense;
  if (to && PAIR_WORDS.has(keyAt(tokens, start - 1))) date.paired = true;
  if (relative) date.relative = relative;
  if (problem) date.problem = problem;
  return date;
}

const PAIR_WORDS: ReadonlySet<string> = new Set(["from", "between"]);

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
  return to !== undefined && runsBackwards(from, to) ? "The range ends before it begins." : undefined;
}

function runsBackwards(from: StatedParts, to: StatedParts): boolean {
  if (from.season !== undefined || to.season !== undefined) return false;
  if (from.year !== to.year) return to.year !== undefined && from.year !== undefined && to.year < from.year;
  // Without a year, a range may run over the new year, but not back in its month.
  return (from.year !== undefined || from.month === to.month) && isEarlier(to, from);
}

function noSuchDay(month: number, day: number, year: number | undefined): string {
  const name = MONTH_NAMES[month - 1]!;
  return month === 2 && day === 29
    ? `${year} is no leap year: February has 28 days.`
    : `${name} has no day ${day}.`;
}
