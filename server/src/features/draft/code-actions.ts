import type { Finding } from "../../checks/check.ts";
import type { Span } from "../../text/span.ts";
import type { Snapshot } from "./snapshot.ts";

/** One way to mend a finding: `span` becomes `newText`. */
export interface QuickFix {
  readonly finding: Finding;
  readonly title: string;
  readonly span: Span;
  readonly newText: string;
  /** The only way there is, so that a key press may take it. */
  readonly preferred: boolean;
}

/** The fixes of all findings that a selection touches, best first. */
export function quickFixes(snapshot: Snapshot, { start, end }: Span): QuickFix[] {
  const touched = snapshot.findings.filter(({ span }) => span.start <= end && start <= span.end);
  return touched.flatMap((finding) =>
    finding.fixes.map(({ newText, span }) => ({
      finding,
      span: span ?? finding.span,
      title: newText === "" ? "Remove" : `Replace by “${newText}”`,
      newText,
      preferred: finding.fixes.length === 1,
    })),
  );
}
