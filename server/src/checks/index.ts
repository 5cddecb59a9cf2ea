import { actorName } from "./actor-name.ts";
import { actorRole } from "./actor-role.ts";
import { calendar } from "./calendar.ts";
import type { Check } from "./check.ts";
import { draftContradiction } from "./draft-contradiction.ts";
import { eventDate } from "./event-date.ts";
import { eventParticipant } from "./event-participant.ts";
import { eventPlace } from "./event-place.ts";
import { weekday } from "./weekday.ts";

/** The checks, alphabetically: the only place where one is registered. */
export const CHECKS: readonly Check[] = [
  actorName,
  actorRole,
  calendar,
  draftContradiction,
  eventDate,
  eventParticipant,
  eventPlace,
  weekday,
];
