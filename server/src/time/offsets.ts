import { addMonths } from "./calendar.ts";
import { timeValue } from "./edtf.ts";
import { type Day, Interval, type Offset, type Precision, type TimeValue, type Unit } from "./time.ts";
import { DAYS_IN, MONTHS_IN, unitAround } from "./units.ts";

/**
 * The days on which something can have happened that is said to have happened at an offset from `base`.
 *
 * A number of days is meant exactly. Coarser units are rounded as often as they are cut off ("eight months" for eight
 * and a half), so on the near side half a unit of slack is left (a week: three days; one month: ten days; months: a
 * fortnight; a year: half a one) and on the far side all but a whole one, except where `base` is no finer than the
 * unit. "About" adds a unit to both, "more than" opens the far side, "less than" the near one.
 */
export function applyOffset(base: TimeValue, offset: Offset): TimeValue {
  const { direction, bound } = offset;
  const slack = slackOf(base, offset);
  const far = bound === "atLeast" ? Infinity : bound === "atMost" ? slack.near : slack.far;
  const first = shift(base.start, offset);
  const last = shift(base.end, offset);
  // From a stretch of days one counts from either end, and rounds from the nearer one only.
  const start = direction > 0 ? Math.min(first, last - slack.near) : first - far;
  const end = direction > 0 ? last + far : Math.max(last, first + slack.near);
  const interval =
    bound === "atMost"
      ? new Interval(direction > 0 ? base.start : start, direction > 0 ? end : base.end)
      : new Interval(start, end);
  const precision = coarserOf(base.precision, slack.near > 0 ? offset.unit : "day");
  const range = bound === "atLeast" || base.range;
  return timeValue(interval, precision, { approximate: base.approximate, range });
}

/** The date or unit at exactly the offset: what a reader would write down for "two years earlier". */
export function nominalOffset(base: TimeValue, offset: Offset): TimeValue {
  // From what lasted some days one counts on from its end, and back from its beginning.
  const isSpan = base.range && base.precision === "day" && Number.isFinite(base.end);
  const day = shift(isSpan && offset.direction > 0 ? base.end : base.start, offset);
  const precision = coarserOf(base.precision, offset.unit === "week" ? "day" : offset.unit);
  if (!Number.isFinite(day))
    return timeValue(new Interval(day, shift(base.end, offset)), precision, { range: true });
  return timeValue(unitAround(day, precision), precision, { approximate: base.approximate });
}

function shift(day: Day, { unit, amount, direction }: Offset): Day {
  const whole = Math.floor(amount) * direction;
  const rest = (amount - Math.floor(amount)) * direction;
  if (unit === "day" || unit === "week") return day + Math.round(amount * DAYS_IN[unit]) * direction;
  const moved = addMonths(day, whole * MONTHS_IN[unit]);
  return moved + Math.round(rest * MONTHS_IN[unit] * 30.44);
}

const SLACK: Readonly<Record<Unit, number>> = {
  day: 0,
  week: 3,
  month: 15,
  quarter: 46,
  season: 46,
  year: 183,
  decade: 1826,
  century: 18262,
};

function slackOf(base: TimeValue, { unit, amount, bound }: Offset): { near: number; far: number } {
  const about = bound === "about" ? DAYS_IN[unit === "day" && amount > 9 ? "week" : unit] : 0;
  if (unit === "day" || (DAYS_IN[base.precision] >= DAYS_IN[unit] && !base.range))
    return { near: about, far: about };
  const near = unit === "month" && amount === 1 ? 10 : SLACK[unit];
  return { near: about + near, far: about + DAYS_IN[unit] - 1 };
}

function coarserOf(a: Precision, b: Precision): Precision {
  return DAYS_IN[a] >= DAYS_IN[b] ? a : b;
}
