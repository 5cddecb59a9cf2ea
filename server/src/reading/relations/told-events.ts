import type { Event, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Span } from "../../text/span.ts";
import type { Cue } from "../events/cues.ts";
import type { Link } from "../events/link.ts";
import type { Spoken } from "../events/spoken.ts";
import type { Chunk } from "../grammar/frames.ts";
import type { Passage } from "../grammar/passage.ts";

/** An event that a passage speaks of, found by two anchors. */
export interface Told {
  readonly event: Event;
  readonly cue: Pick<Cue, "how" | "start" | "from" | "to">;
  readonly span: Span;
  /** The verbs that tell it to have taken place. */
  readonly verbs: ReadonlySet<number>;
  /** The preposition that it hangs on, if any. */
  readonly governor?: string | undefined;
  /** Its own sentence contradicts its date, or, of one that is not named, its place or people: it may be another one. */
  readonly isDoubtful: boolean;
  /** Told by a verb whose subject is what was decided on: "the bill passed the Senate". */
  readonly isSwapped?: boolean;
}

/** What the linking of a passage has found, as the readers of relations want it. */
export function toldEvents(
  linked: readonly { readonly spoken: Spoken; readonly link: Link }[],
  knowledge: Knowledge,
): readonly Told[] {
  return linked.flatMap(({ spoken: { cue, span, predicates }, link }) => {
    const event = knowledge.events.get(link.event);
    // "a second referendum": whatever it was linked to, no relation is told of the known one.
    if (event === undefined || cue.other || cue.determiner === "indefinite") return [];
    const verbs = new Set(predicates.map(({ verb }) => verb));
    return [
      {
        event,
        cue,
        span,
        verbs,
        governor: cue.governor,
        isDoubtful: link.tested.some((slot) => slot === "date" || cue.how !== "name"),
      },
    ];
  });
}

/** The event whose noun phrase one of the chunks begins, or that a pronoun there takes up. */
export function eventOf(chunks: readonly Chunk[], told: readonly Told[]): Told | undefined {
  return told.find(
    ({ cue }) => cue.how !== "verb" && chunks.some(({ from, to }) => cue.start === from && cue.from < to + 6),
  );
}

/** The events of a list of phrases that begins at a token: "A", "the opening of A". */
export function eventAt(passage: Passage, at: number, told: readonly Told[]): Told | undefined {
  let from = at;
  while (passage.tags[from] === "adverb") from++;
  return told.find(
    ({ cue }) => cue.how !== "verb" && (cue.start === from || (cue.from === from && cue.start >= at)),
  );
}
