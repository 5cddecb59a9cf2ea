import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { saidOf } from "../events/candidates.ts";
import type { Link } from "../events/link.ts";
import type { Spoken } from "../events/spoken.ts";
import type { Statement } from "../reading.ts";
import { eventDates } from "./event-dates.ts";
import { eventParticipants } from "./event-participants.ts";
import { eventPlaces } from "./event-places.ts";

/** What a sentence says of the event that it was linked to: when, where, and who took part. */
export function eventStatements(all: Spoken, linked: Link, knowledge: Knowledge): Statement[] {
  const event = knowledge.events.get(linked.event)!;
  const spoken = saidOf(all, event);
  return [
    ...eventDates(spoken, linked, event, knowledge),
    ...eventPlaces(spoken, linked, event, knowledge),
    ...eventParticipants(spoken, linked, event, knowledge),
  ];
}
