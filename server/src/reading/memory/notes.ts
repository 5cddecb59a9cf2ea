import type { Id } from "../../knowledge-base/knowledge.ts";
import type { Name } from "../names/name-index.ts";
import type { Reference } from "../reference.ts";

/** An event that was spoken of, and of what kind it is. */
export interface SpokenEvent {
  readonly event: Id;
  readonly type: string;
}

/** Whether what follows is told as somebody's claim: under a heading that says so, or after a colon. */
export interface Framing {
  readonly underHeading: boolean;
  readonly afterColon: boolean;
}

/** What a paragraph leaves for those after it. Places count from its own start. */
export interface Notes {
  /** Whom it names rightly, and wrongly. */
  readonly named: Set<Id>;
  readonly misnamed: Set<Id>;
  /** By the last word of a name: who was named in full; `undefined` is one that is not known. */
  readonly heads: Map<string, Set<Id | undefined>>;
  /** The acronyms that it gives to known actors. */
  readonly acronyms: Map<string, Name>;
  /** The events that were linked, in order. */
  readonly events: SpokenEvent[];
  /** Those that a noun or a name speaks of, the latest last. */
  readonly called: Set<Id>;
  /** What "six days later" would count from. */
  reference: Reference | undefined;
  /** What its last sentences spoke of, the latest last. */
  readonly sentences: ReadonlySet<Id>[];
  framing: Partial<Framing>;
}

export function noNotes(): Notes {
  return {
    named: new Set(),
    misnamed: new Set(),
    heads: new Map(),
    acronyms: new Map(),
    events: [],
    called: new Set(),
    reference: undefined,
    sentences: [],
    framing: {},
  };
}
