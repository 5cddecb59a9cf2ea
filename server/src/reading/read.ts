import type { Knowledge } from "../knowledge-base/knowledge.ts";
import type { Block, Draft } from "../text/draft.ts";
import type { Span } from "../text/span.ts";
import { anchorTimes } from "../time/anchor.ts";
import { parseEdtf } from "../time/edtf.ts";
import type { DateExpression, TimeMention } from "../time/time.ts";
import { datelineOf } from "./dateline.ts";
import type { CellPassage } from "./events/tables.ts";
import { type Passage, passagesOf } from "./grammar/passage.ts";
import { Reader } from "./reader.ts";
import type { Reading } from "./reading.ts";
import type { Trace } from "./trace.ts";

/**
 * Reads a draft against knowledge: what it names, when, and what it says of it. First each paragraph by itself
 * (remembered by its text), then one pass over all of them for what crosses paragraphs: years, "the truce", "it".
 * A `trace` takes down what was made of each mention, and which gate silenced it, for whoever wants it explained.
 * Yields between paragraphs, so that the driver can stop or let others go first.
 */
export function* read(
  draft: Draft,
  knowledge: Knowledge,
  trace?: Trace,
): Generator<undefined, Reading, undefined> {
  const parsed: { block: Block; passages: readonly Passage[] }[] = [];
  for (const block of draft.blocks) {
    parsed.push({ block, passages: passagesOf(block, knowledge) });
    yield;
  }
  const reader = new Reader(draft, knowledge, anchored(draft, parsed), trace);
  for (let i = 0; i < parsed.length; i++) {
    const { block, passages } = parsed[i]!;
    if (block.cell === undefined) reader.block(block, passages);
    else if (parsed[i - 1]?.block.cell?.table !== block.cell.table) reader.table(cellsFrom(parsed, i));
    yield;
  }
  return reader.result();
}

/** The dates of the draft with their years, by where they begin. */
function anchored(draft: Draft, parsed: readonly CellPassage[]): Map<number, TimeMention> {
  const written = draft.frontMatter.date === undefined ? undefined : parseEdtf(draft.frontMatter.date);
  const blocks = parsed.map(({ block, passages }) => ({
    block,
    sentences: passages.map(({ times }) =>
      times.map(({ expression }) => moved(expression, block.span.start)),
    ),
  }));
  const dateline = written === undefined ? datelineOf(parsed) : undefined;
  const context = dateline && { draftDate: dateline.date, draftDateAt: dateline.span };
  const mentions = anchorTimes(
    blocks,
    written !== undefined && "edtf" in written ? { draftDate: written } : (context ?? {}),
  );
  return new Map(mentions.map((mention) => [mention.span.start, mention]));
}

/** A passage's date, placed in the draft. */
function moved(expression: DateExpression, by: number): DateExpression {
  const move = ({ start, end }: Span) => ({ start: start + by, end: end + by });
  const { offset, weekday } = expression;
  return {
    ...expression,
    span: move(expression.span),
    core: move(expression.core),
    ...(weekday === undefined ? {} : { weekday: move(weekday) }),
    ...(offset?.anchorStart === undefined
      ? {}
      : { offset: { ...offset, anchorStart: offset.anchorStart + by } }),
  };
}

function cellsFrom(parsed: readonly CellPassage[], first: number): CellPassage[][] {
  const rows: CellPassage[][] = [];
  const table = parsed[first]!.block.cell!.table;
  for (let i = first; parsed[i]?.block.cell?.table === table; i++) {
    const { row } = parsed[i]!.block.cell!;
    rows[row] = [...(rows[row] ?? []), parsed[i]!];
  }
  // A row without any words leaves a hole, which `map` would pass over.
  return Array.from(rows, (row) => row ?? []);
}
