import type { Reading } from "../language.ts";
import type { Bound, Offset, Relative, TimeExpression, Unit } from "../time.ts";
import { DAYS_IN } from "../units.ts";
import { closedMark, keyAt, type Tokens } from "./atoms.ts";
import { DAYS_AROUND } from "./cues.ts";
import { spanOf } from "./expressions.ts";
import { dateOf, readNeighbour, readWeekend, windowDate } from "./neighbours.ts";
import { type Quantity, quantityBefore } from "./quantities.ts";
import { readTail, type Tail } from "./tails.ts";
import { isAhead } from "./tense.ts";
import { windowOf } from "./windows.ts";
import { FORTNIGHTS, UNITS, WEEKENDS } from "./words.ts";

/** At a unit's name: "six days later", "the day after X", "the following year", "two weeks ago", "for two decades". */
export function readUnit(tokens: Tokens, index: number, floor: number): Reading | undefined {
  // "the last quarter-final"
  if (keyAt(tokens, index) === "quarter" && closedMark(tokens, index + 1, "-")) return undefined;
  if (WEEKENDS.has(keyAt(tokens, index))) return readWeekend(tokens, index, floor);
  const quantity = quantityBefore(tokens, index, floor);
  if (quantity !== undefined) return readQuantity(tokens, index, quantity, floor);
  return readNeighbour(tokens, index, floor, unitOf(tokens, index));
}

/** "yesterday", "today", "tomorrow". */
export function readDayAround(tokens: Tokens, index: number): Reading {
  const relative: Relative = { unit: "day", shift: DAYS_AROUND.get(keyAt(tokens, index))!, from: "draft" };
  return { expressions: [dateOf(tokens, index, index, index + 1, index + 1, { relative })], next: index + 1 };
}

function unitOf(tokens: Tokens, index: number): { unit: Unit; times: number } {
  const key = keyAt(tokens, index);
  return FORTNIGHTS.has(key) ? { unit: "day", times: 14 } : { unit: UNITS.get(key)!, times: 1 };
}

function readQuantity(tokens: Tokens, index: number, quantity: Quantity, floor: number): Reading | undefined {
  const { unit, times } = quantity.broken ? smallerUnit(tokens, index) : unitOf(tokens, index);
  const window = windowOf(tokens, index, quantity, unit, times, floor);
  if (window !== undefined && keyAt(tokens, index + 1) !== "of") {
    return { expressions: [windowDate(tokens, index, window)], next: index + 1 };
  }
  const half = quantity.broken === undefined && isAndAHalf(tokens, index + 1);
  if (half && quantity.amount !== undefined)
    return readQuantity(tokens, index, { ...quantity, amount: quantity.amount + 0.5, broken: true }, floor);
  const amount = quantity.amount === undefined ? undefined : quantity.amount * times;
  const after = isAndAHalf(tokens, index + 1) ? index + 4 : index + 1;
  const tail = quantity.joined ? undefined : tailOf(tokens, after, quantity.start, floor);
  if (tail !== undefined) {
    const { direction, from, anchorStart } = tail;
    const counted = countedIn(unit, amount ?? VAGUE, (tail.days ?? 0) * direction);
    const base = {
      unit: counted.unit,
      amount: counted.amount,
      bound: boundOf(tokens, quantity),
      direction,
      from,
    };
    const offset: Offset = anchorStart === undefined ? base : { ...base, anchorStart };
    return {
      expressions: [dateOf(tokens, quantity.start, quantity.first, index + 1, tail.next, { offset })],
      next: tail.next,
    };
  }
  const coming = amount !== undefined && !quantity.joined && isComing(tokens, index, quantity.start, floor);
  if (coming) {
    const offset: Offset = { unit, amount, bound: quantity.bound, direction: 1, from: "draft" };
    const start = quantity.start - 1;
    return { expressions: [dateOf(tokens, start, start, index + 1, index + 1, { offset })], next: index + 1 };
  }
  const building = unit === "quarter" || keyAt(tokens, index + 1) === "old";
  if (quantity.article || building) return undefined;
  const duration: TimeExpression = {
    kind: "duration",
    span: spanOf(tokens, quantity.start, index + 1),
    unit,
    ...(amount !== undefined && { amount }),
    bound: quantity.bound,
  };
  return { expressions: [duration], next: index + 1 };
}

/** "in three days' time" beside what follows a number of units elsewhere. */
function tailOf(tokens: Tokens, next: number, start: number, floor: number): Tail | undefined {
  const time = keyAt(tokens, next) === "'" && keyAt(tokens, next + 1) === "time";
  if (time && start > floor && keyAt(tokens, start - 1) === "in")
    return { direction: 1, from: "draft", next: next + 2 };
  return readTail(tokens, next);
}

function boundOf(tokens: Tokens, { amount, bound, start }: Quantity): Bound {
  // Of "two years and three months later" only the last part has been read.
  if (amount === undefined || isRest(tokens, start)) return "atLeast";
  return isPeriod(tokens, start) ? "atMost" : bound;
}

function isRest(tokens: Tokens, start: number): boolean {
  return keyAt(tokens, start - 1) === "and" && UNITS.has(keyAt(tokens, start - 2));
}

/** "a year and a half ago". */
function isAndAHalf(tokens: Tokens, index: number): boolean {
  return (
    keyAt(tokens, index) === "and" && keyAt(tokens, index + 1) === "a" && keyAt(tokens, index + 2) === "half"
  );
}

/** Half a century is fifty years, a year and a half eighteen months. */
function smallerUnit(tokens: Tokens, index: number): { unit: Unit; times: number } {
  const { unit, times } = unitOf(tokens, index);
  if (unit === "century") return { unit: "year", times: 100 };
  if (unit === "decade") return { unit: "year", times: 10 };
  return unit === "year" ? { unit: "month", times: 12 } : { unit, times };
}

/** "two weeks from tomorrow": the day more is said in days; to a month it adds nothing. */
function countedIn(unit: Unit, amount: number, days: number): Pick<Offset, "unit" | "amount"> {
  if (days === 0 || (unit !== "day" && unit !== "week")) return { unit, amount };
  return { unit: "day", amount: amount * DAYS_IN[unit] + days };
}

/** "will end in two weeks": two weeks on, rather than so long. */
function isComing(tokens: Tokens, index: number, start: number, floor: number): boolean {
  if (start <= floor || keyAt(tokens, start - 1) !== "in") return false;
  const after = tokens[index + 1];
  const ends = after === undefined || (after.kind === "mark" && after.key !== "'");
  return ends && isAhead(tokens, start - 1);
}

/** "in the two weeks after the vote": at any time of them. */
function isPeriod(tokens: Tokens, start: number): boolean {
  const before = keyAt(tokens, start - 1);
  return (
    before === "the" || (keyAt(tokens, start - 2) === "the" && (before === "first" || before === "last"))
  );
}

/** "several days later" is at least two of them. */
const VAGUE = 2;
