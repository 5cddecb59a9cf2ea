import type { Entity, Knowledge } from "../knowledge-base/knowledge.ts";
import { describeTime } from "../time/write.ts";
import type { Check } from "./check.ts";
import { evidenceOf, listed } from "./wording.ts";

export const actorAffiliation: Check = {
  id: "actor-affiliation",
  title: "A person or an organization is given to the wrong country or organization",
  severity: "error",
  ofContradicted: true,
  *part({ statements, draft }, knowledge) {
    for (const statement of statements) {
      if (statement.kind !== "affiliation" || statement.verdict !== "contradicted") continue;
      const { span, instead } = statement;
      const actor = knowledge.entities.get(statement.actor);
      const body = knowledge.entities.get(statement.body);
      if (actor === undefined || body === undefined) continue;
      const written = draft.text.slice(span.start, span.end);
      yield {
        message: `${actor.name} belongs to ${listed(belongings(actor, body.type === "country", knowledge))}, not to ${body.name}.`,
        span,
        knowledge: [actor.id],
        evidence: evidenceOf([actor], [...instead, written]),
        fixes: instead.map((newText) => ({ newText, safe: false })),
        related: [{ span: statement.actorSpan, message: `The actor meant here: ${actor.name}` }],
      };
    }
  },
};

/** "Oskany", "the Liberal League (until 2023)". */
function belongings(
  { country, memberOf, roles }: Entity,
  isCountry: boolean,
  knowledge: Knowledge,
): string[] {
  const bodies = isCountry ? country : memberOf.length > 0 ? memberOf : roles;
  const names = bodies.flatMap(({ of, during }) => {
    const name = knowledge.entities.get(of)?.name;
    return name === undefined ? [] : [during === undefined ? name : `${name} (${describeTime(during)})`];
  });
  return [...new Set(names)];
}
