import type { Check } from "./check.ts";
import { evidenceOf, listed, namesOf, sentenceStart, theEvent } from "./wording.ts";

export const eventParticipant: Check = {
  id: "event-participant",
  title: "Somebody is given a part in a known event that others had",
  severity: "error",
  *run({ statements }, knowledge) {
    for (const statement of statements) {
      if (statement.kind !== "event-participant" || statement.verdict !== "contradicted") continue;
      const event = knowledge.events.get(statement.event);
      if (event === undefined) continue;
      const known = namesOf(
        (event.participants[statement.role] ?? []).map((id) => knowledge.entities.get(id)),
      );
      const instead = namesOf(statement.instead.map((id) => knowledge.entities.get(id)));
      const wrong = knowledge.entities.get(statement.participant)?.name ?? statement.participant;
      const title = knowledge.vocabulary.participantRoles[statement.role]?.titles[0] ?? statement.role;
      const whose =
        known.length === 1
          ? `${title} of ${theEvent(event)} was`
          : `${plural(title)} of ${theEvent(event)} were`;
      yield {
        message: `The ${whose} ${listed(known)}, not ${wrong}.`,
        span: statement.span,
        knowledge: [event.id, ...statement.instead],
        evidence: evidenceOf([event], known),
        fixes: instead.map((newText) => ({ newText, safe: instead.length === 1 })),
        related: [
          { span: statement.eventSpan, message: `The event meant here: ${sentenceStart(event.name)}` },
        ],
      };
    }
  },
};

function plural(title: string): string {
  return title.endsWith("y") ? `${title.slice(0, -1)}ies` : `${title}s`;
}
