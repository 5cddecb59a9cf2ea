import type { Comment } from "../comment.ts";
import type { Block } from "../draft.ts";
import { Mask } from "../mask.ts";
import type { Masker } from "../masker.ts";
import type { Structure } from "../read-draft.ts";
import type { Span } from "../span.ts";

/** Addresses, and comments to us: plain text has none of its own, so these are written as in Markdown. */
const HIDDEN_MATTER =
  /<!--\s{0,99}aide-memoire-(?:[^<-]|<(?!!--)|-(?!->)){0,2000}-->|\b(?:https?|ftp):\/\/[^\s<>]*[^\s<>.,;:!?'")\]]|\bwww\.[^\s<>]*[^\s<>.,;:!?'")\]]|\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu;
/** No hard-wrapped text has lines as long as this: beyond it, every line is a paragraph. */
const LONGEST_WRAPPED_LINE = 200;

/** Plain text: paragraphs between blank lines, or one a line where lines are long; items begin with a bullet. */
export function readPlainText(text: string, masker: Masker): Structure {
  const blocks: Block[] = [];
  const comments: Comment[] = [];
  let open: { start: number; end: number; kind: "paragraph" | "item"; lastLine: number } | undefined;
  const close = () => {
    if (open === undefined) return;
    const { kind, start, end } = open;
    const span = { start, end };
    const masked = masker.mask(text, span, [], maskAddresses);
    comments.push(...masked.comments);
    blocks.push({ kind, span, prose: masked.prose, quoted: false });
    open = undefined;
  };
  for (const match of text.matchAll(/[^\r\n]+|\r\n|\n|\r/gu)) {
    const line = match[0];
    if (line === "\n" || line === "\r\n" || line === "\r") continue;
    const bullet = /^\s*(?:[-*+•–]|\d{1,3}[.)])\s+/u.exec(line);
    const start = match.index + (bullet?.[0].length ?? line.length - line.trimStart().length);
    const end = match.index + line.trimEnd().length;
    const blank = end <= start;
    const gap = open !== undefined && /\n[ \t]*\r?\n|\r\r/.test(text.slice(open.end, match.index + 1));
    const long = Math.max(line.length, open?.lastLine ?? 0) > LONGEST_WRAPPED_LINE;
    if (blank || gap || bullet !== null || long) close();
    if (blank) continue;
    open ??= { start, end, kind: bullet === null ? "paragraph" : "item", lastLine: 0 };
    open.end = end;
    open.lastLine = line.length;
  }
  close();
  return { frontMatter: {}, blocks, comments };
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
