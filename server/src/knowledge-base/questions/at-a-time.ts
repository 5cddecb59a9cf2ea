import { covers, disjoint, widened } from "../../time/algebra.ts";
import { certainCore, endsOf } from "../../time/ends.ts";
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
  const sure = certainCore(endsOf(during));
  return (sure !== undefined && !disjoint(sure, on)) || covers(on, widened(during)) ? "yes" : "unknown";
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
