import { type Span, span } from "../text/span.ts";

interface Line extends Span {
  /** Columns of white space before the first character, or -1 for a line that is blank or only a comment. */
  readonly indent: number;
}

/**
 * The passages that a syntax error noticed at `offset` may be due to, the likeliest first: the entry that
 * it stands in and, where it stands at the beginning of a line, first the entry before that line (an open
 * quotation mark or bracket is noticed only there). Each consists of whole lines.
 */
export function brokenPassages(text: string, offset: number): Span[] {
  const lines = linesOf(text);
  let at = lines.findLastIndex((line) => line.start <= offset && line.indent >= 0);
  if (at < 0) return [span(0, text.length)];
  const line = lines[at]!;
  const atStart = text.slice(line.start, offset).trim() === "" && text[offset] !== "\t";
  const noticedLate = atStart || offset >= text.trimEnd().length;
  const own = entryAround(lines, at);
  if (!noticedLate) return [own];
  do at--;
  while (at >= 0 && lines[at]!.indent < 0);
  if (at < 0) return [own];
  const before = entryAround(lines, at);
  return before.start === own.start ? [own] : [before, own];
}

/** The first key of a passage, if it begins with one. */
export function firstKey(text: string, passage: Span): { key: string; span: Span } | undefined {
  const match = /^\s*(["']?)([^\s"':{}[\]#][^"':\r\n]*)\1?[ \t]*(?::|$)/m.exec(
    text.slice(passage.start, passage.end),
  );
  if (match === null) return undefined;
  const key = match[2]!.trim();
  const start = passage.start + match.index + match[0].indexOf(key);
  return { key, span: span(start, start + key.length) };
}

/** The entry (second level of indentation) that a line belongs to, or the top-level block if it is in none. */
function entryAround(lines: readonly Line[], at: number): Span {
  const top = lines.findLastIndex((line, i) => i <= at && line.indent === 0);
  const first = lines.findIndex((line, i) => i > top && line.indent >= 0);
  const depth = top === at || first < 0 ? 0 : lines[first]!.indent;
  const from = lines.findLastIndex((line, i) => i <= at && line.indent >= 0 && line.indent <= depth);
  const to = lines.findIndex((line, i) => i > at && line.indent >= 0 && line.indent <= depth);
  return span(lines[Math.max(0, from)]!.start, to < 0 ? lines.at(-1)!.end : lines[to]!.start);
}

/** A tab, which YAML forbids here, is meant to go deeper. */
function widthOf(space: string): number {
  return space.replaceAll("\uFEFF", "").replaceAll("\t", "        ").length;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/([ \t\uFEFF]*)([^\r\n]?)[^\r\n]*(?:\r\n?|\n|$)/g)) {
    if (match[0] === "" && lines.length > 0) break;
    const blank = match[2] === "" || match[2] === "#";
    lines.push({
      start: match.index,
      end: match.index + match[0].length,
      indent: blank ? -1 : widthOf(match[1]!),
    });
  }
  return lines;
}
