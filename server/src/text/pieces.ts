import type { Block } from "./draft.ts";

/** No paragraph that anybody writes is as long as this, in UTF-16 code units. */
const LONG = 10_000;
/** A piece has at least so many, and a good end is waited for until it has so many. */
const SHORTEST = 2_000;
const LONGEST = 8_000;

/**
 * The blocks, those of endless length cut at ends of sentences, so that a keystroke in one changes only a piece of it. Where
 * it is cut depends on the words there, not on how many stand before them. Linear.
 */
export function inPieces(blocks: readonly Block[]): readonly Block[] {
  return blocks.some(isLong)
    ? blocks.flatMap((block) => (isLong(block) ? piecesOf(block) : [block]))
    : blocks;
}

function isLong({ prose, cell }: Block): boolean {
  return prose.length > LONG && cell === undefined;
}

function piecesOf(block: Block): Block[] {
  const { prose, span } = block;
  const pieces: Block[] = [];
  let from = 0;
  for (let end = endOfPiece(prose, from); end !== undefined; end = endOfPiece(prose, from)) {
    pieces.push(piece(from, end));
    from = end;
  }
  if (prose.slice(from).trim() !== "") pieces.push(piece(from, prose.length));
  return pieces;

  function piece(start: number, end: number): Block {
    const words = prose.slice(start, end);
    const shown = words.trimEnd().length;
    return {
      ...block,
      span: { start: span.start + start, end: span.start + start + shown },
      prose: words.slice(0, shown),
    };
  }
}

/** Where a piece ends that begins at a place: behind a sentence, and the space after it. */
function endOfPiece(prose: string, from: number): number | undefined {
  STOP.lastIndex = from + SHORTEST - LONGEST_END;
  for (let stop = STOP.exec(prose); stop !== null; stop = STOP.exec(prose)) {
    AFTER_STOP.lastIndex = stop.index;
    const to = stop.index + (AFTER_STOP.exec(prose)?.[0].length ?? 0);
    if (to === stop.index || to - from < SHORTEST) continue;
    const word = wordBefore(prose, stop.index, from);
    if (word.length >= SHORTEST_WORD && (to - from >= LONGEST || isGoodEnd(word))) return to;
  }
  return undefined;
}

const STOP = /[.!?]/g;
/** The end of a sentence, and a capital after it. */
const AFTER_STOP = /[.!?]["”’)\]]{0,3}\s+(?=["“‘(]?\p{Lu})/uy;
/** In UTF-16 code units: beyond it the space after a sentence is no space between two. */
const LONGEST_END = 100;
/** In letters: no initial, and hardly an abbreviation. */
const SHORTEST_WORD = 4;
const LONGEST_WORD = 30;

/** The small letters right before a place. */
function wordBefore(prose: string, at: number, from: number): string {
  let start = at;
  while (start > from && at - start < LONGEST_WORD && SMALL_LETTER.test(prose[start - 1]!)) start--;
  return prose.slice(start, at);
}

const SMALL_LETTER = /\p{Ll}/u;

/** One word in eight or so. */
function isGoodEnd(word: string): boolean {
  let sum = 0;
  for (let i = 0; i < word.length; i++) sum = (sum * 31 + word.charCodeAt(i)) | 0;
  return (sum & 7) === 0;
}
