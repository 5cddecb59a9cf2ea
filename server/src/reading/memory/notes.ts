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

/** What a paragraph has said so far. Places count from its own start. */
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

/** What a paragraph leaves for those after it: its {@link Notes} in as few pieces as can be, for they are gone through at every keystroke. */
export interface Left {
  readonly named: readonly Id[];
  readonly misnamed: readonly Id[];
  /** All of them, each once. */
  readonly inBlock: readonly Id[];
  readonly heads: readonly (readonly [string, Id | undefined])[];
  readonly acronyms: readonly (readonly [string, Name])[];
  readonly events: readonly SpokenEvent[];
  readonly called: readonly Id[];
  readonly reference: Reference | undefined;
  /** The last two at most. */
  readonly sentences: readonly (readonly Id[])[];
  readonly framing: Partial<Framing> | undefined;
}

export function leftOf(notes: Notes): Left {
  const { named, misnamed, heads, acronyms, events, called, reference, sentences, framing } = notes;
  return {
    named: listed(named),
    misnamed: listed(misnamed),
    inBlock: misnamed.size === 0 ? listed(named) : [...new Set([...named, ...misnamed])],
    heads:
      heads.size === 0
        ? NOTHING
        : [...heads].flatMap(([head, ids]) => [...ids].map((id) => [head, id] as const)),
    acronyms: acronyms.size === 0 ? NOTHING : [...acronyms],
    events: events.length === 0 ? NOTHING : events,
    called: listed(called),
    reference,
    sentences: sentences.length === 0 ? NOTHING : sentences.slice(-2).map(listed),
    framing: Object.keys(framing).length === 0 ? undefined : framing,
  };
}

/** Whether two paragraphs leave the same, word for word. */
export function sameLeft(a: Left, b: Left): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

const NOTHING: readonly never[] = [];

function listed<T>(set: ReadonlySet<T>): readonly T[] {
  return set.size === 0 ? NOTHING : [...set];
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
