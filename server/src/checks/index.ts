import { acronym } from "./acronym.ts";
import { acronymDefinition } from "./acronym-definition.ts";
import { actorAffiliation } from "./actor-affiliation.ts";
import { actorConfusion } from "./actor-confusion.ts";
import { actorName } from "./actor-name.ts";
import { actorRole } from "./actor-role.ts";
import { ambiguousName } from "./ambiguous-name.ts";
import { attribution } from "./attribution.ts";
import { calendar } from "./calendar.ts";
import type { Check } from "./check.ts";
import { claim } from "./claim.ts";
import { draftContradiction } from "./draft-contradiction.ts";
import { eventDate } from "./event-date.ts";
import { eventName } from "./event-name.ts";
import { eventOrder } from "./event-order.ts";
import { eventOutcome } from "./event-outcome.ts";
import { eventParticipant } from "./event-participant.ts";
import { eventPlace } from "./event-place.ts";
import { figure } from "./figure.ts";
import { nameConsistency } from "./name-consistency.ts";
import { preferredName } from "./preferred-name.ts";
import { quotation } from "./quotation.ts";
import { unusedIgnore } from "./unused-ignore.ts";
import { unverified } from "./unverified.ts";
import { weekday } from "./weekday.ts";

/** The checks, alphabetically: the only place where one is registered. */
export const CHECKS: readonly Check[] = [
  acronym,
  acronymDefinition,
  actorAffiliation,
  actorConfusion,
  actorName,
  actorRole,
  ambiguousName,
  attribution,
  calendar,
  claim,
  draftContradiction,
  eventDate,
  eventName,
  eventOrder,
  eventOutcome,
  eventParticipant,
  eventPlace,
  figure,
  nameConsistency,
  preferredName,
  quotation,
  unusedIgnore,
  unverified,
  weekday,
];
