import { endOfLine, startOfLine } from "../../knowledge-base/yaml/edits.ts";
import type { Block, Draft } from "../../text/draft.ts";
import { readFrontMatter } from "../../text/front-matter.ts";
import { readDraft } from "../../text/read-draft.ts";
import { lastStarting } from "../../text/span.ts";
import { HIDDEN, OPAQUE } from "../../text/tokens.ts";

/**
 * Whether a letter typed at an offset would be prose: not code, a comment, front matter, a key or a command. O(log
 * blocks) within a paragraph; between two, linear in what lies between them.
 */
export function isProseAt(draft: Draft, offset: number): boolean {
  if (isBegun(draft, offset)) return false;
  const block = blockBefore(draft, offset);
  if (block !== undefined && offset <= block.span.end) {
    const before = block.prose[offset - 1 - block.span.start];
    const after = block.prose[offset - block.span.start];
    if (before === OPAQUE) return false;
    // Between two pieces of markup it depends on whether they belong together.
    if (before === HIDDEN && after === HIDDEN) return isShown(draft, block, offset);
    return true;
  }
  if (block !== undefined && /^[ \t]*$/.test(draft.text.slice(block.span.end, offset))) return true;
  return isShown(draft, undefined, offset);
}

/** Whether an offset is in code; in the rest of the markup it is not. */
export function isCodeAt(draft: Draft, offset: number): boolean {
  const block = blockBefore(draft, offset);
  if (block !== undefined && offset < block.span.end)
    return block.prose[offset - block.span.start] === OPAQUE;
  return !isProseAt(draft, offset);
}

/** The block that an offset is in or behind. */
export function blockBefore({ blocks }: Draft, offset: number): Block | undefined {
  return blocks[lastStarting(blocks, offset, ({ span }) => span.start)];
}

/** Something that is no prose and not closed yet: code between backticks, a comment, a tag, a command. */
function isBegun({ text, format }: Draft, offset: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  if (format === "latex") return /\\[a-zA-Z@]*$/.test(line);
  if (format === "plaintext" || format === "org") return false;
  if (/<!--(?!.*-->)/.test(line) || /<\/?[a-zA-Z][\w-]*$/.test(line)) return true;
  return format !== "html" && (line.match(/(?<!\\)`/g)?.length ?? 0) % 2 === 1;
}

/** Reads a paragraph, or what comes from the last one on, with a letter put in. */
function isShown(draft: Draft, block: Block | undefined, offset: number): boolean {
  const { text, uri, format } = draft;
  if (block === undefined && offset < readFrontMatter(text).end) return false;
  const start = block?.span.start ?? soundStart(draft, offset);
  const end = block?.span.end ?? endOfLine(text, offset);
  const at = offset - start;
  const read = readDraft({ uri, format, text: `${text.slice(start, offset)}x${text.slice(offset, end)}` });
  const around = blockBefore(read, at);
  return around !== undefined && around.prose[at - around.span.start] === "x";
}

/**
 * The line of the last prose before an offset: there no code, comment or environment is open. What is indented is passed
 * over, for by itself it would be code.
 */
function soundStart({ blocks, text }: Draft, offset: number): number {
  for (let i = lastStarting(blocks, offset, ({ span }) => span.start); i >= 0; i--) {
    const start = startOfLine(text, blocks[i]!.span.start);
    if (!/^(?: {4}|\t)/.test(text.slice(start, start + 4))) return start;
  }
  return 0;
}
