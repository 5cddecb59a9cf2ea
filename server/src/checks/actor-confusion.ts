import type { Check } from "./check.ts";
import { evidenceOf } from "./wording.ts";

export const actorConfusion: Check = {
  id: "actor-confusion",
  title: "One actor is named where only one that it is easily taken for fits",
  severity: "warning",
  ofContradicted: true,
  *part({ statements, draft }, knowledge) {
    for (const statement of statements) {
      if (statement.kind !== "confusion") continue;
      const { span, signSpan, instead, facts } = statement;
      const actor = knowledge.entities.get(statement.actor);
      const meant = knowledge.entities.get(statement.meant);
      if (actor === undefined || meant === undefined) continue;
      const sign = draft.text.slice(signSpan.start, signSpan.end).replace(/\s+/g, " ");
      const known = facts.flatMap((id) => knowledge.entities.get(id) ?? knowledge.events.get(id) ?? []);
      yield {
        message: `“${sign}” fits ${meant.name}, not ${actor.name}.`,
        span,
        knowledge: [...new Set([meant.id, ...facts])],
        evidence: evidenceOf([...known, meant], [meant.name, ...instead]),
        fixes: instead.map((newText) => ({ newText, safe: false })),
        related: [{ span: signSpan, message: `This fits ${meant.name}` }],
      };
    }
  },
};
