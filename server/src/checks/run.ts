import { Ignoring } from "../ignoring/ignoring.ts";
import type { Knowledge } from "../knowledge-base/knowledge.ts";
import type { Reading } from "../reading/reading.ts";
import { type Draft, isPlain } from "../text/draft.ts";
import type { Check, Finding, IgnoredFinding, Report, Severity } from "./check.ts";
import { defaultSeverity } from "./severity.ts";

/** A check's severity as the user wants it. */
export type SeverityOf = (check: Check) => Severity | "off";

/** What checks say of a draft, in the order of its text. */
export interface Findings {
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
}

/**
 * Runs the checks over a reading, one after the other. Yields after each check, so that a driver can stop; a check that
 * crashes silences only itself and is reported.
 */
export function* runChecks(
  checks: readonly Check[],
  reading: Reading,
  knowledge: Knowledge,
  how: {
    readonly severityOf?: SeverityOf;
    readonly ignoring?: Ignoring;
    readonly acronyms?: readonly string[];
    readonly onCrash?: (check: Check, error: unknown) => void;
  } = {},
): Generator<undefined, Findings, undefined> {
  const { severityOf = defaultSeverity, ignoring = new Ignoring(reading.draft) } = how;
  const findings: Finding[] = [];
  const ignored: IgnoredFinding[] = [];
  const ran = new Set<string>();
  for (const check of [...checks].sort((a, b) => Number(a.isLast ?? false) - Number(b.isLast ?? false))) {
    const severity = severityOf(check);
    if (severity === "off") continue;
    try {
      const soFar = { ignoring, acronyms: how.acronyms ?? [], all: checks.map(({ id }) => id), ran };
      for (const report of check.run(reading, knowledge, soFar)) {
        const finding = findingOf(report, check, severity, reading.draft);
        // A comment that is not needed must not hide that it is not.
        const ignoredBy = check.isLast ? undefined : ignoring.cover(check.id, report.span);
        if (ignoredBy === undefined) findings.push(finding);
        else ignored.push({ finding, ...ignoredBy });
      }
      if (!check.acrossDrafts) ran.add(check.id);
    } catch (error) {
      how.onCrash?.(check, error);
    }
    yield;
  }
  ignored.sort((a, b) => byPlace(a.finding, b.finding));
  return { findings: inOrder(findings), ignored };
}

/** A check's report made whole. A fix across markup ("**19** October") would leave half of it behind. */
export function findingOf(
  { isMarkup, ...report }: Report,
  { id }: Check,
  severity: Severity,
  draft: Draft,
): Finding {
  const fixes = report.fixes.filter(({ span }) => isMarkup || isPlain(draft, span ?? report.span));
  return { check: id, severity, ...report, fixes };
}

/** In the order of the text. */
export function inOrder(findings: Finding[]): Finding[] {
  return findings.sort(byPlace);
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
