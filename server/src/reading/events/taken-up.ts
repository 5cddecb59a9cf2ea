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
  const [first, ...others] = main.length > 0 ? main : found;
  if (first !== undefined)
    return others.every(({ event }) => event === first.event)
      ? { event: first.event, types: [], isMain: main.length > 0 }
      : undefined;
  const nouns = spoken.filter(({ cue }) => cue.how === "noun");
  return nouns.length === 1 ? { types: nouns[0]!.cue.types } : undefined;
}
