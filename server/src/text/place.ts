import type { Cell, Draft } from "./draft.ts";
import { lastStarting, type Span, slice } from "./span.ts";
import { HIDDEN, OPAQUE } from "./tokens.ts";

/** Where something stands, for readers who see no lines. */
export interface Place {
  /** The headings that it is under, the outermost first, each with its number if it has one. */
  readonly heading: readonly string[];
  /** Of those under the last heading, from 1, items counted with them; 0 for the heading itself. Without one in tables. */
  readonly paragraph?: number;
  /** Counted from 1, the tables of the whole draft. */
  readonly table?: Cell;
  /** "footnote 3"; the rest is then where it hangs. */
  readonly aside?: string;
  /** The very words. */
  readonly words: string;
}

/** Whether the readers of a draft see no lines: of documents, whose lines are our own making, and of web pages. */
export function isToldByPlace({ format, madeOf }: Draft): boolean {
  return madeOf !== undefined || format === "html";
}

/** The place of a span of a draft, by its headings and paragraphs. */
export function placeIn(draft: Draft, span: Span): Place {
  const { blocks } = draft;
  const blockBefore = (offset: number) =>
    Math.max(
      0,
      lastStarting(blocks, offset, (block) => block.span.start),
    );
  const at = blockBefore(span.start);
  const aside = blocks[at]?.aside;
  const host = aside === undefined ? at : blockBefore(aside.at);
  const { heading, paragraph } = outlineOf(draft)[host] ?? { heading: [], paragraph: 0 };
  const cell = blocks[host]?.cell;
  return {
    heading,
    ...(cell === undefined
      ? { paragraph }
      : { table: { table: cell.table + 1, row: cell.row + 1, column: cell.column + 1 } }),
    ...(aside && { aside: aside.name }),
    words: wordsIn(draft, span),
  };
}

/** Of each block the headings that it is under, and how many paragraphs there are under the last of them up to it. */
type Outline = readonly { readonly heading: readonly string[]; readonly paragraph: number }[];

const outlines = new WeakMap<Draft, Outline>();

/** Made once for a draft: there may be a finding in every one of its blocks. */
function outlineOf(draft: Draft): Outline {
  const known = outlines.get(draft);
  if (known !== undefined) return known;
  let levels: readonly number[] = [];
  let heading: readonly string[] = [];
  let paragraph = 0;
  const outline = draft.blocks.map(({ kind, level = 1, number, aside, span, goesOn }) => {
    if (kind === "heading" && aside === undefined) {
      const kept = levels.findIndex((each) => each >= level);
      const above = kept < 0 ? levels.length : kept;
      const words = oneLine(wordsIn(draft, span));
      levels = [...levels.slice(0, above), level];
      heading = [...heading.slice(0, above), number === undefined ? words : `${number} ${words}`];
      paragraph = 0;
    } else if (kind !== "cell" && aside === undefined && !goesOn) paragraph++;
    return { heading, paragraph };
  });
  outlines.set(draft, outline);
  return outline;
}

/** The words of a span as their reader sees them, without markup. */
function wordsIn({ blocks, text }: Draft, span: Span): string {
  const block = blocks[lastStarting(blocks, span.start, (each) => each.span.start)];
  if (block === undefined || block.span.end < span.end) return slice(text, span);
  let words = "";
  for (let i = span.start; i < span.end; i++) {
    const shown = block.prose[i - block.span.start]!;
    if (shown !== HIDDEN) words += shown === OPAQUE ? text[i] : shown;
  }
  return words;
}

/** "§ 2 Background › 2.1 Ceasefires, paragraph 3: “18 October 2025”". */
export function placeLabel(place: Place): string {
  const where = whereabouts(place);
  return `${where}${where === "" ? "" : ": "}“${shortened(oneLine(place.words))}”`;
}

/** The same without the words. */
export function whereabouts({ heading, paragraph, table, aside }: Place): string {
  const where = [
    ...(heading.length > 0 ? [`§ ${heading.join(" › ")}`] : []),
    ...(table === undefined ? [] : [`table ${table.table}, row ${table.row}, column ${table.column}`]),
    ...(paragraph === undefined || (paragraph === 0 && heading.length > 0) ? [] : [`paragraph ${paragraph}`]),
    ...(aside === undefined ? [] : [aside]),
  ];
  return where.join(", ");
}

const LONGEST = 80;

function shortened(words: string): string {
  if (words.length <= LONGEST) return words;
  const cut = words.lastIndexOf(" ", LONGEST / 2);
  return `${words.slice(0, cut > 0 ? cut : LONGEST / 2)} … ${words.slice(words.lastIndexOf(" ") + 1).slice(-LONGEST / 2)}`;
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}
