import type { Part, Relative, StatedParts } from "../time.ts";

/** One date as its tokens give it: `first` to `next` (exclusive) are indices of tokens. */
export interface Point {
  readonly first: number;
  readonly next: number;
  readonly parts: StatedParts;
  readonly weekdayAt?: number;
  /** The American order, after which bare days may follow ("October 18–19"). */
  readonly monthFirst?: boolean;
  /** A day of the month alone, which needs a neighbour that gives its month. */
  readonly dayOnly?: boolean;
  /** A word alone ("May", "the spring") that is a date only where the words before it say so. */
  readonly bare?: boolean;
  /** A number alone that is a year only where its neighbours say so. */
  readonly bareYear?: boolean;
  /** The token after words that belong to the date but are not replaced with it ("of that month"). */
  readonly tail?: number;
  readonly relative?: Relative;
  /** Digits that the text elsewhere may settle: day first, month first. */
  readonly either?: readonly [StatedParts, StatedParts];
  readonly part?: Part;
  /** Where what a fix replaces begins, after words that only say which part of it is meant. */
  readonly core?: number;
}
