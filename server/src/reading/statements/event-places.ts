import type { Event, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Link } from "../events/link.ts";
import { isPlaceOf } from "../events/score.ts";
import type { AttachedPlace, Spoken } from "../events/spoken.ts";
import type { EventPlaceStatement, Verdict } from "../reading.ts";

/** What a draft says of an event's place. */
export function eventPlaces(
  spoken: Spoken,
  link: Link,
  event: Event,
  knowledge: Knowledge,
): EventPlaceStatement[] {
  const statements: EventPlaceStatement[] = [];
  if (spoken.places.length === 0) return statements;
  const stated = spoken.places.filter(({ scope }) => scope === undefined);
  const judged = stated.map((place) => ({ place, verdict: judge(place, event, knowledge) }));
  // One right place among several explains the others, unless the event itself has several.
  const settled = event.place.length < 2 && judged.some(({ verdict }) => verdict === "supported");
  for (const { place, verdict } of judged) {
    if (verdict === "contradicted" && (settled || !link.tested.includes("place"))) continue;
    const isClause = verdict === "contradicted" && place.clauseSpan !== undefined;
    statements.push({
      kind: "event-place",
      event: event.id,
      eventSpan: spoken.span,
      place: place.ids[0],
      span: isClause ? place.clauseSpan! : place.span,
      verdict,
      ...(isClause ? { placeSpan: place.span } : {}),
      instead: isClause ? [] : event.place.filter((id) => !stated.some(({ ids }) => ids.includes(id))),
    });
  }
  return statements;
}

function judge(place: AttachedPlace, event: Event, knowledge: Knowledge): Verdict {
  if (event.place.length === 0) return "unverified";
  return isPlaceOf(event, place, knowledge) ? "supported" : "contradicted";
}
