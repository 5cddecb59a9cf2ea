import { addMonths } from "./calendar.ts";
import { timeValue } from "./edtf.ts";
import type { Day, Offset, Precision, TimeValue, Unit } from "./time.ts";
import { DAYS_IN, unitAround } from "./units.ts";

/**
 * The days on which something can have happened that is said to have happened at an offset from `base`.
 *
 * A number of days is meant exactly. Any coarser unit is rounded to it, so that half a unit of slack is left on both
 * sides (a week: three days; one month: ten days; months: a fortnight; a year: half a one), except where `base` is no
 * finer than the unit. "About" adds a unit, "more than" and "less than" open one side.
 */
export function applyOffset(base: TimeValue, offset: Offset): TimeValue {
  const start = shift(base.start, offset);
  const end = shift(base.end, offset);
  const slack = slackOf(base, offset);
  const precision = coarserOf(base.precision, slack > 0 ? precisionOf(offset.unit) : "day");
  const near = { start: start - slack, end: end + slack };
  const far = offset.bound === "atLeast" ? offset.direction : 0;
  const within = offset.bound === "atMost" ? offset.direction : 0;
  const interval = {
    start: far < 0 ? -Infinity : within > 0 ? base.start : near.start,
    end: far > 0 ? Infinity : within < 0 ? base.end : near.end,
  };
  const range = far !== 0 || base.range;
  return timeValue(interval, precision, { approximate: base.approximate, range });
}

/** The date or unit at exactly the offset: what a reader would write down for "two years earlier". */
export function nominalOffset(base: TimeValue, offset: Offset): TimeValue {
  const day = shift(base.start, offset);
  const precision = coarserOf(base.precision, offset.unit === "week" ? "day" : precisionOf(offset.unit));
  if (!Number.isFinite(day))
    return timeValue({ start: day, end: shift(base.end, offset) }, precision, { range: true });
  return timeValue(unitAround(day, precision), precision, { approximate: base.approximate });
}

function shift(day: Day, { unit, amount, direction }: Offset): Day {
  const whole = Math.floor(amount) * direction;
  const rest = (amount - Math.floor(amount)) * direction;
  if (unit === "day" || unit === "week") return day + Math.round(amount * DAYS_IN[unit]) * direction;
  const moved = addMonths(day, whole * MONTHS_IN[unit]);
  return moved + Math.round(rest * MONTHS_IN[unit] * 30.44);
}

const MONTHS_IN: Readonly<Record<Exclude<Unit, "day" | "week">, number>> = {
  month: 1,
  season: 3,
  year: 12,
  decade: 120,
  century: 1200,
};

const SLACK: Readonly<Record<Unit, number>> = {
  day: 0,
  week: 3,
  month: 15,
  season: 46,
  year: 183,
  decade: 1826,
  century: 18262,
};

function slackOf(base: TimeValue, { unit, amount, bound }: Offset): number {
  const about = bound === "about" ? DAYS_IN[unit === "day" && amount > 9 ? "week" : unit] : 0;
  if (DAYS_IN[base.precision] >= DAYS_IN[unit] && !base.range) return about;
  return about + (unit === "month" && amount === 1 ? 10 : SLACK[unit]);
}

function precisionOf(unit: Unit): Precision {
  return unit;
}

function coarserOf(a: Precision, b: Precision): Precision {
  return DAYS_IN[a] >= DAYS_IN[b] ? a : b;
}
