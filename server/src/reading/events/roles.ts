import type { Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { AGENT } from "./fillers.ts";
import type { AttachedFiller } from "./spoken.ts";

/** Roles that something is done to, or that nobody acts in. */
const PASSIVE = new Set([
  "party",
  "target",
  "victim",
  "guarantor",
  "observer",
  "host",
  "participant",
  "mediator",
  "chair",
  "witness",
]);

/** Roles whose words ("carried out by", "organized by") may be said of whoever acts in any event. */
const DOERS = new Set(["attacker", "organizer"]);

/**
 * The role that is meant in this event: whoever "signed" it may be a party to it rather than one of the persons who put
 * their names there, and who "did" it has the one role of the event in which one acts.
 */
export function roleIn(
  event: Event,
  { role, ids }: AttachedFiller,
  knowledge: Knowledge,
): string | undefined {
  if (role === AGENT) {
    return agentOf(event);
  }
  const isPerson = (id: Id) => knowledge.entities.get(id)?.type === "person";
  const known = event.participants[role];
  if (known === undefined && DOERS.has(role)) return agentOf(event) ?? role;
  const differs = known !== undefined && known.every(isPerson) !== ids.every(isPerson);
  return differs && event.participants.party !== undefined ? "party" : role;
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
export function agentOf({ participants }: Event): string | undefined {
  const active = Object.keys(participants).filter((role) => !PASSIVE.has(role));
  return active.length === 1 ? active[0] : undefined;
}
