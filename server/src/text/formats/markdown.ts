import type { Comment } from "../comment.ts";
import type { Block } from "../draft.ts";
import { masked } from "../masker.ts";
import { LONG } from "../pieces.ts";
import { AT_FIRST, type Entered, type ReadSection } from "../sections.ts";
import { isEndless, stretchOf } from "./endless-line.ts";
import type { Dialect } from "./quarto.ts";
import { isDelimiterRow, tableRow } from "./table.ts";

interface Line {
  readonly start: number;
  readonly end: number;
  /** Where the next line begins, if there is one. */
  readonly next: number | undefined;
  /** Where its content begins, after quotation and list markers. */
  readonly content: number;
  readonly quoted: boolean;
  /** Begins a list item. */
  readonly item: boolean;
  readonly indent: number;
  readonly text: string;
}

const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/;
const HEADING = /^(#{1,6})(?:[ \t]+|$)/;
const RULE = /^(?:(?:\*[ \t]{0,9}){3,999}|(?:-[ \t]{0,9}){3,999}|(?:_[ \t]{0,9}){3,999})$/;
const DEFINITION = /^\[(?!\^)[^\]]+\]:\s*\S/;
const FOOTNOTE = /^\[\^[^\]\s]+\]:[ \t]*/;
const MARKER = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)/;

/** Quotations and lists in one another, on one line. */
const DEEPEST_NESTING = 50;

/**
 * Markdown (CommonMark, GFM tables and footnotes) as blocks of prose with exact offsets, up to a blank line with nothing
 * open before it; only that a list goes on reaches beyond.
 */
export function markdownSection(dialect: Dialect): ReadSection {
  return (text, from, entered) =>
    stretchFrom(text, from, entered, dialect) ?? new MarkdownReader(text, dialect, entered).read(from);
}

/** What a section is entered with: in a list, in the midst of a line, and of one that is quoted. */
const IN_LIST = "list";
const IN_LINE = "line";
const IN_QUOTED = "quoted line";

/** The next pieces of a line of endless length, where it is such and plain prose. */
function stretchFrom(
  text: string,
  from: number,
  entered: Entered,
  { maskInline }: Dialect,
): ReturnType<ReadSection> | undefined {
  if (entered.includes(IN_LINE)) {
    const block = { kind: kindIn(entered), quoted: entered.includes(IN_QUOTED), goesOn: true } as const;
    const stretch = stretchOf(text, from, block, maskInline);
    return stretch && { ...stretch, left: entered };
  }
  if (!isEndless(text, from)) return undefined;
  const { content, item, indent, quoted, text: shown } = lineOf(text, from, from + LONG, undefined);
  if (indent >= 4 || !BEGINS_WITH_WORD.test(shown) || shown.includes("|")) return undefined;
  const isInList = item || (indent > 0 && entered === IN_LIST);
  const left = `${quoted ? IN_QUOTED : IN_LINE}${isInList ? ` ${IN_LIST}` : ""}`;
  const stretch = stretchOf(text, content, { kind: kindIn(left), quoted }, maskInline);
  return stretch && { ...stretch, seen: Math.max(stretch.seen, from + LONG), left };
}

function kindIn(entered: Entered): "item" | "paragraph" {
  return entered.includes(IN_LIST) ? "item" : "paragraph";
}

/** No markup but that inside a paragraph. */
const BEGINS_WITH_WORD = /^["“‘(]?[\p{L}\p{N}]/u;

/** Goes through the lines once; a paragraph stays open until a line that cannot continue it. */
class MarkdownReader {
  readonly #text: string;
  readonly #dialect: Dialect;
  readonly #blocks: Block[] = [];
  readonly #comments: Comment[] = [];
  readonly #entered: Entered;
  #open: { kind: "paragraph" | "item"; lines: Line[]; goesOn?: true } | undefined;
  #fence: string | undefined;
  /** Where a comment of several lines began. */
  #comment: number | undefined;
  #inList: boolean;
  #afterBlank = true;
  /** The last line was a blank one, so that nothing is open. */
  #isAtBlank = false;
  #tables = 0;
  #table: { index: number; row: number } | undefined;

  constructor(text: string, dialect: Dialect, entered: Entered) {
    this.#text = text;
    this.#dialect = dialect;
    this.#entered = entered;
    this.#inList = entered.includes(IN_LIST);
  }

  read(from: number): ReturnType<ReadSection> {
    let line: Line | undefined = lineAt(this.#text, from);
    let isBeforeEndless = false;
    while (line !== undefined && !this.#isDone() && !isBeforeEndless) {
      const next: Line | undefined = line.next === undefined ? undefined : lineAt(this.#text, line.next);
      if (line.start === from && this.#entered.includes(IN_LINE)) this.#goOn(line);
      else this.#take(line, next);
      line = next;
      isBeforeEndless = line !== undefined && !this.#isOpen() && isEndless(this.#text, line.start);
    }
    this.#close();
    const end = line?.start ?? this.#text.length;
    return {
      end,
      ...(isBeforeEndless && { seen: end + LONG }),
      blocks: this.#blocks,
      comments: this.#comments,
      left: this.#inList ? IN_LIST : AT_FIRST,
    };
  }

  /** Something has been read, and a blank line after it. */
  #isDone(): boolean {
    if (!this.#isAtBlank || this.#isOpen()) return false;
    return this.#blocks.length > 0 || this.#comments.length > 0;
  }

  #isOpen(): boolean {
    return [this.#open, this.#table, this.#fence, this.#comment].some((open) => open !== undefined);
  }

  /** The rest of a line of which the beginning has been read. */
  #goOn(line: Line): void {
    const quoted = this.#entered.includes(IN_QUOTED);
    this.#open = { kind: kindIn(this.#entered), lines: [{ ...line, quoted }], goesOn: true };
    this.#afterBlank = false;
  }

  #take(line: Line, next: Line | undefined): void {
    this.#isAtBlank = false;
    if (line.item && this.#fence === undefined) this.#inList = true;
    if (this.#inCode(line) || this.#inHtmlComment(line)) return;
    const { text } = line;
    if (text === "" || this.#dialect.isMarkup(text)) return this.#blank();
    if (this.#table !== undefined) {
      if (text.includes("|")) return this.#row(line);
      this.#table = undefined;
    }
    if (this.#setext(text)) return;
    if (!line.item && RULE.test(text)) return this.#rule(line);
    if (HEADING.test(text)) return this.#heading(line, HEADING.exec(text)!);
    if (text.includes("|") && next !== undefined && isDelimiterRow(next.text)) return this.#startTable(line);
    if (DEFINITION.test(text)) return this.#close();
    this.#prose(line);
  }

  #inCode(line: Line): boolean {
    if (this.#comment !== undefined) return false;
    const fence = FENCE.exec(line.text)?.[1];
    if (this.#fence !== undefined) {
      const closes = fence !== undefined && fence[0] === this.#fence[0] && fence.length >= this.#fence.length;
      if (closes && line.text === fence) this.#fence = undefined;
      return true;
    }
    if (fence !== undefined) {
      this.#close();
      this.#fence = fence;
      return true;
    }
    return line.indent >= 4 && !line.item && this.#afterBlank && !this.#inList && line.text !== "";
  }

  #inHtmlComment(line: Line): boolean {
    if (this.#comment === undefined) {
      if (!line.text.startsWith("<!--") || line.text.includes("-->")) return false;
      this.#close();
      this.#comment = line.content;
    }
    const end = line.text.indexOf("-->");
    if (end < 0) return true;
    const words = { start: this.#comment + "<!--".length, end: line.content + end };
    this.#comments.push({ start: this.#comment, end: words.end + "-->".length, words });
    this.#comment = undefined;
    return true;
  }

  #blank(): void {
    this.#close();
    this.#table = undefined;
    this.#afterBlank = true;
    this.#isAtBlank = true;
  }

  /** A line of `===` or `---` makes the open paragraph a heading. */
  #setext(text: string): boolean {
    if (this.#open?.kind !== "paragraph" || !/^(?:=+|-+)$/.test(text)) return false;
    const { lines } = this.#open;
    this.#open = undefined;
    this.#push("heading", lines[0]!.content, lines.at(-1)!.end, lines, { level: text[0] === "=" ? 1 : 2 });
    return true;
  }

  #rule(line: Line): void {
    this.#close();
    this.#inList &&= line.indent > 0;
  }

  #heading(line: Line, match: RegExpExecArray): void {
    this.#close();
    this.#inList &&= line.item || line.indent > 0;
    const closing = /(?<![ \t])[ \t]+#+[ \t]*$/.exec(line.text)?.[0].length ?? 0;
    const start = line.content + match[0].length;
    this.#push("heading", start, Math.max(start, line.end - closing), [line], { level: match[1]!.length });
  }

  #startTable(line: Line): void {
    this.#close();
    this.#table = { index: this.#tables++, row: 0 };
    this.#row(line);
  }

  #row(line: Line): void {
    const table = this.#table!;
    if (isDelimiterRow(line.text)) return;
    for (const [column, cell] of tableRow(line.text).entries()) {
      if (cell.end <= cell.start) continue;
      this.#push("cell", line.content + cell.start, line.content + cell.end, [line], {
        cell: { table: table.index, row: table.row, column },
      });
    }
    table.row++;
  }

  #prose(line: Line): void {
    if (line.item || FOOTNOTE.test(line.text) || this.#afterBlank) this.#close();
    if (!line.item && this.#afterBlank && line.indent === 0) this.#inList = false;
    if (this.#open === undefined) this.#open = { kind: this.#inList ? "item" : "paragraph", lines: [] };
    this.#open.lines.push(line);
    this.#afterBlank = false;
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    const first = open.lines[0]!;
    const skip = FOOTNOTE.exec(first.text)?.[0].length ?? 0;
    const { goesOn } = open;
    this.#push(
      open.kind,
      first.content + skip,
      open.lines.at(-1)!.end,
      open.lines,
      goesOn === undefined ? {} : { goesOn },
    );
  }

  #push(
    kind: Block["kind"],
    start: number,
    end: number,
    lines: readonly Line[],
    rest: Pick<Block, "level" | "cell" | "goesOn">,
  ): void {
    this.#afterBlank = false;
    if (end <= start) return;
    const span = { start, end };
    const gaps = lines
      .slice(1)
      .flatMap((line) => (line.content > line.start ? { start: line.start, end: line.content } : []));
    const { prose, comments } = masked(this.#text, span, gaps, this.#dialect.maskInline);
    this.#comments.push(...comments);
    this.#blocks.push({ kind, span, prose, quoted: lines[0]!.quoted, ...rest });
  }
}

function lineAt(text: string, start: number): Line {
  LINE_END.lastIndex = start;
  const end = LINE_END.exec(text);
  if (end === null) return lineOf(text, start, text.length, undefined);
  return lineOf(text, start, end.index, LINE_END.lastIndex);
}

const LINE_END = /\r\n|\n|\r/g;

function lineOf(text: string, start: number, lineEnd: number, next: number | undefined): Line {
  const raw = text.slice(start, lineEnd);
  const end = start + raw.trimEnd().length;
  let at = 0;
  let indent = 0;
  let quoted = false;
  let item = false;
  for (let depth = 0; depth < DEEPEST_NESTING; depth++) {
    const spaces = /^[ \t]*/.exec(raw.slice(at))![0].length;
    if (!item && !quoted) indent += spaces;
    at += spaces;
    const rest = raw.slice(at);
    if (rest.startsWith(">")) {
      quoted = true;
      at++;
      continue;
    }
    const marker = RULE.test(rest.trimEnd()) ? null : MARKER.exec(rest);
    if (marker === null) break;
    item = true;
    at += marker[0].length;
  }
  const content = Math.min(start + at, end);
  const shown = text.slice(content, end);
  return { start, end: Math.max(end, start), next, content, quoted, item, indent, text: shown };
}
