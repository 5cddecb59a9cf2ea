import type { Finding } from "../../checks/check.ts";
import { type FixEdit, onlyFixes, safeFixes } from "../../checks/safe-fix.ts";
import type { Span } from "../../text/span.ts";
import { findingsAt } from "./code-actions.ts";
import type { Snapshot } from "./snapshot.ts";

/** Several findings mended at once. */
export interface FixAll {
  readonly title: string;
  /** Those that it mends, in the order of the text. */
  readonly findings: readonly Finding[];
  readonly edits: readonly FixEdit[];
}

/** For each check that found something at a selection: its findings that have just one way out, if there are several. */
export function fixesOfChecks(snapshot: Snapshot, selection: Span): FixAll[] {
  const checks = new Set(findingsAt(snapshot, selection).map(({ check }) => check));
  return [...checks].flatMap((check) => {
    const edits = onlyFixes(snapshot.findings.filter((finding) => finding.check === check));
    return edits.length < 2 ? [] : [all(`Fix all ${edits.length} of ${check} in this draft`, edits)];
  });
}

/** All that may be mended unseen, if there is something. */
export function fixAllSafe({ findings }: Snapshot): FixAll | undefined {
  const edits = safeFixes(findings);
  return edits.length === 0 ? undefined : all("Fix all that is safe to fix in this draft", edits);
}

function all(title: string, edits: readonly FixEdit[]): FixAll {
  return { title, findings: edits.map(({ finding }) => finding), edits };
}
