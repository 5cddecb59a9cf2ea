import { calendarDate } from "../calendar.ts";
import type { TimeMention, TimeValue } from "../time.ts";
import { DAYS_IN } from "../units.ts";

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;

/** Dates in digits: "2025-10-19", "2025-10", "19/10/2025", "10/19/2025", "19.10.2025". */
export function writeNumeric(value: TimeValue, like: TimeMention): string | undefined {
  if (like.statedEnd !== undefined) return undefined;
  const first = YEAR_FIRST.exec(like.text);
  const last = first === null ? YEAR_LAST.exec(like.text) : null;
  if (first === null && last === null) return undefined;
  const dayed = last !== null || first![4] !== undefined;
  const day = isoOf(value, dayed);
  if (last === null) return first![2] === "-" ? day : day?.replaceAll("-", first![2]!);
  const { year, month, day: number } = calendarDate(value.start);
  if (value.precision !== "day" || value.range) return undefined;
  const dayFirst = like.stated.day === Number(last[1]);
  const width = last[1]!.length === 2 && last[3]!.length === 2 ? 2 : 1;
  const parts = (dayFirst ? [number, month] : [month, number]).map((part) =>
    String(part).padStart(width, "0"),
  );
  return [...parts, year].join(last[2]);
}

/** The ISO form, a day, a month or a year as the value allows; a range of days where it has two ends. */
function isoOf(value: TimeValue, dayed: boolean): string | undefined {
  if (value.range && value.precision === "day" && dayed)
    return `${iso(value.start, 10)}/${iso(value.end, 10)}`;
  if (value.range) return iso(value.start, 7) === iso(value.end, 7) ? iso(value.start, 7) : undefined;
  if (value.precision === "day" && dayed) return iso(value.start, 10);
  if (DAYS_IN[value.precision] <= DAYS_IN.month) return iso(value.start, 7);
  return value.precision === "year" ? iso(value.start, 4) : undefined;
}

function iso(number: number, length: number): string {
  const { year, month, day } = calendarDate(number);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`.slice(
    0,
    length,
  );
}
