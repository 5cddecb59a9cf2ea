import type { Claim } from "../knowledge-base/knowledge.ts";
import type { ClaimStatement, Statement } from "../reading/reading.ts";
import type { Check } from "./check.ts";
import { evidenceOf } from "./wording.ts";

export const claim: Check = {
  id: "claim",
  title: "A statement that the knowledge base denies",
  severity: "error",
  ofContradicted: true,
  *part({ statements, draft }, knowledge) {
    const parts = statements.filter(
      (each) => each.kind === "event-participant" && each.verdict === "contradicted",
    );
    for (const statement of statements) {
      if (statement.kind !== "claim" || statement.verdict !== "contradicted") continue;
      const known = knowledge.claims.get(statement.claim);
      if (known === undefined || parts.some((part) => isSame(part, statement, known))) continue;
      const written = draft.text.slice(statement.span.start, statement.span.end);
      yield {
        message: `“${written}” is denied by what is known: ${known.statement}`,
        span: statement.span,
        knowledge: [known.id, ...known.subject],
        evidence: evidenceOf([known], [known.statement]),
        fixes: statement.instead.map((newText) => ({ newText, safe: false })),
        related: [],
      };
    }
  },
};

/** How far apart two statements of one sentence may stand. */
const NEAR = 200;

/** The same fault is told already: somebody is given a part in the very event that the claim is about. */
function isSame(part: Statement, { span }: ClaimStatement, claim: Claim): boolean {
  if (part.kind !== "event-participant" || Math.abs(part.span.start - span.start) > NEAR) return false;
  return claim.object.includes(part.event) && claim.subject.includes(part.participant);
}
