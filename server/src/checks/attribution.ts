import type { Knowledge } from "../knowledge-base/knowledge.ts";
import type { AttributionStatement } from "../reading/reading.ts";
import type { Check } from "./check.ts";
import { listed, namesOf } from "./wording.ts";

export const attribution: Check = {
  id: "attribution",
  title: "A contested or alleged claim is stated as plain fact, or put in the wrong mouth",
  severity: "warning",
  ofContradicted: true,
  *part({ statements, draft }, knowledge) {
    for (const statement of statements) {
      if (statement.kind !== "attribution" || statement.verdict !== "contradicted") continue;
      const claim = knowledge.claims.get(statement.claim);
      if (claim === undefined) continue;
      const written = draft.text.slice(statement.span.start, statement.span.end);
      yield {
        message: messageFor(statement, written, knowledge),
        span: statement.span,
        knowledge: [claim.id],
        evidence: claim.evidence,
        fixes: statement.instead.map((newText) => ({
          newText,
          safe: false,
          ...(statement.wrong !== "mouth" && { title: "Attribute it" }),
        })),
        related: [],
      };
    }
  },
};

function messageFor(
  { claim: id, wrong }: AttributionStatement,
  written: string,
  knowledge: Knowledge,
): string {
  const claim = knowledge.claims.get(id)!;
  const names = (ids: readonly string[]) => listed(namesOf(ids.map((each) => knowledge.entities.get(each))));
  const holders = names(claim.attributedTo);
  const denied = claim.deniedBy.length === 0 ? "" : `, denied by ${names(claim.deniedBy)}`;
  if (wrong === "mouth") return `This claim is made by ${holders}, not by ${written}.`;
  return `This is a claim of ${holders}${denied}, and not known to be a fact: ${claim.statement}`;
}
