import { covers, disjoint, widened } from "../../time/algebra.ts";
import { parseEdtf } from "../../time/edtf.ts";
import type { Answer, Interval, TimeValue } from "../../time/time.ts";

/** An answer that is right at the time asked about, or may be: what it rests on is dated too coarsely, or not at all. */
export type Surely = "yes" | "unknown";

/**
 * Whether what may hold only for a time holds at some time in an interval: "unknown" where it has no dates, or where
 * these are too coarse to tell; "yes" if no interval is asked about.
 */
export function holdsAt(during: TimeValue | undefined, on: Interval | undefined): Answer {
  if (on === undefined) return "yes";
  if (during === undefined) return "unknown";
  if (disjoint(widened(during), on)) return "no";
  const sure = certainDays(during);
  return (sure !== undefined && !disjoint(sure, on)) || covers(on, widened(during)) ? "yes" : "unknown";
}

const certain = new WeakMap<TimeValue, Interval | undefined>();

/**
 * The days on which what is said to have held in that time surely did: "2001/2005" may have begun on the last day of
 * 2001. Undefined where no day is sure.
 */
function certainDays(during: TimeValue): Interval | undefined {
  if (!certain.has(during)) certain.set(during, daysBetween(during));
  return certain.get(during);
}

function daysBetween({ edtf, start, end, precision, range, approximate }: TimeValue): Interval | undefined {
  if (!range) return precision === "day" && !approximate ? { start, end } : undefined;
  const [first = "", last = ""] = edtf.split("/");
  const from = Number.isFinite(start) ? endOf(first)?.end : start;
  const to = Number.isFinite(end) ? endOf(last)?.start : end;
  return from !== undefined && to !== undefined && from <= to ? { start: from, end: to } : undefined;
}

/** One end of an interval, which may be a day or a whole century. */
function endOf(text: string): Interval | undefined {
  const value = parseEdtf(text);
  return "problem" in value ? undefined : widened(value);
}

/** Those of some dated things that hold, or may hold, at some time in an interval, with how sure that is. */
export function holding<T extends { readonly during?: TimeValue | undefined }, A extends object>(
  things: readonly T[],
  on: Interval | undefined,
  answer: (thing: T) => A,
): (A & { readonly holds: Surely })[] {
  return things.flatMap((thing) => {
    const holds = holdsAt(thing.during, on);
    return holds === "no" ? [] : [{ ...answer(thing), holds }];
  });
}
