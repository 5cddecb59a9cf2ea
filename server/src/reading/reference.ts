import type { Id } from "../knowledge-base/knowledge.ts";
import type { FarSpan } from "../text/span.ts";
import { applyOffset, nominalOffset } from "../time/offsets.ts";
import type { Offset, TimeMention, TimeValue } from "../time/time.ts";

/** What a distance is counted from: a date of the draft, or the known date of an event that it speaks of. */
export interface Reference {
  readonly value: TimeValue;
  readonly origin: FarSpan;
  readonly event?: Id;
}

/** What a distance comes to. */
export function counted(
  { value, origin, event }: Reference,
  offset: Offset,
): Pick<TimeMention, "value" | "nominal" | "inferred"> {
  return {
    value: applyOffset(value, offset),
    nominal: nominalOffset(value, offset),
    inferred:
      event === undefined
        ? { part: "anchor", from: "previous-date", origin }
        : { part: "anchor", from: "event", origin, event },
  };
}
