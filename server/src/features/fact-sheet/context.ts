import type { Block, Draft } from "../../text/draft.ts";
import { blockAt } from "../../text/draft.ts";
import { sentencesOf } from "../../text/sentences.ts";
import { contains, type Span, slice, span } from "../../text/span.ts";
import { HIDDEN, OPAQUE } from "../../text/tokens.ts";

/** Some words of a draft and the sentence around them, in one line and cut where it is long. */
export interface Context {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** In characters, on either side of the words. */
const LONGEST = 160;
const LONGEST_WORDS = 400;

/** Finds the sentence around any words of a draft. Each block is taken apart once: linear in the draft. */
export function contextsOf(draft: Draft): (words: Span) => Context {
  const known = new Map<Block, readonly Span[]>();
  const sentencesIn = (block: Block): readonly Span[] => {
    const sentences = known.get(block) ?? sentencesOf(block).map((sentence) => sentence.span);
    known.set(block, sentences);
    return sentences;
  };
  return (words) => {
    const block = blockAt(draft, words.start);
    const sentence = block && sentencesIn(block).find((each) => contains(each, words));
    const around = sentence ?? words;
    const shown = (place: Span) => proseIn(draft, block, place);
    return {
      before: tail(shown(span(around.start, words.start))),
      words: head(shown(words).trim(), LONGEST_WORDS),
      after: head(shown(span(words.end, around.end)), LONGEST),
    };
  };
}

/** A stretch of a draft without its markup, in one line. */
export function proseIn(draft: Draft, block: Block | undefined, place: Span): string {
  const inside = block !== undefined && contains(block.span, place);
  const text = inside
    ? block.prose
        .slice(place.start - block.span.start, place.end - block.span.start)
        .replaceAll(HIDDEN, "")
        .replaceAll(OPAQUE, "…")
    : slice(draft.text, place);
  return text.replace(/\s+/g, " ").replace(/…+/g, "…");
}

function head(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const space = text.lastIndexOf(" ", longest);
  return `${text.slice(0, space > longest / 2 ? space : longest)} …`;
}

function tail(text: string): string {
  if (text.length <= LONGEST) return text;
  const space = text.indexOf(" ", text.length - LONGEST);
  return `… ${text.slice(space > 0 && space < text.length - LONGEST / 2 ? space + 1 : text.length - LONGEST)}`;
}
