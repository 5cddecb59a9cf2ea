import type { Block, Draft } from "../text/draft.ts";
import { type Span, slice } from "../text/span.ts";

/** What is read as a whole: a block of prose, or all cells of a table. */
export interface Part {
  readonly blocks: readonly Block[];
  /** Where its first block begins and its last one ends. */
  readonly span: Span;
  /** As it is written. */
  readonly text: string;
}

/** A draft in the parts in which it is read. Linear in its blocks. */
export function partsOf({ blocks, text }: Draft): Part[] {
  const parts: Part[] = [];
  for (let i = 0; i < blocks.length; ) {
    const first = i;
    const { cell } = blocks[i]!;
    do i++;
    while (cell !== undefined && blocks[i]?.cell?.table === cell.table);
    const of = blocks.slice(first, i);
    const span = { start: of[0]!.span.start, end: of.at(-1)!.span.end };
    parts.push({ blocks: of, span, text: slice(text, span) });
  }
  return parts;
}

/** Whether two parts say the same in the same words and markup, wherever they stand. */
export function isSamePart(a: Part, b: Part): boolean {
  if (a.text !== b.text || a.blocks.length !== b.blocks.length) return false;
  return a.blocks.every((block, i) => isSameBlock(block, a.span.start, b.blocks[i]!, b.span.start));
}

function isSameBlock(a: Block, fromA: number, b: Block, fromB: number): boolean {
  return (
    a.kind === b.kind &&
    a.span.start - fromA === b.span.start - fromB &&
    a.prose === b.prose &&
    a.quoted === b.quoted &&
    a.level === b.level &&
    a.cell?.row === b.cell?.row &&
    a.cell?.column === b.cell?.column
  );
}

/**
 * For each part the one of an earlier version of the draft that says the same, if there is one: beginning and end stand
 * still mostly, and what has been moved between them is found by its words. Linear.
 */
export function earlierParts<T extends Part>(
  parts: readonly Part[],
  earlier: readonly T[],
): (T | undefined)[] {
  const found: (T | undefined)[] = new Array(parts.length);
  const shorter = Math.min(parts.length, earlier.length);
  let head = 0;
  while (head < shorter && isSamePart(parts[head]!, earlier[head]!)) {
    found[head] = earlier[head]!;
    head++;
  }
  const by = earlier.length - parts.length;
  let tail = parts.length;
  while (tail > head && tail + by > head && isSamePart(parts[tail - 1]!, earlier[tail - 1 + by]!)) {
    tail--;
    found[tail] = earlier[tail + by]!;
  }
  if (tail - head < 2) return found;
  const byText = new Map(earlier.slice(head, tail + by).map((part) => [part.text, part]));
  for (let i = head; i < tail; i++) {
    const part = byText.get(parts[i]!.text);
    if (part !== undefined && isSamePart(parts[i]!, part)) found[i] = part;
  }
  return found;
}
