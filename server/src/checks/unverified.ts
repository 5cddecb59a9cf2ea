import type { Knowledge } from "../knowledge-base/knowledge.ts";
import type { Statement } from "../reading/reading.ts";
import type { Check } from "./check.ts";

export const unverified: Check = {
  id: "unverified",
  title:
    "A dated or attributed statement about a known actor or event that the knowledge base does not cover",
  severity: "hint",
  offByDefault: true,
  *part({ statements }, knowledge) {
    for (const statement of statements) {
      if (statement.verdict !== "unverified") continue;
      const about = aboutOf(statement);
      const fact = about === undefined ? undefined : nameOf(about, knowledge);
      if (about === undefined || fact === undefined) continue;
      yield {
        message: messageFor(statement, fact),
        span: statement.span,
        knowledge: [about],
        evidence: [],
        fixes: [],
        related: [],
      };
    }
  },
};

function messageFor(statement: Statement, name: string): string {
  const what = statement.kind === "uncovered" ? WHAT[statement.how] : WHAT[statement.kind];
  return `The knowledge base does not cover ${what} ${name}: neither for it nor against it.`;
}

const WHAT: Readonly<Record<string, string>> = {
  dated: "what is said here of",
  attributed: "what is said here by",
  "event-date": "this date of",
  "event-place": "this place of",
  "event-participant": "this part in",
  office: "this office of",
};

function aboutOf(statement: Statement): string | undefined {
  if (statement.kind === "uncovered") return statement.about;
  if (statement.kind === "office") return statement.person;
  return "event" in statement ? statement.event : undefined;
}

function nameOf(id: string, { entities, events }: Knowledge): string | undefined {
  return entities.get(id)?.name ?? events.get(id)?.name;
}
