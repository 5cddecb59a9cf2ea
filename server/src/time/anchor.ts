import type { Span } from "../text/span.ts";
import { Around, type Place } from "./around.ts";
import { calendarDate } from "./calendar.ts";
import { captionYears } from "./captions.ts";
import { inferYear, type Surroundings } from "./infer-year.ts";
import { type NumericOrder, numericOrder, settled } from "./numeric-order.ts";
import { applyOffset, nominalOffset } from "./offsets.ts";
import { withOrigin } from "./origin.ts";
import { weekdayValue } from "./relative-days.ts";
import { ownTime, relativeValue } from "./relative-values.ts";
import type { DateExpression, InferredFrom, Offset, TimeExpression, TimeMention, TimeValue } from "./time.ts";
import { statedValue } from "./values.ts";

/** The expressions of one block, sentence by sentence. */
export interface TimedBlock {
  readonly block: Place;
  readonly sentences: readonly (readonly TimeExpression[])[];
}

export interface AnchorContext {
  /** The day on which the draft was written, if it says so. */
  readonly draftDate?: TimeValue;
  /** The text is known to be news of that day: "the following week", before any date, is counted from it. */
  readonly news?: boolean;
  /** The words that say so, if they are prose (a dateline). */
  readonly draftDateAt?: Span;
}

/**
 * Gives the dates of a draft, in the order of its text, what they leave out: the year from their neighbours, the
 * day from which "six days later" counts. One pass; durations are passed over. An offset from a phrase keeps its
 * value open unless the phrase is itself a date.
 */
export function anchorTimes(blocks: readonly TimedBlock[], context: AnchorContext): TimeMention[] {
  const narrative = isNarrative(yearsStated(blocks), context.draftDate);
  return anchorIn(blocks, new Around(context, narrative, captionYears(blocks)), numericOrder(blocks));
}

/** The same for a part of a draft: `around` has what is known of the rest, and is told what this part adds. */
export function anchorIn(
  blocks: readonly TimedBlock[],
  around: Around,
  order: NumericOrder | undefined,
): TimeMention[] {
  const mentions: TimeMention[] = [];
  for (const { block, sentences } of blocks) {
    around.enter(block);
    for (const sentence of sentences) {
      const dates = datesOf(sentence, order);
      for (let i = 0; i < dates.length; i++) {
        const mention = withOrigin(anchor(dates, i, around), dates, i, around);
        mentions.push(mention);
        around.remember(mention, block);
      }
    }
  }
  return mentions;
}

function datesOf(sentence: readonly TimeExpression[], order: NumericOrder | undefined): DateExpression[] {
  const dates: DateExpression[] = [];
  for (const expression of sentence) {
    const date = expression.kind === "date" ? settled(expression, order) : undefined;
    if (date !== undefined) dates.push(date);
  }
  return dates;
}

/** How often each year is stated. */
export type YearCounts = ReadonlyMap<number, number>;

/** Whether the years that a draft states lie mostly away from its own: then it tells of another time. */
export function isNarrative(years: YearCounts, draftDate: TimeValue | undefined): boolean {
  if (draftDate === undefined || !Number.isFinite(draftDate.end)) return true;
  const { year } = calendarDate(draftDate.end);
  let near = 0;
  let away = 0;
  for (const [stated, times] of years)
    if (Math.abs(stated - year) <= 1) near += times;
    else away += times;
  return away > near;
}

function yearsStated(blocks: readonly TimedBlock[]): YearCounts {
  const years = new Map<number, number>();
  for (const { sentences } of blocks)
    for (const sentence of sentences)
      for (const expression of sentence) {
        const year = expression.kind === "date" ? expression.stated.year : undefined;
        if (year !== undefined) years.set(year, (years.get(year) ?? 0) + 1);
      }
  return years;
}

function anchor(dates: readonly DateExpression[], index: number, around: Around): TimeMention {
  const date = dates[index]!;
  if (date.offset !== undefined) return anchorOffset(dates, index, around);
  const own = statedValue(date);
  if (own !== undefined) return { value: own, ...date };
  const { stated } = date;
  if (date.relative !== undefined) {
    const found = relativeValue(date, around);
    return found === undefined
      ? date
      : { value: found.value, inferred: { part: "anchor", from: found.from }, ...date };
  }
  // A year that is stated and has no such day ("29 February 2023") is no other year.
  if (stated.year !== undefined) return date;
  if (stated.month !== undefined || stated.season !== undefined) {
    const found = inferYear(date, dates.slice(index + 1, index + LONGEST_LIST), around);
    const value = found && statedValue(found.date);
    return value === undefined ? date : { value, inferred: { part: "year", from: found!.from }, ...date };
  }
  if (stated.weekday === undefined) return date;
  const found = weekdayValue(date, around);
  return found === undefined
    ? date
    : { value: found.value, inferred: { part: "anchor", from: found.from }, ...date };
}

const LONGEST_LIST = 9;

function anchorOffset(dates: readonly DateExpression[], index: number, around: Around): TimeMention {
  const date = dates[index]!;
  const offset = date.offset!;
  const base =
    offset.from === "phrase"
      ? phraseDate(dates, index, around)
      : (dateBefore(dates, index, offset) ?? baseOf(offset.from, around));
  if (base === undefined) return date;
  return {
    value: applyOffset(base.value, offset),
    nominal: nominalOffset(base.value, offset),
    inferred: { part: "anchor", from: base.from },
    ...date,
  };
}

interface Base {
  readonly value: TimeValue;
  readonly from: InferredFrom;
}

function baseOf(from: "draft" | "previous", around: Surroundings): Base | undefined {
  const { draftDate, previous } = around;
  if (from === "draft") return draftDate && { value: draftDate, from: "draft-date" };
  return previous === undefined ? ownTime(around) : { value: previous, from: "previous-date" };
}

/** A day that the same sentence states right before: "on 28 July 2005, and three weeks later". */
function dateBefore(dates: readonly DateExpression[], index: number, { from }: Offset): Base | undefined {
  const before = from === "previous" ? dates[index - 1] : undefined;
  if (before === undefined || before.boundary !== undefined) return undefined;
  const value = statedValue(before);
  return value?.precision === "day" ? { value, from: "range" } : undefined;
}

/** The date that follows right after "three days after" (an article may stand between). */
function phraseDate(dates: readonly DateExpression[], index: number, around: Around): Base | undefined {
  const next = dates[index + 1];
  const distance = next === undefined ? -1 : next.span.start - dates[index]!.offset!.anchorStart!;
  if (distance < 0 || distance > 4) return undefined;
  const { value } = anchor(dates, index + 1, around);
  return value && { value, from: "range" };
}
