import type { Finding } from "../../checks/check.ts";
import type { Knowledge, Origin } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import type { Statement, Verdict } from "../../reading/reading.ts";
import { lastStarting, type Span } from "../../text/span.ts";
import type { Snapshot } from "../draft/snapshot.ts";
import { labelOf } from "../facts.ts";
import { type Context, contextsOf } from "./context.ts";
import { knownFor } from "./known.ts";
import { phraseFor } from "./phrases.ts";
import type { FactNote, FactRow, FactSheet, Place, PlaceRange } from "./sheet.ts";
import { sourceNotes } from "./sources.ts";
import { titleOf } from "./title.ts";

/** Where an entry is written, as its reader would open it; undefined where that is not known. */
export type Locate = (origin: Origin) => Place | undefined;

/** The fact sheet of a draft: every checkable statement, in the order of the text. Linear in the draft. */
export function factSheet(snapshot: Snapshot, locate: Locate = () => undefined): FactSheet {
  const { draft, knowledge, reading } = snapshot;
  const contextOf = contextsOf(draft);
  const counts: Record<Verdict, number> = { supported: 0, contradicted: 0, unverified: 0 };
  for (const { verdict } of reading.statements) counts[verdict]++;
  const judged = findingsByCheck(snapshot);
  const statements = [...reading.statements].sort((a, b) => a.span.start - b.span.start);
  return {
    title: titleOf(draft),
    uri: draft.uri,
    knowledge: knowledge.bases.map(({ title }) => title),
    counts,
    rows: statements.map((statement) =>
      rowOf(statement, contextOf(statement.span), snapshot, judged(statement), locate),
    ),
  };
}

export function rangeIn({ lines }: Snapshot["draft"], { start, end }: Span): PlaceRange {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

function rowOf(
  statement: Statement,
  { before, words, after }: Context,
  { draft, knowledge }: Snapshot,
  { finding, ignored }: Judgement,
  locate: Locate,
): FactRow {
  const known = knownFor(statement, knowledge);
  // The check has said it with a view to what is wrong, and knows best which quotation carries it.
  const evidence = finding !== undefined && finding.evidence.length > 0 ? finding.evidence : known.evidence;
  return {
    verdict: statement.verdict,
    kind: statement.kind,
    says: phraseFor(statement, draft, knowledge),
    words,
    before,
    after,
    range: rangeIn(draft, statement.span),
    known: finding?.message ?? known.text,
    facts: known.facts.flatMap((id) => noteOf(id, knowledge, locate)),
    sources: sourceNotes(evidence, known, knowledge),
    ...(ignored !== undefined && { ignored }),
  };
}

function noteOf(id: string, knowledge: Knowledge, locate: Locate): FactNote[] {
  const fact = questionsOf(knowledge).fact(id);
  if (fact === undefined) return [];
  const at = locate(fact.origin);
  return [{ id, label: labelOf(fact), ...(at && { at }) }];
}

interface Found {
  readonly finding: Finding;
  readonly ignored?: string;
}

type Judgement = Partial<Found>;

/** The check that speaks of a kind of statement, where its name is another. */
const CHECK_OF: Readonly<Partial<Record<Statement["kind"], string>>> = {
  office: "actor-role",
  affiliation: "actor-affiliation",
  confusion: "actor-confusion",
};

/** What the checks have said of a statement: the finding on its place, also where it is ignored. */
function findingsByCheck({ findings, ignored }: Snapshot): (statement: Statement) => Judgement {
  const byCheck = new Map<string, Found[]>();
  const add = (found: Found) => {
    const { check } = found.finding;
    const all = byCheck.get(check);
    if (all === undefined) byCheck.set(check, [found]);
    else all.push(found);
  };
  for (const finding of findings) add({ finding });
  for (const { finding, reason = "" } of ignored) add({ finding, ignored: reason });
  for (const all of byCheck.values()) all.sort((a, b) => a.finding.span.start - b.finding.span.start);
  return ({ kind, span, verdict }) => {
    if (verdict !== "contradicted") return {};
    const names = kind === "acronym" ? ["acronym-definition", "acronym"] : [CHECK_OF[kind] ?? kind];
    return names.map((name) => within(span, byCheck.get(name) ?? [])).find((one) => one !== undefined) ?? {};
  };
}

/** The first finding in a statement's words; a check may mark only some of them. */
function within({ start, end }: Span, all: readonly Found[]): Found | undefined {
  const first = all[lastStarting(all, start - 1, ({ finding }) => finding.span.start) + 1];
  return first !== undefined && first.finding.span.end <= end ? first : undefined;
}
