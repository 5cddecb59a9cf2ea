import type { Span } from "../text/span.ts";
import type { Check } from "./check.ts";
import { evidenceOf, listed, namesOf, sentenceStart, theEvent, was } from "./wording.ts";

export const eventPlace: Check = {
  id: "event-place",
  title: "A known event is put in another place",
  severity: "error",
  ofContradicted: true,
  *part({ statements, draft }, knowledge) {
    const textOf = ({ start, end }: Span) => draft.text.slice(start, end);
    for (const statement of statements) {
      if (statement.kind !== "event-place" || statement.verdict !== "contradicted") continue;
      const event = knowledge.events.get(statement.event);
      if (event === undefined) continue;
      const places = namesOf(event.place.map((id) => knowledge.entities.get(id)));
      const instead = namesOf(statement.instead.map((id) => knowledge.entities.get(id)));
      const stated = textOf(statement.placeSpan ?? statement.span);
      yield {
        message: `${sentenceStart(theEvent(event))} ${was(event)} in ${listed(places)}, not in ${stated}.`,
        span: statement.span,
        knowledge: [event.id, ...event.place],
        evidence: evidenceOf([event], places),
        fixes: instead.length === 1 ? [{ newText: instead[0]!, safe: false }] : [],
        related: [{ span: statement.eventSpan, message: `The event meant here: ${event.name}` }],
      };
    }
  },
};
