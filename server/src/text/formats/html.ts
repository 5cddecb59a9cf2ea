import type { Comment } from "../comment.ts";
import type { Block, FrontMatter } from "../draft.ts";
import { Mask } from "../mask.ts";
import type { Structure } from "../read-draft.ts";
import { characterOf } from "./inline.ts";

/** Elements whose content is no prose. */
const HIDDEN_ELEMENTS =
  /^(?:script|style|pre|code|kbd|samp|textarea|svg|math|template|select|iframe|object|noscript|title|xmp|noembed|noframes|nav|button|dialog|canvas|audio|video|datalist)$/;
/** What has no end, and therefore nothing in it. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** What is there, but not to be seen. */
const UNSEEN =
  /\saria-hidden\s*=\s*["']?true|\srole\s*=\s*["']?navigation|\sstyle\s*=\s*["'][^"']{0,500}?display\s*:\s*none/i;
/** Of these the content is text, whatever it looks like. */
const RAW = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/;
/** Elements inside a line; all others part blocks. */
const INLINE =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|input|ins|kbd|label|mark|math|q|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|svg|time|tt|u|var|wbr|br)$/;

/** Bounded, so that a "<" that opens nothing costs no more than a look ahead. */
const PART =
  /<!--|<!\[CDATA\[|<[!?][^>]{0,2000}>|<\/?([a-zA-Z][\w:-]{0,60})((?:[^<>"']|"[^"]{0,5000}"|'[^']{0,5000}'){0,2000})>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/g;

/** HTML: the text of paragraphs, headings, items, cells and quotations; scripts, styles, code, tags and comments are no prose. */
export function readHtml(text: string): Structure {
  const reader = new HtmlReader(text);
  reader.read();
  return { frontMatter: reader.frontMatter, blocks: reader.proper(), comments: reader.comments };
}

class HtmlReader {
  readonly blocks: Block[] = [];
  readonly comments: Comment[] = [];
  frontMatter: FrontMatter = {};
  readonly #text: string;
  #mask = new Mask();
  /** Where the block that is open begins. */
  #start = 0;
  #kind: Block["kind"] = "paragraph";
  #level: number | undefined;
  #quotations = 0;
  #isItem = false;
  /** For each list that is open, whether it is itself in an item. */
  readonly #lists: boolean[] = [];
  readonly #tables: { index: number; row: number; column: number }[] = [];
  #tableCount = 0;
  /** How many elements are open that hold what a page is about, and the blocks in them. */
  readonly #open = { main: 0, article: 0 };
  readonly #inside = { main: new Set<Block>(), article: new Set<Block>() };

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    const part = new RegExp(PART);
    if (this.#text.startsWith("\uFEFF")) this.#start = 1;
    for (let match = part.exec(this.#text); match !== null; match = part.exec(this.#text)) {
      const { index, 0: whole, 1: name, 2: attributes = "" } = match;
      const end = index + whole.length;
      if (whole === "<!--") part.lastIndex = this.#comment(index);
      else if (whole.startsWith("&")) this.#mask.replace(index, end, characterOf(whole));
      else if (name === undefined) this.#mask.hide(index, end);
      else part.lastIndex = this.#tag(name.toLowerCase(), whole, attributes, index, end);
    }
    this.#close(this.#text.length);
  }

  /** The blocks that a page is about: of a site's page not what stands around its main part, or around most of its text. */
  proper(): readonly Block[] {
    const { main, article } = this.#inside;
    if (main.size > 0) return this.blocks.filter((block) => main.has(block));
    return lengthOf([...article]) * 2 > lengthOf(this.blocks)
      ? this.blocks.filter((block) => article.has(block))
      : this.blocks;
  }

  #comment(start: number): number {
    const found = this.#text.indexOf("-->", start + 4);
    const end = found < 0 ? this.#text.length : found + 3;
    this.comments.push({ start, end, words: { start: start + 4, end: found < 0 ? end : found } });
    this.#mask.hide(start, end);
    return end;
  }

  /** Reads a tag; gives where to go on. */
  #tag(name: string, whole: string, attributes: string, start: number, end: number): number {
    const closes = whole.startsWith("</");
    if (name === "meta") this.#meta(attributes);
    const isUnseen = !VOID.test(name) && isHidden(attributes);
    if ((HIDDEN_ELEMENTS.test(name) || isUnseen) && !closes && !whole.endsWith("/>")) {
      const stop = this.#endOf(name, end);
      if (INLINE.test(name) && isUnseen) this.#mask.hide(start, stop);
      else if (INLINE.test(name)) this.#mask.blank(start, stop);
      else this.#part(start, stop, name, closes);
      return stop;
    }
    if (name === "br" || name === "wbr") this.#mask.replace(start, end, name === "br" ? " " : "\u200B");
    else if (name === "img") this.#mask.blank(start, end);
    else if (name === "q") this.#mask.replace(start, end, closes ? "”" : "“");
    else if (name === "sup" && !closes) return this.#superscript(start, end);
    else if (INLINE.test(name)) this.#mask.hide(start, end);
    else this.#part(start, end, name, closes);
    return end;
  }

  /** A note's mark ("<sup><a href="#1">1</a></sup>") is none of the text. */
  #superscript(start: number, end: number): number {
    const mark = /^(?:<[^<>]{0,500}>|[\d*†‡§[\]\s,]){0,12}<\/sup>/.exec(this.#text.slice(end, end + 1500));
    this.#mask.hide(start, mark === null ? end : end + mark[0].length);
    return mark === null ? end : end + mark[0].length;
  }

  #endOf(name: string, from: number): number {
    const close = new RegExp(`</${name}\\b[^>]{0,200}>${RAW.test(name) ? "" : `|<${name}[\\s>]`}`, "gi");
    close.lastIndex = from;
    let depth = 1;
    for (let match = close.exec(this.#text); match !== null; match = close.exec(this.#text)) {
      depth += match[0].startsWith("</") ? -1 : 1;
      if (depth === 0) return match.index + match[0].length;
    }
    return this.#text.length;
  }

  /** A tag that parts blocks: what comes before it is one, what comes after it another. */
  #part(start: number, end: number, name: string, closes: boolean): void {
    this.#close(start);
    this.#start = end;
    const step = closes ? -1 : 1;
    if (name === "blockquote") this.#quotations = Math.max(0, this.#quotations + step);
    else if (name === "li" || name === "dd" || name === "dt")
      this.#isItem = !closes || this.#lists.length > 1;
    else if (/^(?:ul|ol|dl|menu)$/.test(name)) this.#list(closes);
    else if (name === "table") this.#table(closes);
    else if (name === "main" || name === "article") this.#open[name] = Math.max(0, this.#open[name] + step);
    const table = this.#tables.at(-1);
    if (table !== undefined && name === "tr") {
      if (!closes) table.row++;
      table.column = -1;
    }
    const isCell = name === "td" || name === "th";
    if (isCell && !closes && table !== undefined) table.column++;
    const heading = /^h([1-6])$/.exec(name);
    this.#level = heading !== null && !closes ? Number(heading[1]) : undefined;
    const inCell = table !== undefined && table.column >= 0 && table.row >= 0 && !(isCell && closes);
    this.#kind =
      this.#level !== undefined ? "heading" : inCell ? "cell" : this.#isItem ? "item" : "paragraph";
  }

  #list(closes: boolean): void {
    if (!closes) this.#lists.push(this.#isItem);
    else this.#isItem = this.#lists.pop() ?? false;
  }

  #table(closes: boolean): void {
    if (closes) this.#tables.pop();
    else this.#tables.push({ index: this.#tableCount++, row: -1, column: -1 });
  }

  #close(at: number): void {
    const text = this.#text;
    let start = this.#start;
    let end = at;
    while (start < end && isSpace(text, start)) start++;
    while (end > start && isSpace(text, end - 1)) end--;
    const mask = this.#mask;
    this.#mask = new Mask();
    if (end <= start) return;
    const span = { start, end };
    const table = this.#tables.at(-1);
    const rest =
      this.#kind === "cell" && table !== undefined
        ? { cell: { table: table.index, row: table.row, column: table.column } }
        : {};
    const level = this.#kind === "heading" && this.#level !== undefined ? { level: this.#level } : {};
    const prose = mask.prose(text, span);
    if (!/[^\s\uFDD0\uFFFC]/.test(prose)) return;
    const block = { kind: this.#kind, span, prose, quoted: this.#quotations > 0, ...rest, ...level };
    this.blocks.push(block);
    for (const name of ["main", "article"] as const) if (this.#open[name] > 0) this.#inside[name].add(block);
  }

  /** `<meta name="date" content="2024-05-01">`, and what others call it. */
  #meta(attributes: string): void {
    const value = (name: string) =>
      new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i")
        .exec(attributes)
        ?.slice(1)
        .find((each) => each !== undefined);
    const name = (value("name") ?? value("property") ?? value("http-equiv") ?? "").toLowerCase();
    const content = value("content")?.trim() ?? "";
    if (
      !/^(?:date|dc\.date|dcterms\.(?:date|created|issued)|article:published_time)$/.test(name) ||
      content === ""
    )
      return;
    this.frontMatter = { date: /^\d{4}-\d{2}-\d{2}(?=T)/.exec(content)?.[0] ?? content };
  }
}

function isHidden(attributes: string): boolean {
  if (UNSEEN.test(attributes)) return true;
  if (!/\shidden/i.test(attributes)) return false;
  // Among the names alone: a class may be called "hidden" on narrow screens only.
  const names = attributes.replace(/"[^"]*"|'[^']*'/g, '""');
  return /\shidden(?=[\s=/]|$)/i.test(names) && !/until-found/i.test(attributes);
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { prose }) => sum + prose.length, 0);
}

function isSpace(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}
