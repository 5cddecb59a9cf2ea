import { overlaps, type Span } from "../text/span.ts";
import type { Finding, Fix } from "./check.ts";

/**
 * Whether a finding may be mended unseen, as when a file is saved. The rule: it has exactly one way out, and its check
 * says of that one that it changes how something is written and not what is said.
 */
export function isSafe({ fixes }: Finding): boolean {
  return fixes.length === 1 && fixes[0]!.safe;
}

/** One fix of one finding, as an edit: `span` becomes `newText`. */
export interface FixEdit {
  readonly finding: Finding;
  readonly span: Span;
  readonly newText: string;
}

/** The fixes of findings that have just one way out, in the order of the text; of those that overlap, the first. */
export function onlyFixes(findings: readonly Finding[]): FixEdit[] {
  const edits = findings
    .flatMap((finding) => (finding.fixes.length === 1 ? [editOf(finding, finding.fixes[0]!)] : []))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: FixEdit[] = [];
  for (const edit of edits) {
    const last = kept.at(-1);
    const collides = last !== undefined && (overlaps(last.span, edit.span) || isSame(last.span, edit.span));
    if (!collides) kept.push(edit);
  }
  return kept;
}

/** What the safe fixes of some findings come to. */
export function safeFixes(findings: readonly Finding[]): FixEdit[] {
  return onlyFixes(findings.filter(isSafe));
}

function editOf(finding: Finding, { newText, span = finding.span }: Fix): FixEdit {
  return { finding, span, newText };
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
