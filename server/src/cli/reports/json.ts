import type { Finding } from "../../checks/check.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { countVerdicts, type Snapshot } from "../../service.ts";
import { isToldByPlace, placeIn } from "../../text/place.ts";
import type { Report } from "./report.ts";

/** One JSON object, for programs: zero-based lines and UTF-16 characters, as in the Language Server Protocol. */
export const jsonReport: Report = (output) => {
  const files: object[] = [];
  return {
    add: (path, snapshot) => void files.push(fileOf(path, snapshot)),
    end: ({ knowledge }) =>
      output.write(`${JSON.stringify({ version: 1, knowledgeBases: basesOf(knowledge), files }, null, 2)}\n`),
  };
};

function fileOf(path: string, { reading, findings, draft }: Snapshot) {
  const { supported, contradicted, unverified } = countVerdicts(reading);
  return {
    path,
    statements: { supported, contradicted, unverified },
    findings: findings.map((finding) => findingOf(finding, draft)),
  };
}

function findingOf(finding: Finding, draft: Snapshot["draft"]) {
  const { lines } = draft;
  return {
    check: finding.check,
    severity: finding.severity,
    message: finding.message,
    range: { start: lines.positionAt(finding.span.start), end: lines.positionAt(finding.span.end) },
    ...(isToldByPlace(draft) && { place: placeIn(draft, finding.span) }),
    knowledge: finding.knowledge,
    suggestions: finding.fixes.flatMap((fix) => (fix.span === undefined ? [fix.newText] : [])),
    evidence: finding.evidence.map(({ source, quote }) => ({ source, quote })),
  };
}

/** Each knowledge base once, though several drafts may share it in different company. */
function basesOf(used: readonly Knowledge[]): object[] {
  const bases = used
    .flatMap((knowledge) => knowledge.bases)
    .map(({ title, counts: { entities, events, claims, figures } }) => ({
      title,
      entities,
      events,
      claims,
      figures,
    }));
  return [...new Map(bases.map((base) => [JSON.stringify(base), base])).values()];
}
