import type { Lines } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { Colours, Output } from "./output.ts";
import { type Cell, cellsOf } from "./width.ts";

const MOST_LINES = 3;
const CUT = "…";

/** The place of a span as a reader finds it in an editor: from 1, the column in UTF-16 code units. */
export function placeOf(lines: Lines, span: Span): { line: number; column: number } {
  const { line, character } = lines.positionAt(span.start);
  return { line: line + 1, column: character + 1 };
}

/**
 * The lines of a text that a span touches, with carets under exactly its characters. Lines longer than the output is
 * wide are cut around the place; a span of more than three lines is shown by its first three. Lines that nobody else
 * sees are not numbered.
 */
export function frame(
  lines: Lines,
  span: Span,
  output: Output,
  paint: (text: string) => string = (text) => text,
  isNumbered = true,
): string[] {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(Math.max(span.start, span.end));
  const last = Math.min(end.line, start.line + MOST_LINES - 1);
  const gutter = isNumbered ? String(last + 1).length + 2 : 3;
  const framed: string[] = [];
  for (let at = start.line; at <= last; at++) {
    const text = lines.line(at);
    const from = at === start.line ? start.character : text.length - text.trimStart().length;
    const to = at === end.line ? end.character : text.trimEnd().length;
    const cut = cutAround(text, from, to, output.width - gutter - 3);
    framed.push(
      `${margin(isNumbered ? String(at + 1) : "", gutter, output.colours)} ${cut.text}`,
      `${margin("", gutter, output.colours)} ${" ".repeat(cut.before)}${paint("^".repeat(Math.max(1, cut.marked)))}`,
    );
  }
  if (last < end.line) framed.push(margin(CUT, gutter, output.colours));
  return framed;
}

function margin(label: string, gutter: number, colours: Colours): string {
  return colours.dim(`${label.padStart(gutter)} │`);
}

interface Cut {
  readonly text: string;
  /** Columns before the marked ones, and the marked columns. */
  readonly before: number;
  readonly marked: number;
}

/** A line cut to a width so that [from, to) stays in sight with some words on either side. */
function cutAround(line: string, from: number, to: number, width: number): Cut {
  // A paragraph on one line can be as long as a book: only its neighbourhood is taken apart.
  const near = Math.max(0, from - 4 * width);
  const far = Math.min(line.length, Math.max(from, Math.min(to, from + 4 * width)) + 4 * width);
  const cells = cellsOf(line.slice(near, far));
  const first = cells.findIndex((cell) => cell.end + near > from);
  const begin = first < 0 ? cells.length : first;
  let stop = begin;
  while (stop < cells.length && cells[stop]!.start + near < to) stop++;
  const [left, right] = widen(cells, begin, stop, width);
  const cutLeft = left > 0 || near > 0;
  const cutRight = right < cells.length || far < line.length;
  const seen = Math.min(stop, right);
  return {
    text: (cutLeft ? CUT : "") + textOf(cells, left, right) + (cutRight ? CUT : ""),
    before: (cutLeft ? 1 : 0) + columns(cells, left, begin),
    marked: columns(cells, begin, seen),
  };
}

/** Grows [begin, stop) on both sides until the width is used up, a third of what is left going before it. */
function widen(cells: readonly Cell[], begin: number, stop: number, width: number): [number, number] {
  const total = columns(cells, 0, cells.length);
  if (total <= width) return [0, cells.length];
  const room = width - 2;
  let right = begin;
  let used = 0;
  while (right < stop && used + cells[right]!.width <= room) used += cells[right++]!.width;
  let left = begin;
  const before = Math.max(Math.floor((room - used) / 3), room - used - columns(cells, right, cells.length));
  let taken = 0;
  while (left > 0 && taken + cells[left - 1]!.width <= before) taken += cells[--left]!.width;
  used += taken;
  while (right < cells.length && used + cells[right]!.width <= room) used += cells[right++]!.width;
  return [atWord(cells, left, begin, 1), atWord(cells, right, stop, -1)];
}

/** Moves a cut inwards to the end of a word, unless the word is long. */
function atWord(cells: readonly Cell[], cut: number, limit: number, step: 1 | -1): number {
  if (cut === 0 || cut === cells.length) return cut;
  for (let i = 0, at = cut; i < 16 && (limit - at) * step > 0; i++, at += step) {
    const outer = cells[step === 1 ? at - 1 : at];
    if (outer?.text === " ") return at;
  }
  return cut;
}

function columns(cells: readonly Cell[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += cells[i]!.width;
  return sum;
}

function textOf(cells: readonly Cell[], from: number, to: number): string {
  let text = "";
  for (let i = from; i < to; i++) text += cells[i]!.text;
  return text;
}
