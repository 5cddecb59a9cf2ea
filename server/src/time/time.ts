import type { Span } from "../text/span.ts";

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

/** A stretch of days, both ends included. */
export interface Interval {
  readonly start: Day;
  readonly end: Day;
}

/** A date, exact or not, as a stretch of days within which it lies. */
export interface TimeValue extends Interval {
  /** EDTF (ISO 8601-2), level 1, with level 2 only where level 1 has no form: "2025-10-19", "2021-22", "1998-06/1999-09". */
  readonly edtf: string;
  readonly precision: Precision;
  /** EDTF's `~`, or a word such as "about": a margin of one unit of the precision is added on either side. */
  readonly approximate: boolean;
  /** Two ends were given ("16–18 September"), rather than one date of this precision. */
  readonly range: boolean;
}

/** What a date expression itself says, before anything is inferred. Months 1 to 12, weekdays 1 (Monday) to 7. */
export interface StatedParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  /** ISO 8601-2 sub-year groupings: 21 spring, 22 summer, 23 autumn, 24 winter; 33–36 quarters; 40, 41 halves. */
  readonly season?: number;
}

export type Unit = "day" | "week" | "month" | "season" | "year" | "decade" | "century";

/** "six days after", "about a month earlier", "three weeks later": a distance from something. */
export interface Offset {
  readonly unit: Unit;
  readonly amount: number;
  /** 1 later, -1 earlier. */
  readonly direction: 1 | -1;
  /** "about", "some", "nearly": one unit of margin; "more than" opens the far side, "less than" the near one. */
  readonly bound: "exact" | "about" | "atLeast" | "atMost";
  /** What it is counted from: `phrase` is a noun phrase that follows ("after the Doha ceasefire"). */
  readonly from: "draft" | "previous" | "phrase";
  /** Where that noun phrase begins, where `from` is `phrase`. */
  readonly anchorStart?: number;
}

/** Where an inferred part came from. */
export type InferredFrom = "draft-date" | "previous-date" | "heading" | "range" | "table";

/** A date expression found in a draft: TIMEX3's DATE, with the stated kept apart from the inferred. */
export interface TimeMention {
  readonly kind: "date";
  readonly span: Span;
  /** The expression without its preposition or its weekday: what a fix replaces. */
  readonly core: Span;
  readonly text: string;
  readonly stated: StatedParts;
  /** Both ends of a range as stated. */
  readonly statedEnd?: StatedParts;
  /** Present for expressions that count from something else. */
  readonly offset?: Offset;
  /** Undefined while nothing can be said (no year and none to infer, an anchor not yet resolved). */
  readonly value?: TimeValue;
  /** The year or anchor that the text did not give, and where it was taken from. */
  readonly inferred?: { readonly part: "year" | "anchor"; readonly from: InferredFrom };
  /** "since", "until", "before", "by": the value is one end of something, no date at which it happened. */
  readonly boundary?: "since" | "until" | "before" | "after" | "by";
  /** It is impossible as it stands (31 September, a range that runs backwards). */
  readonly problem?: string;
}

export type Answer = "yes" | "no" | "unknown";
