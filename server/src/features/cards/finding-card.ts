import type { Finding } from "../../checks/check.ts";
import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { readingAround } from "../../reading/lists.ts";
import type { Statement } from "../../reading/reading.ts";
import { slice } from "../../text/span.ts";
import { describeTime } from "../../time/write.ts";
import type { Snapshot } from "../draft/snapshot.ts";
import { labelOf, nameOf } from "../facts.ts";
import { officeText } from "./actor-card.ts";
import { eventLine } from "./event-card.ts";
import { bold, lines, paragraphs, plain } from "./markdown.ts";
import { sourcesOf } from "./sources.ts";

/** Both sides of a finding: what the draft says, what is known, and who says so. */
export function findingCard(finding: Finding, { draft, knowledge, reading }: Snapshot): string {
  const statement = readingAround(reading, finding.span).statements.find(
    ({ span, verdict }) =>
      verdict === "contradicted" && span.start === finding.span.start && span.end === finding.span.end,
  );
  return paragraphs(
    lines(
      `In the draft: ${bold(slice(draft.text, finding.span))}`,
      ...knownSide(finding, statement, knowledge).map((fact) => `Known: ${fact}`),
    ),
    sourcesOf(knowledge, finding.evidence),
  );
}

function knownSide(finding: Finding, statement: Statement | undefined, knowledge: Knowledge): string[] {
  const known = statement === undefined ? undefined : knownOf(statement, knowledge);
  if (known !== undefined && known !== "") return [known];
  return finding.knowledge.map((id) => factLine(id, knowledge));
}

/** The fact that speaks against a statement, no more of it than the statement is about. */
export function knownOf(statement: Statement, knowledge: Knowledge): string | undefined {
  if (statement.kind === "office") {
    const roles = knowledge.entities.get(statement.person)?.roles ?? [];
    return roles
      .map((role) => `${plain(nameOf(knowledge, statement.person))}, ${officeText(role, knowledge)}`)
      .join("; ");
  }
  if (statement.kind === "claim") return plain(knowledge.claims.get(statement.claim)?.statement ?? "");
  if (statement.kind === "quotation") return `“${plain(statement.words)}”`;
  // Of the order of events, and of a name of two, the facts are those of both.
  if (statement.kind === "event-order" || statement.kind === "event-name") return undefined;
  if (!("event" in statement)) return undefined;
  const event = knowledge.events.get(statement.event);
  if (event === undefined) return undefined;
  const names = (ids: readonly Id[]) => ids.map((id) => nameOf(knowledge, id)).join(", ");
  const date = statement.kind === "event-date" ? (statement.known ?? event.date) : undefined;
  const value = {
    "event-date": date === undefined ? "" : describeTime(date),
    "event-place": names(event.place),
    "event-outcome": event.outcome ?? "",
    "event-participant":
      statement.kind === "event-participant" ? names(event.participants[statement.role] ?? []) : "",
  }[statement.kind];
  return value === "" ? undefined : `${bold(value)} (${plain(event.name)})`;
}

function factLine(id: Id, knowledge: Knowledge): string {
  const fact = questionsOf(knowledge).fact(id);
  if (fact === undefined) return plain(id);
  return fact.kind === "event" ? eventLine(fact) : plain(labelOf(fact));
}
