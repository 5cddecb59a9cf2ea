import type { Check } from "./check.ts";
import { evidenceOf, sentenceStart, theEvent } from "./wording.ts";

export const eventOutcome: Check = {
  id: "event-outcome",
  title: "A known event is said to have ended in another way",
  severity: "error",
  ofContradicted: true,
  *part({ statements, draft }, knowledge) {
    for (const statement of statements) {
      if (statement.kind !== "event-outcome" || statement.verdict !== "contradicted") continue;
      const event = knowledge.events.get(statement.event);
      if (event?.outcome === undefined) continue;
      const written = draft.text.slice(statement.span.start, statement.span.end);
      yield {
        message: `The outcome of ${theEvent(event)} is known as “${event.outcome}”, which “${written}” denies.`,
        span: statement.span,
        knowledge: [event.id],
        evidence: evidenceOf([event], [event.outcome]),
        fixes: statement.instead.map((newText) => ({ newText, safe: false })),
        related: [
          { span: statement.eventSpan, message: `The event meant here: ${sentenceStart(event.name)}` },
        ],
      };
    }
  },
};
