import type { FrontMatter } from "../draft.ts";
import type { Mask } from "../mask.ts";
import type { Masker } from "../masker.ts";
import type { Structure } from "../read-draft.ts";
import { after, BlockWriter, type Line, linesOf } from "./block-writer.ts";
import { characterOf } from "./inline.ts";

const HEADING = /^(={1,6})[ \t]+(?=\S)/;
const ITEM = /^(?:\*{1,5}|-|\.{1,5}|\d{1,9}\.|[a-z]\.|<\d{1,3}>|<\.>)[ \t]+(?:\[[ x*]\][ \t]+)?(?=\S)/;
const DESCRIPTION = /^([^:\n]{1,200}(?<!:)):{2,4}(?:[ \t]+|$)/;
const ADMONITION = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+/;
/** Lines that open and close a block of code, of passed-through matter, of a comment. */
const HIDING = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,}.*)$/;
const OTHER_FENCE = /^(?:={4,}|\*{4,}|--)$/;
const QUOTE_FENCE = /^_{4,}$/;
const CODE_STYLE =
  /^\[(?:source|listing|literal|pass|stem|latexmath|asciimath|verse,?\s*$|plantuml|mermaid|graphviz)\b/;
const ATTRIBUTE = /^:(!?[\w][\w-]*!?):(?:[ \t]+(.*))?$/;

/** AsciiDoc: headings, lists, quotations, tables, notes; code, attributes, macros and comments are no prose. */
export function readAsciiDoc(text: string, masker: Masker): Structure {
  return new AsciiDocReader(text, masker).read();
}

class AsciiDocReader {
  readonly #writer: BlockWriter;
  readonly #text: string;
  #date: string | undefined;
  /** The fence that ends what is hidden; an empty one is a blank line. */
  #hidden: string | undefined;
  #commentFrom: number | undefined;
  #quoteFence = false;
  #quoteNext = false;
  #codeNext = false;
  #table: { readonly index: number; row: number; columns: number; cells: number } | undefined;
  /** Under the document's title, until a blank line. */
  #inHeader = false;
  #afterBlank = true;
  #inList = false;

  constructor(text: string, masker: Masker) {
    this.#text = text;
    this.#writer = new BlockWriter(text, masker, maskAsciiDoc);
  }

  read(): Structure {
    for (const line of linesOf(this.#text)) this.#take(line);
    const frontMatter: FrontMatter = this.#date === undefined ? {} : { date: this.#date };
    return { frontMatter, ...this.#writer.result() };
  }

  #take(line: Line): void {
    if (this.#hidden !== undefined) return this.#inHidden(line);
    if (line.text === "") return this.#blank();
    if (this.#table !== undefined) return this.#row(line);
    if (this.#markup(line)) {
      this.#afterBlank = true;
      return;
    }
    this.#prose(line);
    this.#afterBlank = false;
  }

  #inHidden(line: Line): void {
    if (line.text !== this.#hidden) return;
    if (this.#commentFrom !== undefined)
      this.#writer.comment({ start: this.#commentFrom, end: line.end }, line.text.length, line.text.length);
    this.#commentFrom = undefined;
    this.#hidden = undefined;
    this.#afterBlank = true;
  }

  #blank(): void {
    this.#writer.close();
    this.#inHeader = false;
    this.#quoteNext &&= this.#quoteFence;
    this.#codeNext = false;
    this.#afterBlank = true;
  }

  /** Whether a line is markup, or belongs to it. */
  #markup(line: Line): boolean {
    const { text } = line;
    if (/^\/\/(?!\/)/.test(text)) {
      this.#writer.comment(line, 2);
      return !this.#writer.isOpen || true;
    }
    const attribute = ATTRIBUTE.exec(text);
    if (attribute !== null && !this.#writer.isOpen) {
      if (/^(?:revdate|date)$/.test(attribute[1]!)) this.#date = attribute[2]?.trim() || this.#date;
      return true;
    }
    if (this.#inHeader) {
      const date = /\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
      if (/^v?\d[\w.]*,|^\d{4}-/.test(text) && date !== undefined) this.#date = date;
      return true;
    }
    const heading = line.indent === 0 ? HEADING.exec(text) : null;
    if (heading !== null && !this.#writer.isOpen) {
      this.#writer.heading(after(line, heading[0].length), heading[1]!.length);
      this.#inHeader = heading[1]!.length === 1;
      this.#inList = false;
      return true;
    }
    return this.#fence(line) || this.#blockLine(line);
  }

  #fence(line: Line): boolean {
    const { text } = line;
    if (HIDING.test(text)) {
      this.#writer.close();
      this.#hidden = text.startsWith("`") ? /^`+/.exec(text)![0] : text;
      if (text.startsWith("/")) this.#commentFrom = line.start;
      return true;
    }
    if (/^\|={3,}$/.test(text)) {
      this.#table = { index: this.#writer.table(), row: 0, columns: 0, cells: 0 };
      return true;
    }
    if (QUOTE_FENCE.test(text)) {
      this.#writer.close();
      this.#quoteFence = !this.#quoteFence;
      this.#quoteNext = this.#quoteFence;
      return true;
    }
    if (!OTHER_FENCE.test(text)) return false;
    this.#writer.close();
    return true;
  }

  /** Lines about the block that follows, macros that stand by themselves, what joins blocks. */
  #blockLine({ text, indent }: Line): boolean {
    if (/^\[[^\]]*\]$/.test(text)) {
      this.#writer.close();
      this.#quoteNext ||= /^\[(?:quote|verse)\b/.test(text);
      this.#codeNext = CODE_STYLE.test(text);
      return true;
    }
    if (/^\w+::\S*\[.*\]$|^(?:'{3,}|<{3,}|toc::\[\])$/.test(text) || text === "+") {
      this.#writer.close();
      return true;
    }
    // An indented paragraph is literal.
    if (this.#codeNext || (indent > 0 && this.#afterBlank && !ITEM.test(text))) {
      this.#codeNext = false;
      this.#hidden = "";
      return true;
    }
    return false;
  }

  #prose(line: Line): void {
    const item =
      ITEM.exec(line.text) ?? (this.#afterBlank || this.#inList ? DESCRIPTION.exec(line.text) : null);
    const skipped = item !== null && /:$|:[ \t]+$/.test(item[0]) ? 0 : (item?.[0].length ?? 0);
    if (item !== null) {
      this.#writer.close();
      this.#inList = true;
    } else if (this.#afterBlank && line.indent === 0) this.#inList = false;
    const admonition = this.#afterBlank ? (ADMONITION.exec(line.text)?.[0].length ?? 0) : 0;
    const title = this.#afterBlank && /^\.(?=[^\s.])/.test(line.text) ? 1 : 0;
    const from = after(line, Math.max(skipped, admonition, title));
    const end = /[ \t]\+$/.test(line.text) ? from.end - 1 : from.end;
    this.#writer.line({ start: from.start, end }, this.#inList ? "item" : "paragraph", this.#quoteNext);
    if (title > 0) this.#writer.close();
  }

  /** Cells begin with a bar; the first line that has several says how many columns there are. */
  #row(line: Line): void {
    const table = this.#table!;
    if (/^\|={3,}$/.test(line.text)) {
      this.#table = undefined;
      this.#afterBlank = true;
      return;
    }
    const cells = Array.from(line.text.matchAll(/(?:^|(?<=\s))(?:\d{0,2}[.+*<^>aehlmsd]{0,4})\|([^|]*)/g));
    if (table.columns === 0) table.columns = cells.length;
    for (const { index, 0: whole, 1: content = "" } of cells) {
      const from = line.start + index + whole.length - content.length;
      const start = from + content.length - content.trimStart().length;
      const end = from + content.trimEnd().length;
      const row = table.columns > 1 ? Math.floor(table.cells / table.columns) : table.row;
      const column = table.columns > 1 ? table.cells % table.columns : 0;
      if (end > start) this.#writer.cell({ start, end }, { table: table.index, row, column });
      table.cells++;
    }
    table.row++;
  }
}

const INLINE = new RegExp(
  [
    "(?<pass>\\+{2,3}[^+\\n]{1,500}\\+{2,3}|pass:[a-z,]{0,9}\\[[^\\]\\n]{0,500}\\]|(?:stem|latexmath|asciimath|kbd|btn|menu|image|icon|indexterm2?):[^\\s\\[]{0,500}\\[[^\\]\\n]{0,500}\\])",
    "(?<quoteopen>[\"'](?=`\\S)`)",
    "(?<quoteclose>(?<=\\S)`[\"'])",
    "(?<code>(?<![\\p{L}\\p{N}`])(?<ticks>`{1,2})(?=\\S)(?![\"'])[^`\\n]{1,500}?(?<=\\S)\\k<ticks>(?![\\p{L}\\p{N}`])|(?<![\\p{L}\\p{N}+])\\+(?=\\S)[^+\\n]{1,200}(?<=\\S)\\+(?![\\p{L}\\p{N}+]))",
    "(?<aside>footnote(?:ref)?:[\\w-]{0,80}\\[[^\\]\\n]{0,1000}\\]|\\(\\(\\(?[^()\\n]{1,200}\\)\\)\\)?|\\[\\[[^\\][\\n]{1,200}\\]\\]|anchor:[\\w-]+\\[[^\\]\\n]{0,200}\\]|(?:cite|citenp):[^\\s\\[]{0,200}\\[[^\\]\\n]{0,500}\\])",
    "(?<link>(?:link:|xref:|mailto:|https?:\\/\\/|ftp:\\/\\/)[^\\s\\[\\]]{1,1000}\\[(?=[^\\]\\n]{1,500}\\]))",
    "(?<url>(?<![\\p{L}\\p{N}])(?:https?|ftp):\\/\\/[^\\s<>)\\]\\[]*[^\\s<>)\\]\\[.,;:!?'\"_*](?:\\[\\])?|(?:link|xref|mailto):[^\\s\\[\\]]{1,1000}\\[\\])",
    "(?<reference><<[^<>,\\n]{1,200},\\s*(?=[^<>\\n]{1,200}>>)|(?<=\\S)>>)",
    "(?<barereference><<[^<>,\\n]{1,200}>>)",
    "(?<role>\\[[.#][\\w.#-]{1,100}\\](?=[#*_`]))",
    "(?<attribute>\\{(?:nbsp|zwsp|wj|sp|empty)\\})",
    "(?<unknown>\\{[\\w][\\w-]{0,80}\\})",
    "(?<entity>&(?:#\\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)",
    "(?<dashes>(?<=[\\p{L}\\p{N}]| )--(?=[\\p{L}\\p{N}]| ))",
    "(?<closing>\\](?!\\]))",
    "(?<emphasis>\\*{1,2}|(?<![\\p{L}\\p{N}])_{1,2}(?=\\S)|__|(?<=\\S)_{1,2}(?![\\p{L}\\p{N}])|#{1,2}(?=\\S)(?<![\\p{L}\\p{N}]#)|(?<=\\S)#{1,2}(?![\\p{L}\\p{N}])|[\\^~](?=\\S)|(?<=\\S)[\\^~])",
  ].join("|"),
  "giu",
);

function maskAsciiDoc(text: string, start: number, end: number, mask: Mask): void {
  let links = 0;
  for (const { index, 0: match, groups = {} } of text.slice(start, end).matchAll(INLINE)) {
    const from = start + index;
    const to = from + match.length;
    if (groups.link !== undefined) links++;
    // A closing bracket is markup where it ends a link's text.
    if (groups.closing !== undefined && links-- <= 0) links = 0;
    else if (groups.pass ?? groups.code ?? groups.url ?? groups.barereference ?? groups.unknown)
      mask.blank(from, to);
    else if (groups.quoteopen !== undefined) mask.replace(from, to, match[0] === '"' ? "“" : "‘");
    else if (groups.quoteclose !== undefined) mask.replace(from, to, match[1] === '"' ? "”" : "’");
    else if (groups.attribute !== undefined) mask.replace(from, to, " ");
    else if (groups.entity !== undefined) mask.replace(from, to, characterOf(groups.entity));
    else if (groups.dashes !== undefined) mask.replace(from, to, "—");
    else mask.hide(from, to);
  }
}
