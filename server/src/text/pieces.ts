import type { Block } from "./draft.ts";

/** No paragraph that anybody writes is as long as this, in UTF-16 code units. */
const LONG = 10_000;
/** A piece has at least so many, and a good end is waited for until it has so many. */
const SHORTEST = 2_000;
const LONGEST = 8_000;

/** A word, the end of its sentence, and a capital after it: no initial, and hardly an abbreviation. */
const SENTENCE_END = /(\p{Ll}{4,30})[.!?]["”’)\]]{0,3}\s+(?=["“‘(]?\p{Lu})/gu;

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
  for (const { index, 0: end, 1: word } of prose.matchAll(SENTENCE_END)) {
    const to = index + end.length;
    if (to - from < SHORTEST || (to - from < LONGEST && !isGoodEnd(word!))) continue;
    pieces.push(piece(from, to));
    from = to;
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

/** One word in eight or so. */
function isGoodEnd(word: string): boolean {
  let sum = 0;
  for (let i = 0; i < word.length; i++) sum = (sum * 31 + word.charCodeAt(i)) | 0;
  return (sum & 7) === 0;
}
