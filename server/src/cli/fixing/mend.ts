import type { Finding } from "../../checks/check.ts";
import { type FixEdit, onlyFixes, safeFixes } from "../../checks/safe-fix.ts";
import type { Snapshot } from "../../service.ts";

/** A draft's text as it should be, and what that took. */
export interface Mended {
  readonly text: string;
  /** In the order in which they went in: the words that stood there and those that stand there now. */
  readonly fixes: readonly { readonly finding: Finding; readonly before: string; readonly after: string }[];
  /** Findings that nobody may mend unseen. */
  readonly left: readonly Finding[];
}

/** A fix can bring another finding to light, so mending goes on while it gets anywhere, within reason. */
const MOST_ROUNDS = 10;

/**
 * A draft with all that may be mended unseen; or, of the checks that are named, with all that has just one way out. The
 * text is checked anew after each round.
 */
export async function mend(
  text: string,
  checks: readonly string[],
  check: (text: string) => Promise<Snapshot>,
): Promise<Mended> {
  const fixes: Mended["fixes"][number][] = [];
  let snapshot = await check(text);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = editsFor(snapshot.findings, checks);
    const now = snapshot.draft.text;
    const after = apply(now, edits);
    if (after === now) break;
    for (const { finding, span, newText } of edits)
      fixes.push({ finding, before: now.slice(span.start, span.end), after: newText });
    snapshot = await check(after);
  }
  return { text: snapshot.draft.text, fixes, left: snapshot.findings };
}

function editsFor(findings: readonly Finding[], checks: readonly string[]): FixEdit[] {
  return checks.length === 0
    ? safeFixes(findings)
    : onlyFixes(findings.filter(({ check }) => checks.includes(check)));
}

/** The edits are in the order of the text and do not overlap. */
function apply(text: string, edits: readonly FixEdit[]): string {
  let mended = "";
  let at = 0;
  for (const { span, newText } of edits) {
    mended += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return mended + text.slice(at);
}
