import type { StatedParts } from "../time.ts";
import {
  closedMark,
  digitsAt,
  isCount,
  keyAt,
  plainYearAt,
  type Read,
  type Tokens,
  yearAt,
} from "./atoms.ts";
import { COUNTED_THINGS } from "./cues.ts";
import { isFree } from "./plausible.ts";

/** What a date states, and the index of the token after it. */
export interface Stated {
  readonly parts: StatedParts;
  readonly next: number;
}

/** A year after a day or a month: "2025", ", 2025", "of 2025", "'68", "490 BC". */
export function withYear(tokens: Tokens, index: number, parts: StatedParts): Stated {
  const joint = keyAt(tokens, index);
  if (joint === "in") return yearAfterIn(tokens, index + 1, parts) ?? { next: index, parts };
  const closed =
    parts.day === undefined && (closedMark(tokens, index, "-") || closedMark(tokens, index, "/"));
  if (closed && tokens[index + 1]?.spaced === false) {
    const year = plainYearAt(tokens, index + 1);
    return year === undefined || closedMark(tokens, year.next, joint)
      ? { next: index, parts }
      : inYear(parts, year);
  }
  const at = joint === "," || joint === "of" ? index + 1 : index;
  if (joint === "of" && keyAt(tokens, at) === "the" && keyAt(tokens, at + 1) === "year") {
    const year = yearAt(tokens, at + 2);
    if (year !== undefined) return inYear(parts, year);
  }
  const year = yearAt(tokens, at);
  if (year === undefined || isAmount(tokens, at, year)) return { next: index, parts };
  return inYear(parts, year);
}

/** No spread that something is added to: V8 gives each such object a shape of its own. */
function inYear(parts: StatedParts, { value, next }: Read): Stated {
  return { next, parts: Object.assign({}, parts, { year: value }) };
}

/** "on 28 June in 2020": nothing that the number would count may follow. */
function yearAfterIn(tokens: Tokens, at: number, parts: StatedParts): Stated | undefined {
  const year = parts.month === undefined ? undefined : plainYearAt(tokens, at);
  if (year === undefined || !isFree(tokens, year.next)) return undefined;
  return inYear(parts, year);
}

/** "On May 5, 2000 soldiers", "in May 1500 people". */
function isAmount(tokens: Tokens, at: number, year: { value: number; next: number }): boolean {
  if (digitsAt(tokens, at) === undefined) return false;
  if (keyAt(tokens, at - 1) === ",") return isCount(tokens, year.next, year.value, true);
  return year.value % 100 === 0 && COUNTED_THINGS.has(keyAt(tokens, year.next));
}
