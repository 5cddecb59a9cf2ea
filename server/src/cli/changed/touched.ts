import type { Finding } from "../../checks/check.ts";
import { CHECKS } from "../../checks/index.ts";
import type { Draft } from "../../text/draft.ts";
import type { Span } from "../../text/span.ts";
import type { Changed } from "./changed-lines.ts";

/** The findings of a draft by what changed: those on changed lines, and those about the draft as a whole elsewhere. */
export interface Sorted {
  readonly touched: readonly Finding[];
  readonly apart: readonly Finding[];
}

/**
 * A finding is on a changed line if its words are, or a place that belongs to it: a wrong date is the business of whoever
 * moved the event before it. In a draft of which nothing changed there are none.
 */
export function sortByChange(findings: readonly Finding[], draft: Draft, changed: Changed): Sorted {
  if (changed === "all") return { touched: findings, apart: [] };
  if (changed.length === 0) return { touched: [], apart: [] };
  const starts = lineStarts(draft.text);
  const lineAt = (offset: number) => lineOf(starts, offset);
  const isChanged = ({ start, end }: Span) => {
    const from = lineAt(start);
    const to = lineAt(Math.max(start, end - 1));
    return changed.some(([first, last]) => first <= to && from <= last);
  };
  const touched = findings.filter(({ span, related }) =>
    [span, ...related.map((each) => each.span)].some(isChanged),
  );
  const rest = findings.filter((finding) => !touched.includes(finding));
  return { touched, apart: rest.filter(({ check }) => WHOLE.has(check)) };
}

/** Checks by which a change in one place brings about a finding in another. */
const WHOLE = new Set(CHECKS.flatMap(({ id, aboutWhole }) => (aboutWhole ? [id] : [])));

/** Git's lines end with `\n` alone. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
