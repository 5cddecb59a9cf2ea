import { overlaps } from "../text/span.ts";
import type { Problem, ProblemFix } from "./problems.ts";

export interface Fixed {
  readonly text: string;
  /** How many fixes went in. */
  readonly count: number;
}

/**
 * A file's text with the fixes of its problems applied, each wholly or not at all, but those that only the writer can
 * judge; of two fixes that touch the same words the first one wins. What the edits do not cover (comments, formatting)
 * stays as it is.
 */
export function applyFixes(file: string, text: string, problems: readonly Problem[]): Fixed {
  const edits: ProblemFix["edits"][number][] = [];
  let count = 0;
  for (const { fix, origin } of problems) {
    if (fix === undefined || fix.unsafe || origin.file !== file || fix.edits.length === 0) continue;
    if (fix.edits.some((edit) => edits.some((earlier) => collide(edit, earlier)))) continue;
    edits.push(...fix.edits);
    count++;
  }
  let fixed = "";
  let at = 0;
  for (const { span, newText } of edits.sort((a, b) => a.span.start - b.span.start)) {
    fixed += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return { text: fixed + text.slice(at), count };
}

/** Two insertions at one place collide as well: nobody could say which one comes first. */
function collide({ span: a }: ProblemFix["edits"][number], { span: b }: ProblemFix["edits"][number]) {
  return overlaps(a, b) || a.start === b.start;
}
