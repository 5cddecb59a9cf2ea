import type { Comment } from "../comment.ts";
import type { Block, Cell } from "../draft.ts";
import type { Masker, MaskInline } from "../masker.ts";
import type { Span } from "../span.ts";

/** Gathers the blocks of a text, paragraphs line by line. */
export class BlockWriter {
  readonly #blocks: Block[] = [];
  readonly #comments: Comment[] = [];
  readonly #text: string;
  readonly #masker: Masker;
  readonly #maskInline: MaskInline;
  #open:
    | { readonly kind: "paragraph" | "item"; readonly quoted: boolean; readonly lines: Span[] }
    | undefined;
  #tables = 0;

  constructor(text: string, masker: Masker, maskInline: MaskInline) {
    this.#text = text;
    this.#masker = masker;
    this.#maskInline = maskInline;
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  get openKind(): "paragraph" | "item" | undefined {
    return this.#open?.kind;
  }

  /** What has been gathered, in the order of the text. */
  result(): { readonly blocks: readonly Block[]; readonly comments: readonly Comment[] } {
    this.close();
    return { blocks: this.#blocks, comments: this.#comments };
  }

  /** Takes down a comment, of which some characters at either end are the marks. */
  comment({ start, end }: Span, head: number, tail = 0): void {
    this.#comments.push({
      start,
      end,
      words: { start: Math.min(start + head, end), end: Math.max(start + head, end - tail) },
    });
  }

  /** Goes on with the open paragraph, or opens one; what stands between two lines but white space is not shown. */
  line(line: Span, kind: "paragraph" | "item" = "paragraph", quoted = false): void {
    if (line.end <= line.start) return;
    this.#open ??= { kind, quoted, lines: [] };
    this.#open.lines.push(line);
  }

  /** Ends the open paragraph. */
  close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open !== undefined) this.#push(open.kind, open.lines, { quoted: open.quoted });
  }

  /** Takes back the last line of the open paragraph, and ends what is left of it. */
  takeBack(): Span | undefined {
    const line = this.#open?.lines.pop();
    if (this.#open?.lines.length === 0) this.#open = undefined;
    this.close();
    return line;
  }

  heading(line: Span, level: number): void {
    this.close();
    this.#push("heading", [line], { quoted: false, level: Math.min(6, Math.max(1, level)) });
  }

  /** A number for the next table. */
  table(): number {
    this.close();
    return this.#tables++;
  }

  cell(span: Span, cell: Cell): void {
    this.close();
    this.#push("cell", [span], { quoted: false, cell });
  }

  #push(kind: Block["kind"], lines: readonly Span[], rest: Pick<Block, "quoted" | "level" | "cell">): void {
    const start = lines[0]!.start;
    const end = lines.at(-1)!.end;
    if (end <= start) return;
    const span = { start, end };
    const gaps = lines.slice(1).flatMap((line, i) => marksBetween(this.#text, lines[i]!.end, line.start));
    const { prose, comments } = this.#masker.mask(this.#text, span, gaps, this.#maskInline);
    this.#comments.push(...comments);
    this.#blocks.push({ kind, span, prose, ...rest });
  }
}

/** Of what stands between two lines, white space alone is shown. */
function marksBetween(text: string, start: number, end: number): Span[] {
  return Array.from(text.slice(start, end).matchAll(/\S+/g), ({ index, 0: mark }) => ({
    start: start + index,
    end: start + index + mark.length,
  }));
}

/** A line without the white space at either end. */
export interface Line extends Span {
  /** Of the white space before it, a tab counting as one. */
  readonly indent: number;
  readonly text: string;
}

/** The lines of a text from an offset on. Linear. */
export function linesOf(text: string, from = 0): Line[] {
  const lines: Line[] = [];
  let start = from;
  while (start <= text.length) {
    let end = start;
    while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
    const raw = text.slice(start, end);
    const indent = raw.length - raw.trimStart().length;
    const shown = raw.trim();
    const first = shown === "" ? start : start + indent;
    lines.push({ start: first, end: first + shown.length, indent: shown === "" ? 0 : indent, text: shown });
    if (end >= text.length) break;
    start = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
  }
  return lines;
}

/** The part of a line from some characters on. */
export function after({ start, end }: Span, characters: number): Span {
  return { start: Math.min(start + characters, end), end };
}
