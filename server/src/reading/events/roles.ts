import type { Event, Id, Knowledge, Vocabulary } from "../../knowledge-base/knowledge.ts";
import { AGENT, PARTNER } from "./fillers.ts";
import type { AttachedFiller } from "./spoken.ts";

/**
 * The role that is meant in this event: whoever "signed" it may be a party to it rather than one of the persons who put
 * their names there, and who "did" it has the one role of the event in which one acts.
 */
export function roleIn(
  event: Event,
  { role: likeliest, otherRoles = [], ids }: AttachedFiller,
  knowledge: Knowledge,
): string | undefined {
  const { vocabulary } = knowledge;
  const role = [likeliest, ...otherRoles].find((each) => event.participants[each] !== undefined) ?? likeliest;
  if (role === AGENT) return agentOf(event, vocabulary);
  if (role === PARTNER) return mutualRoleOf(event, vocabulary);
  const isPerson = (id: Id) => knowledge.entities.get(id)?.type === "person";
  const known = event.participants[role];
  if (known === undefined && vocabulary.participantRoles[role]?.anyDeed) {
    return agentOf(event, vocabulary) ?? role;
  }
  const differs = known !== undefined && known.every(isPerson) !== ids.every(isPerson);
  return (differs ? mutualRoleOf(event, vocabulary) : undefined) ?? role;
}

/** The same actor, or one that stands for the other: a state and its army, a movement and its delegation. */
export function isSameSide(knowledge: Knowledge, a: Id, b: Id): boolean {
  if (a === b) return true;
  return belongsTo(knowledge, a, b) || belongsTo(knowledge, b, a);
}

function belongsTo(knowledge: Knowledge, a: Id, b: Id): boolean {
  const entity = knowledge.entities.get(a);
  if (entity === undefined) return false;
  // A member state is not its alliance, but a fighter is of his movement.
  const bodies = entity.type === "country" ? [] : entity.memberOf;
  const owners = [...entity.country, ...bodies].map(({ of }) => of);
  return (
    owners.includes(b) ||
    entity.partOf === b ||
    entity.formerly === b ||
    entity.roles.some(({ of }) => of === b)
  );
}

/** The one role of an event in which somebody acts. */
export function agentOf({ participants }: Event, { participantRoles }: Vocabulary): string | undefined {
  const active = Object.keys(participants).filter((role) => participantRoles[role]?.acts !== false);
  return active.length === 1 ? active[0] : undefined;
}

/** The role of those who do with each other what happens: the parties. */
function mutualRoleOf({ participants }: Event, { participantRoles }: Vocabulary): string | undefined {
  return Object.keys(participants).find((role) => participantRoles[role]?.mutual);
}
