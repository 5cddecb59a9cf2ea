import { calendarDate, dateExists, dayNumber, monthLength } from "./calendar.ts";
import { Interval, type Precision, type TimeValue } from "./time.ts";
import { DAYS_IN, months, precisionOfPart, unitAround, yearPart, years } from "./units.ts";

/** Why a text is no date that this program reads; a sentence for the writer of a knowledge base. */
export interface EdtfProblem {
  readonly problem: string;
}

/**
 * Reads a date or an interval of EDTF (ISO 8601-2:2019) levels 0 and 1; of level 2 also the parts of a year (25 to 41)
 * and unspecified last digits of a month or a day ("2025-1X"), and a season as the end of an interval. A time of day is
 * checked and dropped: the day is that of the place whose clock it gives. An end that is open (`..`) and one that is not
 * known (nothing) are both without limit; one of the two ends must be a date.
 */
export function parseEdtf(text: string): TimeValue | EdtfProblem {
  const trimmed = text.trim();
  const slash = trimmed.indexOf("/");
  if (slash < 0) return parseSingle(trimmed) ?? { problem: noDate(trimmed) };
  return parseInterval(trimmed, trimmed.slice(0, slash), trimmed.slice(slash + 1));
}

/** The EDTF form of a stretch of days: one date of its precision where it is just that unit, else an interval. */
export function formatEdtf(value: Omit<TimeValue, "edtf">): string {
  const { start, end, precision, range } = value;
  if (!range && isUnit(value, precision) && precision !== "week")
    return formatUnit(value, precision) + (value.approximate ? "~" : "");
  const first = Number.isFinite(start) ? formatEnd(value, "start") : "..";
  const last = Number.isFinite(end) ? formatEnd(value, "end") : "..";
  return `${first}/${last}`;
}

/** The date that an interval begins or ends with, as coarse as it is written; undefined for an open end. */
export function endOf(interval: TimeValue, side: "start" | "end"): TimeValue | undefined {
  const ends = interval.edtf.split("/");
  return parseSingle(ends[side === "start" ? 0 : ends.length - 1]!);
}

/** The days by which a value may reach beyond each of its ends: none, or one unit of the precision of that end. */
export function marginsOf(value: Pick<TimeValue, "approximate" | "precision" | "margins">): Interval {
  if (value.margins !== undefined) return value.margins;
  const margin = value.approximate ? DAYS_IN[value.precision] : 0;
  return new Interval(margin, margin);
}

/** A time value with its EDTF form. */
export function timeValue(
  interval: Interval,
  precision: Precision,
  options: { approximate?: boolean; range?: boolean } = {},
): TimeValue {
  const { approximate = false, range = false } = options;
  const { start, end } = interval;
  const edtf = formatEdtf({ start, end, precision, approximate, range });
  return { edtf, start, end, precision, approximate, range };
}

const DATE = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(.+))?)?)?$/;
/** Twelve digits of a year are still whole days of a number; the universe needs eleven. */
const LONG_YEAR = /^Y(-?[1-9]\d{4,11})$/;
const CLOCK = String.raw`(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|24:00(?::00)?)`;
/** From 12 hours behind to 14 ahead. */
const ZONE = String.raw`(?:Z|\+(?:0\d|1[0-3])(?::[0-5]\d)?|\+14(?::00)?|-(?!00(?::00)?$)(?:0\d|1[01])(?::[0-5]\d)?|-12(?::00)?)`;
const TIME = new RegExp(`^${CLOCK}${ZONE}?$`);
const UNSPECIFIED = /^(-?)(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d|[01]X|XX)(?:-([0-3]X|XX))?)?$/;

function parseSingle(text: string): TimeValue | undefined {
  const qualifier = text.at(-1) === "~" || text.at(-1) === "?" || text.at(-1) === "%" ? text.at(-1)! : "";
  const date = qualifier === "" ? text : text.slice(0, -1);
  if (qualifier !== "" && date.includes("T")) return undefined;
  const found = date.includes("X") ? unspecified(date) : specified(date);
  if (found === undefined) return undefined;
  const { start, end, precision } = found;
  const approximate = qualifier === "~" || qualifier === "%";
  return { edtf: text, start, end, precision, approximate, range: false };
}

type Found = Interval & { readonly precision: Precision };

function specified(text: string): Found | undefined {
  const match = DATE.exec(text);
  if (match === null) {
    const longYear = LONG_YEAR.exec(text);
    return longYear === null ? undefined : wholeYear(longYear[1]!);
  }
  if (match[1] === "-0000") return undefined;
  const [, year, month, day, time] = match;
  if (month === undefined) return wholeYear(year!);
  if (day === undefined) return monthOrPart(Number(year), Number(month));
  if (time !== undefined && !TIME.test(time)) return undefined;
  if (!dateExists(Number(month), Number(day), Number(year))) return undefined;
  const number = dayNumber(Number(year), Number(month), Number(day));
  return { start: number, end: number, precision: "day" };
}

function wholeYear(digits: string): Found {
  return { ...years(Number(digits), Number(digits)), precision: "year" };
}

function monthOrPart(year: number, month: number): Found | undefined {
  if (month >= 1 && month <= 12) return { ...months(year, month, 1), precision: "month" };
  const part = yearPart(year, month);
  return part && { ...part, precision: precisionOfPart(month) };
}

function unspecified(text: string): Found | undefined {
  const match = UNSPECIFIED.exec(text);
  if (match === null) return undefined;
  const digits = match[2]!;
  const size = digits.endsWith("XX") ? 100 : digits.endsWith("X") ? 10 : 1;
  if (size > 1 && match[3] !== undefined && match[3] !== "XX") return undefined;
  const first = Number(digits.replaceAll("X", "0"));
  const stretch = match[1] === "-" ? years(-first - size + 1, -first) : years(first, first + size - 1);
  if (size > 1) return { ...stretch, precision: size === 100 ? "century" : "decade" };
  const year = Number(match[1] + digits);
  if (match[3] === undefined || match[3] === "XX") return { ...stretch, precision: "year" };
  if (match[3].endsWith("X")) {
    if (match[4] !== undefined && match[4] !== "XX") return undefined;
    return match[3] === "0X"
      ? { ...months(year, 1, 9), precision: "year" }
      : { ...months(year, 10, 3), precision: "quarter" };
  }
  return unspecifiedDay(year, Number(match[3]), match[4] ?? "XX");
}

function unspecifiedDay(year: number, month: number, days: string): Found | undefined {
  if (month < 1 || month > 12) return undefined;
  if (days === "XX") return { ...months(year, month, 1), precision: "month" };
  const tens = Number(days[0]) * 10;
  if (tens > monthLength(month, year)) return undefined;
  return {
    start: dayNumber(year, month, Math.max(tens, 1)),
    end: dayNumber(year, month, Math.min(tens + 9, monthLength(month, year))),
    precision: "month",
  };
}

function parseInterval(text: string, from: string, to: string): TimeValue | EdtfProblem {
  const open = (end: string): boolean => end === ".." || end === "";
  const start = open(from) ? undefined : parseSingle(from);
  const end = open(to) ? undefined : parseSingle(to);
  if ((start === undefined && !open(from)) || (end === undefined && !open(to))) {
    return { problem: noDate(open(from) || start !== undefined ? to : from) };
  }
  if (start === undefined && end === undefined) return { problem: `“${text}” names no date at either end.` };
  const value: TimeValue = {
    edtf: text,
    start: start?.start ?? -Infinity,
    end: end?.end ?? Infinity,
    precision: coarser(start?.precision, end?.precision),
    approximate: (start?.approximate ?? false) || (end?.approximate ?? false),
    range: true,
    ...unlikeMargins(start, end),
  };
  return value.end < value.start ? { problem: `“${text}” ends before it begins.` } : value;
}

/** The margins of an interval, where they are not those of its precision at both ends. */
function unlikeMargins(start: TimeValue | undefined, end: TimeValue | undefined): Pick<TimeValue, "margins"> {
  if (start?.approximate !== true && end?.approximate !== true) return {};
  const alike = start?.approximate === end?.approximate && start?.precision === end?.precision;
  if (alike || start === undefined || end === undefined) return {};
  return { margins: new Interval(marginsOf(start).start, marginsOf(end).end) };
}

function coarser(a: Precision | undefined, b: Precision | undefined): Precision {
  if (a === undefined || b === undefined) return a ?? b ?? "year";
  return DAYS_IN[a] >= DAYS_IN[b] ? a : b;
}

function noDate(text: string): string {
  const match = /^(-?\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match !== null && Number(match[2]) >= 1 && Number(match[2]) <= 12) {
    return `The calendar has no ${text}: that month has ${monthLength(Number(match[2]), Number(match[1]))} days.`;
  }
  return `“${text}” is not a date in the form 2025, 2025-10 or 2025-10-19 (EDTF level 1).`;
}

function isUnit(value: Interval, precision: Precision): boolean {
  const unit = unitAround(value.start, precision);
  return unit.start === value.start && unit.end === value.end;
}

/** From coarse to fine, the first unit whose edge is the interval's edge, none coarser than the value or its margin. */
function formatEnd(value: Omit<TimeValue, "edtf">, side: "start" | "end"): string {
  const day = value[side];
  const margin = marginsOf(value)[side];
  const longest = value.margins !== undefined && margin > 0 ? margin : DAYS_IN[value.precision];
  const mark = margin > 0 ? "~" : "";
  for (const precision of EDGES) {
    if (DAYS_IN[precision] > longest) continue;
    const unit = unitAround(day, precision);
    if (unit[side] === day) return formatUnit(unit, precision) + mark;
  }
  return formatUnit(new Interval(day, day), "day") + mark;
}

const EDGES: readonly Precision[] = ["century", "decade", "year", "half", "season", "quarter", "month"];

function formatUnit({ start }: Interval, precision: Precision): string {
  const { year, month, day } = calendarDate(start);
  const digits = formatYear(year);
  switch (precision) {
    case "century":
      return `${wideDigits(year, 100).slice(0, -2)}XX`;
    case "decade":
      return `${wideDigits(year, 10).slice(0, -1)}X`;
    case "year":
      return digits;
    case "half":
      return `${digits}-${month < 7 ? 40 : 41}`;
    case "quarter":
      return `${digits}-${33 + Math.floor((month - 1) / 3)}`;
    case "season":
      return `${digits}-${20 + month / 3}`;
    case "month":
      return `${digits}-${twoDigits(month)}`;
    default:
      return `${digits}-${twoDigits(month)}-${twoDigits(day)}`;
  }
}

/** Before year 0 the digits of a decade or century are those of its last year: -499 to -400 is -04XX. */
function wideDigits(firstYear: number, size: number): string {
  return firstYear < 0 ? `-${formatYear(-(firstYear + size - 1))}` : formatYear(firstYear);
}

function formatYear(year: number): string {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
