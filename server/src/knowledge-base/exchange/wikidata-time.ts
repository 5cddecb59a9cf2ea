import { calendarDate, dayNumber } from "../../time/calendar.ts";
import { isEdtf } from "./dates.ts";
import { isObject } from "./ftm-nested.ts";

const JULIAN = "Q1985786";
const PRECISION = { century: 7, decade: 8, year: 9, month: 10, day: 11 };

/**
 * A time value of Wikidata as EDTF, as precise as it says; `approximate` where it is given as "circa". Years before ours count
 * without a year 0 there and with one here. A day of the Julian calendar becomes its month, for nobody knows by which of the two calendars
 * a draft will speak. Undefined for what EDTF level 1 has no form for, millennia among them.
 */
export function edtfOf(value: unknown, approximate: boolean): string | undefined {
  if (!isObject(value) || typeof value.time !== "string" || typeof value.precision !== "number")
    return undefined;
  const match = /^([+-])(\d{1,16})-(\d\d)-(\d\d)T/.exec(value.time);
  if (match === null) return undefined;
  const written = Number(match[2]);
  const year = match[1] === "-" ? 1 - written : written;
  const julian = String(value.calendarmodel ?? "").endsWith(JULIAN);
  const date = dateOf(year, Number(match[3]), Number(match[4]), value.precision, julian);
  const text = date === undefined ? undefined : `${date}${approximate ? "~" : ""}`;
  return text !== undefined && isEdtf(text) ? text : undefined;
}

function dateOf(
  year: number,
  month: number,
  day: number,
  precision: number,
  julian: boolean,
): string | undefined {
  if (precision < PRECISION.century || Math.abs(year) > 9999) return undefined;
  if (precision === PRECISION.century)
    return year < 1 ? undefined : `${twoDigits(Math.floor((year - 1) / 100))}XX`;
  if (precision === PRECISION.decade) return year < 1 ? undefined : `${fourDigits(year).slice(0, 3)}X`;
  if (precision === PRECISION.year || month === 0) return fourDigits(year);
  if (precision === PRECISION.month || day === 0) return `${fourDigits(year)}-${twoDigits(month)}`;
  return julian ? julianMonth(year, month, day) : `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The month in which a Julian day lies by either calendar, or the year. */
function julianMonth(year: number, month: number, day: number): string | undefined {
  const shift = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  const gregorian = calendarDate(dayNumber(year, month, day) + shift);
  if (gregorian.year !== year) return undefined;
  return gregorian.month === month ? `${fourDigits(year)}-${twoDigits(month)}` : fourDigits(year);
}

function fourDigits(year: number): string {
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
