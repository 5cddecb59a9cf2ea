import type { Id } from "../../knowledge-base/knowledge.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Span } from "../../text/span.ts";

/** Words of a draft that name actors or an event. */
export interface NamedWords {
  readonly kind: "actor" | "event";
  /** All that the words can stand for; mostly one. */
  readonly ids: readonly Id[];
  readonly span: Span;
}

/**
 * The mentions of actors and events in the order of the text, none within another: of “the Doha ceasefire” only the
 * event, which is what a reader sees there. O(mentions × log mentions).
 */
export function namedIn({ entities, events }: Reading): NamedWords[] {
  return apart([
    ...events.map(({ id, span }): NamedWords => ({ kind: "event", ids: [id], span })),
    ...entities.map(({ ids, span }): NamedWords => ({ kind: "actor", ids, span })),
  ]);
}

/** What has a span, in the order of the text; of those that overlap the first one, of two that begin together the longer. */
export function apart<T extends { readonly span: Span }>(all: readonly T[]): T[] {
  let end = 0;
  return [...all]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter(({ span }) => {
      const isNext = span.start >= end && span.end > span.start;
      if (isNext) end = span.end;
      return isNext;
    });
}
