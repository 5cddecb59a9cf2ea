import type { Id } from "../../knowledge-base/knowledge.ts";
import type { Span } from "../../text/span.ts";
import type { Cue } from "./cues.ts";
import type { Memory } from "./score.ts";
import type { Spoken } from "./spoken.ts";

/** An event that a sentence speaks of, where, and whether only by the way ("after the truce"). */
export interface Found {
  readonly event: Id;
  readonly governed: boolean;
  readonly span: Span;
  /** The token that tells it. */
  readonly at: number;
}

/** An event with the words of its sentence that speak of it. */
export interface Told {
  readonly event: Id;
  readonly cue: Cue;
}

/** What a pronoun can take up in its own sentence: the one event before it, as the subject unless "did so" follows. */
export function takenUpInside({ takesUp, from, clause }: Cue, told: readonly Told[]): Memory["before"] {
  const before = told.filter(
    ({ cue }) => cue.to <= from && cue.clause !== clause && (takesUp === "any" || cue.governor === undefined),
  );
  const events = new Set(before.map(({ event }) => event));
  return events.size === 1 ? { event: before[0]!.event, types: [], isMain: true } : undefined;
}

/** What a pronoun in the next sentence can take up: the only event found, or the only noun for a kind of event. */
export function takenUp(spoken: readonly Spoken[], found: readonly Found[]): Memory["before"] {
  const main = found.filter(({ governed }) => !governed);
  const events = new Set((main.length > 0 ? main : found).map(({ event }) => event));
  if (events.size === 1) return { event: [...events][0]!, types: [], isMain: main.length > 0 };
  const nouns = spoken.filter(({ cue }) => cue.how === "noun");
  return events.size === 0 && nouns.length === 1 ? { types: nouns[0]!.cue.types } : undefined;
}
