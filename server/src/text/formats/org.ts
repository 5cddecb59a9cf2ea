import type { FrontMatter } from "../draft.ts";
import type { Mask } from "../mask.ts";
import type { Masker } from "../masker.ts";
import type { Structure } from "../read-draft.ts";
import { after, BlockWriter, type Line, linesOf } from "./block-writer.ts";
import { tableRow } from "./table.ts";

const HEADING = /^(\*+)[ \t]+(?:(?:TODO|DONE|NEXT|WAITING|CANCELLED)[ \t]+)?(?:\[#[A-Z]\][ \t]+)?/;
const TAGS = /[ \t]+:[\w@#%:]+:$/;
const ITEM = /^(?:[-+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ X-]\][ \t]+)?|$)/;
const STAR_ITEM = /^\*[ \t]+/;
const FOOTNOTE = /^\[fn:[\w-]+\][ \t]*/;
const NO_PROSE = /^(?:src|example|export|comment|latex|html|ascii)$/i;

/** Org: headings, lists, tables, quotations and footnotes; blocks of code, drawers, keywords and comments are no prose. */
export function readOrg(text: string, masker: Masker): Structure {
  const writer = new BlockWriter(text, masker, maskOrg);
  let frontMatter: FrontMatter = {};
  /** The block that hides what is in it, until its end. */
  let hidden: RegExp | undefined;
  let quoted = false;
  let table: { readonly index: number; row: number } | undefined;
  for (const line of linesOf(text)) {
    if (hidden !== undefined) {
      if (hidden.test(line.text)) hidden = undefined;
      continue;
    }
    if (!line.text.startsWith("|")) table = undefined;
    const begin = /^#\+begin_(\w+)/i.exec(line.text)?.[1];
    const keyword = /^#\+(\w+):[ \t]*(.*)$/.exec(line.text);
    if (line.text === "") writer.close();
    else if (begin !== undefined) {
      writer.close();
      if (NO_PROSE.test(begin)) hidden = new RegExp(`^#\\+end_${begin}\\b`, "i");
      else if (/^quote$/i.test(begin)) quoted = true;
    } else if (/^#\+end_\w+/i.test(line.text)) {
      writer.close();
      quoted = false;
    } else if (keyword !== null) {
      writer.close();
      if (keyword[1]!.toLowerCase() === "date") frontMatter = dateOf(keyword[2]!);
    } else if (/^:[\w-]+:$/.test(line.text) && !/^:END:$/i.test(line.text)) {
      writer.close();
      hidden = /^:END:$/i;
    } else if (isNoProse(line)) {
      writer.close();
      if (/^#(?:[ \t]|$)/.test(line.text)) writer.comment(line, 1);
    } else if (line.indent === 0 && HEADING.test(line.text)) heading(writer, line);
    else if (line.text.startsWith("|")) {
      table ??= { index: writer.table(), row: 0 };
      if (row(writer, line, table)) table.row++;
    } else prose(writer, line, quoted);
  }
  return { frontMatter, ...writer.result() };
}

function dateOf(value: string): FrontMatter {
  const date = /[<[](\d{4}-\d{2}-\d{2})/.exec(value)?.[1] ?? value.trim();
  return date === "" ? {} : { date };
}

/** Comments, fixed-width lines, rules, planning and the clock. */
function isNoProse({ text, indent }: Line): boolean {
  return (
    /^#(?:[ \t]|$)/.test(text) ||
    /^#\+/.test(text) ||
    /^:(?:[ \t]|$)/.test(text) ||
    /^-{5,}$/.test(text) ||
    /^(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):/.test(text) ||
    (indent === 0 && /^:END:$/i.test(text))
  );
}

function heading(writer: BlockWriter, line: Line): void {
  const match = HEADING.exec(line.text)!;
  const tags = TAGS.exec(line.text)?.[0].length ?? 0;
  const { start, end } = after(line, match[0].length);
  writer.heading({ start, end: Math.max(start, end - tags) }, match[1]!.length);
}

/** Whether the line is a row, and not a rule between rows. */
function row(
  writer: BlockWriter,
  line: Line,
  table: { readonly index: number; readonly row: number },
): boolean {
  if (/^\|[-+|]+$/.test(line.text)) return false;
  for (const [column, cell] of tableRow(line.text).entries())
    if (cell.end > cell.start)
      writer.cell(
        { start: line.start + cell.start, end: line.start + cell.end },
        { table: table.index, row: table.row, column },
      );
  return true;
}

function prose(writer: BlockWriter, line: Line, quoted: boolean): void {
  const marker = ITEM.exec(line.text) ?? (line.indent > 0 ? STAR_ITEM.exec(line.text) : null);
  const footnote = FOOTNOTE.exec(line.text);
  if (marker !== null || footnote !== null) writer.close();
  const skipped = marker?.[0].length ?? (line.indent === 0 ? footnote?.[0].length : undefined) ?? 0;
  writer.line(after(line, skipped), marker === null ? "paragraph" : "item", quoted);
}

const INLINE = new RegExp(
  [
    "(?<link>\\[\\[[^\\][]{1,1000}\\]\\[)",
    "(?<bare>\\[\\[[^\\][]{1,1000}\\]\\])",
    "(?<linkend>\\]\\])",
    "(?<footnote>\\[fn:[^\\][]{0,1000}\\])",
    "(?<cite>\\[cite[^\\][]{0,1000}\\])",
    "(?<code>(?<![\\p{L}\\p{N}])(?<mark>[=~])(?=\\S)[^\\n]{1,500}?(?<=\\S)\\k<mark>(?![\\p{L}\\p{N}])|src_\\w+\\{[^{}\\n]{0,500}\\})",
    "(?<math>\\$(?=\\S)[^$\\n]{1,500}?(?<=\\S)\\$(?![\\p{L}\\p{N}])|\\\\\\([^\\n]{1,500}?\\\\\\))",
    "(?<nbsp>\\\\nbsp(?:\\{\\})?)",
    "(?<break>\\\\\\\\(?=\\s|$))",
    "(?<url>(?<![\\p{L}\\p{N}])(?:https?|ftp):\\/\\/[^\\s<>)\\]]*[^\\s<>)\\].,;:!?'\"])",
    "(?<dashes>(?<!-)-{2,3}(?!-))",
    "(?<emphasis>(?<![\\p{L}\\p{N}])[*\\/_+](?=\\S)|(?<=\\S)[*\\/_+](?![\\p{L}\\p{N}]))",
  ].join("|"),
  "giu",
);

function maskOrg(text: string, start: number, end: number, mask: Mask): void {
  for (const match of text.slice(start, end).matchAll(INLINE)) {
    const from = start + match.index;
    const to = from + match[0].length;
    const groups = match.groups!;
    if (groups.code ?? groups.math ?? groups.url ?? groups.bare) mask.blank(from, to);
    else if (groups.nbsp !== undefined || groups.break !== undefined) mask.replace(from, to, " ");
    else if (groups.dashes !== undefined) mask.replace(from, to, match[0].length === 2 ? "–" : "—");
    else mask.hide(from, to);
  }
}
