import { calendarDate, dayNumber, monthLength, weekdayOf } from "./calendar.ts";
import { type Day, Interval, type Precision, type Unit } from "./time.ts";

/** ISO 8601-2 codes of the parts of a year: 21–24 and 25–28 northern seasons, 29–32 southern ones, 33–36 quarters, 40 and 41 halves. */
export type YearPart = number;

/**
 * The days of a part of a year. Seasons are the meteorological ones: northern spring of Y is March to May of Y, and
 * the season that crosses the new year belongs to the year in which it begins (northern winter 2021 is December 2021
 * to February 2022, southern summer 2021 the same months). Undefined for a code that means none of these.
 */
export function yearPart(year: number, part: YearPart): Interval | undefined {
  if (part >= 21 && part <= 24) return months(year, 3 * (part - 20), 3);
  if (part >= 25 && part <= 28) return months(year, 3 * (part - 24), 3);
  if (part >= 29 && part <= 32) return months(year, SOUTHERN_START[part - 29]!, 3);
  if (part >= 33 && part <= 36) return months(year, 3 * (part - 33) + 1, 3);
  if (part === 40 || part === 41) return months(year, part === 40 ? 1 : 7, 6);
  return undefined;
}

/** Spring September, summer December, autumn March, winter June. */
const SOUTHERN_START = [9, 12, 3, 6];

export function precisionOfPart(part: YearPart): Precision {
  if (part >= 40) return "half";
  return part >= 33 ? "quarter" : "season";
}

/** The unit of a precision that a day falls in. A century is 00 to 99, a decade 0 to 9, a week Monday to Sunday. */
export function unitAround(day: Day, precision: Precision): Interval {
  if (precision === "day") return new Interval(day, day);
  if (precision === "week") {
    const start = day - weekdayOf(day) + 1;
    return new Interval(start, start + 6);
  }
  const { year, month } = calendarDate(day);
  switch (precision) {
    case "month":
      return months(year, month, 1);
    case "quarter":
      return months(year, month - ((month - 1) % 3), 3);
    case "season":
      return months(month < 3 ? year - 1 : year, month < 3 ? 12 : month - (month % 3), 3);
    case "half":
      return months(year, month < 7 ? 1 : 7, 6);
    case "year":
      return years(year, year);
    case "decade":
      return wideUnit(year, 10);
    case "century":
      return wideUnit(year, 100);
  }
}

/** All days from the first of one year to the last of another. */
export function years(first: number, last: number): Interval {
  return new Interval(dayNumber(first, 1, 1), dayNumber(last, 12, 31));
}

/** So many whole months from the first day of one. */
export function months(year: number, month: number, count: number): Interval {
  const last = month + count - 1;
  const lastYear = last > 12 ? year + 1 : year;
  const lastMonth = last > 12 ? last - 12 : last;
  return new Interval(
    dayNumber(year, month, 1),
    dayNumber(lastYear, lastMonth, monthLength(lastMonth, lastYear)),
  );
}

/** The typical length of a unit in days, for margins. */
export const DAYS_IN: Readonly<Record<Precision, number>> = {
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  season: 92,
  half: 184,
  year: 366,
  decade: 3653,
  century: 36525,
};

/** The whole months of the units that are made of months. */
export const MONTHS_IN: Readonly<Record<Exclude<Unit, "day" | "week">, number>> = {
  month: 1,
  quarter: 3,
  season: 3,
  year: 12,
  decade: 120,
  century: 1200,
};

/** Years before year 0 count away from it: the digits of -0499 are those of the 400s (EDTF -04XX). */
function wideUnit(year: number, size: number): Interval {
  const first = Math.floor(Math.abs(year) / size) * size;
  return year >= 0 ? years(first, first + size - 1) : years(-first - size + 1, -first);
}
