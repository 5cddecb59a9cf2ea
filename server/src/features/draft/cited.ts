import type { Source } from "../../knowledge-base/knowledge.ts";
import type { Draft } from "../../text/draft.ts";
import { lastStarting, type Span, span, touches } from "../../text/span.ts";
import { type Citation, citationsIn } from "../knowledge/citations.ts";
import type { Snapshot } from "./snapshot.ts";

/** A citation of a source that the knowledge base has. */
export interface Cited {
  readonly source: Source;
  /** The key. */
  readonly span: Span;
  /** The key with its `@`. */
  readonly whole: Span;
}

const known = new WeakMap<Draft, readonly Citation[]>();

/** The citations of known sources, in the order of the text. Linear in the text the first time, then in the citations. */
export function citedIn({ draft, knowledge }: Snapshot): Cited[] {
  return citationsOf(draft).flatMap(({ id, span: key }) => {
    const source = knowledge.sources.get(id);
    return source === undefined ? [] : [{ source, span: key, whole: withAt(draft.text, key) }];
  });
}

/** The citation at an offset, if it is of a known source. */
export function citedAt({ draft, knowledge }: Snapshot, offset: number): Cited | undefined {
  const citations = citationsOf(draft);
  const last = lastStarting(citations, offset, ({ span: key }) => withAt(draft.text, key).start);
  const citation = citations[last];
  if (citation === undefined || !touches(withAt(draft.text, citation.span), offset)) return undefined;
  const source = knowledge.sources.get(citation.id);
  return source && { source, span: citation.span, whole: withAt(draft.text, citation.span) };
}

function citationsOf(draft: Draft): readonly Citation[] {
  let citations = known.get(draft);
  if (citations === undefined) known.set(draft, (citations = citationsIn(draft.text, draft.format)));
  return citations;
}

function withAt(text: string, { start, end }: Span): Span {
  return span(text[start - 1] === "@" ? start - 1 : start, end);
}
