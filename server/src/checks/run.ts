import type { Knowledge } from "../knowledge-base/knowledge.ts";
import type { Reading } from "../reading/reading.ts";
import { isPlain } from "../text/draft.ts";
import type { Check, Finding, Severity } from "./check.ts";

/** A check's severity as the user wants it. */
export type SeverityOf = (check: Check) => Severity | "off";

/**
 * Runs the checks over a reading and gives their findings in the order of the text.
 * Yields after each check, so that a driver can stop; a check that crashes silences only itself and is reported.
 */
export function* runChecks(
  checks: readonly Check[],
  reading: Reading,
  knowledge: Knowledge,
  severityOf: SeverityOf = (check) => check.severity,
  onCrash: (check: Check, error: unknown) => void = () => {},
): Generator<undefined, Finding[], undefined> {
  const findings: Finding[] = [];
  for (const check of checks) {
    const severity = severityOf(check);
    if (severity === "off") continue;
    try {
      for (const report of check.run(reading, knowledge)) {
        // A fix across markup ("**19** October") would leave half of it behind.
        const fixes = isPlain(reading.draft, report.span) ? report.fixes : [];
        findings.push({ check: check.id, severity, ...report, fixes });
      }
    } catch (error) {
      onCrash(check, error);
    }
    yield;
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
