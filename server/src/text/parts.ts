import { bisect } from "./bisect.ts";
import type { Captions } from "./captions.ts";
import { copied } from "./copied.ts";
import type { Block } from "./draft.ts";
import { type Span, slice } from "./span.ts";

/**
 * What is read as a whole: a block of prose, or all cells of a table. Places in it count from its start and its table is
 * number 0, so that a part that has only moved is still the same object.
 */
export interface Part {
  readonly blocks: readonly Block[];
  /** As it is written. */
  readonly text: string;
}

/** The parts of a draft in their order, and where each begins. */
export interface Parts {
  readonly all: readonly Part[];
  readonly starts: ArrayLike<number>;
  /** Those that are captions of tables, which are numbered from 0. */
  readonly captions?: Captions;
}

export function isTable({ blocks }: Part): boolean {
  return blocks[0]!.cell !== undefined;
}

/** Whether it is a piece of the same paragraph as the part before it. */
export function goesOn({ blocks }: Part): boolean {
  return blocks[0]!.goesOn === true;
}

/** Blocks of a text, in its order, as parts. Linear. */
export function partsOf(text: string, blocks: readonly Block[]): { all: Part[]; starts: number[] } {
  const all: Part[] = [];
  const starts: number[] = [];
  for (let i = 0; i < blocks.length; ) {
    const first = i;
    const { cell, span } = blocks[i]!;
    do i++;
    while (cell !== undefined && blocks[i]?.cell?.table === cell.table);
    const of = blocks.slice(first, i);
    const { start } = span;
    starts.push(start);
    all.push({
      blocks: of.map((block) => detached(block, start)),
      text: copied(slice(text, { start, end: of.at(-1)!.span.end })),
    });
  }
  return { all, starts };
}

/** A block as its part has it; what ties it to the rest of its draft is left out. */
function detached({ captionOf: _, aside: __, ...block }: Block, start: number): Block {
  const { span, cell } = block;
  return {
    ...block,
    span: { start: span.start - start, end: span.end - start },
    ...(cell && { cell: { ...cell, table: 0 } }),
  };
}

/** Whether two parts say the same in the same words and markup. */
function isSamePart(a: Part, b: Part): boolean {
  if (a === b) return true;
  if (a.text !== b.text || a.blocks.length !== b.blocks.length) return false;
  return a.blocks.every((block, i) => isSameBlock(block, b.blocks[i]!));
}

function isSameBlock(a: Block, b: Block): boolean {
  return (
    a.kind === b.kind &&
    a.span.start === b.span.start &&
    a.span.end === b.span.end &&
    a.prose === b.prose &&
    a.quoted === b.quoted &&
    a.goesOn === b.goesOn &&
    a.level === b.level &&
    a.number === b.number &&
    a.cell?.row === b.cell?.row &&
    a.cell?.column === b.cell?.column
  );
}

/**
 * The parts, each that an older version of them has as well replaced by that one's own: beginning and end stand still
 * mostly, and what has been moved between them is found by its words. No older part is taken twice. Linear.
 */
export function keptParts(parts: readonly Part[], earlier: readonly Part[]): Part[] {
  const kept = [...parts];
  const shorter = Math.min(parts.length, earlier.length);
  let head = 0;
  while (head < shorter && isSamePart(parts[head]!, earlier[head]!)) {
    kept[head] = earlier[head]!;
    head++;
  }
  const by = earlier.length - parts.length;
  let tail = parts.length;
  while (tail > head && tail + by > head && isSamePart(parts[tail - 1]!, earlier[tail - 1 + by]!)) {
    tail--;
    kept[tail] = earlier[tail + by]!;
  }
  if (tail - head < 2) return kept;
  const byText = new Map(earlier.slice(head, tail + by).map((part) => [part.text, part]));
  for (let i = head; i < tail; i++) {
    const part = byText.get(parts[i]!.text);
    if (part === undefined || !isSamePart(parts[i]!, part)) continue;
    kept[i] = part;
    byText.delete(part.text);
  }
  return kept;
}

/** The number of the part in which an offset is, or after which it stands; -1 before all of them. */
export function partAt({ starts }: Parts, offset: number): number {
  return bisect(starts.length, (i) => starts[i]! <= offset) - 1;
}

/** So many parts at the head of a draft. */
export function firstParts({ all, starts, ...rest }: Parts, count: number): Parts {
  return { ...rest, all: all.slice(0, count), starts: Array.prototype.slice.call(starts, 0, count) };
}

/** The blocks of a draft where they stand in it, the tables numbered. Linear. */
export function placedBlocks({ all, starts }: Parts): Block[] {
  const blocks: Block[] = [];
  let tables = 0;
  for (const [i, part] of all.entries()) {
    const by = starts[i]!;
    for (const block of part.blocks) {
      const { cell } = block;
      const span = moved(block.span, by);
      blocks.push(
        cell === undefined ? { ...block, span } : { ...block, span, cell: { ...cell, table: tables } },
      );
    }
    if (isTable(part)) tables++;
  }
  return blocks;
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
