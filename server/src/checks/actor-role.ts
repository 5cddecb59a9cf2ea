import type { Knowledge, Role } from "../knowledge-base/knowledge.ts";
import { describeTime } from "../time/write.ts";
import type { Check } from "./check.ts";
import { evidenceOf } from "./wording.ts";

export const actorRole: Check = {
  id: "actor-role",
  title: "A person is given an office that is not theirs",
  severity: "error",
  *run({ statements, draft }, knowledge) {
    for (const statement of statements) {
      if (statement.kind !== "office" || statement.verdict !== "contradicted") continue;
      const person = knowledge.entities.get(statement.person);
      if (person === undefined) continue;
      const offices = person.roles.map((role) => described(role, knowledge)).join("; ");
      const written = draft.text.slice(statement.span.start, statement.span.end);
      const [instead] = statement.instead;
      const aim = instead === undefined ? "" : ` Instead of “${written}”: ${instead}.`;
      yield {
        message: `${person.name}: ${offices}.${aim}`,
        span: statement.span,
        knowledge: [person.id],
        evidence: evidenceOf(person),
        fixes: statement.instead.map((newText) => ({ newText, safe: statement.instead.length === 1 })),
        related: [{ span: statement.personSpan, message: `The person meant here: ${person.name}` }],
      };
    }
  },
};

/** "Information Minister (Pakistan), since March 2024". */
function described({ title, of, during, acting }: Role, knowledge: Knowledge): string {
  const owner = knowledge.entities.get(of)?.name ?? knowledge.events.get(of)?.name ?? of;
  const time = during === undefined ? "" : `, ${describeTime(during)}`;
  return `${acting ? "acting " : ""}${title} (${owner})${time}`;
}
