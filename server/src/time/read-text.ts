import { nextSentenceEnd, sentencesOf } from "../text/sentences.ts";
import type { TimedBlock } from "./anchor.ts";
import { english } from "./english/index.ts";
import type { Language } from "./language.ts";
import { recognizeTimes } from "./recognize.ts";
import type { TimeExpression } from "./time.ts";
import { mayHoldTime, triggersOf } from "./triggers.ts";

/**
 * The date expressions of a plain text, each line a paragraph of it: what `sentencesOf` and `recognizeTimes` give, without
 * the paragraphs and sentences that have none. A scan passes over what can hold no date; tokens are made of the rest only.
 */
export function timesInText(text: string, language: Language = english): TimedBlock[] {
  const blocks: TimedBlock[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const sentences = timesInLine(text, start, end, language);
    if (sentences.length > 0) blocks.push({ block: { kind: "paragraph" }, sentences });
    start = end + 1;
  }
  return blocks;
}

function timesInLine(text: string, start: number, end: number, language: Language): TimeExpression[][] {
  const sentences: TimeExpression[][] = [];
  const triggers = triggersOf(language);
  for (let from = start; from < end; ) {
    const to = nextSentenceEnd(text, from, end);
    if (mayHoldTime(text, from, to, triggers)) {
      for (const { tokens } of sentencesOf({ prose: text.slice(from, to), span: { start: from, end: to } })) {
        const found = recognizeTimes(tokens, language);
        if (found.length > 0) sentences.push(found);
      }
    }
    from = to;
  }
  return sentences;
}
