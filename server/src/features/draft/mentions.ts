import { readingAround } from "../../reading/lists.ts";
import type { EntityMention, EventMention, Mention } from "../../reading/reading.ts";
import { span, touches } from "../../text/span.ts";
import type { TimeMention } from "../../time/time.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * The mention that a reader means who points at an offset: an event's own name before what is part of it ("Doha" in
 * "the Doha ceasefire"), else the shortest.
 */
export function mentionAt(snapshot: Snapshot, offset: number): Mention | undefined {
  const reading = readingAround(snapshot.reading, span(offset, offset));
  const events = reading.events.filter(({ span }) => touches(span, offset));
  const named = events.find(({ anchors }) => anchors.includes("name"));
  if (named !== undefined) return named;
  const here: (EntityMention | EventMention | TimeMention)[] = [
    ...reading.entities.filter(({ span }) => touches(span, offset)),
    ...reading.times.filter(({ span }) => touches(span, offset)),
    ...events,
  ];
  return here.reduce<Mention | undefined>(
    (best, mention) => (best === undefined || lengthOf(mention) < lengthOf(best) ? mention : best),
    undefined,
  );
}

function lengthOf({ span }: Mention): number {
  return span.end - span.start;
}
