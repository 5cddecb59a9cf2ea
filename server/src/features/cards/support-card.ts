import { evidenceOf } from "../../checks/wording.ts";
import type { Evidence, Fact, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { readingAround } from "../../reading/lists.ts";
import { hasTitle } from "../../reading/offices/titles.ts";
import type { Statement } from "../../reading/reading.ts";
import { slice, span, touches } from "../../text/span.ts";
import { describeTime } from "../../time/write.ts";
import type { Snapshot } from "../draft/snapshot.ts";
import { labelOf, nameOf } from "../facts.ts";
import { officeText } from "./actor-card.ts";
import { amountOf } from "./figure-card.ts";
import { knownOf } from "./finding-card.ts";
import { bold, paragraphs, plain } from "./markdown.ts";
import { sourcesOf } from "./sources.ts";

/** What a statement rests on: the fact, in a line, and who says so. */
interface Support {
  readonly fact: string;
  readonly ids: readonly Id[];
  readonly evidence: readonly Evidence[];
}

/** The statements whose words are at an offset and that what is known bears out. */
export function supportedAt({ reading }: Snapshot, offset: number): Statement[] {
  return readingAround(reading, span(offset, offset)).statements.filter(
    ({ verdict, span, kind }) => verdict === "supported" && !UNPROVED.has(kind) && touches(span, offset),
  );
}

/** What the calendar or the draft itself bears out needs no source. */
const UNPROVED: ReadonlySet<Statement["kind"]> = new Set([
  "weekday",
  "calendar",
  "acronym",
  "uncovered",
  "confusion",
]);

/** That a statement is borne out, by which fact, on whose word; empty where no fact can be shown for it. */
export function supportCard(statement: Statement, { knowledge, draft }: Snapshot): string {
  const support = supportOf(statement, knowledge);
  if (support === undefined) return "";
  const words = slice(draft.text, statement.span).replace(/\s+/g, " ");
  const written = words.split(/[^\p{L}\p{N}]+/u);
  const facts = support.ids.flatMap((id) => questionsOf(knowledge).fact(id) ?? []);
  const evidence = support.evidence.length > 0 ? support.evidence : evidenceOf(facts, written);
  return paragraphs(`✓ ${bold("Supported")}: ${support.fact}`, sourcesOf(knowledge, evidence));
}

/** The facts that a statement is held against. */
export function factsOf(statement: Statement, knowledge: Knowledge): readonly Id[] {
  return supportOf(statement, knowledge)?.ids ?? [];
}

function supportOf(statement: Statement, knowledge: Knowledge): Support | undefined {
  const by = (fact: string | undefined, ...ids: readonly Id[]): Support | undefined =>
    fact === undefined || fact === "" ? undefined : { fact, ids, evidence: [] };
  switch (statement.kind) {
    case "office":
      return by(officeLine(statement, knowledge), statement.person);
    case "claim":
      return by(plain(knowledge.claims.get(statement.claim)?.statement ?? ""), statement.claim);
    case "attribution":
      return by(claimLine(statement.claim, knowledge), statement.claim);
    case "figure":
      return by(figureLine(statement.figure, knowledge), statement.figure);
    case "quotation":
      return {
        fact: "word for word",
        ids: [statement.source],
        evidence: [{ source: statement.source, quote: statement.words }],
      };
    case "affiliation":
      return by(affiliationLine(statement.actor, statement.body, knowledge), statement.actor);
    case "event-order":
      return by(
        [statement.event, statement.other].map((id) => dated(id, knowledge)).join("; "),
        statement.event,
        statement.other,
      );
    case "event-name":
      return undefined;
    default:
      return "event" in statement ? by(knownOf(statement, knowledge), statement.event) : undefined;
  }
}

function officeLine(statement: Statement & { kind: "office" }, knowledge: Knowledge): string {
  const roles = knowledge.entities.get(statement.person)?.roles ?? [];
  const meant = roles.filter((role) => hasTitle(role, statement.title));
  const name = plain(nameOf(knowledge, statement.person));
  return meant.map((role) => `${name}, ${officeText(role, knowledge)}`).join("; ");
}

function claimLine(id: Id, knowledge: Knowledge): string {
  const claim = knowledge.claims.get(id);
  if (claim === undefined) return "";
  const holders = claim.attributedTo.map((holder) => nameOf(knowledge, holder)).join(", ");
  return `told as what it is, ${claim.status === "alleged" ? "an alleged" : "a contested"} claim of ${plain(holders)}: ${plain(claim.statement)}`;
}

function figureLine(id: Id, knowledge: Knowledge): string {
  const figure = knowledge.figures.get(id);
  return figure === undefined ? "" : `${bold(amountOf(figure))} (${plain(figure.label)})`;
}

function affiliationLine(actor: Id, body: Id, knowledge: Knowledge): string {
  return `${plain(nameOf(knowledge, actor))} belongs to ${plain(nameOf(knowledge, body))}`;
}

function dated(id: Id, knowledge: Knowledge): string {
  const fact: Fact | undefined = questionsOf(knowledge).fact(id);
  if (fact?.kind !== "event") return plain(fact === undefined ? id : labelOf(fact));
  const name = plain(fact.name);
  return fact.date === undefined ? name : `${name}, ${describeTime(fact.date)}`;
}
