import { describeTime } from "../time/write.ts";
import type { Check } from "./check.ts";
import { evidenceOf, sentenceStart, theEvent, was } from "./wording.ts";

export const eventName: Check = {
  id: "event-name",
  title: "A name is put together from those of two events",
  severity: "warning",
  ofContradicted: true,
  *part({ statements, draft }, knowledge) {
    for (const statement of statements) {
      if (statement.kind !== "event-name" || statement.verdict !== "contradicted") continue;
      const event = knowledge.events.get(statement.event);
      const other = knowledge.events.get(statement.other);
      if (event === undefined || other === undefined) continue;
      const { start, end } = statement.eventSpan;
      const date = event.date === undefined ? "" : ` (${describeTime(event.date)})`;
      yield {
        message:
          event === other
            ? `“${draft.text.slice(start, end)}” is probably ${theEvent(event)}${date}.`
            : `“${draft.text.slice(start, end)}” mixes two events: ${theEvent(event)}${date} and ${theEvent(other)}.`,
        span: statement.span,
        knowledge: [event.id, other.id],
        evidence: evidenceOf([event, other], [event.name]),
        fixes: statement.instead.map((newText) => ({ newText, safe: false })),
        related: [
          {
            span: statement.eventSpan,
            message: `${sentenceStart(theEvent(event))} ${was(event)} probably meant here.`,
          },
        ],
      };
    }
  },
};
