import { placedSpan, type Standing } from "../reading/placed.ts";
import { type Draft, isPlain } from "../text/draft.ts";
import type { Span } from "../text/span.ts";
import type { Check, Finding, Report, Severity } from "./check.ts";

/** A finding, and the place of its check among those that are run: of two at one place the earlier check's comes first. */
export interface Ranked {
  readonly finding: Finding;
  readonly rank: number;
}

/** A check's report made whole. A fix across markup ("**19** October") would leave half of it behind. */
export function findingOf(
  { isMarkup, ...report }: Report,
  { id }: Check,
  severity: Severity,
  draft: Pick<Draft, "parts">,
): Finding {
  const fixes = report.fixes.filter(({ span }) => isMarkup || isPlain(draft, span ?? report.span));
  return { check: id, severity, ...report, fixes };
}

/** A finding of a part, where that stands in its draft. */
export function placedFinding(finding: Finding, standing: Standing): Finding {
  return findingPlacedBy(finding, (place) => placedSpan(place, standing));
}

/** A finding with each of its places moved by a rule. */
export function findingPlacedBy(finding: Finding, move: (place: Span) => Span): Finding {
  const { span, fixes, related } = finding;
  return {
    ...finding,
    span: move(span),
    fixes: fixes.map((fix) => (fix.span ? { ...fix, span: move(fix.span) } : fix)),
    related: related.map((each) => ({ ...each, span: move(each.span) })),
  };
}

/** In the order of the text. */
export function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => bySpan(a.span, b.span));
}

export function byPlace(a: Ranked, b: Ranked): number {
  return bySpan(a.finding.span, b.finding.span) || a.rank - b.rank;
}

function bySpan(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
