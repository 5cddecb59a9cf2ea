import { addMonths, calendarDate, weekdayOf } from "./calendar.ts";
import { timeValue } from "./edtf.ts";
import type { Surroundings } from "./infer-year.ts";
import type { DateExpression, InferredFrom, Relative, TimeValue, Unit } from "./time.ts";
import { DAYS_IN, unitAround } from "./units.ts";
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

/** The weekday on or after the date before it in the paragraph; else the last one up to the day of writing. */
export function weekdayValue(weekday: number, around: Surroundings): RelativeValue | undefined {
  const { previous, draftDate } = around;
  if (around.storyHere && previous?.precision === "day" && Number.isFinite(previous.end)) {
    const day = previous.end + ((weekday - weekdayOf(previous.end) + 7) % 7);
    return { value: timeValue({ start: day, end: day }, "day"), from: "previous-date" };
  }
  if (draftDate === undefined || draftDate.precision !== "day" || around.narrative) return undefined;
  const day = draftDate.end - ((weekdayOf(draftDate.end) - weekday + 7) % 7);
  return { value: timeValue({ start: day, end: day }, "day"), from: "draft-date" };
}

/** In a tale of long ago "this year" and "next spring" are the story's own; nearer to the writer they are the writer's. */
function baseFor(relative: Relative, around: Surroundings): RelativeValue | undefined {
  const { draftDate, previous } = around;
  const told = relative.unit !== "day" && relative.shift >= 0 && around.storyHere && isLongAgo(around);
  if (relative.from === "draft" && draftDate !== undefined && !told)
    return { value: draftDate, from: "draft-date" };
  return previous && { value: previous, from: "previous-date" };
}

function isLongAgo({ narrative, story, draftDate }: Surroundings): boolean {
  if (!narrative || story === undefined || draftDate === undefined) return false;
  return draftDate.start - story.end > LONG_AGO;
}

/** Five years of days. */
const LONG_AGO = 5 * 366;

function valueFrom(date: DateExpression, relative: Relative, base: RelativeValue): TimeValue | undefined {
  const { stated } = date;
  if (stated.weekday !== undefined && stated.day === undefined)
    return weekdayFrom(stated.weekday, relative, base.value);
  if (stated.month === undefined && stated.season === undefined && stated.day === undefined) {
    return unitFrom(relative.unit, relative.shift, base.value);
  }
  const anchor = calendarDate(base.value.start);
  if (relative.unit === "month") {
    if (DAYS_IN[base.value.precision] > DAYS_IN.month) return undefined;
    return statedValue({ ...date, stated: { ...stated, year: anchor.year, month: anchor.month } });
  }
  const year =
    relative.unit === "year" ? anchor.year + relative.shift : namedYear(date, relative, base, anchor.year);
  const statedEnd = date.statedEnd && { ...date.statedEnd, year };
  return statedValue({
    stated: { ...stated, year },
    ...(statedEnd && { statedEnd }),
    ...(date.approximate && { approximate: true }),
  });
}

/** The unit that holds the base, or the one before or after it. */
function unitFrom(unit: Unit | undefined, shift: number, base: TimeValue): TimeValue | undefined {
  if (unit === undefined || DAYS_IN[base.precision] > DAYS_IN[unit]) return undefined;
  if (unit === "day" || unit === "week") {
    const around = unitAround(base.start + shift * DAYS_IN[unit], unit);
    return timeValue(around, unit);
  }
  const months = { month: 1, season: 3, year: 12, decade: 120, century: 1200 }[unit];
  return timeValue(unitAround(addMonths(unitAround(base.start, unit).start, shift * months), unit), unit);
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

function weekdayFrom(weekday: number, { shift }: Relative, base: TimeValue): TimeValue | undefined {
  if (base.precision !== "day") return undefined;
  const behind = (weekdayOf(base.end) - weekday + 7) % 7;
  const day = shift > 0 ? base.end + (7 - behind) : base.end - (shift < 0 && behind === 0 ? 7 : behind);
  return timeValue({ start: day, end: day }, "day");
}
