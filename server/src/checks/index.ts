import { actorName } from "./actor-name.ts";
import { actorRole } from "./actor-role.ts";
import { ambiguousName } from "./ambiguous-name.ts";
import type { Check } from "./check.ts";
import { eventDate } from "./event-date.ts";
import { eventParticipant } from "./event-participant.ts";
import { eventPlace } from "./event-place.ts";
import { nameConsistency } from "./name-consistency.ts";
import { preferredName } from "./preferred-name.ts";
import { unusedIgnore } from "./unused-ignore.ts";

/** The checks, alphabetically: the only place where one is registered. */
export const CHECKS: readonly Check[] = [
  actorName,
  actorRole,
  ambiguousName,
  eventDate,
  eventParticipant,
  eventPlace,
  nameConsistency,
  preferredName,
  unusedIgnore,
];
