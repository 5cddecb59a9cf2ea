import type { Entity, Knowledge, Role } from "../knowledge-base/knowledge.ts";
import type { OfficeStatement } from "../reading/reading.ts";
import { describeTime } from "../time/write.ts";
import type { Check } from "./check.ts";
import { evidenceOf, listed, onDate } from "./wording.ts";

export const actorRole: Check = {
  id: "actor-role",
  title: "A person is given an office that is not theirs",
  severity: "error",
  ofContradicted: true,
  *part({ statements, draft }, knowledge) {
    for (const statement of statements) {
      if (statement.kind !== "office" || statement.verdict !== "contradicted") continue;
      const person = knowledge.entities.get(statement.person);
      if (person === undefined) continue;
      const written = draft.text.slice(statement.span.start, statement.span.end);
      yield {
        message: messageFor(statement, person, written, knowledge),
        span: statement.span,
        knowledge: [person.id],
        evidence: evidenceOf([person], statement.instead),
        fixes: statement.instead.map((newText) => ({ newText, safe: false })),
        related: [{ span: statement.personSpan, message: `The person meant here: ${person.name}` }],
      };
    }
  },
};

function messageFor(
  { wrong, title, at, instead }: OfficeStatement,
  person: Entity,
  written: string,
  knowledge: Knowledge,
): string {
  const known = listed(person.roles.map((role) => described(role, knowledge)));
  if (wrong === "person" && instead.length > 0) {
    const then = at === undefined ? "" : ` (${describeTime(at)})`;
    return `The office of ${title}${then} belongs to ${listed(instead)}. ${person.name} is known as ${known}.`;
  }
  const untimely = at !== undefined && instead.length === 0 && wrong === "title";
  return `${person.name} is known as ${known}, not ${untimely ? onDate(at) : `as “${written}”`}.`;
}

/** "Information Minister of Pakistan (since March 2024)". */
function described({ title, of, during, acting }: Role, knowledge: Knowledge): string {
  const owner = knowledge.entities.get(of)?.name ?? knowledge.events.get(of)?.name;
  const body = owner === undefined || title.includes(owner) ? "" : ` of ${owner}`;
  const time = during === undefined ? "" : ` (${describeTime(during)})`;
  return `${acting ? "acting " : ""}${title}${body}${time}`;
}
