import type { Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Span } from "../../text/span.ts";
import type { Cue } from "../events/cues.ts";
import type { Link } from "../events/link.ts";
import type { Spoken } from "../events/spoken.ts";
import { type Chunk, type Frame, framesOf } from "../grammar/frames.ts";
import type { Passage } from "../grammar/passage.ts";

/** An event that a passage speaks of, found by two anchors. */
export interface Told {
  readonly event: Event;
  readonly cue: Cue;
  readonly span: Span;
  readonly spoken: Spoken;
  /** Its own sentence contradicts its date, its place or its people: other checks say so. */
  readonly isDoubtful: boolean;
}

/** What the linking of a passage has found, as the readers of relations want it. */
export function toldEvents(
  linked: readonly { readonly spoken: Spoken; readonly link: Link }[],
  knowledge: Knowledge,
): readonly Told[] {
  return linked.flatMap(({ spoken, link }) => {
    const event = knowledge.events.get(link.event);
    if (event === undefined) return [];
    return [{ event, cue: spoken.cue, span: spoken.span, spoken, isDoubtful: link.tested.length > 0 }];
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
  return told.find(({ cue }) => cue.how !== "verb" && (cue.start === from || (cue.from === from && cue.start >= at)));
}

/** The frames of a passage whose subject an event is. */
export function framesOfSubject(passage: Passage, { cue }: Told): readonly Frame[] {
  return framesOf(passage).filter(({ subject }) => subject.some(({ from }) => from === cue.start));
}

/** The event that a frame tells to take place: its subject, its object, or the one that its verb tells by itself. */
export function eventOfFrame(passage: Passage, frame: Frame, told: readonly Told[]): Told | undefined {
  const own = told.find(({ cue }) => cue.how === "verb" && cue.from === frame.verb);
  if (own !== undefined) return own;
  const subject = eventOf(frame.subject, told);
  if (subject !== undefined) return subject;
  return frame.passive ? undefined : eventAt(passage, frame.to, told);
}

export type EventOf = (id: Id) => Event | undefined;
