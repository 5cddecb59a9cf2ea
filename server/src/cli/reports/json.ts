import type { Finding } from "../../checks/check.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { countVerdicts, type Snapshot } from "../../service.ts";
import { isToldByPlace, placeIn } from "../../text/place.ts";
import type { CheckedDraft, Report } from "./report.ts";

/** One JSON object, for programs: zero-based lines and UTF-16 characters, as in the Language Server Protocol. */
export const jsonReport: Report = (output) => {
  const files: object[] = [];
  return {
    add: (draft) => void files.push({ path: draft.path, ...draftRecord(draft) }),
    end: ({ knowledge }) =>
      output.write(`${JSON.stringify({ version: 1, knowledgeBases: basesOf(knowledge), files }, null, 2)}\n`),
  };
};

/** What is told of a draft, in the form of `files` in test/cli/report.schema.json. */
export function draftRecord({ snapshot, findings, apart }: Omit<CheckedDraft, "path">): object {
  const { reading, draft } = snapshot;
  const { supported, contradicted, unverified } = countVerdicts(reading);
  return {
    statements: { supported, contradicted, unverified },
    findings: findings.map((finding) => findingOf(finding, draft)),
    ...(apart.length > 0 && { apart: apart.map((finding) => findingOf(finding, draft)) }),
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
