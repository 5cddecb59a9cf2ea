import type { FarSpan, Span } from "../text/span.ts";

/** Days since 1970-01-01 in the proleptic Gregorian calendar; ±Infinity at an open end. */
export type Day = number;

/** From the finest to the coarsest. */
export type Precision =
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "season"
  | "half"
  | "year"
  | "decade"
  | "century";

/**
 * A stretch of days, both ends included. A class of its own, for V8 keeps numbers alike wherever objects are written alike:
 * one open end, which is infinite, and all places in texts would be kept as doubles, at three times the memory.
 */
export class Interval {
  readonly start: Day;
  readonly end: Day;

  constructor(start: Day, end: Day) {
    this.start = start;
    this.end = end;
  }
}

/** A date, exact or not, as a stretch of days within which it lies. */
export interface TimeValue extends Interval {
  /** EDTF (ISO 8601-2), level 1, with level 2 only where level 1 has no form: "2025-10-19", "2021-22", "1998-06/1999-09". */
  readonly edtf: string;
  readonly precision: Precision;
  /** EDTF's `~`, or a word such as "about": a margin of one unit of the precision is added on either side. */
  readonly approximate: boolean;
  /** In days, of an approximate interval whose ends are not alike: "2021~/2024-05-03" has one at its start only. */
  readonly margins?: Interval;
  /** Two ends were given ("16–18 September"), rather than one date of this precision. */
  readonly range: boolean;
}

/** What a date expression itself says, before anything is inferred. Months 1 to 12, weekdays 1 (Monday) to 7. */
export interface StatedParts {
  /** Astronomical: 0 is 1 BC. */
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  /** ISO 8601-2 parts of a year: 21 spring, 22 summer, 23 autumn, 24 winter; 29–32 the southern ones; 33–36 quarters; 40, 41 halves. */
  readonly season?: number;
  /** "the 1990s", "the 19th century": the first and the last year of them. */
  readonly years?: { readonly first: number; readonly last: number };
}

export type Unit = "day" | "week" | "month" | "quarter" | "season" | "year" | "decade" | "century";

/** "about", "some": one unit of margin; "more than" opens the far side, "less than" the near one. */
export type Bound = "exact" | "about" | "atLeast" | "atMost";

/** "six days after", "about a month earlier", "three weeks later": a distance from something. */
export interface Offset {
  readonly unit: Unit;
  readonly amount: number;
  /** 1 later, -1 earlier. */
  readonly direction: 1 | -1;
  readonly bound: Bound;
  /** What it is counted from: `phrase` is a noun phrase that follows ("after the Doha ceasefire"). */
  readonly from: "draft" | "previous" | "phrase";
  /** Where that noun phrase begins, where `from` is `phrase`. */
  readonly anchorStart?: number;
}

/**
 * "last month", "this May", "last Thursday", "that autumn", "the same year", "the 19th of that month": one of the
 * calendar's units (or, where `unit` is absent, the next one with the stated name), found from something else.
 */
export interface Relative {
  readonly unit?: Unit | "weekend";
  /** -1 the one before, 0 the one that holds it, 1 the one after. */
  readonly shift: -1 | 0 | 1;
  readonly from: "draft" | "previous";
  /** "the past three years", "over the next two months": so many units up to that day, or from it. */
  readonly count?: number;
}

/** "the first Tuesday of November", "the last day of May", "the first nine months of 2023": a part of the stated unit. */
export interface Part {
  /** 1 the first; -1 the last. */
  readonly order: number;
  readonly unit: "day" | "week" | "month";
  /** How many of them; they are the first ones or the last. */
  readonly count: number;
  /** Days of this weekday only, 1 to 7. */
  readonly weekday?: number;
}

/** "the week of 6 October", "the week beginning …", "the week ending …": which day of the week is stated. */
export type WeekDay = "any" | "first" | "last";

/** Which part of the stated unit is meant: "early May", "the end of 2024". */
export type Modifier = "early" | "mid" | "late";

/** "since", "until", "before", "by": the date is one end of something, none at which it happened. */
export type Boundary = "since" | "until" | "before" | "after" | "by";

/** A date expression as its sentence states it, nothing inferred: TIMEX3's DATE. */
export interface DateExpression {
  readonly kind: "date";
  /** With its article, weekday, modifier and boundary word, without "in" or "on". */
  readonly span: Span;
  /** What a fix replaces: from its first to its last part (weekday, day, month, season, year), without "about" or "early". */
  readonly core: Span;
  /** The core as tokens: one space where there was any, no markup. */
  readonly text: string;
  readonly stated: StatedParts;
  /** "05/06/2024", which states nothing by itself: with the day first, and with the month first. */
  readonly either?: readonly [StatedParts, StatedParts];
  /** The other end of a range as stated; what one end leaves out, the other one says. */
  readonly statedEnd?: StatedParts;
  /** Where the weekday stands, if one is given beside the date. */
  readonly weekday?: Span;
  readonly modifier?: Modifier;
  readonly part?: Part;
  /** The week is meant that this day lies in. */
  readonly week?: WeekDay;
  /** "about", "around", "circa". */
  readonly approximate?: boolean;
  readonly boundary?: Boundary;
  /** It does not say when the sentence plays: in brackets, before a noun ("the 2003 invasion"), a mere year inside it. */
  readonly aside?: true;
  /** Its clause speaks of what is over, or still to come ("will meet on Friday"); of dates without a year. */
  readonly tense?: "past" | "future";
  /** "from" or "between" stands before it, and asks for two dates. */
  readonly paired?: true;
  /** Present for expressions that count from something else. */
  readonly offset?: Offset;
  readonly relative?: Relative;
  /** It is impossible as it stands (31 September, a range that runs backwards). */
  readonly problem?: string;
}

/** "for two decades", "a three-year occupation": a length of time, never a date. */
export interface DurationExpression {
  readonly kind: "duration";
  readonly span: Span;
  readonly unit: Unit;
  /** Undefined for "several" and "a few". */
  readonly amount?: number;
  readonly bound: Bound;
}

export type TimeExpression = DateExpression | DurationExpression;

/** Where an inferred part came from; `range` is a date right beside it in its sentence, `event` a known event's date. */
export type InferredFrom = "draft-date" | "previous-date" | "heading" | "range" | "table" | "event";

/** The year or anchor that the text did not give, and where it was taken from. */
export interface Inferred {
  readonly part: "year" | "anchor";
  readonly from: InferredFrom;
  /** The words of the draft that it was taken from; absent for a day of writing that no prose gives. */
  readonly origin?: FarSpan;
  /** Of `event`: its id. */
  readonly event?: string;
}

/** A date expression found in a draft, with what could be inferred kept apart from what it states. */
export interface TimeMention extends DateExpression {
  /** Undefined while nothing can be said (no year and none to infer, an anchor not yet resolved). */
  readonly value?: TimeValue;
  /** Of an offset: the date or unit that it comes out at if taken to the letter; `value` holds it with its slack. */
  readonly nominal?: TimeValue;
  readonly inferred?: Inferred;
}

export type Answer = "yes" | "no" | "unknown";
