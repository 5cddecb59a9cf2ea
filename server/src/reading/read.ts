import type { Id, Knowledge } from "../knowledge-base/knowledge.ts";
import type { Block, Draft } from "../text/draft.ts";
import { copied } from "../text/masker.ts";
import { byStart, type Span, slice } from "../text/span.ts";
import { anchorTimes, type TimedBlock } from "../time/anchor.ts";
import { parseEdtf } from "../time/edtf.ts";
import type { DateExpression, TimeMention, TimeValue } from "../time/time.ts";
import { datelineOf, type Opened, openingDate } from "./dateline.ts";
import type { CellPassage } from "./events/tables.ts";
import { type Passage, passagesOf } from "./grammar/passage.ts";
import { type Asked, answersAlike, BlockMemory } from "./memory/block-memory.ts";
import { DraftMemory } from "./memory/draft-memory.ts";
import type { Left } from "./memory/notes.ts";
import { misspelt } from "./names/misspelt.ts";
import { earlierParts, type Part, partsOf } from "./parts.ts";
import { placed } from "./placed.ts";
import { type PartRead, PartReader } from "./reader.ts";
import type { Reading } from "./reading.ts";
import type { Trace } from "./trace.ts";

/** What the words of a part say by themselves, for each block. */
interface Words {
  readonly passages: readonly (readonly Passage[])[];
  /** Sentence by sentence; nothing for a block without dates. */
  readonly dates: readonly (readonly (readonly DateExpression[])[])[];
  readonly openings: readonly (DateExpression | undefined)[];
}

/** A part with its sentences taken apart, and the part of the earlier draft that says the same. */
interface Parsed extends Part {
  readonly words: Words;
  readonly earlier: ReadPart | undefined;
}

/** A part as it was read, and all that this depended on besides its words. */
interface ReadPart extends Part {
  readonly words: Words;
  /** Its dates before it was read, in the draft. */
  readonly times: readonly TimeMention[];
  readonly asked: readonly Asked[];
  readonly left: Left;
  /** Placed in the draft. */
  readonly found: PartRead;
}

/** What a reading was made of, for the one after the next keystroke. */
interface Making {
  readonly parts: readonly ReadPart[];
  readonly knowledge: Knowledge;
  readonly written: string | undefined;
  /** How many parts were read for it, and not taken over. */
  readonly readAnew: number;
}

const makings = new WeakMap<Reading, Making>();

/** What a reading took: its parts, paragraphs and tables, and how many of them had to be read for it. */
export function effortOf(reading: Reading): { readonly parts: number; readonly readAnew: number } {
  const { parts, readAnew } = makings.get(reading) ?? { parts: [], readAnew: 0 };
  return { parts: parts.length, readAnew };
}

/**
 * Reads a draft against knowledge: what it names, when, and what it says of it. First each part by itself, a paragraph or
 * a table; then one pass over all of them for what crosses paragraphs: years, "the truce", "the commission".
 * `earlier` is a reading of an older version of the draft: a part whose words are the same, and its dates, and whatever it
 * asked of the text before it, is not read again. What comes out is the same as without.
 * A `trace` takes down what was made of each mention, and which gate silenced it, for whoever wants it explained.
 * Yields between paragraphs, so that the driver can stop or let others go first.
 */
export function* read(
  draft: Draft,
  knowledge: Knowledge,
  { earlier, trace }: { readonly earlier?: Reading | undefined; readonly trace?: Trace | undefined } = {},
): Generator<undefined, Reading, undefined> {
  const written = draft.frontMatter.date;
  const known = earlier && trace === undefined ? makings.get(earlier) : undefined;
  const usable = known?.knowledge === knowledge && known.written === written ? known.parts : [];
  const parsed = yield* parse(draft, knowledge, usable);
  const times = timesByPart(parsed, anchored(draft, parsed));
  const memory = new DraftMemory(knowledge);
  const parts: ReadPart[] = [];
  let readAnew = 0;
  for (const [i, part] of parsed.entries()) {
    memory.open(part.span.start);
    const same = part.earlier;
    const isKnown =
      same !== undefined &&
      areSame(times[i]!, part.span.start, same.times, same.span.start) &&
      answersAlike(memory, same.asked);
    const done = isKnown
      ? again(part, same, times[i]!)
      : readPart(part, times[i]!, memory, { written, knowledge, trace });
    if (!isKnown) readAnew++;
    memory.take(done.left);
    parts.push(done);
    yield;
  }
  const reading = readingOf(draft, parts, memory.named, knowledge);
  makings.set(reading, { parts, knowledge, written, readAnew });
  return reading;
}

function* parse(
  draft: Draft,
  knowledge: Knowledge,
  earlier: readonly ReadPart[],
): Generator<undefined, Parsed[], undefined> {
  const parts = partsOf(draft);
  const found = earlierParts(parts, earlier);
  const parsed: Parsed[] = [];
  for (const [i, part] of parts.entries()) {
    const same = found[i];
    parsed.push({ ...part, words: same?.words ?? wordsOf(part, knowledge), earlier: same });
    if (same === undefined) yield;
  }
  return parsed;
}

function wordsOf({ blocks }: Part, knowledge: Knowledge): Words {
  const passages = blocks.map((block) => passagesOf(block, knowledge));
  return {
    passages,
    dates: passages.map(datesIn),
    openings: blocks.map((block, i) => openingDate(block, passages[i]!)),
  };
}

/** A part that is known from the draft as it was, where it stands now. */
function again(part: Parsed, same: ReadPart, times: readonly TimeMention[]): ReadPart {
  const { start } = part.span;
  if (start === same.span.start && times.length === 0) return same;
  const found = placed(same.found, start - same.span.start);
  return { ...same, blocks: part.blocks, span: part.span, times, found };
}

function readPart(
  { blocks, span, text, words }: Parsed,
  times: readonly TimeMention[],
  draftMemory: DraftMemory,
  {
    written,
    knowledge,
    trace,
  }: Pick<Making, "written" | "knowledge"> & { readonly trace: Trace | undefined },
): ReadPart {
  const memory = new BlockMemory(draftMemory, knowledge);
  const here = blocks.map((block) => ({ ...block, span: placed(block.span, -span.start) }));
  const own = placed(times, -span.start).map((mention) => [mention.span.start, mention] as const);
  const traced: Trace | undefined = trace && { cues: [] };
  const reader = new PartReader({ text, written, times: new Map(own), memory, knowledge, trace: traced });
  if (here[0]!.cell === undefined) reader.block(here[0]!, words.passages[0]!);
  else reader.table(rowsOf(here, words.passages));
  for (const cue of traced?.cues ?? []) trace?.cues.push({ ...cue, span: placed(cue.span, span.start) });
  const found = placed(reader.result(), span.start);
  const { asked } = memory;
  return { blocks, span, text: copied(text), words, times, asked, left: memory.left(), found };
}

function readingOf(
  draft: Draft,
  parts: readonly ReadPart[],
  named: ReadonlySet<Id>,
  knowledge: Knowledge,
): Reading {
  const all = <T>(of: (found: PartRead) => readonly T[]) => {
    const list: T[] = [];
    for (const { found } of parts) for (const one of of(found)) list.push(one);
    return list;
  };
  const wordOf = ({ span }: { readonly span: Span }) => slice(draft.text, span);
  const near = misspelt(
    all(({ near }) => near),
    all(({ unknown }) => unknown),
    named,
    knowledge,
    wordOf,
  );
  const entities = all(({ entities }) => entities);
  return {
    draft,
    entities: near.length === 0 ? entities : [...entities, ...near].sort(byStart),
    events: all(({ events }) => events),
    times: all(({ times }) => times),
    statements: all(({ statements }) => statements),
    discouraged: all(({ discouraged }) => discouraged),
    accounts: all(({ accounts }) => accounts),
    acronyms: all(({ acronyms }) => acronyms),
  };
}

/** The dates of the draft with their years, in its order. */
function anchored(draft: Draft, parts: readonly Parsed[]): readonly TimeMention[] {
  const written = draft.frontMatter.date === undefined ? undefined : parseEdtf(draft.frontMatter.date);
  const timed: TimedBlock[] = [];
  const opened: Opened[] = [];
  for (const { blocks, words } of parts)
    for (const [i, block] of blocks.entries()) {
      const dates = words.dates[i]!;
      timed.push({ block, sentences: dates === NO_DATES ? dates : placed(dates, block.span.start) });
      opened.push({ block, passages: words.passages[i]!, opening: words.openings[i] });
    }
  if (written !== undefined) return anchorTimes(timed, "edtf" in written ? { draftDate: written } : {});
  const dateline = datelineOf(opened);
  return anchorTimes(timed, dateline ? { draftDate: dateline.date, draftDateAt: dateline.span } : {});
}

/** The dates of a block, sentence by sentence. */
function datesIn(passages: readonly Passage[]): readonly (readonly DateExpression[])[] {
  if (passages.every(({ times }) => times.length === 0)) return NO_DATES;
  return passages.map(({ times }) => times.map(({ expression }) => expression));
}

const NO_DATES: readonly never[] = [];

/** The dates, which are in the order of the draft, of each of its parts. */
function timesByPart(parts: readonly Part[], times: readonly TimeMention[]): TimeMention[][] {
  let next = 0;
  return parts.map(({ span }) => {
    const own: TimeMention[] = [];
    while (next < times.length && times[next]!.span.start < span.end) own.push(times[next++]!);
    return own;
  });
}

/** Whether the dates of a part come to the same, wherever it stands. */
function areSame(
  a: readonly TimeMention[],
  fromA: number,
  b: readonly TimeMention[],
  fromB: number,
): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => {
      const other = b[i]!;
      const { stated, inferred } = other;
      return (
        isSameTime(one.value, other.value) &&
        isSameTime(one.nominal, other.nominal) &&
        one.inferred?.part === inferred?.part &&
        one.inferred?.from === inferred?.from &&
        (one.inferred?.origin?.start ?? fromA) - fromA === (inferred?.origin?.start ?? fromB) - fromB &&
        one.stated.year === stated.year &&
        one.stated.month === stated.month &&
        one.stated.day === stated.day
      );
    })
  );
}

function isSameTime(a: TimeValue | undefined, b: TimeValue | undefined): boolean {
  return (
    a === b ||
    (a !== undefined && b !== undefined && a.edtf === b.edtf && a.start === b.start && a.end === b.end)
  );
}

function rowsOf(blocks: readonly Block[], passages: Words["passages"]): CellPassage[][] {
  const rows: CellPassage[][] = [];
  for (const [i, block] of blocks.entries()) {
    const { row } = block.cell!;
    rows[row] = [...(rows[row] ?? []), { block, passages: passages[i]! }];
  }
  // A row without any words leaves a hole, which `map` would pass over.
  return Array.from(rows, (row) => row ?? []);
}
