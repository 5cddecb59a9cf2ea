import { calendarDate } from "../../time/calendar.ts";
import { parseEdtf } from "../../time/edtf.ts";
import { Interval, type TimeValue } from "../../time/time.ts";
import { DAYS_IN } from "../../time/units.ts";

/** A date or an interval in the terms of ISO 8601, which has neither seasons nor "about". */
export interface IsoTime {
  /** Of a single date: the finest of year, month and day in which all of it lies; absent where there is none. */
  readonly at?: string;
  /** Of an interval: its ends likewise. */
  readonly start?: string;
  readonly end?: string;
  /** Of an interval: an end that EDTF leaves open (`..`) rather than unknown. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** Something of it has no form in ISO 8601. */
  readonly lost: boolean;
}

/** A date of the format as ISO 8601 can say it: coarser where it must, never finer. Years 0 to 9999 only. */
export function isoTime(value: TimeValue): IsoTime {
  const slash = value.edtf.indexOf("/");
  if (slash < 0) {
    const at = unitOf(value);
    return { ...(at !== undefined && { at }), openStart: false, openEnd: false, lost: at === undefined };
  }
  const [start, end] = [value.edtf.slice(0, slash).trim(), value.edtf.slice(slash + 1).trim()];
  const [from, to] = [endOf(start), endOf(end)];
  return {
    ...(from !== undefined && { start: from }),
    ...(to !== undefined && { end: to }),
    openStart: start === "..",
    openEnd: end === "..",
    lost: (from === undefined && isDate(start)) || (to === undefined && isDate(end)),
  };
}

/** A date as it is written, as ISO 8601 can say it; undefined where it cannot. */
export function isoDate(edtf: string): string | undefined {
  const value = parseEdtf(edtf);
  return "problem" in value ? undefined : isoTime(value).at;
}

/** A date of another source as EDTF: year, month or day, a time of day dropped. Undefined for anything else. */
export function edtfDate(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  const match = /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|[T ])/.exec(text.trim());
  return match !== null && isEdtf(match[0]) ? match[0] : undefined;
}

/**
 * An interval between two dates in EDTF, either of which may be missing: `open` says what a missing end is, open or
 * unknown. Undefined where both are missing, or the second comes before the first.
 */
export function edtfInterval(
  start: string | undefined,
  end: string | undefined,
  open: { readonly start?: boolean; readonly end?: boolean } = {},
): string | undefined {
  if (start === undefined && end === undefined) return undefined;
  const text = `${start ?? (open.start ? ".." : "")}/${end ?? (open.end ? ".." : "")}`;
  return isEdtf(text) ? text : undefined;
}

/** As {@link edtfInterval}, but a single date where both ends are the same. */
export function edtfSpan(start: string | undefined, end: string | undefined): string | undefined {
  return start !== undefined && start === end ? start : edtfInterval(start, end);
}

export function isEdtf(text: string): boolean {
  return !("problem" in parseEdtf(text));
}

/**
 * What several statements of one date agree on: the finest one where each is a part of it, else the year or month that
 * all share. Undefined where they share none.
 */
export function agreed(dates: readonly string[]): string | undefined {
  return dates.reduce<string | undefined>((a, b) => (a === undefined ? undefined : shared(a, b)), dates[0]);
}

function shared(a: string, b: string): string | undefined {
  if (a.startsWith(b)) return a;
  if (b.startsWith(a)) return b;
  if (a.slice(0, 7) === b.slice(0, 7)) return a.slice(0, 7);
  return a.slice(0, 4) === b.slice(0, 4) ? a.slice(0, 4) : undefined;
}

function isDate(end: string): boolean {
  return end !== "" && end !== "..";
}

function endOf(text: string): string | undefined {
  if (!isDate(text)) return undefined;
  const value = parseEdtf(text);
  return "problem" in value ? undefined : unitOf(value);
}

/** The finest of year, month and day that holds a stretch with its margin. */
function unitOf(value: TimeValue): string | undefined {
  const { start, end } = widened(value);
  if (!Number.isFinite(start) || !Number.isFinite(end)) return undefined;
  const [a, b] = [calendarDate(start), calendarDate(end)];
  if (a.year !== b.year || a.year < 0 || a.year > 9999) return undefined;
  const year = String(a.year).padStart(4, "0");
  if (a.month !== b.month) return year;
  const month = `${year}-${String(a.month).padStart(2, "0")}`;
  return a.day === b.day ? `${month}-${String(a.day).padStart(2, "0")}` : month;
}

function widened({ start, end, precision, approximate }: TimeValue): Interval {
  const margin = approximate ? DAYS_IN[precision] : 0;
  return new Interval(start - margin, end + margin);
}
