import type { Block } from "./draft.ts";
import { isTable, type Part } from "./parts.ts";
import { HIDDEN } from "./tokens.ts";

/** "Table 2. Cabinets since 1998", and Pandoc's own marks, ": Cabinets" and "Table: Cabinets"; white space and markup first. */
const CAPTION = new RegExp(
  `^[\\s${HIDDEN}]*(?::\\s|(?:table|tab\\.)[\\s${HIDDEN}]{0,9}(?:[\\p{N}.]{1,6}|\\p{Lu}{1,4})?[\\s${HIDDEN}]{0,9}[.:—–|-]|(?:table|tab\\.) \\p{N})`,
  "iu",
);

/** By the number of a caption's block: the number of its table. */
export type Captions = ReadonlyMap<number, number>;

/**
 * The captions among some blocks, of which `tableOf` gives the number of the table that they are of: a paragraph beside a
 * table. Between two tables it is that of the one below, unless the first table of the draft has its caption below as
 * well. Linear.
 */
function captionsOf(tables: ReadonlyMap<number, number>, isCaption: (at: number) => boolean): Captions {
  const captions = new Map<number, number>();
  const [first] = tables.keys();
  if (first === undefined) return NONE;
  const isAbove = isCaption(first - 1);
  for (const at of tables.keys())
    for (const beside of [at - 1, at + 1]) {
      if (captions.has(beside) || tables.has(beside) || !isCaption(beside)) continue;
      const [above, below] = [tables.get(beside - 1), tables.get(beside + 1)];
      captions.set(beside, (isAbove ? (below ?? above) : (above ?? below))!);
    }
  return captions;
}

const NONE: Captions = new Map();

/** The captions among parts, by their numbers. */
export function captionsAmong(parts: readonly Part[]): Captions {
  const tables = new Map<number, number>();
  for (let i = 0; i < parts.length; i++) if (isTable(parts[i]!)) tables.set(i, tables.size);
  return captionsOf(tables, (at) => isCaption(parts[at]?.blocks[0]));
}

/** The blocks, with each that is a table's caption marked as such. */
export function withCaptions(blocks: readonly Block[]): readonly Block[] {
  const tables = new Map<number, number>();
  for (const [i, { cell }] of blocks.entries()) if (cell !== undefined) tables.set(i, cell.table);
  const captions = captionsOf(tables, (at) => isCaption(blocks[at]));
  return captions.size === 0
    ? blocks
    : blocks.map((block, i) => (captions.has(i) ? { ...block, captionOf: captions.get(i)! } : block));
}

function isCaption(block: Block | undefined): boolean {
  return block?.kind === "paragraph" && CAPTION.test(block.prose);
}
