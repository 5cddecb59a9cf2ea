import type { Comment } from "../comment.ts";
import type { Block } from "../draft.ts";
import { type MaskInline, masked } from "../masker.ts";
import { firstPieces, LONG } from "../pieces.ts";

/** Some pieces of a line of endless length. */
export interface Stretch {
  /** Where the next piece begins; and up to where was looked for that. */
  readonly end: number;
  readonly seen: number;
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
}

/** So much of a line is read at a time, in UTF-16 code units: a few pieces. */
const STRETCH = 5_000;
/** More than any markup inside a paragraph is long, but for comments. */
const AHEAD = 2_500;

/** Whether the line that an offset is in goes on and on from there. */
export function isEndless(text: string, from: number): boolean {
  return text.length - from > LONG && !LINE_END.test(text.slice(from, from + LONG));
}

const LINE_END = /[\r\n]/;

/**
 * The first pieces of the rest of a line, which is prose; nothing where no piece ends in it. They are the same whatever
 * stands before them. Takes no longer in a longer line.
 */
export function stretchOf(
  text: string,
  from: number,
  block: Pick<Block, "kind" | "quoted" | "goesOn">,
  maskInline: MaskInline,
): Stretch | undefined {
  const seen = text.slice(from, from + STRETCH + AHEAD);
  const line = LINE_END.test(seen) ? seen.slice(0, seen.search(LINE_END)) : seen;
  const span = { start: from, end: from + line.length };
  const { prose, comments } = masked(text, span, [], maskInline);
  const { pieces, length } = firstPieces({ ...block, span, prose }, STRETCH);
  if (length === 0) return undefined;
  const end = from + length;
  return {
    end,
    seen: from + seen.length,
    blocks: pieces,
    comments: comments.filter(({ start }) => start < end),
  };
}
