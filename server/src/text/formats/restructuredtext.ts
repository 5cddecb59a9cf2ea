import type { FrontMatter } from "../draft.ts";
import type { Mask } from "../mask.ts";
import type { Masker } from "../masker.ts";
import type { Structure } from "../read-draft.ts";
import { after, BlockWriter, type Line, linesOf } from "./block-writer.ts";
import { tableRow } from "./table.ts";

const ADORNMENT = /^([!-/:-@[-`{-~])\1{1,999}$/;
const ITEM = /^(?:[-*+•‣]|(?:\d{1,9}|#|[a-zA-Z])[.)]|\((?:\d{1,9}|#|[a-zA-Z])\))(?:[ \t]+|$)/;
/** Directives whose content is prose. */
const PROSE =
  /^(?:note|warning|tip|hint|important|caution|danger|error|attention|admonition|seealso|epigraph|pull-quote|highlights|topic|sidebar|container|figure|rubric|centered|only|versionadded|versionchanged|deprecated|parsed-literal)$/;
const QUOTING = /^(?:epigraph|pull-quote|highlights)$/;

/** reStructuredText: headings, lists, quotations, simple and grid tables, notes; directives of code, comments and targets are no prose. */
export function readReStructuredText(text: string, masker: Masker): Structure {
  return new RstReader(text, masker).read();
}

class RstReader {
  readonly #writer: BlockWriter;
  readonly #lines: readonly Line[];
  /** The styles of headings in the order in which they come, each a level. */
  readonly #styles: string[] = [];
  #frontMatter: FrontMatter = {};
  /** Lines further in than this are hidden. */
  #hiddenIn: number | undefined;
  /** Lines further in than this are the prose of a directive, of which fields come first. */
  #directive: { readonly indent: number; readonly quoted: boolean } | undefined;
  /** Where an item's text begins. */
  #item: number | undefined;
  #afterBlank = true;
  #afterColons = false;
  /** Of the last line of prose. */
  #lastIndent = 0;

  constructor(text: string, masker: Masker) {
    this.#writer = new BlockWriter(text, masker, maskRst);
    this.#lines = linesOf(text);
  }

  read(): Structure {
    for (let i = 0; i < this.#lines.length; i++) i += this.#take(this.#lines[i]!, i);
    return { frontMatter: this.#frontMatter, ...this.#writer.result() };
  }

  /** Reads a line; gives how many more it has read. */
  #take(line: Line, i: number): number {
    if (line.text === "") {
      this.#writer.close();
      this.#afterBlank = true;
      return 0;
    }
    if (this.#hiddenIn !== undefined) {
      if (line.indent > this.#hiddenIn) return 0;
      this.#hiddenIn = undefined;
    }
    if (this.#afterColons && this.#afterBlank) {
      this.#afterColons = false;
      if (line.indent > this.#lastIndent) {
        this.#hiddenIn = this.#lastIndent;
        return 0;
      }
    }
    if (this.#directive !== undefined && line.indent <= this.#directive.indent) this.#directive = undefined;
    const more = this.#special(line, i);
    if (more !== undefined) {
      this.#afterBlank = true;
      return more;
    }
    this.#prose(line);
    this.#afterBlank = false;
    return 0;
  }

  #special(line: Line, i: number): number | undefined {
    const next = this.#lines[i + 1];
    if (/^\.\.(?:[ \t]|$)/.test(line.text)) return this.#explicit(line);
    if (/^\+(?:[-=]+\+)+$/.test(line.text)) return this.#table(i, (each) => /^[+|]/.test(each.text));
    if (/^={2,}(?: +={2,})+$/.test(line.text)) return this.#simpleTable(i);
    const isOver = ADORNMENT.test(line.text) && next !== undefined && this.#lines[i + 2]?.text === line.text;
    if (isOver && next.text !== "") return this.#heading(next, `${line.text[0]}over`, 2);
    if (ADORNMENT.test(line.text)) return this.#writer.isOpen ? undefined : 0;
    const isTitle = next !== undefined && ADORNMENT.test(next.text) && next.text.length >= line.text.length;
    if (isTitle && this.#afterBlank && line.indent === 0 && next.indent === 0)
      return this.#heading(line, next.text[0]!, 1);
    if (this.#afterBlank && /^(?:>>>|\.\.\.)[ \t]/.test(line.text)) {
      this.#hiddenIn = undefined;
      let last = i;
      while (this.#lines[last + 1] !== undefined && this.#lines[last + 1]!.text !== "") last++;
      return last - i;
    }
    return this.#field(line);
  }

  #heading(line: Line, style: string, more: number): number {
    let level = this.#styles.indexOf(style);
    if (level < 0) level = this.#styles.push(style) - 1;
    this.#writer.heading(line, level + 1);
    this.#item = undefined;
    return more;
  }

  /** "``:date: 2024-05-01``" */
  #field(line: Line): number | undefined {
    const field = /^:([A-Za-z][\w -]{0,40}):(?:[ \t]+(.*))?$/.exec(line.text);
    if (field === null || this.#writer.isOpen) return undefined;
    if (field[1]!.toLowerCase() === "date" && line.indent === 0) {
      const date = field[2]?.trim() ?? "";
      if (date !== "" && !date.startsWith("$")) this.#frontMatter = { date };
    }
    this.#hiddenIn = line.indent;
    return 0;
  }

  /** Directives, footnotes, targets, comments. */
  #explicit(line: Line): number {
    this.#writer.close();
    const footnote = /^\.\.[ \t]+\[[^\]]{1,80}\][ \t]+/.exec(line.text);
    const directive = /^\.\.[ \t]+(?:\|[^|]{1,80}\|[ \t]+)?([\w:-]+)::[ \t]*/.exec(line.text);
    if (footnote !== null) {
      this.#item = line.indent + 3;
      this.#writer.line(after(line, footnote[0].length));
      return 0;
    }
    const name = directive?.[1] ?? "";
    if (directive === null && !/^\.\.[ \t]+(?:_|\[|\|)/.test(line.text)) this.#writer.comment(line, 2);
    if (!PROSE.test(name)) {
      this.#hiddenIn = line.indent;
      return 0;
    }
    this.#directive = { indent: line.indent, quoted: QUOTING.test(name) };
    if (name !== "figure" && name !== "only" && name !== "container")
      this.#writer.line(after(line, directive![0].length), "paragraph", this.#directive.quoted);
    return 0;
  }

  #table(i: number, isRow: (line: Line) => boolean): number {
    const index = this.#writer.table();
    let row = 0;
    let last = i;
    for (; last < this.#lines.length && isRow(this.#lines[last]!); last++) {
      const { text, start } = this.#lines[last]!;
      if (!text.startsWith("|")) continue;
      for (const [column, cell] of tableRow(text).entries())
        if (cell.end > cell.start)
          this.#writer.cell(
            { start: start + cell.start, end: start + cell.end },
            { table: index, row, column },
          );
      row++;
    }
    return last - 1 - i;
  }

  /** Columns parted by two blanks, under a rule of equals signs. */
  #simpleTable(i: number): number {
    const { text, start: first } = this.#lines[i]!;
    const columns = Array.from(text.matchAll(/=+/g), ({ index }) => index);
    const index = this.#writer.table();
    let row = 0;
    let rules = 1;
    let last = i + 1;
    for (; last < this.#lines.length && rules < 3; last++) {
      const line = this.#lines[last]!;
      if (/^=+(?: +=+)*$/.test(line.text)) rules++;
      else if (line.text !== "") {
        const cells = cellsAt(line, columns, line.indent - this.#lines[i]!.indent);
        for (const { column, span } of cells) this.#writer.cell(span, { table: index, row, column });
        row++;
      } else if (rules === 2 && this.#lines[last - 1] !== undefined && /^=/.test(this.#lines[last - 1]!.text))
        break;
    }
    return first >= 0 ? last - 1 - i : 0;
  }

  #prose(line: Line): void {
    const marker = ITEM.exec(line.text);
    const isItem = marker !== null && this.#afterBlankOrItem();
    const inItem = this.#item !== undefined && line.indent >= this.#item;
    if (isItem) {
      this.#writer.close();
      this.#item = line.indent + marker[0].length;
    } else if (!inItem && this.#afterBlank) this.#item = undefined;
    const own = this.#directive;
    const isDeeper = line.indent > (own?.indent ?? -1) + (own === undefined ? 1 : 0);
    const quoted =
      own?.quoted === true || (own === undefined && isDeeper && this.#item === undefined && line.indent > 0);
    const kind = isItem || this.#item !== undefined ? "item" : "paragraph";
    this.#afterColons = line.text.endsWith("::");
    this.#lastIndent = line.indent;
    const skipped = isItem ? marker[0].length : 0;
    const { start, end } = after(line, skipped);
    // Of the two colons that announce code the reader sees one.
    this.#writer.line({ start, end: this.#afterColons ? Math.max(start, end - 1) : end }, kind, quoted);
  }

  #afterBlankOrItem(): boolean {
    return this.#afterBlank || this.#writer.openKind === "item" || !this.#writer.isOpen;
  }
}

function cellsAt(line: Line, columns: readonly number[], shift: number) {
  return columns.flatMap((column, k) => {
    const from = Math.max(0, column - shift);
    const to = k + 1 < columns.length ? Math.max(0, columns[k + 1]! - shift) : line.text.length;
    const raw = line.text.slice(from, to);
    const start = line.start + from + raw.length - raw.trimStart().length;
    const end = line.start + from + raw.trimEnd().length;
    return end > start ? [{ column: k, span: { start, end } }] : [];
  });
}

const INLINE = new RegExp(
  [
    "(?<literal>``[^`\\n](?:[^`]|`(?!`)){0,1000}``)",
    "(?<code>:(?:code|math|file|kbd|samp|command|option|envvar|py:\\w+|c:\\w+|func|class|mod|meth|attr|data|cite)[\\w:-]*:`[^`]{1,500}`)",
    "(?<link>`(?=[^`<]{1,500}<[^<>`]{1,500}>`_))",
    "(?<linkend>\\s*<[^<>`]{1,500}>`_{0,2})",
    "(?<role>:[a-z][\\w:-]{0,40}:(?=`))",
    "(?<footnote>\\[[^\\]\\s]{1,80}\\]_)",
    "(?<url>(?<![\\p{L}\\p{N}])(?:https?|ftp):\\/\\/[^\\s<>)\\]]*[^\\s<>)\\].,;:!?'\"_*`])",
    "(?<tick>`(?::[a-z][\\w:-]{0,40}:|_{0,2}))",
    "(?<bar>\\|(?=[^|\\s][^|\\n]{0,80}\\|)|(?<=[^|\\s])\\|_{0,2})",
    "(?<escape>\\\\(?:\\s|(?=\\S)))",
    "(?<emphasis>\\*{1,2})",
    "(?<reference>(?<=[\\p{L}\\p{N}])__?(?![\\p{L}\\p{N}_]))",
  ].join("|"),
  "giu",
);

function maskRst(text: string, start: number, end: number, mask: Mask): void {
  for (const match of text.slice(start, end).matchAll(INLINE)) {
    const from = start + match.index;
    const to = from + match[0].length;
    const groups = match.groups!;
    if (groups.literal ?? groups.code ?? groups.url) mask.blank(from, to);
    else mask.hide(from, to);
  }
}
