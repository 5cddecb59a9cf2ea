import type { FarSpan } from "../text/span.ts";
import type { Around } from "./around.ts";
import type { DateExpression, Inferred, TimeMention } from "./time.ts";

/** A date with the place from which what it leaves out was taken; `dates` are those of its sentence. */
export function withOrigin(
  mention: TimeMention,
  dates: readonly DateExpression[],
  index: number,
  around: Around,
): TimeMention {
  const { inferred, offset } = mention;
  if (inferred === undefined) return mention;
  const isNext = inferred.part === "year" || offset?.from === "phrase";
  const beside = dates[isNext ? index + 1 : index - 1]?.span;
  const origin = inferred.from === "range" ? beside : originIn(around, inferred);
  return origin === undefined
    ? mention
    : { ...mention, inferred: { part: inferred.part, from: inferred.from, origin } };
}

/** A year is that of the story's last date; what is counted, is counted from the last date of all. */
function originIn(around: Around, { part, from }: Inferred): FarSpan | undefined {
  switch (from) {
    case "draft-date":
      return around.draftDateAt;
    case "previous-date":
      return part === "year" ? around.storyAt : around.previousAt;
    case "heading":
      return around.heading?.span;
    case "table":
      return (around.row ?? around.column)?.span;
    default:
      return undefined;
  }
}
