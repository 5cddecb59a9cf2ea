import type { Event, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { TimeMention } from "../../time/time.ts";
import { DAYS_IN } from "../../time/units.ts";
import { judgeDate } from "../events/event-date.ts";
import type { Link } from "../events/link.ts";
import type { AttachedTime, Spoken } from "../events/spoken.ts";
import type { EventDateStatement } from "../reading.ts";

/** What a draft says of an event's date. */
export function eventDates(
  spoken: Spoken,
  link: Link,
  event: Event,
  knowledge: Knowledge,
): EventDateStatement[] {
  const statements: EventDateStatement[] = [];
  if (spoken.times.length === 0) return statements;
  const dated = spoken.times.filter(
    ({ time, scope }) => scope === undefined && isDate(time) && time.boundary === undefined,
  );
  const judged = dated.map((attached) => ({ attached, ...judgeDate(attached, event, knowledge) }));
  // "opened on 25 October, a week after …": where one date is right, another one with the same verb means something
  // else; but a count that comes out right leaves a date in question.
  const settled = ({ predicate, time }: AttachedTime) =>
    judged.some(
      ({ verdict, attached }) =>
        verdict === "supported" &&
        attached.predicate?.verb === predicate?.verb &&
        isAsFine(attached.time, time) &&
        (isCounted(time) || !isCounted(attached.time)),
    );
  const wrong = judged.some(
    ({ verdict, attached }) => verdict === "contradicted" && !isCounted(attached.time),
  );
  for (const { attached, verdict, known } of judged) {
    if (verdict === "contradicted" && (settled(attached) || !link.tested.includes("date"))) continue;
    if (verdict === "contradicted" && wrong && isCounted(attached.time)) continue;
    statements.push({
      kind: "event-date",
      event: event.id,
      eventSpan: spoken.span,
      time: attached.time,
      span: verdict === "contradicted" ? attached.time.core : attached.span,
      verdict,
      ...(known === undefined ? {} : { known }),
      ...(attached.predicate === undefined ? {} : { aspect: attached.predicate.aspect }),
    });
  }
  return statements;
}

/** "In the winter, or more exactly in March": that the winter is right does not make March right. */
function isAsFine({ value: a }: TimeMention, { value: b }: TimeMention): boolean {
  return a === undefined || b === undefined || DAYS_IN[a.precision] <= DAYS_IN[b.precision];
}

/** With a year or without: "9 October" alone can be wrong as well. */
function isDate({ value, stated }: TimeMention): boolean {
  return value !== undefined || stated.month !== undefined;
}

/** Counted from another date: wrong with it, where that one is wrong. */
function isCounted(time: TimeMention): boolean {
  return time.offset !== undefined || time.relative !== undefined;
}
