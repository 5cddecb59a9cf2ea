import type { Id } from "../knowledge-base/knowledge.ts";
import type { Span } from "../text/span.ts";
import type { Link } from "./events/link.ts";
import type { Score, Slot } from "./events/score.ts";
import type { Spoken } from "./events/spoken.ts";

/** Why an event was not linked to words that may speak of it, or why nothing was said of one that was. */
export type Gate =
  /** The words cannot mean it: another object or subject, another owner, another year in the phrase. */
  | "ruled-out"
  /** A verb alone, without anybody or anything of the event beside it. */
  | "verb-alone"
  /** Less than two anchors, the part under test left out. */
  | "too-little"
  /** Two events fit alike. */
  | "tie"
  /** Another event of the kind has just that date: the name may be what is wrong. */
  | "date-of-another"
  /** The date is so far off that the writer may mean another event. */
  | "far-date"
  /** The wrong date and the wrong place point to different events. */
  | "slots-disagree"
  /** Nothing speaks against another event of the kind. */
  | "another-fits"
  /** The words stand in a quotation. */
  | "quoted";

/** A gate that closed, and before which event and which of its parts. */
export interface Closed {
  readonly gate: Gate;
  readonly event?: Id;
  /** Of a tie: the events that fit as well as that one. */
  readonly rivals?: readonly Id[];
  readonly slot?: Slot;
}

/** What was made of words that may speak of a known event. */
export interface CueTrace {
  readonly span: Span;
  readonly spoken: Spoken;
  /** The events that were weighed, with the anchors that hold and the parts that are contradicted. */
  readonly scores: Score[];
  readonly closed: Closed[];
  link?: Link;
}

/** Filled while a draft is read, by whoever asks for it; costs nothing otherwise. */
export interface Trace {
  readonly cues: CueTrace[];
}
