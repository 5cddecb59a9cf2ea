import type { Id } from "../knowledge-base/knowledge.ts";
import type { Draft } from "../text/draft.ts";
import type { Span } from "../text/span.ts";
import type { Day, TimeMention, TimeValue } from "../time/time.ts";
import type { Account } from "./accounts/account.ts";
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
  /** For `near` and `misnomer`: what should stand there. */
  readonly rightName?: string;
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
}

export interface EventPlaceStatement extends Judged {
  readonly kind: "event-place";
  readonly event: Id;
  readonly eventSpan: Span;
  readonly place: Id | undefined;
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
  readonly wrong?: "title" | "owner" | "person" | "status";
  /** What to write instead of `span`, best first, in the draft's own form. */
  readonly instead: readonly string[];
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
  | EventDateStatement
  | EventPlaceStatement
  | EventParticipantStatement
  | OfficeStatement
  | WeekdayStatement
  | CalendarStatement;

/** What a draft says about what is known. Mentions and statements in the order of the text. */
export interface Reading {
  readonly draft: Draft;
  readonly entities: readonly EntityMention[];
  readonly events: readonly EventMention[];
  readonly times: readonly TimeMention[];
  readonly statements: readonly Statement[];
  /** What it tells of things that the knowledge base does not have, as far as it is surely the same thing each time. */
  readonly accounts: readonly Account[];
}
