import type { EventDateStatement } from "../reading/reading.ts";
import { describeTime, writeTime } from "../time/write.ts";
import type { Check, Fix } from "./check.ts";
import { evidenceOf, sentenceStart, theEvent } from "./wording.ts";

export const eventDate: Check = {
  id: "event-date",
  title: "A known event is given a date that cannot be its date",
  severity: "error",
  *run({ statements }, knowledge) {
    for (const statement of statements) {
      if (statement.kind !== "event-date" || statement.verdict !== "contradicted") continue;
      const event = knowledge.events.get(statement.event);
      if (event === undefined || statement.known === undefined) continue;
      const { time } = statement;
      const stated =
        time.offset !== undefined && time.value !== undefined ? ` (${describeTime(time.value)})` : "";
      const known = describeTime(statement.known);
      yield {
        message: `${sentenceStart(theEvent(event))} was ${dated(known)}, not ${time.text}${stated}.`,
        span: statement.span,
        knowledge: [event.id],
        evidence: evidenceOf(event),
        fixes: fixesFor(statement),
        related: [{ span: statement.eventSpan, message: `The event meant here: ${event.name}` }],
      };
    }
  },
};

function dated(known: string): string {
  return /^\d/.test(known)
    ? /^\d{4}$/.test(known) || / to /.test(known)
      ? `in ${known}`.replace(/^in (?=\d+ )/, "from ")
      : `on ${known}`
    : known;
}

/** The known date in the writer's own form; a counted date ("three weeks later") can only be rewritten by the writer. */
function fixesFor({ time, known, span }: EventDateStatement): readonly Fix[] {
  if (known === undefined || time.offset !== undefined || time.relative !== undefined) return [];
  const newText = writeTime(known, time);
  const replacesAll = time.core.start === span.start && time.core.end === span.end;
  return newText === undefined || !replacesAll ? [] : [{ newText, safe: true }];
}
