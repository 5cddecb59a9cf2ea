import type { Block } from "../draft.ts";
import { Mask } from "../mask.ts";
import type { Structure } from "../read-draft.ts";

const URL =
  /\b(?:https?|ftp):\/\/[^\s<>]*[^\s<>.,;:!?'")\]]|\bwww\.[^\s<>]*[^\s<>.,;:!?'")\]]|\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu;
/** No hard-wrapped text has lines as long as this: beyond it, every line is a paragraph. */
const LONGEST_WRAPPED_LINE = 200;

/** Plain text: paragraphs between blank lines, or one a line where lines are long; items begin with a bullet. */
export function readPlainText(text: string): Structure {
  const mask = new Mask();
  for (const match of text.matchAll(URL)) mask.blank(match.index, match.index + match[0].length);
  const blocks: Block[] = [];
  let open: { start: number; end: number; kind: "paragraph" | "item" } | undefined;
  const close = () => {
    if (open === undefined) return;
    const span = { start: open.start, end: open.end };
    blocks.push({ kind: open.kind, span, prose: mask.prose(text, span), quoted: false });
    open = undefined;
  };
  for (const match of text.matchAll(/[^\r\n]+|\r\n|\n|\r/gu)) {
    const line = match[0];
    const blank = line.trim() === "";
    if (line === "\n" || line === "\r\n" || line === "\r") continue;
    const bullet = /^\s*(?:[-*+•–]|\d{1,3}[.)])\s+/u.exec(line);
    const start = match.index + (bullet?.[0].length ?? line.length - line.trimStart().length);
    const end = match.index + line.trimEnd().length;
    const gap = open !== undefined && /\n[ \t]*\r?\n|\r\r/.test(text.slice(open.end, match.index + 1));
    const long =
      line.length > LONGEST_WRAPPED_LINE ||
      (open !== undefined && open.end - open.start > 0 && lastLine(text, open) > LONGEST_WRAPPED_LINE);
    if (blank || gap || bullet !== null || long) close();
    if (blank) continue;
    if (open === undefined) open = { start, end, kind: bullet === null ? "paragraph" : "item" };
    else open.end = end;
  }
  close();
  return { frontMatter: {}, blocks };
}

function lastLine(text: string, open: { start: number; end: number }): number {
  return open.end - Math.max(open.start, text.lastIndexOf("\n", open.end - 1));
}
