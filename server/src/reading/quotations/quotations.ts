import type { Block } from "../../text/draft.ts";
import { lastBefore, type Span } from "../../text/span.ts";
import { isFunctionWord } from "../english/function-words.ts";
import type { Passage } from "../grammar/passage.ts";
import type { NameMatch } from "../names/name-mentions.ts";
import { type Marked, quotedStretches } from "./marks.ts";
import { isSpeech, speakerOf, type Talk, talkOf } from "./speaker.ts";
import { type QuotedWord, quotedWords } from "./words.ts";

/** What a block quotes: words that follow on each other in what somebody said, wherever the draft interrupts them. */
export interface Quotation {
  /** From the first mark to the last; offsets count from the block's start. */
  readonly span: Span;
  readonly words: readonly QuotedWord[];
  readonly speaker?: NameMatch & { readonly span: Span };
}

/** The quotations of a block, in the order of the text; a block quotation is one as a whole. Linear. */
export function quotationsIn(block: Block, passages: readonly Passage[]): Quotation[] {
  const talk = talkOf(passages);
  if (block.quoted) return whole(talk);
  const stretches = quotedStretches(block.prose);
  if (stretches.length === 0) return [];
  const pieces = stretches
    .map((stretch) => pieceOf(talk, stretch))
    .filter(({ first, last }) => last >= first);
  return joined(talk, pieces).flatMap((group) => {
    const speaker = speakerOf(talk, group);
    const span = { start: group[0]!.start, end: group.at(-1)!.end };
    const runs = runsOf(talk, group);
    return runs.map((run) => ({ span, words: run, ...(speaker === undefined ? {} : { speaker }) }));
  });
}

/** A stretch in quotation marks, with the tokens inside them. */
export interface Piece extends Span {
  readonly first: number;
  readonly last: number;
}

export function pieceOf({ tokens }: Talk, { start, end, to }: Marked): Piece {
  return { start, end, first: lastBefore(tokens, start) + 1, last: lastBefore(tokens, to - 1) };
}

/** "A," said X, "B": one piece follows on another where only who speaks is told in between. */
function joined(talk: Talk, pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const before = groups.at(-1)?.at(-1);
    if (before !== undefined && goesOn(talk, before, piece)) groups.at(-1)!.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

const LONGEST_ASIDE = 14;

function goesOn({ tokens, keys }: Talk, before: Piece, piece: Piece): boolean {
  const from = before.last + 1;
  const to = piece.first;
  const comma = [before.last, from, from + 1].some((at) => /^[,–—-]$/.test(tokens[at]?.text ?? ""));
  if (to - from > LONGEST_ASIDE || !comma) return false;
  const between = keys.slice(from, to);
  return !between.some((key) => /^[.!?;]$/.test(key)) && between.some(isSpeech) && between.at(-2) === ",";
}

/** The words of a quotation between its ellipses: whatever is left out there. */
function runsOf({ tokens }: Talk, group: readonly Piece[]): QuotedWord[][] {
  const runs: (typeof tokens)[number][][] = [[]];
  for (const { first, last } of group)
    for (let i = first; i <= last; i++) {
      const { text } = tokens[i]!;
      const dots = text === "." && tokens[i + 1]?.text === "." && tokens[i + 2]?.text === ".";
      if (text === "…" || dots) runs.push([]);
      else runs.at(-1)!.push(tokens[i]!);
    }
  return runs.map(quotedWords).filter((words) => words.some(({ key }) => !isFunctionWord(key)));
}

function whole(talk: Talk): Quotation[] {
  if (talk.tokens.length === 0) return [];
  const first = 0;
  const last = talk.tokens.length - 1;
  const span = { start: talk.tokens[0]!.start, end: talk.tokens[last]!.end };
  return runsOf(talk, [{ ...span, first, last }]).map((words) => ({ span, words }));
}
