import type { Event } from "../knowledge-base/knowledge.ts";
import { describeTime } from "../time/write.ts";
import type { Check } from "./check.ts";
import { evidenceOf, onDate, sentenceStart, theEvent, was } from "./wording.ts";

export const eventOrder: Check = {
  id: "event-order",
  title: "Two known events are put in the wrong order",
  severity: "error",
  ofContradicted: true,
  *part({ statements }, knowledge) {
    for (const statement of statements) {
      if (statement.kind !== "event-order" || statement.verdict !== "contradicted") continue;
      const event = knowledge.events.get(statement.event);
      const other = knowledge.events.get(statement.other);
      if (event === undefined || other === undefined) continue;
      const wrong = statement.order;
      const right = wrong === "before" ? "after" : "before";
      yield {
        message: `${sentenceStart(theEvent(event))}${dated(event)} came ${right} ${theEvent(other)}${dated(other)}, not ${wrong} it.`,
        span: statement.span,
        knowledge: [event.id, other.id],
        evidence: evidenceOf([event, other], []),
        fixes: statement.instead.map((newText) => ({ newText, safe: false })),
        related: [
          {
            span: statement.eventSpan,
            message: `${sentenceStart(theEvent(event))} ${was(event)} ${when(event)}.`,
          },
          {
            span: statement.otherSpan,
            message: `${sentenceStart(theEvent(other))} ${was(other)} ${when(other)}.`,
          },
        ],
      };
    }
  },
};

function dated({ date }: Event): string {
  return date === undefined ? "" : ` (${describeTime(date)})`;
}

function when({ date }: Event): string {
  return date === undefined ? "at another time" : onDate(date);
}
