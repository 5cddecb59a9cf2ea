import type { Id, Knowledge } from "../knowledge-base/knowledge.ts";
import { Mentioned } from "../reading/mentioned.ts";
import type { EventParticipantStatement } from "../reading/reading.ts";
import type { Span } from "../text/span.ts";
import type { Check, Fix } from "./check.ts";
import { evidenceOf, inFormOf, listed, namesOf, possessive, sentenceStart, theEvent } from "./wording.ts";

export const eventParticipant: Check = {
  id: "event-participant",
  title: "Somebody is given a part in a known event that others had",
  severity: "error",
  ofContradicted: true,
  *part({ statements, draft }, knowledge, { ask }) {
    const isNamed = (id: Id) => ask((whole) => whole.follower(Mentioned).isNamed(id));
    for (const statement of statements) {
      if (statement.kind !== "event-participant" || statement.verdict !== "contradicted") continue;
      const event = knowledge.events.get(statement.event);
      if (event === undefined) continue;
      const known = namesOf(
        (event.participants[statement.role] ?? []).map((id) => knowledge.entities.get(id)),
      );
      const { span, fixes } = replacing(statement, draft.text, isNamed, knowledge);
      const wrong = knowledge.entities.get(statement.participant)?.name ?? statement.participant;
      const title = knowledge.vocabulary.participantRoles[statement.role]?.titles[0] ?? statement.role;
      const whose =
        known.length === 1
          ? `${title} of ${theEvent(event)} was`
          : `${plural(title)} of ${theEvent(event)} were`;
      yield {
        message: `The ${whose} ${listed(known)}, not ${wrong}.`,
        span,
        knowledge: [event.id, ...statement.instead],
        evidence: evidenceOf([event], known),
        fixes,
        related: [
          { span: statement.eventSpan, message: `The event meant here: ${sentenceStart(event.name)}` },
        ],
      };
    }
  },
};

/** The right names in the form of the wrong one; with the possessive mark, where there is one. */
function replacing(
  { span, participant, instead }: EventParticipantStatement,
  text: string,
  isNamed: (id: Id) => boolean,
  { entities }: Knowledge,
): { span: Span; fixes: Fix[] } {
  const written = text.slice(span.start, span.end);
  const mark = /^['’](?=s\b)/.exec(text.slice(span.end, span.end + 3))?.[0];
  const fixes = instead.flatMap((id) => {
    const right = entities.get(id);
    if (right === undefined) return [];
    const newText = inFormOf(written, entities.get(participant), right, isNamed(id));
    return [
      {
        newText: mark === undefined ? newText : possessive(right, newText, mark),
        safe: false,
      },
    ];
  });
  return { span: mark === undefined ? span : { ...span, end: span.end + 2 }, fixes };
}

function plural(title: string): string {
  return title.endsWith("y") ? `${title.slice(0, -1)}ies` : `${title}s`;
}
