import type { Finding, Fix } from "../../checks/check.ts";
import { type Span, slice } from "../../text/span.ts";
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

/** The fixes of all findings that a selection touches, best first; no two have the same title. */
export function quickFixes(snapshot: Snapshot, selection: Span): QuickFix[] {
  const fixes = findingsAt(snapshot, selection).flatMap((finding) =>
    finding.fixes.map((fix) => ({
      finding,
      fix,
      span: fix.span ?? finding.span,
      title: titleOf(fix),
      newText: fix.newText,
      preferred: finding.fixes.length === 1,
    })),
  );
  return fixes.map(({ fix, ...quickFix }) => {
    const { title, span, finding } = quickFix;
    const namesakes = fixes.filter((other) => other.title === title);
    if (namesakes.length === 1) return quickFix;
    const words = slice(snapshot.draft.text, span);
    const differs = namesakes.every(
      (other) => other.fix === fix || slice(snapshot.draft.text, other.span) !== words,
    );
    return { ...quickFix, title: `${title} (${differs ? `for “${shown(words)}”` : finding.check})` };
  });
}

/** The findings that a selection touches. */
export function findingsAt({ findings }: Snapshot, { start, end }: Span): Finding[] {
  return findings.filter(({ span }) => span.start <= end && start <= span.end);
}

function titleOf({ newText, title }: Fix): string {
  if (title !== undefined) return `${title}: “${shown(newText)}”`;
  return newText === "" ? "Remove" : `Replace by “${shown(newText)}”`;
}

/** In characters: of longer words a menu shows only both ends, for either may be what differs. */
const MOST_SHOWN = 72;

function shown(words: string): string {
  const text = words.replace(/\s+/g, " ");
  if (text.length <= MOST_SHOWN) return text;
  const half = MOST_SHOWN / 2;
  return `${text.slice(0, half).trimEnd()} … ${text.slice(-half).trimStart()}`;
}
