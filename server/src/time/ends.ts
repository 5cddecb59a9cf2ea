import { widened } from "./algebra.ts";
import { parseEdtf } from "./edtf.ts";
import { Interval, type TimeValue } from "./time.ts";
import { DAYS_IN } from "./units.ts";

/** When something began and when it ended, each as the stretch of days within which it did. */
export interface Ends {
  readonly begin: Interval;
  readonly end: Interval;
}

const known = new WeakMap<TimeValue, Ends>();

/**
 * What a date or an interval leaves open about its own ends. "2019-06/2023-05" began on some day of June and ended on
 * some day of May; a mere "2019" did both in some part of that year. An open end lasts; an open start, or an end that
 * EDTF calls unknown ("2019/"), may be anywhere.
 */
export function endsOf(value: TimeValue): Ends {
  let ends = known.get(value);
  if (ends === undefined) known.set(value, (ends = readEnds(value)));
  return ends;
}

/** The days on which it certainly was; undefined where there is none. */
export function certainCore({ begin, end }: Ends): Interval | undefined {
  return begin.end <= end.start ? new Interval(begin.end, end.start) : undefined;
}

/** Whether both certainly were at once, and not only on the day on which one gave way to the other. */
export function overlapForSure(a: Ends, b: Ends): boolean {
  const first = certainCore(a);
  const second = certainCore(b);
  if (first === undefined || second === undefined) return false;
  const start = Math.max(first.start, second.start);
  const end = Math.min(first.end, second.end);
  if (start !== end) return start < end;
  // One day only: of an act on that day, in the midst of what lasted.
  return [first, second].some(({ start: from, end: until }) => from < start && end < until);
}

function readEnds(value: TimeValue): Ends {
  const [from, to] = value.edtf.split("/");
  if (to === undefined) {
    const whole = stretchOf(value);
    return { begin: whole, end: whole };
  }
  const first = dateOf(from!);
  const last = dateOf(to);
  const begin = first ?? new Interval(-Infinity, last?.end ?? Infinity);
  const end = last ?? new Interval(to.trim() === ".." ? Infinity : begin.start, Infinity);
  return { begin, end };
}

function dateOf(text: string): Interval | undefined {
  const value = parseEdtf(text);
  return "problem" in value ? undefined : stretchOf(value);
}

/** Approximate dates have a margin of one unit on either side; here uncertain ones ("2019?") as well. */
function stretchOf(value: TimeValue): Interval {
  const { start, end } = widened(value);
  const margin = value.edtf.trim().endsWith("?") ? DAYS_IN[value.precision] : 0;
  return new Interval(start - margin, end + margin);
}
