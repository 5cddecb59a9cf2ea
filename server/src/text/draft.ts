import type { DraftIgnore, IgnoredName } from "./ignore-comments.ts";
import type { Lines } from "./lines.ts";
import { type Parts, partAt } from "./parts.ts";
import { lastStarting, type Span } from "./span.ts";
import type { Text } from "./text.ts";
import { HIDDEN, OPAQUE, type Token } from "./tokens.ts";

export type Format =
  | "markdown"
  | "quarto"
  | "plaintext"
  | "latex"
  | "restructuredtext"
  | "asciidoc"
  | "org"
  | "html";

/** The documents that are no text, of which one is made: Word's, OpenDocument's, saved web pages with all that belongs to them. */
export type MadeOf = "docx" | "odt" | "mhtml";

/** A stretch of prose that is read as a whole: a paragraph, a heading, a list item, a table's cell. */
export interface Block {
  readonly kind: "paragraph" | "heading" | "item" | "cell";
  readonly span: Span;
  /** The draft's text over `span`, of the same length, with markup blanked (see tokens.ts). */
  readonly prose: string;
  /** Inside a block quotation: somebody else's words. */
  readonly quoted: boolean;
  /** It is a piece of the same paragraph as the block before it (see pieces.ts). */
  readonly goesOn?: true;
  /** Of a heading: 1 to 6. */
  readonly level?: number;
  /** Of a heading: the number that its program writes before it, and that is no part of its text. */
  readonly number?: string;
  readonly cell?: Cell;
  /** Of a table's caption: the number of the table. */
  readonly captionOf?: number;
  /** Of a block outside the run of the text, a footnote: what it is called, and the offset of what it hangs on. */
  readonly aside?: { readonly name: string; readonly at: number };
}

/** Where a table's cell stands. Row 0 is the header row. */
export interface Cell {
  /** Numbers the tables of a draft from 0. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

export interface Sentence {
  readonly span: Span;
  readonly tokens: readonly Token[];
}

/** What a draft's front matter says to us. */
export interface FrontMatter {
  /** The day on which the draft was written, as the writer gave it. */
  readonly date?: string;
  /** The checks that are to say nothing about this draft. */
  readonly disable?: readonly IgnoredName[];
  /** The knowledge bases to hold it against, instead of those that are found: paths from the draft. */
  readonly knowledge?: readonly string[];
}

/** A text that somebody writes, taken apart without regard to meaning. Immutable. */
export interface Draft {
  readonly uri: string;
  /** What the text is kept as; whoever asks for little of it asks this. */
  readonly content: Text;
  /** All of it, as a string that is made when it is first asked for. */
  readonly text: string;
  readonly format: Format;
  /** What the text was made of, where it is our own making: places in it are told by headings and paragraphs, not by lines. */
  readonly madeOf?: MadeOf;
  readonly lines: Lines;
  readonly frontMatter: FrontMatter;
  /** What is read as a whole, in the order of the text. */
  readonly parts: Parts;
  /** In the order of the text; they do not overlap. Those of all parts, placed when they are first asked for. */
  readonly blocks: readonly Block[];
  /** The comments that tell us to ignore something, in the order of the text. */
  readonly ignores: readonly DraftIgnore[];
}

/** The block that an offset is in, its last character included. */
export function blockAt({ blocks }: Draft, offset: number): Block | undefined {
  const block = blocks[lastStarting(blocks, offset, ({ span }) => span.start)];
  return block !== undefined && offset < block.span.end ? block : undefined;
}

/** Whether a stretch of a draft is all prose, with no markup in it that replacing it could break. */
export function isPlain({ parts }: Pick<Draft, "parts">, { start, end }: Span): boolean {
  const at = partAt(parts, start);
  const part = parts.all[at];
  if (part === undefined) return false;
  const by = parts.starts[at]!;
  const block = part.blocks[lastStarting(part.blocks, start - by, ({ span }) => span.start)];
  if (block === undefined || block.span.end + by < Math.max(end, start + 1)) return false;
  const from = by + block.span.start;
  const prose = block.prose.slice(start - from, end - from);
  return !prose.includes(HIDDEN) && !prose.includes(OPAQUE);
}
