import type { Id } from "../knowledge-base/knowledge.ts";
import type { Span } from "../text/span.ts";
import type { TimeMention } from "../time/time.ts";
import type { Closeness } from "./attachment.ts";
import type { Cue } from "./cues.ts";
import type { Passage } from "./passage.ts";
import type { Predicate } from "./predicates.ts";
import type { Anchor } from "./reading.ts";
import type { Scope } from "./scopes.ts";

/** What of an event a statement is about: the part under test. */
export type Slot = "date" | "place" | "participant";

interface Attached {
  /** Where it stands in the draft. */
  readonly span: Span;
  /** Why the draft does not simply state it, if so. */
  readonly scope: Scope | undefined;
}

/** A date that belongs to a cue. */
export interface AttachedTime extends Attached {
  readonly time: TimeMention;
  readonly closeness: Closeness;
  readonly predicate?: Predicate;
}

/** A place that belongs to a cue; `ids` is empty for a name that the knowledge base does not have. */
export interface AttachedPlace extends Attached {
  readonly ids: readonly Id[];
  /** For a capital that is known only as its country's metonym ("Ankara"): the country. */
  readonly capitalOf?: Id;
  /** "the town of Ostrand": unknown to us, but surely a town. */
  readonly isTown?: boolean;
  readonly predicate?: Predicate;
  readonly closeness: Closeness;
}

/** Somebody in a role of a cue's event. */
export interface AttachedFiller extends Attached {
  readonly ids: readonly Id[];
  readonly role: string;
}

/** A cue with all that its sentence, or its table's row, says of it. */
export interface Spoken {
  readonly cue: Cue;
  /** Where the cue stands in the draft. */
  readonly span: Span;
  readonly passage: Passage;
  readonly predicates: readonly Predicate[];
  /** All dates of the sentence, whatever they belong to. */
  readonly around: readonly TimeMention[];
  readonly times: readonly AttachedTime[];
  readonly places: readonly AttachedPlace[];
  readonly fillers: readonly AttachedFiller[];
}

/** An event found for a cue. */
export interface Link {
  readonly event: Id;
  readonly anchors: readonly Anchor[];
  /** The parts of the event that the cue's sentence contradicts, so that each may be tested against the others. */
  readonly tested: readonly Slot[];
}
