import type { Span } from "../text/span.ts";
import type { TimeValue } from "../time/time.ts";

/** Identifies an entry in its knowledge base; unique over all maps. */
export type Id = string;

/** Where an entry or one of its values is written: a file and a place in it. */
export interface Origin {
  /** As given to the loader: a URI or a path. */
  readonly file: string;
  readonly span: Span;
}

export interface Evidence {
  readonly source: Id;
  readonly quote?: string | undefined;
}

export interface Source {
  readonly id: Id;
  readonly title: string;
  readonly author?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly note?: string | undefined;
  /** Path of the full text, as written. */
  readonly text?: string | undefined;
  readonly origin: Origin;
}

/** A name that is understood but should not be used: discouraged (house style) or a misnomer (wrong). */
export interface BadName {
  readonly form: string;
  readonly reason: string;
  readonly since?: TimeValue | undefined;
  readonly until?: TimeValue | undefined;
  readonly except?: readonly string[] | undefined;
}

/** A relation that may hold only for a time. */
export interface Dated {
  readonly of: Id;
  readonly during?: TimeValue | undefined;
}

export interface Role {
  readonly title: string;
  readonly aliases: readonly string[];
  readonly of: Id;
  readonly during?: TimeValue | undefined;
  readonly acting: boolean;
}

/** What entities and events have in common: names, and somebody who says so. */
export interface Named {
  readonly id: Id;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly abbreviations: readonly string[];
  readonly identifiers: readonly string[];
  readonly discouraged: readonly BadName[];
  readonly misnomers: readonly BadName[];
  readonly distinctFrom: readonly Id[];
  readonly description?: string | undefined;
  readonly sameAs: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly origin: Origin;
}

export const ENTITY_TYPES = [
  "person",
  "organization",
  "group",
  "country",
  "place",
  "facility",
  "boundary",
  "agreement",
  "document",
  "concept",
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export interface Entity extends Named {
  readonly kind: "entity";
  readonly type: EntityType;
  readonly weakAliases: readonly string[];
  readonly demonyms: readonly string[];
  readonly metonyms: readonly string[];
  readonly country: readonly Dated[];
  readonly memberOf: readonly Dated[];
  readonly partOf?: Id | undefined;
  readonly formerly?: Id | undefined;
  readonly exists?: TimeValue | undefined;
  readonly roles: readonly Role[];
}

export interface Event extends Named {
  readonly kind: "event";
  readonly date?: TimeValue | undefined;
  /** Dated steps of the one event, by name. */
  readonly stages: Readonly<Record<string, TimeValue>>;
  readonly place: readonly Id[];
  /** Role → entities; complete, unless the role is in `openRoles`. */
  readonly participants: Readonly<Record<string, readonly Id[]>>;
  readonly openRoles: readonly string[];
  readonly about: readonly Id[];
  readonly partOf?: Id | undefined;
  readonly follows: readonly Id[];
  /** A word of the vocabulary: "failed". */
  readonly outcome?: string | undefined;
}

export interface Claim {
  readonly kind: "claim";
  readonly id: Id;
  readonly subject: readonly Id[];
  readonly predicate: string;
  readonly object: readonly Id[];
  readonly holds: boolean;
  readonly during?: TimeValue | undefined;
  readonly date?: TimeValue | undefined;
  readonly status: "established" | "contested" | "alleged";
  readonly attributedTo: readonly Id[];
  readonly deniedBy: readonly Id[];
  readonly statement: string;
  readonly evidence: readonly Evidence[];
  readonly origin: Origin;
}

export interface Figure {
  readonly kind: "figure";
  readonly id: Id;
  readonly of: Id;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly value: number | readonly [number, number];
  readonly bound: "exact" | "about" | "atLeast" | "atMost";
  readonly unit: string;
  readonly asOf?: TimeValue | undefined;
  readonly evidence: readonly Evidence[];
  readonly origin: Origin;
}

/**
 * The words of an event type, a participant role, a predicate or an outcome, as given in a vocabulary, and its traits.
 * Verbs stand in the infinitive, with what belongs to them: "break off", "come into force". A trait that no vocabulary
 * speaks of is undefined.
 */
export interface EventTypeWords {
  /** Nouns and noun phrases, in the singular unless only a plural is used. */
  readonly terms: readonly string[];
  /** Verbs that tell the event by themselves: "withdraw". */
  readonly verbs: readonly string[];
  /** Verbs that say of it, as their object, that it took place: "reach" of an agreement. */
  readonly objectOf: readonly string[];
  /** Types whose words may be used of it too: a ceasefire may be called an agreement. */
  readonly alsoCalled: readonly string[];
  /** It takes its time: a single known date may be that of its end, and does not say when it began. */
  readonly lasting?: boolean | undefined;
  /** It begins by being announced. */
  readonly announced?: boolean | undefined;
  /** It comes again: a place or a thing can have several. */
  readonly recurring?: boolean | undefined;
  /** A single known date is that of its beginning, though it may have gone on. */
  readonly datedByStart?: boolean | undefined;
}
export interface RoleWords {
  /** Words that come before who fills the role: "brokered by". */
  readonly phrases: readonly string[];
  /** What who fills the role is called: "broker". */
  readonly titles: readonly string[];
  /** Verbs whose subject fills the role: "broker", "preside over". */
  readonly verbs: readonly string[];
  /** Whether who fills it does what happens; true unless said otherwise. */
  readonly acts?: boolean | undefined;
  /** Those who fill it act with each other: "the merger of A with B". */
  readonly mutual?: boolean | undefined;
  /** Its words may be said of whoever acts in any event: "carried out by". */
  readonly anyDeed?: boolean | undefined;
  /** Its verbs say that the event took place: "was chaired by A in May". */
  readonly makesItHappen?: boolean | undefined;
}
export interface PredicateWords {
  readonly verbs: readonly string[];
  /** With the preposition that leads to the object: "recognition of". */
  readonly nouns: readonly string[];
  readonly antonyms: readonly string[];
  readonly exclusive: "none" | "subject" | "object" | "both";
}
export interface OutcomeWords {
  /** Verbs whose subject is the event: "collapse". */
  readonly verbs: readonly string[];
  /** Verbs whose object is the event: "reject". */
  readonly objectOf: readonly string[];
  readonly adjectives: readonly string[];
  readonly nouns: readonly string[];
}
export interface Vocabulary {
  readonly eventTypes: Readonly<Record<string, EventTypeWords>>;
  readonly participantRoles: Readonly<Record<string, RoleWords>>;
  readonly predicates: Readonly<Record<string, PredicateWords>>;
  readonly outcomes: Readonly<Record<string, OutcomeWords>>;
}

export interface KnowledgeBaseInfo {
  readonly title: string;
  readonly description?: string | undefined;
  readonly language: string;
  readonly asOf?: TimeValue | undefined;
}

/** Everything that one or several knowledge bases say. Immutable; later ones win for an id that several have. */
export interface Knowledge {
  /** Changes whenever the content does; part of every memo key. */
  readonly version: string;
  readonly bases: readonly (KnowledgeBaseInfo & {
    /** The files that it consists of: an entry belongs to the base that has its `origin.file`. */
    readonly files: readonly string[];
    readonly counts: { entities: number; events: number; claims: number; figures: number };
  })[];
  readonly sources: ReadonlyMap<Id, Source>;
  /** The full texts of sources, as far as they are at hand. */
  readonly texts: ReadonlyMap<Id, string>;
  readonly entities: ReadonlyMap<Id, Entity>;
  readonly events: ReadonlyMap<Id, Event>;
  readonly claims: ReadonlyMap<Id, Claim>;
  readonly figures: ReadonlyMap<Id, Figure>;
  readonly vocabulary: Vocabulary;
}

export type Fact = Entity | Event | Claim | Figure;
