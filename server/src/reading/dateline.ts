import type { Block, Draft } from "../text/draft.ts";
import type { Span } from "../text/span.ts";
import { HIDDEN } from "../text/tokens.ts";
import { complete } from "../time/infer-year.ts";
import type { DateExpression, TimeMention, TimeValue } from "../time/time.ts";
import { statedValue } from "../time/values.ts";
import type { Passage } from "./grammar/passage.ts";

/** The day on which a draft says that it was written, and where: in which of its parts. */
export interface Dateline {
  readonly date: TimeValue;
  readonly part: number;
  readonly span: Span;
}

/** Title, subtitle and byline may stand before the dateline, in a text without headings. */
const MOST_BEFORE = 4;
/** "KABUL, ", "Geneva/New York, ", "WASHINGTON, D.C., ": with a comma, or in capitals. */
const PLACE = /^(?:(?:\p{Lu}[\p{L}\p{M}.'’-]*(?:[ /]|, ?)){1,6}(?<=, ?)|(?:\p{Lu}{2,}[ /]){1,4})$/u;
/** "(Agency) –", "—", "--". */
const JOINT = /^\s*(?:[([][^()[\]]{1,40}[)\]]\s*)?(?:[—–]|--?\s)/u;

/** A block with its dates, sentence by sentence, the number of its part, and the date that {@link openingDate} gives of it. */
export interface Opened {
  readonly part: number;
  readonly block: Block;
  readonly dates: readonly (readonly DateExpression[])[];
  readonly opening: DateExpression | undefined;
}

/**
 * The dateline at the head of a text; none where several paragraphs have one, as in a chronology. Of the blocks no more are
 * taken than can matter, where `openings` says how many have a date to open with.
 */
export function datelineOf(blocks: Iterable<Opened>, openings: number): Dateline | undefined {
  return openings === 1 ? datelineAmong(head(blocks)) : undefined;
}

function head(blocks: Iterable<Opened>): Opened[] {
  const taken: Opened[] = [];
  let paragraphs = 0;
  for (const opened of blocks) {
    taken.push(opened);
    if (opened.block.kind === "heading") continue;
    if (opened.opening !== undefined || ++paragraphs > MOST_BEFORE) break;
  }
  return taken;
}

function datelineAmong(blocks: readonly Opened[]): Dateline | undefined {
  const first = blocks.findIndex(({ block }) => block.kind !== "heading");
  const only = blocks.find(({ block, opening }) => opening !== undefined && block.kind !== "heading");
  if (only?.opening === undefined || only.block.kind !== "paragraph") return undefined;
  const paragraphs = blocks
    .slice(first, blocks.indexOf(only))
    .filter(({ block }) => block.kind !== "heading");
  if (paragraphs.length > MOST_BEFORE) return undefined;
  const years = new Set(blocks.slice(0, first).flatMap(yearsIn));
  const [year] = years.size === 1 ? years : [];
  const dated =
    only.opening.stated.year === undefined && year !== undefined
      ? complete(only.opening, year, "heading").date
      : only.opening;
  const value = statedValue(dated);
  const { start, end } = only.opening.core;
  const at = only.block.span.start;
  return value?.precision === "day" && !value.range
    ? { date: value, part: only.part, span: { start: at + start, end: at + end } }
    : undefined;
}

/** Whether one of the first paragraphs has a date that could be a dateline's: so it is in every text with a dateline. */
export function opensAsDateline({ blocks }: Draft, times: readonly TimeMention[]): boolean {
  const first = blocks.filter(({ kind }) => kind !== "heading").slice(0, MOST_BEFORE + 1);
  return first.some((block) => {
    const { start, end } = block.span;
    return times.some(
      ({ core }) => core.start >= start && core.end <= end && JOINT.test(behind(block, core.end - start)),
    );
  });
}

/** The date with which a block opens as a dateline does. */
export function openingDate(block: Block, passages: readonly Passage[]): DateExpression | undefined {
  const date = passages[0]?.times[0]?.expression;
  if (date?.stated.day === undefined || block.quoted || block.cell !== undefined) return undefined;
  const before = block.prose.slice(0, date.core.start).replaceAll(HIDDEN, "");
  const isOne =
    before.length <= LONGEST_PLACE && PLACE.test(before) && JOINT.test(behind(block, date.core.end));
  return isOne ? date : undefined;
}

/** What follows behind a place of a block, as far as a joint may reach. */
function behind({ prose }: Block, at: number): string {
  return prose.slice(at, at + LONGEST_JOINT).replaceAll(HIDDEN, "");
}

const LONGEST_PLACE = 60;
const LONGEST_JOINT = 60;

/** The years that the headings before the text state. */
function yearsIn({ dates }: Opened): number[] {
  return dates.flat().flatMap(({ stated }) => stated.year ?? []);
}
