import { addMonths, calendarDate, weekdayOf } from "./calendar.ts";
import { timeValue } from "./edtf.ts";
import type { Surroundings } from "./infer-year.ts";
import type { RelativeValue } from "./relative-values.ts";
import {
  type DateExpression,
  type Day,
  type InferredFrom,
  Interval,
  type Relative,
  type TimeValue,
} from "./time.ts";
import { DAYS_IN, unitAround } from "./units.ts";
import { statedValue } from "./values.ts";

/**
 * The day of a weekday alone: on or after the date before it in the paragraph; else the last one up to the day of
 * writing, or the next one from it on where the clause speaks of what is to come.
 */
export function weekdayValue(date: DateExpression, around: Surroundings): RelativeValue | undefined {
  const weekday = date.stated.weekday!;
  const { previous, draftDate } = around;
  if (around.storyHere && previous?.precision === "day" && !isOfThisWeek(previous, around)) {
    const day = previous.end + ((weekday - weekdayOf(previous.end) + 7) % 7);
    return { value: dayValue(day), from: "previous-date" };
  }
  if (draftDate === undefined || draftDate.precision !== "day" || around.narrative) return undefined;
  const behind = (weekdayOf(draftDate.end) - weekday + 7) % 7;
  const day = draftDate.end + (date.tense === "future" ? (7 - behind) % 7 : -behind);
  return { value: dayValue(day), from: "draft-date" };
}

/** In news of the last seven days weekdays are counted from the day of writing, as without a date before them. */
function isOfThisWeek({ end }: TimeValue, { draftDate, narrative }: Surroundings): boolean {
  if (!Number.isFinite(end)) return true;
  return !narrative && draftDate?.precision === "day" && Math.abs(draftDate.end - end) < 7;
}

/** "last Thursday", "next Tuesday", counted from a day. */
export function weekdayFrom(weekday: number, { shift }: Relative, base: TimeValue): TimeValue | undefined {
  if (base.precision !== "day") return undefined;
  const behind = (weekdayOf(base.end) - weekday + 7) % 7;
  return dayValue(shift > 0 ? base.end + (7 - behind) : base.end - (shift < 0 && behind === 0 ? 7 : behind));
}

/** "Tuesday of last week". */
export function weekdayOfWeek(weekday: number, shift: number, base: TimeValue): TimeValue | undefined {
  if (DAYS_IN[base.precision] > DAYS_IN.week) return undefined;
  return dayValue(unitAround(base.start, "week").start + shift * 7 + weekday - 1);
}

/** "the 19th of that month"; with a weekday ("Tuesday the 19th"), of the nearest month in which it falls on that. */
export function dayOfMonthFrom(
  date: DateExpression,
  relative: Relative,
  base: TimeValue,
  from: InferredFrom,
): TimeValue | undefined {
  if (DAYS_IN[base.precision] > DAYS_IN.month) return undefined;
  const { weekday } = date.stated;
  // After a date the story goes on; from the day of writing one looks either way.
  const shifts = weekday === undefined ? [0] : from === "draft-date" ? EITHER_WAY : [0, 1];
  for (const months of shifts) {
    const { year, month } = calendarDate(
      addMonths(unitAround(base.start, "month").start, relative.shift + months),
    );
    const value = statedValue({ ...date, stated: { ...date.stated, year, month } });
    if (value !== undefined && (weekday === undefined || weekdayOf(value.start) === weekday)) return value;
  }
  return undefined;
}

const EITHER_WAY = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6];

function dayValue(day: Day): TimeValue {
  return timeValue(new Interval(day, day), "day");
}
