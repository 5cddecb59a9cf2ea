import type { Event, EventTypeWords, Knowledge } from "../../knowledge-base/knowledge.ts";
import { agrees } from "../../time/compare.ts";
import { endOf } from "../../time/edtf.ts";
import type { TimeMention, TimeValue } from "../../time/time.ts";
import { DAYS_IN } from "../../time/units.ts";
import type { Verdict } from "../reading.ts";
import type { AttachedTime } from "./spoken.ts";

/** Whether a date can be the event's, by what its verb says of it: that it took place, began, ended, was announced. */
export function judgeDate(
  { time, predicate }: AttachedTime,
  event: Event,
  { vocabulary }: Knowledge,
): { verdict: Verdict; known?: TimeValue } {
  const aspect = predicate?.aspect ?? "whole";
  const kind = vocabulary.eventTypes[event.type];
  if (aspect === "outcome") {
    // "failed in September": when it failed may be told long after, but it may be its own date as well.
    const fits = event.date !== undefined && agrees(time, event.date) === "yes";
    return { verdict: fits ? "supported" : "unverified", ...(event.date && { known: event.date }) };
  }
  const known = knownFor(aspect, event, kind, time);
  if (known === undefined) return { verdict: "unverified" };
  const answer = agrees(time, known);
  if (answer === "yes") return { verdict: "supported", known };
  if (answer === "unknown") return { verdict: "unverified", known };
  // What began before the one day that is known may have ended on it.
  const isPoint = event.date?.range === false && event.date.precision === "day";
  if (aspect === "begin" && isPoint && !kind?.datedByStart && (time.value?.end ?? Infinity) < known.start) {
    return { verdict: "unverified" };
  }
  const fits = (other: TimeValue | undefined) => other !== undefined && agrees(time, other) !== "no";
  const fitsAnother = aspect === "whole" && (fits(event.date) || Object.values(event.stages).some(fits));
  return fitsAnother ? { verdict: "unverified" } : { verdict: "contradicted", known };
}

/** The date that is meant: the event's own, that of a stage, or the beginning or the end of one that lasted. */
function knownFor(
  aspect: Exclude<NonNullable<AttachedTime["predicate"]>["aspect"], "outcome">,
  { date, stages }: Event,
  kind: EventTypeWords | undefined,
  time: TimeMention,
): TimeValue | undefined {
  if (aspect === "announced" || aspect === "inForce") {
    // Without a date of the stage's own, the event's must do, but not to the day.
    const isToTheDay = time.value?.precision === "day";
    // A truce cannot be in force weeks before it is called.
    const end = time.value?.end ?? Infinity;
    const isTooEarly = aspect === "inForce" && date !== undefined && end < date.start - 2 * DAYS_IN.week;
    return stages[aspect] ?? ((isToTheDay && !isTooEarly) || !kind?.announced ? undefined : date);
  }
  if (aspect === "begin" && date?.range !== true && kind?.lasting) return undefined;
  if (aspect === "end" && date?.range !== true && date?.precision === "day") return undefined;
  if (date === undefined || !date.range || aspect === "whole") return date;
  return endOf(date, aspect === "begin" ? "start" : "end") ?? date;
}
