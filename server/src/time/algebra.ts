import { marginsOf } from "./edtf.ts";
import { type Answer, Interval, type Modifier, type TimeValue } from "./time.ts";

/** The stretch of days with the margins of an approximate value: one unit of the precision of each end. */
export function widened(value: TimeValue): Interval {
  if (!value.approximate && value.margins === undefined) return value;
  const margins = marginsOf(value);
  return new Interval(value.start - margins.start, value.end + margins.end);
}

/**
 * "early" and "late" are the first and the last three fifths of a stretch, "mid" all but its first and last fifth: all
 * that somebody may mean. What everybody would call so is narrower; `share` says how much of the stretch to take.
 */
export function partMeant(modifier: Modifier | undefined, stretch: Interval, share = 3 / 5): Interval {
  if (modifier === undefined || !Number.isFinite(stretch.end - stretch.start)) return stretch;
  const outside = (stretch.end - stretch.start + 1) * (1 - share);
  const before = { early: 0, mid: 0.5, late: 1 }[modifier];
  return new Interval(
    stretch.start + Math.floor(outside * before),
    stretch.end - Math.floor(outside * (1 - before)),
  );
}

export function disjoint(a: Interval, b: Interval): boolean {
  return a.end < b.start || b.end < a.start;
}

export function covers(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two stretches of time share a day; unknown where only a margin makes them. */
export function intersects(a: TimeValue, b: TimeValue): Answer {
  if (disjoint(widened(a), widened(b))) return "no";
  return disjoint(a, b) ? "unknown" : "yes";
}

/** Whether all of `a` lies in `b`; unknown where only a part does, or a margin decides. */
export function within(a: TimeValue, b: TimeValue): Answer {
  if (disjoint(widened(a), widened(b))) return "no";
  return covers(b, a) ? "yes" : "unknown";
}

/** Whether a date in `a` is earlier than one in `b`, whichever they are; the same day is not. */
export function before(a: TimeValue, b: TimeValue): Answer {
  const first = widened(a);
  const second = widened(b);
  if (first.end < second.start) return "yes";
  return first.start >= second.end ? "no" : "unknown";
}

/** Whether `b` begins on the day after `a` ends. */
export function meets(a: TimeValue, b: TimeValue): Answer {
  const first = widened(a);
  const second = widened(b);
  const exact =
    marginsOf(a).end === 0 &&
    marginsOf(b).start === 0 &&
    (a.range || a.precision === "day") &&
    (b.range || b.precision === "day");
  if (exact) return a.end + 1 === b.start ? "yes" : "no";
  return first.end + 1 < second.start || second.end < first.start ? "no" : "unknown";
}

/** The least and the greatest number of days from a date in `a` to one in `b`; negative where `b` is earlier. */
export function distance(a: TimeValue, b: TimeValue): Interval {
  const first = widened(a);
  const second = widened(b);
  return new Interval(second.start - first.end, second.end - first.start);
}
