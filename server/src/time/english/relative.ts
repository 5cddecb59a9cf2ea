import type { Reading } from "../language.ts";
import type { DateExpression, Offset, Relative, TimeExpression, Unit } from "../time.ts";
import { keyAt, type Tokens } from "./atoms.ts";
import { DAYS_AROUND, DEICTICS, MODIFIERS, PART_ORDER, PARTS } from "./cues.ts";
import { spanOf, textOf } from "./expressions.ts";
import { type Quantity, quantityBefore } from "./quantities.ts";
import { FORTNIGHTS, UNITS } from "./words.ts";

/** At a unit's name: "six days later", "the day after X", "the following year", "two weeks ago", "for two decades". */
export function readUnit(tokens: Tokens, index: number, floor: number): Reading | undefined {
  const quantity = quantityBefore(tokens, index, floor);
  if (quantity !== undefined) return readQuantity(tokens, index, quantity);
  return readNeighbour(tokens, index, floor);
}

/** "yesterday", "today", "tomorrow". */
export function readDayAround(tokens: Tokens, index: number): Reading {
  const relative: Relative = { unit: "day", shift: DAYS_AROUND.get(keyAt(tokens, index))!, from: "draft" };
  return { expressions: [date(tokens, index, index, index + 1, index + 1, { relative })], next: index + 1 };
}

function unitOf(tokens: Tokens, index: number): { unit: Unit; times: number } {
  const key = keyAt(tokens, index);
  return FORTNIGHTS.has(key) ? { unit: "day", times: 14 } : { unit: UNITS.get(key)!, times: 1 };
}

function readQuantity(tokens: Tokens, index: number, quantity: Quantity): Reading | undefined {
  const { unit, times } = unitOf(tokens, index);
  const amount = quantity.amount === undefined ? undefined : quantity.amount * times;
  const tail = quantity.joined ? undefined : readTail(tokens, index + 1);
  if (tail !== undefined) {
    const offset: Offset = {
      unit,
      amount: amount ?? VAGUE,
      bound: amount === undefined ? "atLeast" : isPeriod(tokens, quantity.start) ? "atMost" : quantity.bound,
      direction: tail.direction,
      from: tail.from,
      ...(tail.anchorStart !== undefined && { anchorStart: tail.anchorStart }),
    };
    return {
      expressions: [date(tokens, quantity.start, quantity.first, index + 1, tail.next, { offset })],
      next: tail.next,
    };
  }
  if (quantity.article || keyAt(tokens, index + 1) === "old") return undefined;
  const duration: TimeExpression = {
    kind: "duration",
    span: spanOf(tokens, quantity.start, index + 1),
    unit,
    ...(amount !== undefined && { amount }),
    bound: quantity.bound,
  };
  return { expressions: [duration], next: index + 1 };
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

interface Tail {
  readonly direction: 1 | -1;
  readonly from: Offset["from"];
  readonly anchorStart?: number;
  readonly next: number;
}

/** What follows "six days": "later", "ago", "before", "after the Doha ceasefire", "to the day after Good Friday". */
function readTail(tokens: Tokens, index: number): Tail | undefined {
  const at = keyAt(tokens, index) === "to" && keyAt(tokens, index + 2) === "day" ? index + 3 : index;
  const word = keyAt(tokens, at);
  if (word === "ago") return { direction: -1, from: "draft", next: at + 1 };
  if (word === "hence") return { direction: 1, from: "draft", next: at + 1 };
  if (word === "from" && keyAt(tokens, at + 1) === "now")
    return { direction: 1, from: "draft", next: at + 2 };
  const direction = DIRECTIONS.get(word);
  if (direction === undefined) return undefined;
  if (word === "prior" && keyAt(tokens, at + 1) === "to") return phrase(tokens, direction, at + 2);
  if (word === "later" || word === "earlier") {
    return keyAt(tokens, at + 1) === "than"
      ? phrase(tokens, direction, at + 2)
      : { direction, from: "previous", next: at + 1 };
  }
  if (!PHRASE_WORDS.has(word)) return { direction, from: "previous", next: at + 1 };
  if (keyAt(tokens, at + 1) === "that" && tokens[at + 2]?.kind !== "word") {
    return { direction, from: "previous", next: at + 2 };
  }
  return phrase(tokens, direction, at + 1);
}

const DIRECTIONS: ReadonlyMap<string, 1 | -1> = new Map([
  ["later", 1],
  ["earlier", -1],
  ["after", 1],
  ["afterwards", 1],
  ["afterward", 1],
  ["following", 1],
  ["before", -1],
  ["beforehand", -1],
  ["preceding", -1],
  ["prior", -1],
  ["previously", -1],
] as const);

const PHRASE_WORDS: ReadonlySet<string> = new Set(["after", "before", "following", "preceding"]);

/** The noun phrase from `next` on is what is counted from; where the sentence ends first, it is the date before. */
function phrase(tokens: Tokens, direction: 1 | -1, next: number): Tail {
  const token = tokens[next];
  if (token === undefined || token.kind === "mark") return { direction, from: "previous", next };
  return { direction, from: "phrase", anchorStart: token.start, next };
}

/** A unit without a number: "last month", "that same day", "the day after X", "later in the year". */
function readNeighbour(tokens: Tokens, index: number, floor: number): Reading | undefined {
  const { unit, times } = unitOf(tokens, index);
  const word = index > floor ? keyAt(tokens, index - 1) : "";
  if (times > 1 || keyAt(tokens, index).endsWith("s")) return undefined;
  const deictic = DEICTICS.get(word);
  // "the last day of a month" names one of its days.
  if (deictic !== undefined && deictic.shift !== 0 && keyAt(tokens, index + 1) === "of") return undefined;
  if (deictic !== undefined) return readDeictic(tokens, index, floor, unit, deictic);
  if (word !== "the") return undefined;
  const tail = readTail(tokens, index + 1);
  if (tail !== undefined && tail.from !== "draft") {
    const { next, ...rest } = tail;
    const offset: Offset = { unit, amount: 1, bound: "exact", ...rest };
    return { expressions: [date(tokens, index - 1, index - 1, index + 1, next, { offset })], next };
  }
  return readWithin(tokens, index, floor, unit);
}

function readDeictic(
  tokens: Tokens,
  index: number,
  floor: number,
  unit: Unit,
  { shift, from }: { shift: -1 | 0 | 1; from: "draft" | "previous" },
): Reading | undefined {
  let start = index - 1;
  const fixed = start > floor && (keyAt(tokens, start - 1) === "the" || keyAt(tokens, start - 1) === "that");
  if (fixed) start--;
  const day = unit === "day" && shift === 0;
  if (day && keyAt(tokens, start - 1) === "to") return undefined;
  const anchor = fixed || day ? "previous" : from;
  const wide = start - earlierWords(tokens, start, floor);
  if (unit === "day" && shift !== 0) {
    const offset: Offset = { unit, amount: 1, bound: "exact", direction: shift, from: anchor };
    return { expressions: [date(tokens, start, start, index + 1, index + 1, { offset })], next: index + 1 };
  }
  const relative: Relative = { unit, shift, from: anchor };
  return { expressions: [date(tokens, wide, start, index + 1, index + 1, { relative })], next: index + 1 };
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
    expressions: [date(tokens, start, index - 1, index + 1, index + 1, { relative })],
    next: index + 1,
  };
}

function date(
  tokens: Tokens,
  start: number,
  first: number,
  coreNext: number,
  next: number,
  anchor: { offset: Offset } | { relative: Relative },
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
