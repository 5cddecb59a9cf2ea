import type { Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Link } from "../events/link.ts";
import { isSameSide, roleIn } from "../events/roles.ts";
import type { AttachedFiller, Spoken } from "../events/spoken.ts";
import type { EventParticipantStatement, Verdict } from "../reading.ts";

/** What a draft says of those who had a part in an event. */
export function eventParticipants(
  spoken: Spoken,
  link: Link,
  event: Event,
  knowledge: Knowledge,
): EventParticipantStatement[] {
  const statements: EventParticipantStatement[] = [];
  if (spoken.fillers.length === 0) return statements;
  const stated = spoken.fillers
    .filter(({ scope }) => scope === undefined)
    .flatMap((filler) => {
      const role = roleIn(event, filler, knowledge);
      return role === undefined ? [] : [{ ...filler, role }];
    });
  for (const filler of stated) {
    const verdict = judge(filler, event, knowledge);
    if (verdict === "contradicted" && !link.tested.includes("participant")) continue;
    statements.push({
      kind: "event-participant",
      event: event.id,
      eventSpan: spoken.span,
      role: filler.role,
      participant: filler.ids[0]!,
      span: filler.span,
      verdict,
      instead: notNamed(event, filler, stated, knowledge),
    });
  }
  return statements;
}

function judge({ ids, role }: AttachedFiller, event: Event, knowledge: Knowledge): Verdict {
  const known = event.participants[role];
  if (known === undefined || known.length === 0) return "unverified";
  if (ids.some((id) => known.some((k) => isSameSide(knowledge, id, k)))) return "supported";
  return event.openRoles.includes(role) ? "unverified" : "contradicted";
}

/** The members of the role whom the draft does not name beside the wrong one. */
function notNamed(
  event: Event,
  { role }: AttachedFiller,
  stated: readonly AttachedFiller[],
  knowledge: Knowledge,
): readonly Id[] {
  const named = stated.filter((other) => other.role === role).flatMap(({ ids }) => ids);
  const known = event.participants[role] ?? [];
  return known.filter((id) => !named.some((other) => isSameSide(knowledge, other, id)));
}
