import { dateExists, dayNumber } from "./calendar.ts";
import { timeValue } from "./edtf.ts";
import { daysOfPart, weekAround } from "./parts.ts";
import { type DateExpression, Interval, type Precision, type StatedParts, type TimeValue } from "./time.ts";
import { DAYS_IN, months, precisionOfPart, unitAround, yearPart, years } from "./units.ts";

type Days = Interval & { readonly precision: Precision };

/** The days that stated parts mean; undefined where the year is missing or there is no such date. */
export function daysOf(parts: StatedParts): Days | undefined {
  const { year, month, day, season } = parts;
  if (parts.years !== undefined) {
    const { first, last } = parts.years;
    return withPrecision(years(first, last), last - first > 9 ? "century" : "decade");
  }
  if (year === undefined) return undefined;
  if (season !== undefined) {
    const part = yearPart(year, season);
    return part && withPrecision(part, precisionOfPart(season));
  }
  if (month === undefined) return withPrecision(years(year, year), "year");
  if (day === undefined) return withPrecision(months(year, month, 1), "month");
  if (!dateExists(month, day, year)) return undefined;
  return withPrecision(unitAround(dayNumber(year, month, day), "day"), "day");
}

function withPrecision({ start, end }: Interval, precision: Precision): Days {
  return { start, end, precision };
}

/** The value of an expression that says enough to have one by itself. */
export function statedValue(
  expression: Pick<DateExpression, "stated" | "statedEnd" | "approximate" | "part" | "week">,
): TimeValue | undefined {
  const start = startOf(expression);
  const approximate = expression.approximate ?? false;
  if (start === undefined) return undefined;
  const { season } = expression.stated;
  const { part, week } = expression;
  if (part !== undefined) return timeValue(start, start.precision, { approximate, range: part.count > 1 });
  // Weeks begin on one day or another.
  if (week !== undefined) return timeValue(start, "week", { approximate: true, range: true });
  if (expression.statedEnd === undefined) {
    const value = timeValue(start, start.precision, { approximate });
    // A southern season has the days of a northern one, but not its name.
    return season !== undefined && season > 28 && season < 33
      ? { ...value, edtf: value.edtf.replace(/-\d\d(?=~?$)/, `-${season}`) }
      : value;
  }
  const end = daysOf(expression.statedEnd);
  if (end === undefined || end.end < start.start) return undefined;
  const precision = DAYS_IN[start.precision] >= DAYS_IN[end.precision] ? start.precision : end.precision;
  return timeValue(new Interval(start.start, end.end), precision, { approximate, range: true });
}

function startOf({ stated, part, week }: Pick<DateExpression, "stated" | "part" | "week">): Days | undefined {
  const days = daysOf(stated);
  if (days === undefined) return undefined;
  if (week !== undefined) return withPrecision(weekAround(days.start, week), "week");
  return part === undefined ? days : daysOfPart(days, part);
}
