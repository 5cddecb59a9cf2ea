import { blockAt, type Draft } from "../../text/draft.ts";
import { sentencesOf } from "../../text/sentences.ts";
import { touches } from "../../text/span.ts";
import type { Token } from "../../text/tokens.ts";

/** The tokens of the sentence that an offset is in or ends, if it is the writer's own; empty elsewhere. Linear in the paragraph. */
export function tokensAround(draft: Draft, offset: number): readonly Token[] {
  const block = blockAt(draft, offset) ?? blockAt(draft, offset - 1);
  if (block === undefined || block.quoted) return [];
  return sentencesOf(block).find(({ span }) => touches(span, offset))?.tokens ?? [];
}

/** In UTF-16 code units: how much of a sentence before an offset is looked at. */
const FARTHEST = 300;
const SENTENCE_END = /[.!?]["”’)\]]*\s+(?=\S)|\n\s*\n|\n[ \t]*(?:[-*+#>|]|\d+[.)])\s/g;

/** What stands before an offset in its sentence, as it is written, and where that begins. */
export function sentenceBefore(
  { text }: Draft,
  offset: number,
): { readonly text: string; readonly start: number } {
  const from = Math.max(0, offset - FARTHEST);
  const before = text.slice(from, offset);
  const last = [...before.matchAll(SENTENCE_END)].at(-1);
  const start = last === undefined ? from : from + last.index + last[0].length;
  return { text: text.slice(start, offset), start };
}
