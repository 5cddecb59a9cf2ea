import type { Block } from "../text/draft.ts";
import { calendarDate } from "./calendar.ts";
import { inferYear, type Surroundings } from "./infer-year.ts";
import { applyOffset, nominalOffset } from "./offsets.ts";
import { relativeValue, weekdayValue } from "./relative-values.ts";
import type { DateExpression, InferredFrom, Offset, TimeExpression, TimeMention, TimeValue } from "./time.ts";
import { DAYS_IN } from "./units.ts";
import { statedValue } from "./values.ts";

/** The expressions of one block, sentence by sentence. */
export interface TimedBlock {
  readonly block: Pick<Block, "kind" | "level" | "cell">;
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
  if (own !== undefined) return { ...date, value: own };
  const { stated } = date;
  if (date.relative !== undefined) {
    const found = relativeValue(date, around);
    return found === undefined
      ? date
      : { ...date, value: found.value, inferred: { part: "anchor", from: found.from } };
  }
  if (stated.month !== undefined || stated.season !== undefined) {
    const next = dates[index + 1];
    const found = inferYear(date, next, around);
    const value = found && statedValue(found.date);
    return value === undefined ? date : { ...date, value, inferred: { part: "year", from: found!.from } };
  }
  if (stated.weekday === undefined) return date;
  const found = weekdayValue(stated.weekday, around);
  return found === undefined
    ? date
    : { ...date, value: found.value, inferred: { part: "anchor", from: found.from } };
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
    ...date,
    value: applyOffset(base.value, offset),
    nominal: nominalOffset(base.value, offset),
    inferred: { part: "anchor", from: base.from },
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

/** A date that hardly moves the story on: an aside, one end of something, a year counted from another, "today". */
function isWeak(mention: TimeMention, value: TimeValue): boolean {
  const coarse = DAYS_IN[value.precision] >= DAYS_IN.year;
  const counted = mention.offset !== undefined || mention.relative !== undefined;
  const writers = counted && mention.inferred?.from === "draft-date";
  return writers || mention.aside === true || (coarse && (mention.boundary !== undefined || counted));
}

/** What has been read so far, as far as it can complete a date. */
class Around implements Surroundings {
  previous: TimeValue | undefined;
  story: TimeValue | undefined;
  storyHere = false;
  storyInSection = false;
  headingYear: number | undefined;
  rowYear: number | undefined;
  columnYear: number | undefined;
  private readonly headings: (number | undefined)[] = [];
  private columns = new Map<number, number>();
  private table = -1;
  private row = -1;

  constructor(
    readonly draftDate: TimeValue | undefined,
    readonly narrative: boolean,
  ) {}

  enter(block: TimedBlock["block"]): void {
    const { cell } = block;
    if (cell === undefined || cell.row !== this.row || cell.table !== this.table) this.rowYear = undefined;
    if (cell !== undefined && cell.table !== this.table) this.columns = new Map();
    this.table = cell?.table ?? -1;
    this.row = cell?.row ?? -1;
    this.columnYear = cell === undefined ? undefined : this.columns.get(cell.column);
    this.storyHere = false;
    if (block.kind !== "heading") return;
    this.storyInSection = false;
    this.headings.length = Math.max(0, (block.level ?? 1) - 1);
    this.headingYear = this.headings.findLast((year) => year !== undefined);
  }

  remember(mention: TimeMention, block: TimedBlock["block"]): void {
    const value = mention.nominal ?? mention.value;
    const year = mention.stated.year;
    const single = mention.statedEnd === undefined || mention.statedEnd.year === year ? year : undefined;
    if (block.kind === "heading" && single !== undefined) {
      this.headings[(block.level ?? 1) - 1] = single;
      this.headingYear = single;
    }
    if (block.cell !== undefined && single !== undefined) {
      if (block.cell.row === 0) this.columns.set(block.cell.column, single);
      else if (block.cell.column === 0) this.rowYear = single;
    }
    if (value === undefined || value.precision === "decade" || value.precision === "century") return;
    if (!Number.isFinite(value.start)) return;
    this.previous = value;
    if (this.storyHere && isWeak(mention, value)) return;
    this.story = value;
    this.storyHere = true;
    this.storyInSection = true;
  }
}
