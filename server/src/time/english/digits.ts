import type { StatedParts } from "../time.ts";
import { closedMark, keyAt, plainYearAt, type Tokens } from "./atoms.ts";
import type { Point } from "./point.ts";
import { MONTHS, QUARTER_CODES } from "./words.ts";

/**
 * "2025-10-19", "2025-10", "19/10/2025" and "10/19/2025" where the numbers leave one reading, "19.10.2025"; with a
 * month's name "19-Oct-2025", "Oct-19-2025", "2025/Oct/19"; "2023-Q3"; the compact "20251019" where a word asks for it.
 */
export function readDigits(tokens: Tokens, index: number): Point | undefined {
  const first = tokens[index];
  if (first === undefined) return undefined;
  if (first.kind === "number") {
    if (first.text.includes(".")) return fromDotted(first.text.split("."), index);
    if (first.text.length === 8) return compact(tokens, index);
  } else if (!MONTHS.has(first.key)) return undefined;
  const mark = keyAt(tokens, index + 1);
  if ((mark !== "-" && mark !== "/") || !closedMark(tokens, index + 1, mark)) return undefined;
  const second = tokens[index + 2];
  if (second === undefined || second.spaced) return undefined;
  const third = tokens[index + 4];
  if (closedMark(tokens, index + 3, mark) && third?.kind === "number" && !third.spaced)
    return isJoined(tokens, index, mark) ? undefined : fromThree([first.key, second.key, third.key], index);
  return first.kind === "number" ? fromTwo(tokens, index, mark) : undefined;
}

function fromThree(keys: readonly [string, string, string], index: number): Point | undefined {
  const [a, b, c] = keys;
  const next = index + 5;
  const named = MONTHS.get(b);
  if (named !== undefined)
    return a.length === 4
      ? pointOf({ year: Number(a), month: named, day: Number(c) }, index, next)
      : pointOf({ year: yearOf(c), month: named, day: Number(a) }, index, next);
  const first = MONTHS.get(a);
  if (first === undefined) return fromNumbers(keys, index, next);
  return c.length === 4 ? pointOf({ year: Number(c), month: first, day: Number(b) }, index, next) : undefined;
}

/** Beside a month's name two digits can be a year. */
function yearOf(digits: string): number {
  const value = Number(digits);
  return digits.length === 2 ? value + (value > 40 ? 1900 : 2000) : value;
}

function fromTwo(tokens: Tokens, index: number, mark: string): Point | undefined {
  const year = plainYearAt(tokens, index);
  if (year === undefined || closedMark(tokens, index + 3, mark) || isJoined(tokens, index, mark))
    return undefined;
  const second = tokens[index + 2]!;
  const season = QUARTER_CODES.get(second.key);
  if (season !== undefined) return { first: index, next: index + 3, parts: { year: year.value, season } };
  if (tokens[index + 1]!.text !== "-" || second.kind !== "number" || second.text.length !== 2)
    return undefined;
  const month = Number(second.text);
  // "2005-10" may be two years as well, which hold the month too: that reading is left to the ranges.
  if (month < 1 || month > 12 || month > year.value % 100) return undefined;
  return { first: index, next: index + 3, parts: { year: year.value, month } };
}

/** Part of something longer ("133-03-03-2020", "10/1/2018-10/7/2018"), but not the end of "2025-10-25/2025-10-30". */
function isJoined(tokens: Tokens, index: number, mark: string): boolean {
  const before = keyAt(tokens, index - 1);
  if ((before !== "-" && before !== "/") || tokens[index]!.spaced || tokens[index - 1]!.spaced) return false;
  return before === mark || keyAt(tokens, index - 3) === before;
}

function fromNumbers(texts: readonly string[], first: number, next: number): Point | undefined {
  if (texts.length !== 3) return undefined;
  const [a, b, c] = texts.map(Number) as [number, number, number];
  if (texts[0]!.length === 4 && texts[1]!.length <= 2 && texts[2]!.length <= 2)
    return pointOf({ year: a, month: b, day: c }, first, next);
  if (texts[2]!.length !== 4 || texts[0]!.length > 2 || texts[1]!.length > 2) return undefined;
  if (b > 12 && a <= 12) return pointOf({ year: c, month: a, day: b }, first, next);
  if ((a > 12 && b <= 12) || a === b) return pointOf({ year: c, month: b, day: a }, first, next);
  if (a > 12 || b > 12 || a === 0 || b === 0 || c < 1000 || c > 2199) return undefined;
  const either = [
    { year: c, month: b, day: a },
    { year: c, month: a, day: b },
  ] as const;
  return { first, next, parts: {}, either };
}

/** With full stops the day comes first: Americans do not write so. */
function fromDotted(texts: readonly string[], index: number): Point | undefined {
  const found = fromNumbers(texts, index, index + 1);
  if (found?.parts.day !== undefined || texts.length !== 3 || texts[2]!.length !== 4) return found;
  const [day, month, year] = texts.map(Number) as [number, number, number];
  return day > 12 || month > 12 ? undefined : pointOf({ year, month, day }, index, index + 1);
}

/** "on 20251019": eight digits without such a word are a number. */
function compact(tokens: Tokens, index: number): Point | undefined {
  const { text } = tokens[index]!;
  if (!COMPACT_WORDS.has(keyAt(tokens, index - 1)) || text.includes(",")) return undefined;
  const parts = {
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(4, 6)),
    day: Number(text.slice(6)),
  };
  return pointOf(parts, index, index + 1);
}

const COMPACT_WORDS: ReadonlySet<string> = new Set(["on", "since", "until", "dated"]);

function pointOf(parts: Required<Pick<StatedParts, "year" | "month" | "day">>, first: number, next: number) {
  const { year, month, day } = parts;
  const possible = month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1000 && year <= 2199;
  return possible ? { first, next, parts } : undefined;
}
