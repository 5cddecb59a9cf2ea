import { tokenize } from "../text/tokens.ts";
import { dateExists, monthLength } from "./calendar.ts";
import { parseEdtf } from "./edtf.ts";
import { recognizeTimes } from "./recognize.ts";
import { statedValue } from "./values.ts";

/** What is wrong with a text that is no EDTF date, and the EDTF form of what is meant, if that can only be one. */
export interface DateMistake {
  readonly message: string;
  readonly instead?: string;
  /** Nothing else can be meant. */
  readonly sure?: boolean;
}

/** Explains why `parseEdtf` refuses a text, as far as its writer needs to know to mend it. */
export function dateMistake(text: string): DateMistake {
  const written = text.trim();
  const shown = `“${written.length > 60 ? `${written.slice(0, 60)}…` : written}”`;
  const meant = numeric(written);
  if (meant.length > 1) return { message: `${shown} can be two dates: write \`${meant.join("` or `")}\`.` };
  const instead = meant[0] ?? otherwise(written);
  if (instead === undefined) return { message: `${shown} ${impossible(written) ?? NO_DATE}.` };
  const [first, last] = written.split("/");
  const reversed = instead === `${last?.trim()}/${first!.trim()}`;
  const message = reversed
    ? `${shown} ends before it begins; did you mean \`${instead}\`?`
    : `${shown} is not a date as EDTF writes it; that is \`${instead}\`.`;
  return { message, instead, sure: !reversed };
}

const NO_DATE =
  "is not a date in the form 2025, 2025-10 or 2025-10-19, nor an interval such as 2025-10/2025-12 (EDTF)";

/** What slips of another kind come to; the first that makes a date of the text is what was meant. */
function otherwise(text: string): string | undefined {
  for (const mended of [sloppy, ranged, inWords]) {
    const date = mended(text);
    if (date !== undefined && !("problem" in parseEdtf(date))) return date;
  }
  return undefined;
}

/** The dates that numbers in another order than the standard's can be: two for "03/04/2025" and for "2005/06". */
function numeric(text: string): string[] {
  const whole = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? /^(\d{4})\/(\d\d?)\/(\d\d?)$/.exec(text);
  if (whole !== null) return dates([[whole[1]!, whole[2]!, whole[3]!]]);
  const yearLast = /^(\d\d?)\s*([/.\-‐‑–])\s*(\d\d?)\s*\2\s*(\d{4})$/.exec(text);
  if (yearLast !== null) {
    const [, a, , b, year] = yearLast as unknown as [string, string, string, string, string];
    return dates([
      [year, b, a],
      [year, a, b],
    ]);
  }
  const short = /^(\d\d)(\d\d)\s*[/–]\s*(\d\d)$/.exec(text);
  if (short === null) return [];
  const [, century, year, number] = short as unknown as [string, string, string, string];
  const asYear = number > year ? [`${century}${year}/${century}${number}`] : [];
  return number >= "01" && number <= "12" ? [`${century}${year}-${number}`, ...asYear] : asYear;
}

/** Those of some dates (year, month, day) that there are, in EDTF, each once. */
function dates(candidates: readonly (readonly [string, string, string])[]): string[] {
  const there = candidates.filter((parts) => {
    const [year, month, day] = parts.map(Number) as [number, number, number];
    return dateExists(month, day, year);
  });
  return [...new Set(there.map((parts) => parts.map((part) => part.padStart(2, "0")).join("-")))];
}

/** The right parts in the wrong dress: digits left out, spaces too many, letters of earlier drafts of the standard. */
function sloppy(text: string): string | undefined {
  const [first, last, ...more] = text.split("/").map(sloppyEnd);
  if (more.length > 0 || first === undefined) return undefined;
  if (!text.includes("/")) return first;
  const end = last === undefined ? undefined : completed(first, last);
  if (end === undefined || !("problem" in parseEdtf(`${first}/${end}`))) return end && `${first}/${end}`;
  return isDate(first) && isDate(end) ? `${end}/${first}` : undefined;
}

const OPEN = /^(?:\.{2,3}|…|open|now|present|today|ongoing)$/i;

function sloppyEnd(written: string): string | undefined {
  const text = written.trim();
  if (OPEN.test(text)) return "..";
  if (text === "" || /^unknown$/i.test(text)) return "";
  if (isDate(text) || /^\d\d(?:-\d\d)?$/.test(text)) return text;
  const match = SLOPPY.exec(text);
  if (match?.groups === undefined) return undefined;
  const { about, year, decade, quarter, month, day, mark } = match.groups as Record<
    string,
    string | undefined
  >;
  const sign = mark || (about === undefined ? "" : about === "?" ? "?" : "~");
  if (decade !== undefined) return year!.length === 4 ? `${year!.slice(0, -1)}X${sign}` : undefined;
  if (quarter !== undefined) return `${year}-${32 + Number(quarter)}${sign}`;
  const parts = [year!.replace(/^(-?)(\d{3})$/, "$10$2"), month, day].filter((part) => part !== undefined);
  return parts.map((part) => part.toUpperCase().replaceAll("U", "X").padStart(2, "0")).join("-") + sign;
}

const SLOPPY = new RegExp(
  [
    String.raw`^(?:(?<about>c\.|ca\.?|circa|about|~|\?)\s*)?(?<year>-?[\dxu]{3,4}|y-?\d{5,12})`,
    String.raw`(?:(?<decade>s)|-?\s?q(?<quarter>[1-4])|\s*[-‐‑.]\s*(?<month>[\dxu]{1,2})`,
    String.raw`(?:\s*[-‐‑.]\s*(?<day>[\dxu]{1,2})(?:[t ]\s*\d\d:\d\d.*)?)?)?\s*(?<mark>[?~%]?)$`,
  ].join(""),
  "i",
);

/** "2025-10-19/25": an end that leaves out what it shares with the beginning. */
function completed(first: string, last: string): string | undefined {
  if (!/^\d\d(?:-\d\d)?$/.test(last)) return last;
  if (!/^\d{4}(?:-\d\d){1,2}$/.test(first) || last.length >= first.length - 2) return undefined;
  return first.slice(0, first.length - last.length) + last;
}

/** "2025-10-19 to 2025-10-25", "2021–2024", "since 2021", "2021-": intervals without the slash. */
function ranged(text: string): string | undefined {
  const half = /^(since|from|until|till|up to)\s+(.+)$/i.exec(text);
  const halfDate = half === null ? undefined : single(half[2]!);
  if (halfDate !== undefined) return /^[sf]/i.test(half![1]!) ? `${halfDate}/..` : `../${halfDate}`;
  const [, first = "", last = ""] = RANGE.exec(text) ?? [];
  const start = single(first);
  const end = last === "" || OPEN.test(last) ? ".." : single(last);
  return start === undefined || end === undefined ? undefined : `${start}/${end}`;
}

const RANGE =
  /^(?:from\s+|between\s+)?(\S.*?)(?:\s+(?:to|until|till|and|-|–|—)\s+|\s*[–—]\s*|(?<=^\d{4})-(?=\d{4}$|[a-z]|$))(.*)$/i;

function single(text: string): string | undefined {
  const [date, ...others] = numeric(text.trim());
  if (others.length > 0) return undefined;
  const end = date ?? inWords(text.trim()) ?? sloppyEnd(text);
  return end !== undefined && isDate(end) ? end : undefined;
}

function isDate(text: string): boolean {
  return !text.includes("/") && !("problem" in parseEdtf(text));
}

/** "19 October 2025", "summer 2021", "44 BC": what the reader of drafts takes for one date, and for no more than that. */
function inWords(written: string): string | undefined {
  // A month that there is not, or years: nobody knows.
  if (/^\d{4}-\d\d$/.test(written)) return undefined;
  const text = written
    .replace(/^(?:in|on)\s+|[.\s]+$/gi, "")
    .replace(/^(\d{4})[-\s]([a-z]{3,9})\.?(?:[-\s](\d\d?))?$/i, (_, year, month, day = "") => {
      return `${day} ${month} ${year}`.trim();
    });
  const [found, ...others] = recognizeTimes(tokenize(text));
  if (found?.kind !== "date" || others.length > 0 || found.modifier !== undefined) return undefined;
  if (found.span.start !== 0 || found.span.end < text.length) return undefined;
  if (found.boundary !== undefined || found.offset !== undefined || found.problem !== undefined)
    return undefined;
  return statedValue(found)?.edtf;
}

/** Why the calendar or the clock has no such date. */
function impossible(text: string): string | undefined {
  for (const end of text.split("/").map((each) => each.trim())) {
    const match = /^-?(\d{4})-(\d\d)(?:-(\d\d))?(T.*)?[?~%]?$/.exec(end);
    if (match === null || isDate(end)) continue;
    const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
    if (month < 1 || month > 12)
      return `has no month: they are 01 to 12, and 21 to 24 are spring, summer, autumn and winter`;
    if (match[3] !== undefined && !dateExists(month, day, year))
      return `is not in the calendar: that month has ${monthLength(month, year)} days`;
    if (match[4] !== undefined) return "has no time of day in the form T12:30:00Z or T12:30:00+02:00";
  }
  return undefined;
}
