import { acronym } from "./acronym.ts";
import { acronymDefinition } from "./acronym-definition.ts";
import { actorAffiliation } from "./actor-affiliation.ts";
import { actorConfusion } from "./actor-confusion.ts";
import { actorName } from "./actor-name.ts";
import { actorRole } from "./actor-role.ts";
import type { Check } from "./check.ts";
import { eventDate } from "./event-date.ts";
import { eventParticipant } from "./event-participant.ts";
import { eventPlace } from "./event-place.ts";
import { figure } from "./figure.ts";
import { unusedIgnore } from "./unused-ignore.ts";

/** The checks, alphabetically: the only place where one is registered. */
export const CHECKS: readonly Check[] = [
  acronym,
  acronymDefinition,
  actorAffiliation,
  actorConfusion,
  actorName,
  actorRole,
  eventDate,
  eventParticipant,
  eventPlace,
  figure,
  unusedIgnore,
];
