import { anchorTimes } from "../../../server/src/time/anchor.ts";
import { parseEdtf } from "../../../server/src/time/edtf.ts";
import { timesInText } from "../../../server/src/time/read-text.ts";

/** A date as scorers of TIMEX3 want it. */
export interface ScoredDate {
  readonly start: number;
  readonly end: number;
  readonly value: string | undefined;
  readonly type: "DATE";
}

/** The dates of a plain text, each line a paragraph of it. */
export function recognize(text: string, referenceDate: string | null): ScoredDate[] {
  const reference = referenceDate === null ? undefined : parseEdtf(referenceDate);
  const draftDate = reference !== undefined && !("problem" in reference) ? reference : undefined;
  return anchorTimes(timesInText(text), draftDate === undefined ? {} : { draftDate, news: true }).map(
    (mention) => ({
      start: mention.span.start,
      end: mention.span.end,
      value: (mention.nominal ?? mention.value)?.edtf,
      type: "DATE",
    }),
  );
}
