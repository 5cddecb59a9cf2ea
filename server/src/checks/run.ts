import { Ignoring } from "../ignoring/ignoring.ts";
import type { Knowledge } from "../knowledge-base/knowledge.ts";
import type { Reading } from "../reading/reading.ts";
import { isPlain } from "../text/draft.ts";
import type { Check, Finding, IgnoredFinding, Severity } from "./check.ts";

/** A check's severity as the user wants it. */
export type SeverityOf = (check: Check) => Severity | "off";

/** A check's severity where the user wants nothing else. */
export function defaultSeverity({ severity, offByDefault }: Check): Severity | "off" {
  return offByDefault === true ? "off" : severity;
}

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
      const soFar = { ignoring, all: checks.map(({ id }) => id), ran };
      for (const { isMarkup, ...report } of check.run(reading, knowledge, soFar)) {
        const fixes = isMarkup || isPlain(reading.draft, report.span) ? report.fixes : [];
        const finding = { check: check.id, severity, ...report, fixes };
        // A comment that is not needed must not hide that it is not.
        const ignoredBy = check.isLast ? undefined : ignoring.cover(check.id, report.span);
        if (ignoredBy === undefined) findings.push(finding);
        else ignored.push({ finding, ...ignoredBy });
      }
      ran.add(check.id);
    } catch (error) {
      how.onCrash?.(check, error);
    }
    yield;
  }
  findings.sort(byPlace);
  ignored.sort((a, b) => byPlace(a.finding, b.finding));
  return { findings, ignored };
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
