import type { Id, Origin } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { cover, type Span, touches } from "../../text/span.ts";
import { mentionAt } from "./mentions.ts";
import type { Snapshot } from "./snapshot.ts";

/** Where the facts behind a place of a draft are written. */
export interface Definition {
  readonly span: Span;
  readonly origins: readonly Origin[];
}

/** From a mention to its entry in the knowledge base; from words that are only part of a finding, to its facts. */
export function definition(snapshot: Snapshot, offset: number): Definition | undefined {
  const mention = mentionAt(snapshot, offset);
  const findings = snapshot.findings.filter(({ span }) => touches(span, offset));
  const ids: readonly Id[] =
    mention?.kind === "entity"
      ? mention.ids
      : mention?.kind === "event"
        ? [mention.id]
        : findings.flatMap(({ knowledge }) => knowledge);
  const origins = [...new Set(ids)].flatMap((id) => questionsOf(snapshot.knowledge).fact(id)?.origin ?? []);
  const spans = [...(mention === undefined ? [] : [mention]), ...findings].map(({ span }) => span);
  return origins.length === 0 ? undefined : { span: spans.reduce(cover), origins };
}
