import type { Bound } from "../time.ts";
import { belowHundredAt, keyAt, type Tokens } from "./atoms.ts";
import { BOUND_PAIRS, BOUND_WORDS, UNIT_ADJECTIVES, VAGUE_AMOUNTS } from "./cues.ts";
import { CARDINALS } from "./words.ts";

/** A number of units, read backwards from the unit: "more than nine", "a", "several". */
export interface Quantity {
  /** The index of its first token, the bound's words not counted. */
  readonly first: number;
  /** The index of its first token, the bound's words counted. */
  readonly start: number;
  /** Undefined for "several". */
  readonly amount?: number | undefined;
  readonly bound: Bound;
  /** "a" or "an", which may be a rate ("twice a day"). */
  readonly article: boolean;
  /** "half a century", "two and a half years": said in the next smaller unit. */
  readonly broken?: true | undefined;
  /** A hyphen stands between number and unit: "three-year". */
  readonly joined: boolean;
}

/** The quantity that ends right before the unit at `index`. */
export function quantityBefore(tokens: Tokens, index: number, floor: number): Quantity | undefined {
  let at = index - 1;
  if (at < floor) return undefined;
  const joined = keyAt(tokens, at) === "-";
  if (joined || UNIT_ADJECTIVES.has(keyAt(tokens, at))) at--;
  if (at < floor) return undefined;
  const number = numberEndingAt(tokens, at, floor);
  if (number === undefined) return undefined;
  const { start, bound } = boundBefore(tokens, number.first, floor);
  const { first, amount, article, broken } = number;
  return { first, start, amount, bound, article, broken, joined };
}

type Number = Pick<Quantity, "first" | "amount" | "article" | "broken">;

function numberEndingAt(tokens: Tokens, at: number, floor: number): Number | undefined {
  const token = tokens[at]!;
  if (token.kind === "number") {
    const amount = Number(token.text.replaceAll(",", ""));
    return amount > 0 && amount < 10000 ? { first: at, amount, article: false } : undefined;
  }
  const broken = brokenEndingAt(tokens, at, floor);
  if (broken !== undefined) return broken;
  if (token.key === "a" || token.key === "an" || token.key === "another")
    return { first: at, amount: 1, article: token.key !== "another" };
  if (VAGUE_AMOUNTS.has(token.key)) {
    const first = at > floor && keyAt(tokens, at - 1) === "a" ? at - 1 : at;
    return { first, article: false };
  }
  if (token.key === "couple" || (token.key === "of" && keyAt(tokens, at - 1) === "couple")) {
    const couple = token.key === "couple" ? at : at - 1;
    return {
      first: keyAt(tokens, couple - 1) === "a" && couple > floor ? couple - 1 : couple,
      amount: 2,
      article: false,
    };
  }
  return spelledEndingAt(tokens, at, floor);
}

/** "half a", "a quarter of a", "two and a half". */
function brokenEndingAt(tokens: Tokens, at: number, floor: number): Number | undefined {
  const key = keyAt(tokens, at);
  if (key === "a" && keyAt(tokens, at - 1) === "half" && at - 1 >= floor)
    return { first: at - 1, amount: 0.5, article: false, broken: true };
  if (key === "a" && keyAt(tokens, at - 1) === "of" && keyAt(tokens, at - 2) === "quarter" && at - 3 >= floor)
    return { first: at - 3, amount: 0.25, article: false, broken: true };
  if (key !== "half" || keyAt(tokens, at - 1) !== "a" || keyAt(tokens, at - 2) !== "and" || at - 3 < floor)
    return undefined;
  const whole = numberEndingAt(tokens, at - 3, floor);
  if (whole?.amount === undefined) return undefined;
  return { ...whole, amount: whole.amount + 0.5, broken: true };
}

/** "six", "twenty-five", "a hundred and twenty", "two hundred". */
function spelledEndingAt(tokens: Tokens, at: number, floor: number): Number | undefined {
  if (!CARDINALS.has(keyAt(tokens, at)) && keyAt(tokens, at) !== "hundred") return undefined;
  for (let first = Math.max(floor, at - 5); first <= at; first++) {
    const read = hundredsAt(tokens, first);
    if (read !== undefined && read.next === at + 1) return { first, amount: read.value, article: false };
  }
  return undefined;
}

function hundredsAt(tokens: Tokens, index: number): { value: number; next: number } | undefined {
  const first = keyAt(tokens, index) === "a" ? { value: 1, next: index + 1 } : belowHundredAt(tokens, index);
  if (first === undefined) return undefined;
  if (keyAt(tokens, first.next) !== "hundred") return keyAt(tokens, index) === "a" ? undefined : first;
  const and = keyAt(tokens, first.next + 1) === "and" ? first.next + 2 : first.next + 1;
  const rest = belowHundredAt(tokens, and);
  return rest
    ? { value: first.value * 100 + rest.value, next: rest.next }
    : { value: first.value * 100, next: first.next + 1 };
}

function boundBefore(tokens: Tokens, first: number, floor: number): { start: number; bound: Bound } {
  if (first - 2 >= floor) {
    const pair = BOUND_PAIRS.get(`${keyAt(tokens, first - 2)} ${keyAt(tokens, first - 1)}`);
    if (pair !== undefined) {
      const no = keyAt(tokens, first - 3) === "no" && first - 3 >= floor;
      return no
        ? { start: first - 3, bound: pair === "atLeast" ? "atMost" : "atLeast" }
        : { start: first - 2, bound: pair };
    }
  }
  const word = first - 1 >= floor ? BOUND_WORDS.get(keyAt(tokens, first - 1)) : undefined;
  if (word === undefined) return { start: first, bound: "exact" };
  const article =
    keyAt(tokens, first - 1) === "mere" && keyAt(tokens, first - 2) === "a" && first - 2 >= floor;
  return { start: article ? first - 2 : first - 1, bound: word };
}
