import type { BadName, Id } from "../knowledge-base/knowledge.ts";
import type { Draft } from "../text/draft.ts";
import type { Span } from "../text/span.ts";
import type { Day, TimeMention, TimeValue } from "../time/time.ts";
import type { Account } from "./accounts/account.ts";
import type { AcronymUse } from "./acronyms/uses.ts";
import type { Aspect } from "./english/occurrence.ts";

/** By which of its names an actor or event is mentioned. */
export type NameForm =
  | "name"
  | "alias"
  | "weakAlias"
  | "abbreviation"
  | "demonym"
  | "metonym"
  | "discouraged"
  | "misnomer"
  /** Close to a name, and no other name or word: a misspelling. */
  | "near";

/** An actor, place or document named in the draft. */
export interface EntityMention {
  readonly kind: "entity";
  readonly span: Span;
  /** All entities that this form can stand for; mostly one. */
  readonly ids: readonly Id[];
  readonly form: NameForm;
  /** In somebody else's words. */
  readonly quoted?: true;
  /** For `near` and `misnomer`: what should stand there. */
  readonly rightName?: string;
}

/** A name that the house discourages, where the draft uses it as its own, at a time for which that holds. */
export interface DiscouragedUse {
  readonly span: Span;
  /** The actor or the event. */
  readonly id: Id;
  readonly bad: BadName;
}

/** What ties a mention to an event (design.md, invariant 2). */
export type Anchor = "name" | "kind" | "place" | "participant" | "date" | "about" | "earlier";

/** A known event spoken of in the draft: by name, or by kind with something else that fits. */
export interface EventMention {
  readonly kind: "event";
  readonly span: Span;
  readonly id: Id;
  readonly anchors: readonly Anchor[];
}

export type Mention = EntityMention | EventMention | TimeMention;

/** FEVER's labels: the knowledge base agrees, disagrees, or is silent. */
export type Verdict = "supported" | "contradicted" | "unverified";

interface Judged {
  /** The words that say it: what a finding marks and a fix replaces. */
  readonly span: Span;
  readonly verdict: Verdict;
}

export interface EventDateStatement extends Judged {
  readonly kind: "event-date";
  readonly event: Id;
  readonly eventSpan: Span;
  readonly time: TimeMention;
  /** What the verb says of the date, where that is not the event as a whole: that it began then, was announced. */
  readonly aspect?: Aspect;
  /** The date, or the stage, that the knowledge base holds against it. */
  readonly known?: TimeValue;
  /** The date that stands beside a count from the event ("26 March, two days after the election") and does not fit it. */
  readonly beside?: TimeMention;
}

export interface EventPlaceStatement extends Judged {
  readonly kind: "event-place";
  readonly event: Id;
  readonly eventSpan: Span;
  readonly place: Id | undefined;
  /** Where `span` is a whole clause ("where the conference met"): the place's own words, which no fix can replace. */
  readonly placeSpan?: Span;
  /** Where it was instead: the known places that the draft has not named beside the wrong one. */
  readonly instead: readonly Id[];
}

export interface EventParticipantStatement extends Judged {
  readonly kind: "event-participant";
  readonly event: Id;
  readonly eventSpan: Span;
  readonly role: string;
  readonly participant: Id;
  /** Who could stand there instead: members of the role that the draft has not named beside it. */
  readonly instead: readonly Id[];
}

export interface OfficeStatement extends Judged {
  readonly kind: "office";
  readonly person: Id;
  readonly personSpan: Span;
  /** The office as written, without article and owner ("foreign minister"). */
  readonly title: string;
  readonly of?: Id;
  /** The day for which it is said; undefined: some time. */
  readonly at?: TimeValue;
  /** Which words `span` marks, where it is contradicted. */
  readonly wrong?: "title" | "owner" | "person" | "status" | "time";
  /** What to write instead of `span`, best first, in the draft's own form. */
  readonly instead: readonly string[];
}

/** A number given for something of which the number is known. */
export interface FigureStatement extends Judged {
  readonly kind: "figure";
  readonly figure: Id;
  /** What to write instead of `span`, best first, in the draft's own form. */
  readonly instead: readonly string[];
}

/** What the draft says an acronym stands for. */
export interface AcronymStatement extends Judged {
  readonly kind: "acronym";
  /** Without dots. */
  readonly short: string;
  readonly shortSpan: Span;
  readonly longSpan: Span;
  /** Whose acronym it is, or should be. */
  readonly entity?: Id;
  /** Which of the two is wrong, where it is contradicted. */
  readonly wrong?: "short" | "long";
  /** What to write instead of `span`, best first. */
  readonly instead: readonly string[];
}

/** That one event came before, or after, another. */
export interface EventOrderStatement extends Judged {
  readonly kind: "event-order";
  readonly event: Id;
  readonly eventSpan: Span;
  readonly order: "before" | "after";
  readonly other: Id;
  readonly otherSpan: Span;
  /** What to write instead of `span`, best first. */
  readonly instead: readonly string[];
}

/** Somebody given to a country, or to an organization. */
export interface AffiliationStatement extends Judged {
  readonly kind: "affiliation";
  readonly actor: Id;
  readonly actorSpan: Span;
  readonly body: Id;
  /** What to write instead of `span`, best first, in the draft's own form. */
  readonly instead: readonly string[];
}

/** One actor named where only another, with which it is easily confused, fits. */
export interface ConfusionStatement extends Judged {
  readonly kind: "confusion";
  readonly actor: Id;
  readonly meant: Id;
  /** What shows it. */
  readonly signSpan: Span;
  readonly facts: readonly Id[];
  readonly instead: readonly string[];
}

/** How an event ended. */
export interface EventOutcomeStatement extends Judged {
  readonly kind: "event-outcome";
  readonly event: Id;
  readonly eventSpan: Span;
  /** A word of the vocabulary: "failed". */
  readonly outcome: string;
  /** What to write instead of `span`, best first. */
  readonly instead: readonly string[];
}

/** A name that is put together from those of two events, or from one and the date of the other. */
export interface EventNameStatement extends Judged {
  readonly kind: "event-name";
  /** The event that the date and the kind tell. */
  readonly event: Id;
  readonly eventSpan: Span;
  /** The event whose name, place or kind stands in it. */
  readonly other: Id;
  /** What to write instead of `span`, best first. */
  readonly instead: readonly string[];
}

/** That something holds between actors, or does not. */
export interface ClaimStatement extends Judged {
  readonly kind: "claim";
  /** The claim that the draft agrees with, or denies. */
  readonly claim: Id;
  /** What to write instead of `span`, best first. */
  readonly instead: readonly string[];
}

/** Words in quotation marks that are, or nearly are, those of a source. */
export interface QuotationStatement extends Judged {
  readonly kind: "quotation";
  readonly source: Id;
  /** The source's words for the whole of it. */
  readonly words: string;
  /** What `span` marks, where it is contradicted: the words that differ, or who is said to speak them. */
  readonly wrong?: "words" | "speaker";
  /** What should stand in place of `span`; nothing, where it is too much. */
  readonly instead?: string;
}

/** A contested or alleged claim that the draft tells. */
export interface AttributionStatement extends Judged {
  readonly kind: "attribution";
  readonly claim: Id;
  /** Contradicted: it is told plainly, told to be certain, or given to somebody who does not make it. */
  readonly wrong?: "plain" | "certain" | "mouth";
  /** What to write instead of `span`, best first. */
  readonly instead: readonly string[];
}

/** What is said of a known actor, with a date or as the actor's claim, and no fact speaks of. */
export interface UncoveredStatement extends Judged {
  readonly kind: "uncovered";
  readonly about: Id;
  readonly how: "dated" | "attributed";
}

/** A weekday given to a date. */
export interface WeekdayStatement extends Judged {
  readonly kind: "weekday";
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  readonly time: TimeMention;
  /** The day that the date means. */
  readonly day: Day;
}

/** A date that the calendar does not have, or a range that runs backwards. */
export interface CalendarStatement extends Judged {
  readonly kind: "calendar";
  /** Absent for a mere range of years, and for a day beyond all months ("32 March"). */
  readonly time?: TimeMention;
}

export type Statement =
  | AcronymStatement
  | AffiliationStatement
  | ConfusionStatement
  | FigureStatement
  | AttributionStatement
  | UncoveredStatement
  | QuotationStatement
  | EventDateStatement
  | EventPlaceStatement
  | EventParticipantStatement
  | OfficeStatement
  | EventOrderStatement
  | EventOutcomeStatement
  | EventNameStatement
  | ClaimStatement
  | WeekdayStatement
  | CalendarStatement;

/** What a draft says about what is known. Mentions and statements in the order of the text. */
export interface Reading {
  readonly draft: Draft;
  readonly entities: readonly EntityMention[];
  readonly events: readonly EventMention[];
  readonly times: readonly TimeMention[];
  readonly statements: readonly Statement[];
  readonly discouraged: readonly DiscouragedUse[];
  /** What it tells of things that the knowledge base does not have, as far as it is surely the same thing each time. */
  readonly accounts: readonly Account[];
  /** Where there are acronyms, whoever has them. */
  readonly acronyms: readonly AcronymUse[];
}
