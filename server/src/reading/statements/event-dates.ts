import type { Event } from "../../knowledge-base/knowledge.ts";
import { agrees } from "../../time/compare.ts";
import { timeValue } from "../../time/edtf.ts";
import type { TimeMention, TimeValue } from "../../time/time.ts";
import { isAnnounced, isLasting } from "../english/kinds.ts";
import type { Link } from "../events/link.ts";
import type { AttachedTime, Spoken } from "../events/spoken.ts";
import type { EventDateStatement, Verdict } from "../reading.ts";

/** What a draft says of an event's date. */
export function* eventDates(spoken: Spoken, link: Link, event: Event): Generator<EventDateStatement> {
  const dated = spoken.times.filter(
    ({ time, scope }) => scope === undefined && isDate(time) && time.boundary === undefined,
  );
  const judged = dated.map((attached) => ({ attached, ...judge(attached, event) }));
  // "opened on 25 October, a week after …": where one date is right, another one beside it means something else.
  const settled = judged.some(({ verdict }) => verdict === "supported");
  const wrong = judged.some(
    ({ verdict, attached }) => verdict === "contradicted" && !isCounted(attached.time),
  );
  for (const { attached, verdict, known } of judged) {
    if (verdict === "contradicted" && (settled || !link.tested.includes("date"))) continue;
    if (verdict === "contradicted" && wrong && isCounted(attached.time)) continue;
    yield {
      kind: "event-date",
      event: event.id,
      eventSpan: spoken.span,
      time: attached.time,
      span: verdict === "contradicted" ? attached.time.core : attached.span,
      verdict,
      ...(known === undefined ? {} : { known }),
    };
  }
}

/** With a year or without: "9 October" alone can be wrong as well. */
function isDate({ value, stated }: TimeMention): boolean {
  return value !== undefined || stated.month !== undefined;
}

function judge({ time, predicate }: AttachedTime, event: Event): { verdict: Verdict; known?: TimeValue } {
  const aspect = predicate?.aspect ?? "whole";
  const known = knownFor(aspect, event, time);
  if (known === undefined) return { verdict: "unverified" };
  const answer = agrees(time, known);
  if (answer === "yes") return { verdict: "supported", known };
  if (answer === "unknown") return { verdict: "unverified", known };
  const others = [event.date, ...Object.values(event.stages)];
  // What began before the one day that is known may have ended on it.
  const isPoint = event.date?.range === false && event.date.precision === "day";
  if (
    aspect === "begin" &&
    isPoint &&
    event.type !== "talks" &&
    (time.value?.end ?? Infinity) < known.start
  ) {
    return { verdict: "unverified" };
  }
  const fitsAnother =
    aspect === "whole" && others.some((other) => other !== undefined && agrees(time, other) !== "no");
  return fitsAnother ? { verdict: "unverified" } : { verdict: "contradicted", known };
}

/** The date that is meant: the event's own, that of a stage, or the first or last day of one that lasted. */
function knownFor(
  aspect: NonNullable<AttachedTime["predicate"]>["aspect"],
  { date, stages, type }: Event,
  time: TimeMention,
): TimeValue | undefined {
  if (aspect === "announced" || aspect === "inForce") {
    // Without a date of the stage's own, the event's must do, but not to the day.
    const isToTheDay = time.value?.precision === "day";
    return stages[aspect] ?? (isToTheDay || !isAnnounced(type) ? undefined : date);
  }
  if (aspect === "begin" && date?.range !== true && isLasting(type)) return undefined;
  if (aspect === "end" && date?.range !== true && date?.precision === "day") return undefined;
  if (date === undefined || !date.range || aspect === "whole") return date;
  const day = aspect === "begin" ? date.start : date.end;
  return Number.isFinite(day)
    ? timeValue({ start: day, end: day }, "day", { approximate: date.approximate })
    : date;
}

/** Counted from another date: wrong with it, where that one is wrong. */
function isCounted(time: TimeMention): boolean {
  return time.offset !== undefined || time.relative !== undefined;
}
