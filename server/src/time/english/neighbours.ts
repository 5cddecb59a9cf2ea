import type { Reading } from "../language.ts";
import type { DateExpression, Offset, Relative, Unit } from "../time.ts";
import { keyAt, type Tokens, weekdayAt } from "./atoms.ts";
import { DEICTICS, MODIFIERS, PART_ORDER, PARTS } from "./cues.ts";
import { spanOf, textOf } from "./expressions.ts";
import { readTail } from "./tails.ts";
import { isAhead } from "./tense.ts";
import { type Window, windowOfOne } from "./windows.ts";

/** A unit without a number: "last month", "that same day", "the day after X", "later in the year". */
export function readNeighbour(
  tokens: Tokens,
  index: number,
  floor: number,
  counted: { unit: Unit; times: number },
): Reading | undefined {
  const { unit, times } = counted;
  const calendar = keyAt(tokens, index - 1) === "calendar" && index - 1 > floor ? index - 1 : index;
  const word = calendar > floor ? keyAt(tokens, calendar - 1) : "";
  if (keyAt(tokens, index).endsWith("s")) return undefined;
  const end = readUnitEnd(tokens, index, unit, word);
  if (end !== undefined) return end;
  const window =
    keyAt(tokens, index + 1) === "of" || calendar < index
      ? undefined
      : windowOfOne(tokens, index, counted, floor);
  if (window !== undefined) {
    return { expressions: [windowDate(tokens, index, window)], next: index + 1 };
  }
  if (times > 1) return undefined;
  const deictic = DEICTICS.get(word);
  // "the last day of a month" names one of its days.
  if (deictic !== undefined && deictic.shift !== 0 && keyAt(tokens, index + 1) === "of") return undefined;
  if (deictic !== undefined) return readDeictic(tokens, index, calendar, floor, unit, deictic);
  if (word !== "the") return undefined;
  const tail = readTail(tokens, index + 1);
  if (tail !== undefined && (tail.from !== "draft" || tail.days !== undefined || tail.twice)) {
    const { next, days, twice, ...rest } = tail;
    if (days !== undefined && unit !== "day") return undefined;
    const amount = twice ? 2 : Math.abs(1 + (days ?? 0) * tail.direction);
    const offset: Offset = { unit, amount, bound: "exact", ...rest };
    return { expressions: [dateOf(tokens, index - 1, index - 1, index + 1, next, { offset })], next };
  }
  return readWithin(tokens, index, floor, unit);
}

/** "by year's end", "at month's end", "by year-end". */
function readUnitEnd(tokens: Tokens, index: number, unit: Unit, word: string): Reading | undefined {
  const joint = keyAt(tokens, index + 1);
  const at = joint === "'s" || joint === "-" ? index + 2 : index + 1;
  if (keyAt(tokens, at) !== "end") return undefined;
  if (!END_PREPOSITIONS.has(word) || (unit !== "month" && unit !== "year")) return undefined;
  const relative: Relative = { unit, shift: 0, from: unit === "year" ? "draft" : "previous" };
  const next = at + 1;
  const found = dateOf(tokens, index, index, index + 1, next, { relative });
  return { expressions: [{ ...found, modifier: "late" }], next };
}

const END_PREPOSITIONS: ReadonlySet<string> = new Set(["by", "at", "before", "until", "since", "to"]);

function readDeictic(
  tokens: Tokens,
  index: number,
  named: number,
  floor: number,
  unit: Unit,
  { shift, from }: { shift: -1 | 0 | 1; from: "draft" | "previous" },
): Reading | undefined {
  let start = named - 1;
  const fixed = start > floor && (keyAt(tokens, start - 1) === "the" || keyAt(tokens, start - 1) === "that");
  if (fixed) start--;
  const today = unit === "day" && shift === 0;
  if (today && keyAt(tokens, start - 1) === "to") return undefined;
  const anchor = (fixed && !WRITERS.has(keyAt(tokens, named - 1))) || today ? "previous" : from;
  const wide = start - earlierWords(tokens, start, floor);
  if (unit === "day" && shift !== 0) {
    const offset: Offset = { unit, amount: 1, bound: "exact", direction: shift, from: anchor };
    return { expressions: [dateOf(tokens, start, start, index + 1, index + 1, { offset })], next: index + 1 };
  }
  const relative: Relative = { unit, shift, from: anchor };
  const day = unit === "week" ? weekdayAfter(tokens, index + 1) : undefined;
  if (day !== undefined) {
    const { first, value, next } = day;
    const stated = { weekday: value };
    return { expressions: [dateOf(tokens, start, first, next, next, { relative, stated })], next };
  }
  return { expressions: [dateOf(tokens, wide, start, index + 1, index + 1, { relative })], next: index + 1 };
}

/** They are the writer's own, with an article or without. */
const WRITERS: ReadonlySet<string> = new Set(["current", "coming", "upcoming"]);

/** "next week on Tuesday", "last week's Sunday". */
function weekdayAfter(
  tokens: Tokens,
  at: number,
): { first: number; value: number; next: number } | undefined {
  const joint = keyAt(tokens, at);
  const first = joint === "on" || joint === "'s" ? at + 1 : at;
  const day = weekdayAt(tokens, first, false);
  return day && { ...day, first };
}

/** How many words before belong to it: "later that year", "early in", "the end of". */
function earlierWords(tokens: Tokens, start: number, floor: number): number {
  const word = start > floor ? keyAt(tokens, start - 1) : "";
  if (word === "later" || word === "earlier" || MODIFIERS.has(word)) return 1;
  const wide = start - 1 > floor ? keyAt(tokens, start - 2) : "";
  if (word === "of" && PARTS.has(wide) && wide !== "day") {
    const order = start - 2 > floor && PART_ORDER.has(keyAt(tokens, start - 3)) ? 3 : 2;
    return start - order > floor && keyAt(tokens, start - order - 1) === "the" ? order + 1 : order;
  }
  if (word === "in" && (wide === "later" || wide === "earlier" || MODIFIERS.has(wide))) return 2;
  return 0;
}

/** "the end of the year", "later in the month": the unit that holds the date before. */
function readWithin(tokens: Tokens, index: number, floor: number, unit: Unit): Reading | undefined {
  const words = earlierWords(tokens, index - 1, floor);
  if (words === 0 || unit === "day") return undefined;
  const relative: Relative = { unit, shift: 0, from: "previous" };
  const start = index - 1 - words;
  return {
    expressions: [dateOf(tokens, start, index - 1, index + 1, index + 1, { relative })],
    next: index + 1,
  };
}

/** "last weekend", "over the weekend". */
export function readWeekend(tokens: Tokens, index: number, floor: number): Reading | undefined {
  const word = index > floor ? keyAt(tokens, index - 1) : "";
  if (keyAt(tokens, index + 1) === "of" || keyAt(tokens, index).endsWith("s")) return undefined;
  const next = index + 1;
  const deictic = DEICTICS.get(word);
  if (deictic !== undefined) {
    const the = index - 1 > floor && keyAt(tokens, index - 2) === "the" ? 1 : 0;
    const relative: Relative = { unit: "weekend", ...deictic };
    const start = index - 1 - the;
    return { expressions: [dateOf(tokens, start, start, next, next, { relative })], next };
  }
  if (word !== "the" || keyAt(tokens, index - 2) !== "over") return undefined;
  const relative: Relative = { unit: "weekend", shift: isAhead(tokens, index - 1) ? 0 : -1, from: "draft" };
  return { expressions: [dateOf(tokens, index - 1, index - 1, next, next, { relative })], next };
}

/** The years up to now, or from now on: what lasts through them, or falls into them, happened at no one time. */
export function windowDate(tokens: Tokens, index: number, { start, relative }: Window): DateExpression {
  const found = dateOf(tokens, start, start, index + 1, index + 1, { relative });
  return { ...found, boundary: relative.shift < 0 ? "since" : "until" };
}

/** An expression that counts from something else. */
export function dateOf(
  tokens: Tokens,
  start: number,
  first: number,
  coreNext: number,
  next: number,
  anchor: ({ offset: Offset } | { relative: Relative }) & Partial<Pick<DateExpression, "stated">>,
): DateExpression {
  return {
    kind: "date",
    span: spanOf(tokens, start, next),
    core: spanOf(tokens, first, coreNext),
    text: textOf(tokens, first, coreNext),
    stated: {},
    ...anchor,
  };
}
