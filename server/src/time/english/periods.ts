import type { StatedParts } from "../time.ts";
import {
  belowHundredAt,
  closedMark,
  digitsAt,
  keyAt,
  ordinalAt,
  plainYearAt,
  type Tokens,
  yearAt,
} from "./atoms.ts";
import type { Point } from "./point.ts";
import { BEFORE_CHRIST, DECADE_WORDS, QUARTER_CODES, SEASONS } from "./words.ts";

/** A period that begins with a number in digits: a decade ("1990's") or a year. */
export function readNumberPeriod(tokens: Tokens, index: number): Point | undefined {
  return readDecade(tokens, index) ?? readYear(tokens, index);
}

/** A period at a token: season, quarter, half, century, decade, year. */
export function readPeriod(tokens: Tokens, index: number): Point | undefined {
  return (
    readSeason(tokens, index) ??
    readQuarterCode(tokens, index) ??
    readOrdinalPeriod(tokens, index) ??
    readDecade(tokens, index) ??
    readYear(tokens, index)
  );
}

/** "summer 2021", "the autumn of 2025", "winter 2021–22", "spring". */
function readSeason(tokens: Tokens, index: number): Point | undefined {
  const southern = keyAt(tokens, index) === "southern" || keyAt(tokens, index) === "austral";
  const name = southern ? index + 1 : index;
  const season = SEASONS.get(keyAt(tokens, name));
  if (season === undefined) return undefined;
  const joint = keyAt(tokens, name + 1);
  const at = joint === "of" || joint === "," || joint === "-" ? name + 2 : name + 1;
  const year = yearAt(tokens, keyAt(tokens, at) === "the" && keyAt(tokens, at + 1) === "year" ? at + 2 : at);
  const first = index;
  if (year === undefined)
    return { first, next: name + 1, parts: { season: southern ? season + 8 : season }, bare: true };
  const second = secondYear(tokens, year.next, year.value);
  const crossing = second !== undefined && second.value === year.value + 1;
  // Only a southern summer and a northern winter cross the new year.
  const code = southern || (crossing && season === 22) ? season + 8 : season;
  return { first, next: crossing ? second.next : year.next, parts: { season: code, year: year.value } };
}

/** The second of two years written short: "2021–22", "1914/18", "1927-1937". */
export function secondYear(
  tokens: Tokens,
  index: number,
  first: number,
): { value: number; next: number } | undefined {
  const key = keyAt(tokens, index);
  if ((key !== "-" && key !== "/") || !closedMark(tokens, index, key) || tokens[index + 1]?.spaced)
    return undefined;
  const full = plainYearAt(tokens, index + 1);
  if (full !== undefined) return full;
  const digits = digitsAt(tokens, index + 1);
  const short = tokens[index + 1]?.text.length;
  // "1998/9", "1914–8".
  if (digits !== undefined && short === 1 && digits.value > first % 10 && !closedMark(tokens, index + 2, key))
    return { value: first - (first % 10) + digits.value, next: digits.next };
  if (digits === undefined || short !== 2 || closedMark(tokens, index + 2, key)) return undefined;
  const value = first - (first % 100) + digits.value;
  if (value > first) return { value, next: digits.next };
  return value + 100 === first + 1 ? { value: first + 1, next: digits.next } : undefined;
}

/** "Q3 2023", "H1 of 2024", "2018Q4". */
function readQuarterCode(tokens: Tokens, index: number): Point | undefined {
  const key = keyAt(tokens, index);
  if (key.length === 6 && QUARTER_CODES.has(key.slice(4))) {
    const digits = Number(key.slice(0, 4));
    if (!(digits >= 1900 && digits < 2200)) return undefined;
    return {
      first: index,
      next: index + 1,
      parts: { season: QUARTER_CODES.get(key.slice(4))!, year: digits },
    };
  }
  const season = QUARTER_CODES.get(key);
  if (season === undefined) return undefined;
  const joint = keyAt(tokens, index + 1);
  const year = yearAt(
    tokens,
    joint === "of" || joint === "," || joint === "/" || joint === "-" ? index + 2 : index + 1,
  );
  if (year === undefined) return { first: index, next: index + 1, parts: { season }, bare: true };
  return { first: index, next: year.next, parts: { season, year: year.value } };
}

/** "the third quarter of 2023", "first-half 2024", "the 19th century", "the fifth century BC". */
function readOrdinalPeriod(tokens: Tokens, index: number): Point | undefined {
  const key = keyAt(tokens, index);
  const ordinal =
    key === "latter" || key === "last" || key === "final"
      ? { value: -1, next: index + 1 }
      : ordinalAt(tokens, index);
  if (ordinal === undefined) return undefined;
  const name = keyAt(tokens, ordinal.next) === "-" ? ordinal.next + 1 : ordinal.next;
  const unit = keyAt(tokens, name);
  if (unit === "quarter" || unit === "half") return readHalf(tokens, index, name, ordinal.value);
  if ((unit !== "century" && unit !== "centuries") || ordinal.value < 1 || ordinal.value > 30)
    return undefined;
  const before = BEFORE_CHRIST.has(keyAt(tokens, name + 1));
  const first = before ? 1 - ordinal.value * 100 : (ordinal.value - 1) * 100;
  return { first: index, next: before ? name + 2 : name + 1, parts: { years: { first, last: first + 99 } } };
}

function readHalf(tokens: Tokens, first: number, name: number, ordinal: number): Point | undefined {
  const half = keyAt(tokens, name) === "half";
  const count = half ? 2 : 4;
  const which = ordinal === -1 ? count : ordinal;
  if (which > count) return undefined;
  const parts: StatedParts = { season: (half ? 39 : 32) + which };
  const joint = keyAt(tokens, name + 1);
  const at = joint === "of" || joint === "," ? name + 2 : name + 1;
  const skip = keyAt(tokens, at) === "the" && keyAt(tokens, at + 1) === "year" ? at + 2 : at;
  const year = yearAt(tokens, skip);
  if (year !== undefined && (joint === "of" || !half || at === name + 1)) {
    return { first, next: year.next, parts: { ...parts, year: year.value } };
  }
  if (joint !== "of")
    return half || ordinal === -1 ? undefined : { first, next: name + 1, parts, bare: true };
  const determiner = keyAt(tokens, at);
  if (keyAt(tokens, at + 1) !== "year" || !YEAR_DETERMINERS.has(determiner)) return undefined;
  const relative = { unit: "year", shift: 0, from: determiner === "this" ? "draft" : "previous" } as const;
  return { first, next: at + 2, parts, relative };
}

const YEAR_DETERMINERS: ReadonlySet<string> = new Set(["the", "that", "this"]);

/** "the 1990s", "the 470s BC", "the nineteen-nineties". */
function readDecade(tokens: Tokens, index: number): Point | undefined {
  const token = tokens[index]!;
  const key = token.key;
  const last = key.charCodeAt(key.length - 1);
  if (last === 115 && key.length <= 6 && key.charCodeAt(0) < 58) {
    const digits = key.endsWith("0's") ? key.slice(0, -2) : key.slice(0, -1);
    return decadePoint(tokens, index, digits, index + 1);
  }
  if (token.kind === "number" && keyAt(tokens, index + 1) === "'" && closedMark(tokens, index + 2, "s")) {
    return decadePoint(tokens, index, token.text, index + 3);
  }
  const alone = DECADE_WORDS.get(key);
  if (alone !== undefined && keyAt(tokens, index - 1) !== "-") {
    return {
      first: index,
      next: index + 1,
      parts: { years: { first: 1900 + alone, last: 1909 + alone } },
      bare: true,
    };
  }
  const century = belowHundredAt(tokens, index);
  if (century === undefined || century.value < 11 || century.value > 20) return undefined;
  const name = keyAt(tokens, century.next) === "-" ? century.next + 1 : century.next;
  const decade = DECADE_WORDS.get(keyAt(tokens, name));
  if (decade === undefined) return undefined;
  const first = century.value * 100 + decade;
  return { first: index, next: name + 1, parts: { years: { first, last: first + 9 } } };
}

function decadePoint(tokens: Tokens, first: number, digits: string, next: number): Point | undefined {
  const start = Number(digits);
  if (!Number.isInteger(start) || start % 10 !== 0 || digits.length < 2) return undefined;
  if (BEFORE_CHRIST.has(keyAt(tokens, next))) {
    return { first, next: next + 1, parts: { years: { first: 1 - start - 9, last: 1 - start } } };
  }
  if (digits.length === 2) return shortDecade(tokens, first, start, next);
  if (digits.length !== 4 || start < 1500 || start > 2190) return undefined;
  // "The 1800s" is a century to some and a decade to others: the century holds both.
  return {
    first,
    next,
    parts: { years: { first: start, last: start + (start % 100 === 0 && start < 2000 ? 99 : 9) } },
  };
}

/** "the '90s", "the 90s"; of the twenties nobody can tell which. */
function shortDecade(tokens: Tokens, index: number, start: number, next: number): Point | undefined {
  const quoted = keyAt(tokens, index - 1) === "'" && !tokens[index]!.spaced;
  const the = keyAt(tokens, quoted ? index - 2 : index - 1);
  if ((!quoted && the !== "the") || start === 20) return undefined;
  const first = (start > 20 ? 1900 : 2000) + start;
  return { first: quoted ? index - 1 : index, next, parts: { years: { first, last: first + 9 } } };
}

/** "the 2023 third quarter", "2023's first half". */
function quarterAfter(tokens: Tokens, index: number): Point | undefined {
  const apostrophe = keyAt(tokens, index) === "'" && closedMark(tokens, index + 1, "s");
  const at = apostrophe ? index + 2 : keyAt(tokens, index) === "'s" ? index + 1 : index;
  const ordinal = ordinalAt(tokens, at);
  if (ordinal === undefined || ordinal.value > 4) return undefined;
  const name = keyAt(tokens, ordinal.next) === "-" ? ordinal.next + 1 : ordinal.next;
  const unit = keyAt(tokens, name);
  const count = unit === "quarter" ? 4 : unit === "half" ? 2 : 0;
  if (ordinal.value > count) return undefined;
  return { first: at, next: name + 1, parts: { season: (count === 2 ? 39 : 32) + ordinal.value } };
}

/** A year alone, or with a season after it ("1982 summer"), or a quarter ("2023 Q3"). */
function readYear(tokens: Tokens, index: number): Point | undefined {
  const year = yearAt(tokens, index);
  if (year === undefined || keyAt(tokens, index) === "'") return undefined;
  const quarter = quarterAfter(tokens, year.next);
  if (quarter !== undefined)
    return { ...quarter, first: index, parts: { ...quarter.parts, year: year.value }, bare: false };
  const part = SEASONS.get(keyAt(tokens, year.next)) ?? QUARTER_CODES.get(keyAt(tokens, year.next));
  if (part !== undefined && part !== 23) {
    return { first: index, next: year.next + 1, parts: { year: year.value, season: part } };
  }
  return {
    first: index,
    next: year.next,
    parts: { year: year.value },
    bareYear: plainYearAt(tokens, index)?.next === year.next,
  };
}
