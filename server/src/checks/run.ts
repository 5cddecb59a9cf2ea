import { Ignoring } from "../ignoring/ignoring.ts";
import type { Knowledge } from "../knowledge-base/knowledge.ts";
import { wholeOf } from "../reading/read.ts";
import type { Reading } from "../reading/reading.ts";
import type { Check, Finding, IgnoredFinding, Severity } from "./check.ts";
import { CheckedParts } from "./checked-parts.ts";
import { byPlace, findingOf, placedFinding, type Ranked } from "./finding.ts";
import { defaultSeverity } from "./severity.ts";

/** A check's severity as the user wants it. */
export type SeverityOf = (check: Check) => Severity | "off";

/** What checks say of a draft, in the order of its text. */
export interface Findings {
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
}

/**
 * Runs the checks over a reading: those that speak of a part on each part that has changed since the last time, and then
 * those that speak of the whole. Yields now and then, so that a driver can stop; a check that crashes silences only itself
 * and is reported.
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
  const {
    severityOf = defaultSeverity,
    ignoring = new Ignoring(reading.draft),
    acronyms = [],
    onCrash,
  } = how;
  const wanted = [...checks]
    .sort((a, b) => Number(a.isLast ?? false) - Number(b.isLast ?? false))
    .flatMap((check) => {
      const severity = severityOf(check);
      return severity === "off" ? [] : [{ check, severity }];
    });
  const whole = wholeOf(reading, knowledge);
  const found: Ranked[] = [];
  const ignored: (Ranked & { readonly by: ReturnType<Ignoring["cover"]> })[] = [];
  const take = (rank: number, finding: Finding) => {
    // A comment that is not needed must not hide that it is not.
    const by = wanted[rank]!.check.isLast ? undefined : ignoring.cover(finding.check, finding.span);
    if (by === undefined) found.push({ finding, rank });
    else ignored.push({ finding, rank, by });
  };

  const parts = whole.follower(CheckedParts);
  yield* parts.renew({ wanted, whole, knowledge, acronyms, onCrash });
  for (const { part, findings } of parts.findings()) {
    const standing = whole.standing(part);
    for (const { finding, rank } of findings) take(rank, placedFinding(finding, standing));
  }
  const crashed = new Set(parts.crashed());
  const ran = new Set<string>();
  const all = checks.map(({ id }) => id);
  for (const [rank, { check, severity }] of wanted.entries()) {
    try {
      for (const report of check.whole?.(whole, knowledge, { ignoring, acronyms, all, ran }) ?? [])
        take(rank, findingOf(report, check, severity, reading.draft));
      if (!check.acrossDrafts && !crashed.has(check.id)) ran.add(check.id);
    } catch (error) {
      onCrash?.(check, error);
    }
    if (check.whole !== undefined) yield;
  }
  ignored.sort(byPlace);
  return {
    findings: found.sort(byPlace).map(({ finding }) => finding),
    ignored: ignored.map(({ finding, by }) => ({ finding, ...by! })),
  };
}
