import type { Day } from "./time.ts";

/** A date of the proleptic Gregorian calendar; year 0 is 1 BC, month 1 to 12, day 1 to 31. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The day number of a date, 0 being 1970-01-01. A day beyond the month's end counts on into the next month.
 * Method: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (years begin in March).
 */
export function dayNumber(year: number, month: number, day: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The date of a finite day number: the inverse of {@link dayNumber}. */
export function calendarDate(number: Day): CalendarDate {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - (dayOfEra === 146096 ? 1 : 0)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The number of days of a month; the longest that it can have where the year is not given. */
export function monthLength(month: number, year?: number): number {
  if (month === 2) return year === undefined || isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the calendar has such a date; without a year, whether any year has it. */
export function dateExists(month: number, day: number, year?: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(month, year);
}

/** The weekday of a day: 1 Monday to 7 Sunday. */
export function weekdayOf(number: Day): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The same day of the month so many months on (or back); the month's last day where it has no such day. */
export function addMonths(number: Day, months: number): Day {
  if (!Number.isFinite(number)) return number;
  const { year, month, day } = calendarDate(number);
  const index = year * 12 + month - 1 + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return dayNumber(newYear, newMonth, Math.min(day, monthLength(newMonth, newYear)));
}
