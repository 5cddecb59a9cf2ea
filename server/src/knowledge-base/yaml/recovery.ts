import { type Span, span } from "../../text/span.ts";
import { TOP_LEVEL_KEYS } from "../format/schema.ts";

/**
 * The passages that a syntax error noticed at `offset` may be due to: the entry that it stands in, the one before (an
 * open bracket is noticed only at the next line), and the nearest before it that has a line out of place or an odd
 * number of quotation marks. Each consists of whole lines. Linear in the text.
 */
export function* brokenPassages(text: string, offset: number): Generator<undefined, Span[], undefined> {
  const lines = yield* linesOf(text);
  const at = lines.findLastIndex((line) => line.start <= offset && line.indent >= 0);
  if (at < 0) return [span(0, text.length)];
  const before = lines.findLastIndex((line, i) => i < at && line.indent >= 0);
  const astray = lines.findLastIndex((line, i) => i <= at && line.indent === ASTRAY);
  const unpaired = lines.findLastIndex((line, i) => i <= at && line.unpaired);
  const late = text.slice(lines[at]!.start, offset).trim() === "" && text[offset] !== "\t";
  const suspects = late ? [before, at, astray, unpaired] : [at, before, astray, unpaired];
  const passages = suspects.filter((line) => line >= 0).map((line) => entryAround(lines, line));
  return passages.filter((one, i) => passages.findIndex((other) => other.start === one.start) === i);
}

/**
 * The passages of a text from an offset on, one after the other: each top-level key with what stands on its line, and each
 * entry under it. Linear.
 */
export function* passagesFrom(text: string, offset: number): Generator<undefined, Span[], undefined> {
  const lines = yield* linesOf(text);
  const starts: number[] = [];
  // How far the entries under a top-level key are indented, and in the vocabulary the words of a part.
  let depths: number[] = [];
  let levels = 1;
  for (const { start, top, indent } of lines) {
    if (indent < 0 || indent === ASTRAY) continue;
    if (top !== undefined) {
      depths = [];
      levels = top === "vocabulary" ? 2 : 1;
    } else {
      const level = depths.findIndex((depth) => indent <= depth);
      if (level < 0 && depths.length === levels) continue;
      if (level < 0) depths.push(indent);
      else depths.length = level + 1;
    }
    starts.push(start);
  }
  const end = lines.at(-1)?.end ?? 0;
  const passages = starts.map((start, i) => span(start, starts[i + 1] ?? end));
  return passages.filter((each) => each.end > offset);
}

/** What stands before a colon or begins a line in a passage: the ids that are lost with it, and other words. */
export function keysIn(text: string, { start, end }: Span): string[] {
  return (
    text.slice(start, end).match(/(?<=^[ \t]*)[^\s"'{}[\],:]+|[^\s"'{}[\],:]+(?=["']?[ \t]*:\s)/gm) ?? []
  );
}

interface Line extends Span {
  /** Columns of white space before the first character; -1 for a line that is blank or only a comment. */
  readonly indent: number;
  /** The top-level key that begins here. */
  readonly top: string | undefined;
  /** Has an odd number of double quotation marks. */
  readonly unpaired: boolean;
}

/** The indentation of a line that begins at the margin but begins no map: it belongs to the entry above. */
const ASTRAY = 1000;

/** The entry that a line belongs to, which the vocabulary has a level deeper than the other maps. */
function entryAround(lines: readonly Line[], at: number): Span {
  const top = lines.findLastIndex((line, i) => i <= at && line.top !== undefined);
  if (top < 0 || top === at) return passage(lines, at, 0);
  const entry = beginning(lines, top, at);
  const inVocabulary = lines[top]!.top === "vocabulary" && entry < at;
  const begin = inVocabulary ? beginning(lines, entry, at) : entry;
  return passage(lines, begin, inVocabulary ? lines[begin]!.indent : depthUnder(lines, top));
}

/** The line that begins the child of a line, its parent, in which another line is. */
function beginning(lines: readonly Line[], parent: number, at: number): number {
  const depth = depthUnder(lines, parent);
  const found = lines.findLastIndex(
    (line, i) => i <= at && i > parent && line.indent >= 0 && line.indent <= depth,
  );
  return found < 0 ? at : found;
}

function depthUnder(lines: readonly Line[], parent: number): number {
  const first = lines.find((line, i) => i > parent && line.indent >= 0 && line.indent !== ASTRAY);
  return Math.max(first?.indent ?? 0, lines[parent]!.indent + 1);
}

/** The lines from one up to the next that is no deeper. */
function passage(lines: readonly Line[], begin: number, depth: number): Span {
  const next = lines.findIndex((line, i) => i > begin && line.indent >= 0 && line.indent <= depth);
  return span(lines[begin]!.start, next < 0 ? lines.at(-1)!.end : lines[next]!.start);
}

/** Lines between two pauses. */
const PACE = 2000;

function* linesOf(text: string): Generator<undefined, Line[], undefined> {
  const lines: Line[] = [];
  for (const match of text.matchAll(/(\uFEFF?)([ \t]*)([^\r\n]*)(?:\r\n?|\n|$)/g)) {
    if (match[0] === "" && lines.length > 0) break;
    if (lines.length % PACE === 0) yield;
    const [, mark = "", space = "", content = ""] = match;
    const top = space === "" ? topLevelKey(content) : undefined;
    const unpaired = (content.replaceAll('\\"', "").split('"').length & 1) === 0;
    const start = match.index + mark.length;
    lines.push({
      start,
      end: match.index + match[0].length,
      indent: indentOf(space, content, top),
      top,
      unpaired,
    });
  }
  return lines;
}

/** A tab, which YAML forbids here, is meant to go deeper. */
function indentOf(space: string, content: string, top: string | undefined): number {
  if (content === "" || content.startsWith("#")) return -1;
  if (space !== "") return space.replaceAll("\t", "        ").length;
  return top === undefined ? ASTRAY : 0;
}

function topLevelKey(content: string): string | undefined {
  if (/^(?:---|\.\.\.)/.test(content)) return "";
  const [, key, colon] = /^["']?(\w+)["']?[ \t]*(:?)/.exec(content) ?? [];
  return key !== undefined && (colon === ":" || TOP_LEVEL_KEYS.includes(key)) ? key : undefined;
}
