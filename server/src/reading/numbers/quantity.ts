import type { Span } from "../../text/span.ts";

/** How a number is said to lie to the thing counted. */
export type NumberBound =
  | "exact"
  /** "about", "some", "roughly", "or so". */
  | "about"
  /** "nearly", "just under": a little less. */
  | "nearly"
  /** "just over", "slightly more than": a little more. */
  | "justOver"
  /** "more than", "over". */
  | "moreThan"
  | "atLeast"
  /** "less than", "under". */
  | "lessThan"
  | "atMost";

/** What a number counts or measures. */
export interface Unit {
  readonly kind: "percent" | "point" | "currency" | "measure" | "noun" | "none";
  /** What amounts to one: "%", "dollar", "metre", "vote"; empty where nothing is said. */
  readonly base: string;
  /** Of a currency its ISO 4217 code, where the writer tells which of several dollars is meant. */
  readonly code?: string;
  /** How many of the base one of the written unit is: 1000 for "kilometres". */
  readonly factor: number;
}

/** How the number itself is written, so that another one can be written like it. */
export interface NumeralForm {
  readonly style: "digits" | "words";
  /** Digits behind the point. */
  readonly decimals: number;
  readonly group: "," | "lakh" | " " | "";
  /** What the scale behind it multiplies it by: 1,000,000 for "85 million" and "85m"; 1 where there is none. */
  readonly scale: number;
  /** How that scale is written: " million", "bn", or nothing. */
  readonly scaleText: string;
  /** "One hundred and five", as against "one hundred five". */
  readonly withAnd: boolean;
  readonly capital: boolean;
}

/** A number in prose with what belongs to it; tokens count in its sentence, spans in its block. */
export interface Quantity {
  /** First token, bound and currency mark and sign included, and one past the last, unit included. */
  readonly from: number;
  readonly to: number;
  /** In the written unit; of a range its low end. */
  readonly value: number;
  /** Of a range ("30 to 40") its high end. */
  readonly high?: number;
  /** What the last digit that counts stands for: 0.1 in "71.1", 1000 in "eight thousand", 10 in "150". */
  readonly step: number;
  readonly bound: NumberBound;
  /** The words of the bound, if any. */
  readonly boundSpan?: Span;
  /** Whether the bound's words stand before the number. */
  readonly boundLeads: boolean;
  readonly boundCapital: boolean;
  readonly unit: Unit;
  /** The digits or words of the number alone, without scale, sign, currency and unit. */
  readonly numeral: Span;
  /** The same with the scale ("1.2bn", "85 million"). */
  readonly scaled: Span;
  /** "three-decade": the number with the unit that hangs on it, as one adjective. */
  readonly compound?: Span;
  /** What hangs on it as written: "-decade". */
  readonly tail?: string;
  /** The token after number and scale, where the unit or the noun begins. */
  readonly afterNumber: number;
  readonly form: NumeralForm;
  /** "dozens", "thousands": only an order of magnitude. */
  readonly vague: boolean;
}
