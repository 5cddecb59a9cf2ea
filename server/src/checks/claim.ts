import type { Check } from "./check.ts";
import { evidenceOf } from "./wording.ts";

export const claim: Check = {
  id: "claim",
  title: "A statement that the knowledge base denies",
  severity: "error",
  *run({ statements, draft }, knowledge) {
    for (const statement of statements) {
      if (statement.kind !== "claim" || statement.verdict !== "contradicted") continue;
      const known = knowledge.claims.get(statement.claim);
      if (known === undefined) continue;
      const written = draft.text.slice(statement.span.start, statement.span.end);
      yield {
        message: `“${written}” is denied by what is known: ${known.statement}`,
        span: statement.span,
        knowledge: [known.id, ...known.subject],
        evidence: evidenceOf([known], [known.statement]),
        fixes: statement.instead.map((newText) => ({ newText, safe: statement.instead.length === 1 })),
        related: [],
      };
    }
  },
};
