import type { Comment } from "../comment.ts";
import type { Block } from "../draft.ts";
import { Mask } from "../mask.ts";
import { masked } from "../masker.ts";
import { LONG } from "../pieces.ts";
import type { Structure } from "../read-draft.ts";
import { AT_FIRST, type ReadSection } from "../sections.ts";
import type { Span } from "../span.ts";
import { isEndless, stretchOf } from "./endless-line.ts";

/** Addresses, and comments to us: plain text has none of its own, so these are written as in Markdown. */
const HIDDEN_MATTER =
  /<!--\s{0,99}aide-memoire-(?:[^<-]|<(?!!--)|-(?!->)){0,2000}-->|\b(?:https?|ftp):\/\/[^\s<>]*[^\s<>.,;:!?'")\]]|\bwww\.[^\s<>]*[^\s<>.,;:!?'")\]]|\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu;
/** No hard-wrapped text has lines as long as this: beyond it, every line is a paragraph. */
const LONGEST_WRAPPED_LINE = 200;

/**
 * Plain text up to a blank line: a paragraph, or one a line where lines are long; items begin with a bullet. Of a line of
 * endless length some pieces.
 */
export const plainTextSection: ReadSection = (text, from, entered) => {
  if (entered === IN_PARAGRAPH || entered === IN_ITEM) return inLine(text, from, entered);
  const stretch = isEndless(text, from) ? lineBegun(text, from) : undefined;
  if (stretch !== undefined) return stretch;
  const end = afterBlankLine(text, from);
  const endless = end - from > LONG ? endlessLine(text, from, end) : undefined;
  return endless === undefined
    ? { end, ...readLines(text, from, end), left: AT_FIRST }
    : { end: endless, seen: endless + LONG, ...readLines(text, from, endless), left: AT_FIRST };
};

/** What a section is entered with in the midst of a line. */
const IN_PARAGRAPH = "paragraph";
const IN_ITEM = "item";

/** The first pieces of a line of endless length. */
function lineBegun(text: string, from: number): ReturnType<ReadSection> | undefined {
  const { kind, start } = beginningOf(text.slice(from, from + LONG));
  const stretch = stretchOf(text, from + start, { kind, quoted: false }, maskAddresses);
  return stretch && { ...stretch, seen: Math.max(stretch.seen, from + LONG), left: kind };
}

/** The next pieces of a line, or all that is left of it. */
function inLine(text: string, from: number, kind: "paragraph" | "item"): ReturnType<ReadSection> {
  const block = { kind, quoted: false, goesOn: true } as const;
  const stretch = stretchOf(text, from, block, maskAddresses);
  if (stretch !== undefined) return { ...stretch, left: kind };
  const [line] = LINE.exec(text.slice(from))!;
  const span = { start: from, end: from + line.trimEnd().length };
  const { prose, comments } = masked(text, span, [], maskAddresses);
  return { end: from + line.length, blocks: [{ ...block, span, prose }], comments, left: AT_FIRST };
}

const LINE = /^[^\r\n]*/;

/** Where the first line of endless length begins after one offset and before another. */
function endlessLine(text: string, from: number, until: number): number | undefined {
  for (const { index, 0: lineEnd } of text.slice(from, until).matchAll(/\r\n|\r|\n/g)) {
    const start = from + index + lineEnd.length;
    if (isEndless(text, start)) return start;
  }
  return undefined;
}

/** Where the words of a line begin, and whether it is an item. */
function beginningOf(line: string): { readonly kind: "paragraph" | "item"; readonly start: number } {
  const bullet = /^\s*(?:[-*+•–]|\d{1,3}[.)])\s+/u.exec(line);
  return bullet === null
    ? { kind: "paragraph", start: line.length - line.trimStart().length }
    : { kind: "item", start: bullet[0].length };
}

/** Where a blank line ends that comes after something else. */
function afterBlankLine(text: string, from: number): number {
  SHOWN.lastIndex = from;
  BLANK_LINE.lastIndex = SHOWN.exec(text)?.index ?? text.length;
  return BLANK_LINE.exec(text) === null ? text.length : BLANK_LINE.lastIndex;
}

const SHOWN = /\S/g;
const BLANK_LINE = /\n[ \t]*\r?\n|\r\r/g;

function readLines(text: string, from: number, until: number): Pick<Structure, "blocks" | "comments"> {
  const blocks: Block[] = [];
  const comments: Comment[] = [];
  let open: { start: number; end: number; kind: "paragraph" | "item"; lastLine: number } | undefined;
  const close = () => {
    if (open === undefined) return;
    const { kind, start, end } = open;
    const span = { start, end };
    const { prose, comments: own } = masked(text, span, [], maskAddresses);
    comments.push(...own);
    blocks.push({ kind, span, prose, quoted: false });
    open = undefined;
  };
  for (const match of text.slice(from, until).matchAll(/[^\r\n]+|\r\n|\n|\r/gu)) {
    const line = match[0];
    if (line === "\n" || line === "\r\n" || line === "\r") continue;
    const at = from + match.index;
    const { kind, start: within } = beginningOf(line);
    const start = at + within;
    const end = at + line.trimEnd().length;
    const blank = end <= start;
    const long = Math.max(line.length, open?.lastLine ?? 0) > LONGEST_WRAPPED_LINE;
    if (blank || kind === "item" || long) close();
    if (blank) continue;
    open ??= { start, end, kind, lastLine: 0 };
    open.end = end;
    open.lastLine = line.length;
  }
  close();
  return { blocks, comments };
}

/** A stretch of prose that begins at an offset, its addresses masked, and the comments to us in it. */
export function addressesMasked(
  prose: string,
  offset: number,
): { readonly masked: string; readonly comments: readonly Comment[] } {
  const mask = new Mask();
  maskAddresses(prose, 0, prose.length, mask);
  const moved = ({ start, end }: Span) => ({ start: start + offset, end: end + offset });
  const comments = mask.comments.map((comment) => ({ ...moved(comment), words: moved(comment.words) }));
  return { masked: mask.prose(prose, { start: 0, end: prose.length }), comments };
}

function maskAddresses(text: string, start: number, end: number, mask: Mask): void {
  for (const { index, 0: found } of text.slice(start, end).matchAll(HIDDEN_MATTER)) {
    const [from, to] = [start + index, start + index + found.length];
    if (found.startsWith("<!--")) mask.comment(from, to, "<!--".length, "-->".length);
    else mask.blank(from, to);
  }
}
