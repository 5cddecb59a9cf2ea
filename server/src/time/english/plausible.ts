import type { Token } from "../../text/tokens.ts";
import { closedMark, isCapitalised, isCount, isNumbered, keyAt, type Tokens } from "./atoms.ts";
import { FUNCTION_WORDS, YEAR_PREPOSITIONS } from "./cues.ts";
import type { LeadIn } from "./lead-in.ts";
import type { Point } from "./point.ts";
import { readReference } from "./references.ts";
import { AMBIGUOUS_MONTHS, DECADE_WORDS, MONTHS } from "./words.ts";

/** Whether one point alone is meant as a date. */
export function isDate(tokens: Tokens, point: Point, lead: LeadIn, floor: number): boolean {
  const before = keyAt(tokens, lead.start - 1);
  if (point.bare && SETS.has(before)) return false;
  if (isBareWeekday(point) && (SETS.has(before) || before === "a" || isPartOfDate(tokens, point)))
    return false;
  if (isBareWeekday(point)) return lead.relative !== undefined || !namedBefore(tokens, point, floor);
  if (!point.bare) return true;
  if (isAlone(tokens, point) || readReference(tokens, point) !== undefined) return true;
  if (MONTHS.has(keyAt(tokens, point.first))) return isMonth(tokens, point, lead, floor);
  if (point.parts.years !== undefined) return isDecade(tokens, point, lead);
  if (lead.modifier !== undefined) return true;
  if (lead.relative !== undefined) return !isVerb(tokens, point);
  return point.parts.season! >= 33
    ? (lead.introduced && point.next - point.first > 1) || keyAt(tokens, point.next - 2) === "-"
    : isSeason(tokens, point, lead, floor);
}

/** "the last Friday of each month", "Friday 5–6 June": what follows says which one, or that it is none alone. */
function isPartOfDate(tokens: Tokens, { next, tail }: Point): boolean {
  if (tail === undefined && keyAt(tokens, next) === "of") return true;
  const at = keyAt(tokens, next) === "," ? next + 1 : next;
  return tokens[at]?.kind === "number" && DAY_LINKS.has(keyAt(tokens, at + 1));
}

const DAY_LINKS: ReadonlySet<string> = new Set(["-", "/", "to", "and"]);

/** "every Thursday", "each May": no one date. */
const SETS: ReadonlySet<string> = new Set(["every", "each", "any", "no", "another", "most"]);

function isBareWeekday({ weekdayAt, parts }: Point): boolean {
  return weekdayAt === undefined && parts.weekday !== undefined;
}

/** "Good Friday", "Bloody Sunday". */
function namedBefore(tokens: Tokens, { first }: Point, floor: number): boolean {
  const before = first > floor ? tokens[first - 1] : undefined;
  return before?.kind === "word" && isCapitalised(before) && before.key !== "on";
}

/** A month's name alone: it may be a verb, or somebody's name. */
function isMonth(tokens: Tokens, { first, next }: Point, lead: LeadIn, floor: number): boolean {
  const { key } = tokens[first]!;
  // "Apr-7" is the name of something.
  if (key.length < 4 && closedMark(tokens, next, "-")) return false;
  const named = tokens[next]?.kind === "word" && isCapitalised(tokens[next]);
  if (key.length < 4 && key !== "may") return lead.introduced && !(named && AMBIGUOUS_MONTHS.has(key));
  if (!isCapitalised(tokens[first]!)) return !AMBIGUOUS_MONTHS.has(key);
  // In capitals it is the "MAY" of a standard.
  if (key === "may" && tokens[first]!.text === "MAY") return false;
  if (!AMBIGUOUS_MONTHS.has(key) || lead.modifier !== undefined) return true;
  const before = first > floor ? keyAt(tokens, first - 1) : "";
  if (MONTH_PREPOSITIONS.has(before)) return true;
  const after = tokens[next];
  const word = after?.kind === "word";
  if (lead.introduced) return !(word && after.spaced && isCapitalised(after));
  return (
    (before === "a" || before === "the") && word && !isCapitalised(after) && !FUNCTION_WORDS.has(after.key)
  );
}

const MONTH_PREPOSITIONS: ReadonlySet<string> = new Set(["in", "during", "since", "until"]);

/** "the nineties", "the late sixties"; not "in her nineties", "the thirties of the temperature". */
function isDecade(tokens: Tokens, { next }: Point, lead: LeadIn): boolean {
  const listed = JOINING.has(keyAt(tokens, lead.start - 1)) && isDecadeWord(keyAt(tokens, lead.start - 2));
  const the = keyAt(tokens, lead.start) === "the" || listed;
  return the && isFree(tokens, next) && keyAt(tokens, next) !== "of";
}

/** "the eighties and nineties", "the 1980s and nineties". */
const JOINING: ReadonlySet<string> = new Set(["and", "or", "-", "to"]);

function isDecadeWord(key: string): boolean {
  return DECADE_WORDS.has(key) || /^\d{2,4}s$/.test(key);
}

/** A season's name alone: it may be a source, a coil, or a fall. */
function isSeason(tokens: Tokens, { first, next }: Point, lead: LeadIn, floor: number): boolean {
  const fall = keyAt(tokens, first) === "fall";
  const before = lead.start > floor ? keyAt(tokens, lead.start - 1) : "";
  const the = !fall && keyAt(tokens, first - 1) === "the" && isFree(tokens, next);
  const held = the || lead.boundary !== undefined || SEASON_PREPOSITIONS.has(before);
  return held && (!fall || keyAt(tokens, next) !== "of");
}

/** "cases that fall outside", "doubts that spring from". */
function isVerb(tokens: Tokens, { first, next }: Point): boolean {
  const key = keyAt(tokens, first);
  return (
    (key === "fall" || key === "spring") &&
    keyAt(tokens, first - 1) === "that" &&
    tokens[next]?.kind === "word"
  );
}

const SEASON_PREPOSITIONS: ReadonlySet<string> = new Set(
  "in during of throughout through for over".split(" "),
);

/** Nothing but marks stands beside it: a table's cell, the bold start of an entry. */
function isAlone(tokens: Tokens, point: Point): boolean {
  for (let i = Math.max(0, point.first - 3); i < Math.min(tokens.length, point.next + 3); i++) {
    if ((i < point.first || i >= point.next) && tokens[i]!.kind !== "mark") return false;
  }
  return tokens.length - (point.next - point.first) <= 4;
}

/** Whether four digits are a year here: a preposition or bracket before them, or the thing that has the year after. */
export function isYear(tokens: Tokens, point: Point, next: number, lead: LeadIn, floor: number): boolean {
  const { first } = point;
  const year = point.parts.year!;
  if (isNumbered(tokens, first) || (year > 2100 && !STRONG.has(keyAt(tokens, first - 1)))) return false;
  if (lead.modifier === undefined && joinsNumber(tokens, first, next)) return false;
  if (next > point.next) return isYearRange(tokens, first, next, year);
  if (isAlone(tokens, point)) return true;
  const before = first > floor ? keyAt(tokens, first - 1) : "";
  if (FISCAL.has(before) || (before === "year" && FISCAL.has(keyAt(tokens, first - 2)))) return false;
  const share = before === "in" && (keyAt(tokens, first - 2) === "1" || keyAt(tokens, first - 2) === "one");
  if (share) return false;
  const sure = lead.modifier !== undefined || lead.relative !== undefined || STRONG.has(before);
  const owned =
    OWNERS.has(before) &&
    year >= (before === "the" ? 1600 : 1800) &&
    year % (before === "of" || year < 1800 ? 10 : 100) !== 0;
  if (isCount(tokens, next, year, sure || owned)) return false;
  if (sure || owned || lead.boundary !== undefined || lead.approximate) return true;
  if (year < 1500) return false;
  // "a crowd of 2000" counts, "the vote of 2000" does not.
  if (before === "of" && year % 100 === 0 && keyAt(tokens, first - 3) !== "the") return false;
  return YEAR_PREPOSITIONS.has(before) || isYearBesideWords(tokens, first, next, floor);
}

function isYearRange(tokens: Tokens, first: number, next: number, year: number): boolean {
  const before = keyAt(tokens, first - 1);
  return (year >= 1500 || STRONG.has(before) || before === "(") && !isCount(tokens, next, year, true);
}

/** "RFC 1918" is no year. */
function isAcronym({ text }: Token): boolean {
  return text.length > 1 && text === text.toUpperCase();
}

/** With no preposition: "2021 was …", "1965's …", "Act 1998", "Taliban 2021 takeover". */
function isYearBesideWords(tokens: Tokens, first: number, next: number, floor: number): boolean {
  const before = first > floor ? tokens[first - 1] : undefined;
  const after = tokens[next];
  if (after?.key === "'s") return true;
  if (before === undefined || (before.key === "." && tokens[first]!.spaced))
    return after === undefined || after.kind === "mark" || !isCapitalised(after);
  if (before.kind !== "word") return false;
  if (after?.kind === "word" && !isCapitalised(after))
    return isCapitalised(before) || !FUNCTION_WORDS.has(after.key);
  return isCapitalised(before) && isFree(tokens, next) && !isAcronym(before);
}

/** "the 2008 elections", "of 1913 levels", "its 2006 highs": what follows is dated, not counted. */
const OWNERS: ReadonlySet<string> = new Set("the its their his her our this that of 's".split(" "));

/** Years that begin on another day than January the first. */
const FISCAL: ReadonlySet<string> = new Set("fiscal fy financial academic school marketing".split(" "));

const STRONG: ReadonlySet<string> = new Set("in since during until till year".split(" "));

/** Part of a document number, a telephone number or a decimal: "S/2022/15", "UNSCR-1325", "2025/14". */
function joinsNumber(tokens: Tokens, first: number, next: number): boolean {
  const before = tokens[first - 1];
  const circa = before?.key === "." && CIRCA.has(keyAt(tokens, first - 2));
  const joint = before !== undefined && !circa && !tokens[first]!.spaced && JOINTS.has(before.key);
  if (joint && tokens[first - 2] !== undefined && !before.spaced) return true;
  const after = tokens[next];
  if (after === undefined || after.spaced || !JOINTS.has(after.key) || after.key === ".") return false;
  const number = tokens[next + 1];
  return number !== undefined && !number.spaced && number.kind !== "word" && number.kind !== "mark";
}

/** "c.1860" */
const CIRCA: ReadonlySet<string> = new Set(["c", "ca"]);

const JOINTS: ReadonlySet<string> = new Set(["-", "/", ".", ":"]);

/** Whether what stands here can follow a number that ends a date: nothing that the number would count. */
export function isFree(tokens: Tokens, index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return true;
  if (token.kind === "mark")
    return token.key !== "%" && token.key !== "°" && !(token.key === ":" && !token.spaced);
  return token.kind === "word" && FUNCTION_WORDS.has(token.key);
}
