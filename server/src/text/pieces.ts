import type { Block } from "./draft.ts";

/** No paragraph that anybody writes is as long as this, in UTF-16 code units. */
export const LONG = 10_000;
/** A piece has at least so many, as an ordinary paragraph has. */
const SHORTEST = 400;
/** Until it has so many, an end is waited for that is one wherever the piece begins; until so many, one that leaves nothing open. */
const LONG_PIECE = 1_500;
const LONGEST_PIECE = 4_000;

/**
 * The blocks, those of endless length cut at ends of sentences, so that a keystroke in one changes only a piece of it. Where
 * it is cut depends on the words there, not on how many stand before them: mostly where no quotation is open, and what comes
 * next takes up nothing. Linear.
 */
export function inPieces(blocks: readonly Block[]): readonly Block[] {
  return blocks.some(isLong)
    ? blocks.flatMap((block) => (isLong(block) ? piecesOf(block) : [block]))
    : blocks;
}

function isLong({ prose, cell, goesOn }: Block): boolean {
  return prose.length > (goesOn ? LONGEST_PIECE : LONG) && cell === undefined;
}

function piecesOf(block: Block): Block[] {
  const { prose } = block;
  const { pieces, length } = firstPieces(block, prose.length);
  return prose.slice(length).trim() === "" ? pieces : [...pieces, pieceOf(block, length, prose.length)];
}

/** The pieces of a block that are sure to end in its first so many code units, and the length of all. */
export function firstPieces(
  block: Block,
  upTo: number,
): { readonly pieces: Block[]; readonly length: number } {
  const pieces: Block[] = [];
  let length = 0;
  for (;;) {
    const end = endOfPiece(block.prose, length);
    if (end === undefined || end > upTo) return { pieces, length };
    pieces.push(pieceOf(block, length, end));
    length = end;
  }
}

function pieceOf(block: Block, start: number, end: number): Block {
  const { span } = block;
  const words = block.prose.slice(start, end);
  const shown = words.trimEnd().length;
  return {
    ...block,
    ...(start > 0 && { goesOn: true }),
    span: { start: span.start + start, end: span.start + start + shown },
    prose: words.slice(0, shown),
  };
}

/** Where a piece ends that begins at a place: behind a sentence, and the space after it. */
function endOfPiece(prose: string, from: number): number | undefined {
  STOP.lastIndex = from + SHORTEST - LONGEST_END;
  for (let stop = STOP.exec(prose); stop !== null; stop = STOP.exec(prose)) {
    AFTER_STOP.lastIndex = stop.index;
    const to = stop.index + (AFTER_STOP.exec(prose)?.[0].length ?? 0);
    if (to === stop.index || to - from < SHORTEST) continue;
    if (!isWordBefore(prose, stop.index)) continue;
    if (to - from >= LONGEST_PIECE) return to;
    const isGood = to - from >= LONG_PIECE || isGoodEnd(prose, to);
    if (isGood && !takesUp(prose, to) && !isOpen(prose.slice(from, to))) return to;
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

function isWordBefore(prose: string, at: number): boolean {
  return SMALL_LETTERS.test(prose.slice(at - SHORTEST_WORD, at));
}

const SMALL_LETTERS = /^\p{Ll}+$/u;

/** One place in two or so, by the characters around it. */
function isGoodEnd(prose: string, at: number): boolean {
  let sum = 0;
  for (let i = at - 16; i < at + 8; i++) sum = (sum * 31 + prose.charCodeAt(i)) | 0;
  return (sum & 64) === 0;
}

/** Whether a sentence has a word at its beginning, or a pronoun anywhere, that can stand for what comes before it. */
function takesUp(prose: string, from: number): boolean {
  TAKES_UP.lastIndex = from;
  return TAKES_UP.test(prose);
}

const TAKES_UP =
  /["“‘(]?(?:(?:th(?:is|at|ese|ose|us)|so|such)\b|[^.!?]{0,300}\b(?:s?he|him|hers?|his|its?|they|them|theirs?)\b)/iuy;

/** Whether a quotation or a bracket is open at the end of some words. */
function isOpen(words: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (const mark of words.match(/["“”«»()]/g) ?? []) {
    if (mark === '"') isQuoted = !isQuoted;
    else depth = Math.max(0, depth + ("“«(".includes(mark) ? 1 : -1));
  }
  return isQuoted || depth > 0;
}
