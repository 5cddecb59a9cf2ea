import { tokenize } from "../../../server/src/text/tokens.ts";
import { anchorTimes, type TimedBlock } from "../../../server/src/time/anchor.ts";
import { parseEdtf } from "../../../server/src/time/edtf.ts";
import { recognizeTimes } from "../../../server/src/time/recognize.ts";

/** A date as scorers of TIMEX3 want it. */
export interface ScoredDate {
  readonly start: number;
  readonly end: number;
  readonly value: string | undefined;
  readonly type: "DATE";
}

/** The dates of a plain text; paragraphs end with a line, sentences with a full stop before a capital. */
export function recognize(text: string, referenceDate: string | null): ScoredDate[] {
  const reference = referenceDate === null ? undefined : parseEdtf(referenceDate);
  const draftDate = reference !== undefined && !("problem" in reference) ? reference : undefined;
  return anchorTimes(blocksOf(text), draftDate === undefined ? {} : { draftDate, news: true }).map(
    (mention) => ({
      start: mention.span.start,
      end: mention.span.end,
      value: (mention.nominal ?? mention.value)?.edtf,
      type: "DATE",
    }),
  );
}

function blocksOf(text: string): TimedBlock[] {
  const blocks: TimedBlock[] = [];
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    const sentences = [];
    for (const sentence of paragraph[0].matchAll(/\S.*?(?:[.!?]["”)]*(?=\s+["“(]?[A-Z])|$)/g)) {
      sentences.push(recognizeTimes(tokenize(sentence[0], paragraph.index + sentence.index)));
    }
    blocks.push({ block: { kind: "paragraph" }, sentences });
  }
  return blocks;
}
