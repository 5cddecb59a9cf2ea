import { addMonths, calendarDate, weekdayOf } from "./calendar.ts";
import { timeValue } from "./edtf.ts";
import type { Surroundings } from "./infer-year.ts";
import { dayOfMonthFrom, weekdayFrom, weekdayOfWeek } from "./relative-days.ts";
import {
  type DateExpression,
  type InferredFrom,
  Interval,
  type Relative,
  type TimeValue,
  type Unit,
} from "./time.ts";
import { DAYS_IN, MONTHS_IN, unitAround } from "./units.ts";
import { daysOf, statedValue } from "./values.ts";

export interface RelativeValue {
  readonly value: TimeValue;
  readonly from: InferredFrom;
}

/** The value of "last month", "this May", "the 19th of that month"; undefined without anything to count from. */
export function relativeValue(date: DateExpression, around: Surroundings): RelativeValue | undefined {
  const relative = date.relative!;
  const base = baseFor(relative, around);
  if (base === undefined || !Number.isFinite(base.value.start)) return undefined;
  const value = valueFrom(date, relative, base);
  return value && { value, from: base.from };
}

/** In a tale of long ago "this year" and "next spring" are the story's own; nearer to the writer they are the writer's. */
function baseFor(relative: Relative, around: Surroundings): RelativeValue | undefined {
  const { draftDate, previous } = around;
  const told = relative.unit !== "day" && relative.shift >= 0 && around.storyHere && isLongAgo(around);
  if (relative.from === "draft" && draftDate !== undefined && !told)
    return { value: draftDate, from: "draft-date" };
  return previous === undefined ? ownTime(around) : { value: previous, from: "previous-date" };
}

/** Before any other date, news counts "a year earlier" from the day of writing; other drafts from what we cannot know. */
export function ownTime({ draftDate, news }: Surroundings): RelativeValue | undefined {
  return draftDate === undefined || !news ? undefined : { value: draftDate, from: "draft-date" };
}

function isLongAgo({ narrative, story, draftDate }: Surroundings): boolean {
  if (!narrative || story === undefined || draftDate === undefined) return false;
  return draftDate.start - story.end > LONG_AGO;
}

/** Five years of days. */
const LONG_AGO = 5 * 366;

function valueFrom(date: DateExpression, relative: Relative, base: RelativeValue): TimeValue | undefined {
  const { stated } = date;
  if (relative.count !== undefined) return windowFrom(relative, relative.count, base.value);
  if (stated.weekday !== undefined && stated.day === undefined) {
    return relative.unit === "week"
      ? weekdayOfWeek(stated.weekday, relative.shift, base.value)
      : weekdayFrom(stated.weekday, relative, base.value);
  }
  if (stated.month === undefined && stated.season === undefined && stated.day === undefined) {
    const whole = unitFrom(relative.unit, relative.shift, base.value);
    if (whole === undefined || date.part === undefined) return whole;
    const { year, month } = calendarDate(whole.start);
    return statedValue({ ...date, stated: relative.unit === "month" ? { year, month } : { year } });
  }
  if (relative.unit === "month") return dayOfMonthFrom(date, relative, base.value, base.from);
  const anchor = calendarDate(base.value.start);
  const year =
    relative.unit === "year" ? anchor.year + relative.shift : namedYear(date, relative, base, anchor.year);
  const statedEnd = date.statedEnd && { ...date.statedEnd, year };
  return statedValue({
    stated: { ...stated, year },
    ...(statedEnd && { statedEnd }),
    ...(date.part && { part: date.part }),
    ...(date.approximate && { approximate: true }),
  });
}

/** So many units up to the base, or from it on; roughly, as one says so. */
function windowFrom({ unit, shift }: Relative, count: number, base: TimeValue): TimeValue | undefined {
  if (unit === undefined || unit === "weekend" || DAYS_IN[base.precision] > DAYS_IN[unit]) return undefined;
  return timeValue(
    unit === "quarter" ? quarters(base, shift, count) : stretch(base, unit, shift, count),
    unit,
    {
      approximate: true,
      range: true,
    },
  );
}

function quarters(base: TimeValue, shift: number, count: number): Interval {
  const { start, end } = unitAround(base.start, "quarter");
  return shift < 0
    ? new Interval(addMonths(start, -3 * count), start - 1)
    : new Interval(end + 1, addMonths(end + 1, 3 * count) - 1);
}

function stretch({ start, end }: TimeValue, unit: Unit, shift: number, count: number): Interval {
  const moved = (day: number, times: number): number =>
    unit === "day" || unit === "week"
      ? day + times * count * DAYS_IN[unit]
      : addMonths(day, times * count * MONTHS_IN[unit]);
  return shift < 0 ? new Interval(moved(start, -1), end - 1) : new Interval(start + 1, moved(end, 1));
}

/** The unit that holds the base, or the one before or after it. */
function unitFrom(unit: Relative["unit"], shift: number, base: TimeValue): TimeValue | undefined {
  if (unit === "weekend") return weekendFrom(shift, base);
  if (unit === undefined || DAYS_IN[base.precision] > DAYS_IN[unit]) return undefined;
  if (unit === "day" || unit === "week") {
    const around = unitAround(base.start + shift * DAYS_IN[unit], unit);
    return timeValue(around, unit);
  }
  const start = addMonths(unitAround(base.start, unit).start, shift * MONTHS_IN[unit]);
  return timeValue(unitAround(start, unit), unit);
}

/** Saturday and Sunday of a week. */
function weekendFrom(shift: number, base: TimeValue): TimeValue | undefined {
  if (DAYS_IN[base.precision] > DAYS_IN.week) return undefined;
  const saturday = base.start + 6 - weekdayOf(base.start) + shift * 7;
  return timeValue(new Interval(saturday, saturday + 1), "day", { range: true });
}

/** The year of "that autumn", "last May", "the following April". */
function namedYear(date: DateExpression, { shift }: Relative, base: RelativeValue, year: number): number {
  if (shift === 0)
    return date.stated.season === 24 && calendarDate(base.value.start).month <= 2 ? year - 1 : year;
  const days = daysOf({ ...date.stated, year });
  if (days === undefined) return year;
  if (shift > 0) return days.start > base.value.end ? year : year + 1;
  return days.end < base.value.start ? year : year - 1;
}
