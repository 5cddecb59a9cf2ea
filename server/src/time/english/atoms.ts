import type { Token } from "../../text/tokens.ts";
import { COUNTED_THINGS, NUMBERED_THINGS } from "./cues.ts";
import {
  ANNO_DOMINI,
  BEFORE_CHRIST,
  CARDINALS,
  COMMON_WORDS,
  MONTHS,
  ORDINALS,
  WEEKDAY_ABBREVIATIONS,
  WEEKDAYS,
} from "./words.ts";

export type Tokens = readonly Token[];

/** A number that was read, and the index of the token after it. */
export interface Read {
  readonly value: number;
  readonly next: number;
}

export function keyAt(tokens: Tokens, index: number): string {
  return tokens[index]?.key ?? "";
}

/** Whether a mark stands here, closed up to what comes before it. */
export function closedMark(tokens: Tokens, index: number, key: string): boolean {
  const token = tokens[index];
  return token !== undefined && token.key === key && !token.spaced;
}

export function isCapitalised(token: Token): boolean {
  const first = token.text[0]!;
  return first !== first.toLowerCase();
}

/** A number of plain digits, one to four of them. */
export function digitsAt(tokens: Tokens, index: number): Read | undefined {
  const token = tokens[index];
  if (token === undefined || token.kind !== "number" || token.text.length > 4) return undefined;
  const value = Number(token.text);
  return Number.isInteger(value) && !token.text.includes(".") ? { value, next: index + 1 } : undefined;
}

/** A day of the month: "19", "19th", "nineteenth", "twenty-first". */
export function dayAt(tokens: Tokens, index: number): Read | undefined {
  const token = tokens[index];
  if (token === undefined) return undefined;
  if (token.kind === "number") return inMonth(token.text.length <= 2 ? Number(token.text) : 0, index);
  if (token.kind === "ordinal")
    return inMonth(token.text.length <= 4 ? Number.parseInt(token.text, 10) : 0, index);
  if (token.kind !== "word") return undefined;
  const ordinal = ordinalWordAt(tokens, index);
  return ordinal !== undefined && ordinal.value <= 31 ? ordinal : undefined;
}

function inMonth(value: number, index: number): Read | undefined {
  return value >= 1 && value <= 31 ? { value, next: index + 1 } : undefined;
}

/** "first" to "thirty-first". */
export function ordinalWordAt(tokens: Tokens, index: number): Read | undefined {
  const key = keyAt(tokens, index);
  const plain = ORDINALS.get(key);
  if (plain !== undefined) return { value: plain, next: index + 1 };
  const tens = key === "twenty" ? 20 : key === "thirty" ? 30 : 0;
  if (tens === 0) return undefined;
  const unit = keyAt(tokens, index + 1) === "-" ? index + 2 : index + 1;
  const ones = ORDINALS.get(keyAt(tokens, unit));
  return ones !== undefined && ones <= 9 ? { value: tens + ones, next: unit + 1 } : undefined;
}

/** An ordinal in digits or words. */
export function ordinalAt(tokens: Tokens, index: number): Read | undefined {
  const token = tokens[index];
  if (token?.kind === "ordinal") return { value: Number.parseInt(token.text, 10), next: index + 1 };
  return token === undefined ? undefined : ordinalWordAt(tokens, index);
}

/** A month's name, with the full stop of its abbreviation unless that ends the sentence. */
export function monthAt(tokens: Tokens, index: number): Read | undefined {
  const token = tokens[index];
  if (token === undefined || token.kind !== "word") return undefined;
  const value = MONTHS.get(token.key);
  if (value === undefined) return undefined;
  if (COMMON_WORDS.has(token.key) && !isCapitalised(token) && yearNear(tokens, index) === undefined)
    return undefined;
  return { value, next: pastStop(tokens, index + 1, token.text.length <= 4) };
}

function yearNear(tokens: Tokens, index: number): Read | undefined {
  return plainYearAt(tokens, index + 1) ?? plainYearAt(tokens, index + 2) ?? plainYearAt(tokens, index + 3);
}

function pastStop(tokens: Tokens, index: number, abbreviated: boolean): number {
  return abbreviated && closedMark(tokens, index, ".") && index + 1 < tokens.length ? index + 1 : index;
}

/** A weekday's name; its abbreviation only where `beside` a date. */
export function weekdayAt(tokens: Tokens, index: number, beside: boolean): Read | undefined {
  const token = tokens[index];
  if (token === undefined || token.kind !== "word") return undefined;
  const full = WEEKDAYS.get(token.key);
  if (full !== undefined) return { value: full, next: index + 1 };
  const short = beside && isCapitalised(token) ? WEEKDAY_ABBREVIATIONS.get(token.key) : undefined;
  return short === undefined ? undefined : { value: short, next: pastStop(tokens, index + 1, true) };
}

/** Four digits that can be a year: 1000 to 2199. */
export function plainYearAt(tokens: Tokens, index: number): Read | undefined {
  const token = tokens[index];
  if (token === undefined || token.kind !== "number" || token.text.length !== 4) return undefined;
  const value = Number(token.text);
  return value >= 1000 && value < 2200 && Number.isInteger(value) ? { value, next: index + 1 } : undefined;
}

/** A year beside a date: four digits, digits with an era ("490 BC", "AD 70"), words, or two digits after an apostrophe. */
export function yearAt(tokens: Tokens, index: number): Read | undefined {
  const key = keyAt(tokens, index);
  if (ANNO_DOMINI.has(key)) {
    const digits = digitsAt(tokens, index + 1);
    return digits !== undefined && digits.value > 0 ? digits : undefined;
  }
  if (key === "'" && tokens[index + 1]?.text.length === 2) {
    const digits = digitsAt(tokens, index + 1);
    return digits && { value: digits.value + (digits.value > 40 ? 1900 : 2000), next: digits.next };
  }
  const digits = digitsAt(tokens, index);
  if (digits !== undefined) return eraYear(tokens, digits) ?? plainYearAt(tokens, index);
  return spelledYearAt(tokens, index);
}

/** "490 BC" is the year -489. */
function eraYear(tokens: Tokens, digits: Read): Read | undefined {
  const era = keyAt(tokens, digits.next);
  if (digits.value === 0) return undefined;
  if (BEFORE_CHRIST.has(era)) return { value: 1 - digits.value, next: digits.next + 1 };
  // "149 B.C to …", without its last full stop.
  const letters = tokens[digits.next]?.text === "B" && closedMark(tokens, digits.next + 1, ".");
  if (letters && tokens[digits.next + 2]?.text === "C")
    return { value: 1 - digits.value, next: digits.next + 3 };
  return ANNO_DOMINI.has(era) ? { value: digits.value, next: digits.next + 1 } : undefined;
}

/** "nineteen ninety-eight", "two thousand and twenty-one". */
export function spelledYearAt(tokens: Tokens, index: number): Read | undefined {
  const first = belowHundredAt(tokens, index);
  if (first === undefined) return undefined;
  if (keyAt(tokens, first.next) === "thousand" && (first.value === 1 || first.value === 2)) {
    const after = keyAt(tokens, first.next + 1) === "and" ? first.next + 2 : first.next + 1;
    const rest = belowHundredAt(tokens, after);
    return rest && { value: first.value * 1000 + rest.value, next: rest.next };
  }
  if (first.value < 11 || first.value > 21) return undefined;
  if (keyAt(tokens, first.next) === "hundred") return hundredYear(tokens, first);
  const rest = belowHundredAt(tokens, first.next);
  return rest !== undefined && rest.value >= 10
    ? { value: first.value * 100 + rest.value, next: rest.next }
    : undefined;
}

/** "nineteen hundred and five". */
function hundredYear(tokens: Tokens, { value, next }: Read): Read | undefined {
  const after = keyAt(tokens, next + 1) === "and" ? next + 2 : next + 1;
  const rest = belowHundredAt(tokens, after);
  return rest && { value: value * 100 + rest.value, next: rest.next };
}

/** "seven", "twenty", "ninety-eight". */
export function belowHundredAt(tokens: Tokens, index: number): Read | undefined {
  const value = CARDINALS.get(keyAt(tokens, index));
  if (value === undefined) return undefined;
  if (value < 20) return { value, next: index + 1 };
  const unit = keyAt(tokens, index + 1) === "-" ? index + 2 : index + 1;
  const ones = CARDINALS.get(keyAt(tokens, unit));
  return ones !== undefined && ones < 10
    ? { value: value + ones, next: unit + 1 }
    : { value, next: index + 1 };
}

/** Whether a number here is the name of something numbered ("Resolution 1325") or an amount of money. */
export function isNumbered(tokens: Tokens, index: number): boolean {
  let at = index - 1;
  // "Resolutions 1373, 1540 and 2231".
  while (at > index - 9 && NUMBER_LINKS.has(keyAt(tokens, at)) && tokens[at - 1]?.kind === "number") at -= 2;
  const before = keyAt(tokens, at);
  if (NUMBERED_THINGS.has(before)) return true;
  return before === "." && NUMBERED_THINGS.has(keyAt(tokens, at - 1));
}

const NUMBER_LINKS: ReadonlySet<string> = new Set([",", "and", "or", "to", "-", "&"]);

/** Whether what follows a number makes it a count ("2000 soldiers"); `sure` where its place already says that it is a date. */
export function isCount(tokens: Tokens, next: number, number: number, sure: boolean): boolean {
  const token = tokens[next];
  if (token === undefined) return false;
  if (COUNTED_THINGS.has(token.key)) return true;
  if (token.kind !== "word" || !token.spaced || isCapitalised(token)) return false;
  const plural = token.key.length > 3 && token.key.endsWith("s") && !token.key.endsWith("ss");
  return plural && (!sure || number % 50 === 0 || number < 1600) && !NO_PLURALS.has(token.key);
}

const NO_PLURALS: ReadonlySet<string> = new Set(
  "was this onwards afterwards upwards thus always perhaps besides towards unless plus across versus".split(
    " ",
  ),
);
