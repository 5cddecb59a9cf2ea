import type { Diagnostic, DiagnosticRelatedInformation, Location } from "vscode-languageserver";
import type { Finding } from "../checks/check.ts";
import type { Snapshot } from "../features/draft/snapshot.ts";
import { labelOf } from "../features/facts.ts";
import type { Origin } from "../knowledge-base/knowledge.ts";
import type { Problem } from "../knowledge-base/problems.ts";
import { questionsOf } from "../knowledge-base/questions.ts";
import type { Lines } from "../text/lines.ts";
import { capped } from "./cap.ts";
import { rangeOf, severityOf } from "./convert.ts";
import type { Understanding } from "./understanding.ts";

export const SOURCE = "Aide-Mémoire";

/** What a diagnostic needs beyond the snapshot. */
export interface Surroundings {
  /** The URI of a check's manual page, if there is one. */
  page(check: string): string | undefined;
  /** Where an entry stands in its file, if the file is known. */
  locate(origin: Origin): Location | undefined;
  readonly understands: Pick<Understanding, "relatedInformation" | "codeDescriptions">;
}

export function diagnosticsOf(snapshot: Snapshot, around: Surroundings, most = Infinity): Diagnostic[] {
  const { shown, notes } = capped(snapshot.findings, most, findingsNotShown);
  return [...notes, ...shown.map((finding) => diagnosticOf(finding, snapshot, around))];
}

/** What an editor is told of findings that are more than its settings let it show. */
export function findingsNotShown(more: number): Pick<Diagnostic, "message" | "source"> {
  const message = `And ${more} more, which are not shown: see the setting aideMemoire.mostFindings.`;
  return { source: SOURCE, message };
}

export function diagnosticOf(finding: Finding, snapshot: Snapshot, around: Surroundings): Diagnostic {
  const page = pageOf(finding.check, around);
  const related = around.understands.relatedInformation ? relatedTo(finding, snapshot, around) : [];
  return {
    range: rangeOf(snapshot.draft.lines, finding.span),
    severity: severityOf(finding.severity),
    source: SOURCE,
    code: finding.check,
    message: finding.message,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}

/** A knowledge base's own problem, as a diagnostic of its file. */
export function problemDiagnostic(problem: Problem, lines: Lines, around: Surroundings): Diagnostic {
  const page = pageOf(problem.code, around);
  const related = around.understands.relatedInformation
    ? (problem.related ?? []).flatMap(({ origin, message }) => {
        const location = around.locate(origin);
        return location === undefined ? [] : [{ location, message }];
      })
    : [];
  return {
    range: rangeOf(lines, problem.origin.span),
    severity: severityOf(problem.severity),
    source: SOURCE,
    code: problem.code,
    message: problem.message,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}

/** The page of a check, for a client that links it. */
export function pageOf(code: string, { page, understands }: Surroundings): string | undefined {
  return understands.codeDescriptions ? page(code) : undefined;
}

function relatedTo(
  finding: Finding,
  snapshot: Snapshot,
  around: Surroundings,
): DiagnosticRelatedInformation[] {
  const { draft, knowledge } = snapshot;
  const places = finding.related.map(({ span, message }) => ({
    location: { uri: draft.uri, range: rangeOf(draft.lines, span) },
    message,
  }));
  const elsewhere = (finding.elsewhere ?? []).map(({ uri, start, end, message }) => ({
    location: { uri, range: { start, end } },
    message,
  }));
  const facts = finding.knowledge.flatMap((id) => {
    const fact = questionsOf(knowledge).fact(id);
    const location = fact && around.locate(fact.origin);
    return location ? [{ location, message: `In the knowledge base: ${labelOf(fact)}` }] : [];
  });
  return [...places, ...elsewhere, ...facts];
}
