import type { Id, Origin } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { readingAround } from "../../reading/lists.ts";
import { cover, type Span, span, touches } from "../../text/span.ts";
import { meantAt } from "./meant.ts";
import { mentionAt } from "./mentions.ts";
import type { Snapshot } from "./snapshot.ts";
import { factsOf } from "./statement-facts.ts";

/** Where the facts behind a place of a draft are written. */
export interface Definition {
  readonly span: Span;
  readonly origins: readonly Origin[];
}

/**
 * From a mention, or the citation of a source, to its entry in the knowledge base; from words that are only part of a
 * finding, or of a statement that was found to be so or not so, to the facts that it was held against.
 */
export function definition(snapshot: Snapshot, offset: number): Definition | undefined {
  const meant = meantAt(snapshot, offset);
  if (meant?.kind === "source") return defined(snapshot, meant.ids, [meant.span]);
  const mention = mentionAt(snapshot, offset);
  const findings = snapshot.findings.filter(({ span }) => touches(span, offset));
  const spans = [...(mention === undefined ? [] : [mention]), ...findings].map(({ span }) => span);
  if (meant !== undefined) return defined(snapshot, meant.ids, spans);
  const reading = readingAround(snapshot.reading, span(offset, offset));
  const statements = reading.statements.filter(
    ({ span, verdict }) => verdict !== "unverified" && touches(span, offset),
  );
  const found = findings.flatMap(({ knowledge }) => knowledge);
  const held = statements.flatMap(factsOf);
  return defined(snapshot, [...found, ...held], [...spans, ...statements.map(({ span }) => span)]);
}

function defined(
  { knowledge }: Snapshot,
  ids: readonly Id[],
  spans: readonly Span[],
): Definition | undefined {
  const questions = questionsOf(knowledge);
  const origins = [...new Set(ids)].flatMap(
    (id) => (questions.fact(id) ?? questions.source(id))?.origin ?? [],
  );
  return origins.length === 0 ? undefined : { span: spans.reduce(cover), origins };
}
