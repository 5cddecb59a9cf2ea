import { tokenize } from "../../server/src/text/tokens.ts";
import { anchorTimes } from "../../server/src/time/anchor.ts";
import { parseEdtf } from "../../server/src/time/edtf.ts";
import { recognizeTimes } from "../../server/src/time/recognize.ts";
import type { TimeMention, TimeValue } from "../../server/src/time/time.ts";

/** A value that a test writes as EDTF. */
export function edtf(text: string): TimeValue {
  const value = parseEdtf(text);
  if ("problem" in value) throw new Error(value.problem);
  return value;
}

/** The dates of a few paragraphs, each a list of sentences, completed; `# ` starts a heading. */
export function readTimes(paragraphs: readonly string[], draftDate?: string, news = false): TimeMention[] {
  const blocks = paragraphs.map((paragraph) => {
    const heading = /^#+ /.exec(paragraph);
    const sentences = paragraph.split(/(?<=[^.]\.) (?=[A-Z])/).map((text) => recognizeTimes(tokenize(text)));
    return heading
      ? { block: { kind: "heading", level: heading[0].length - 1 } as const, sentences }
      : { block: { kind: "paragraph" } as const, sentences };
  });
  return anchorTimes(blocks, draftDate === undefined ? {} : { draftDate: edtf(draftDate), news });
}

/** The first date of a sentence. */
export function readTime(sentence: string, draftDate?: string): TimeMention {
  const [mention] = readTimes([sentence], draftDate);
  if (mention === undefined) throw new Error(`no date in: ${sentence}`);
  return mention;
}
