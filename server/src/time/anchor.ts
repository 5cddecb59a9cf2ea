import { Around, type Place } from "./around.ts";
import { calendarDate } from "./calendar.ts";
import { inferYear, type Surroundings } from "./infer-year.ts";
import { applyOffset, nominalOffset } from "./offsets.ts";
import { relativeValue, weekdayValue } from "./relative-values.ts";
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
}

/**
 * Gives the dates of a draft, in the order of its text, what they leave out: the year from their neighbours, the
 * day from which "six days later" counts. One pass; durations are passed over. An offset from a phrase keeps its
 * value open unless the phrase is itself a date.
 */
export function anchorTimes(blocks: readonly TimedBlock[], context: AnchorContext): TimeMention[] {
  const mentions: TimeMention[] = [];
  const around = new Around(context.draftDate, isNarrative(blocks, context));
  for (const { block, sentences } of blocks) {
    around.enter(block);
    for (const sentence of sentences) {
      const dates = sentence.filter((expression) => expression.kind === "date");
      for (let i = 0; i < dates.length; i++) {
        const mention = anchor(dates, i, around);
        mentions.push(mention);
        around.remember(mention, block);
      }
    }
  }
  return mentions;
}

/** Whether the years that a draft states lie mostly away from its own: then it tells of another time. */
function isNarrative(blocks: readonly TimedBlock[], { draftDate }: AnchorContext): boolean {
  if (draftDate === undefined || !Number.isFinite(draftDate.end)) return true;
  const year = calendarDate(draftDate.end).year;
  let near = 0;
  let away = 0;
  for (const { sentences } of blocks) {
    for (const sentence of sentences) {
      for (const expression of sentence) {
        if (expression.kind !== "date" || expression.stated.year === undefined) continue;
        if (Math.abs(expression.stated.year - year) <= 1) near++;
        else away++;
      }
    }
  }
  return away > near;
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
  if (stated.month !== undefined || stated.season !== undefined) {
    const next = dates[index + 1];
    const found = inferYear(date, next, around);
    const value = found && statedValue(found.date);
    return value === undefined ? date : { value, inferred: { part: "year", from: found!.from }, ...date };
  }
  if (stated.weekday === undefined) return date;
  const found = weekdayValue(stated.weekday, around);
  return found === undefined
    ? date
    : { value: found.value, inferred: { part: "anchor", from: found.from }, ...date };
}

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

function baseOf(from: "draft" | "previous", { draftDate, previous }: Surroundings): Base | undefined {
  if (from === "draft") return draftDate && { value: draftDate, from: "draft-date" };
  return previous && { value: previous, from: "previous-date" };
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
