import { addMonths, calendarDate, weekdayOf } from "./calendar.ts";
import { type Day, Interval, type Part, type Precision, type WeekDay } from "./time.ts";
import { DAYS_IN, unitAround } from "./units.ts";

/** The days of a part of a stretch, and how exact it is; undefined where the stretch has no such part. */
export function daysOfPart(
  whole: Interval,
  part: Part,
): (Interval & { readonly precision: Precision }) | undefined {
  const days = part.weekday === undefined ? unitsOf(whole, part) : weekdayIn(whole, part, part.weekday);
  if (days === undefined || days.start < whole.start || days.end > whole.end) return undefined;
  return { ...days, precision: part.unit };
}

/** The week of a day. Of one that a writer only says it holds, Monday to Sunday. */
export function weekAround(day: Day, which: WeekDay): Interval {
  if (which === "any") return unitAround(day, "week");
  return which === "first" ? new Interval(day, day + 6) : new Interval(day - 6, day);
}

function weekdayIn({ start, end }: Interval, { order }: Part, weekday: number): Interval {
  const day =
    order > 0
      ? start + ((weekday - weekdayOf(start) + 7) % 7) + (order - 1) * 7
      : end - ((weekdayOf(end) - weekday + 7) % 7) + (order + 1) * 7;
  return new Interval(day, day);
}

/** Counted from either end of the stretch; a week has seven days wherever it begins. */
function unitsOf({ start, end }: Interval, { order, unit, count }: Part): Interval | undefined {
  if (unit === "day" || unit === "week") {
    const size = DAYS_IN[unit];
    const first = order > 0 ? start + (order - 1) * size : end + 1 + (order - count + 1) * size;
    return new Interval(first, first + count * size - 1);
  }
  if (calendarDate(start).day !== 1) return undefined;
  const first = order > 0 ? addMonths(start, order - 1) : addMonths(end + 1, order - count + 1);
  return new Interval(first, addMonths(first, count) - 1);
}
