import type { Id } from "../../knowledge-base/knowledge.ts";
import type { Span } from "../../text/span.ts";
import { citedAt } from "./cited.ts";
import { mentionAt } from "./mentions.ts";
import type { Snapshot } from "./snapshot.ts";

/** The entries that words of a draft stand for: those of actors or of an event, or that of a source. */
export interface Meant {
  readonly kind: "actor" | "event" | "source";
  readonly span: Span;
  /** All that the words can stand for; mostly one. */
  readonly ids: readonly Id[];
}

/** What a reader means who points at an offset: a source that is cited there, else an actor or an event. */
export function meantAt(snapshot: Snapshot, offset: number): Meant | undefined {
  const cited = citedAt(snapshot, offset);
  if (cited !== undefined) return { kind: "source", span: cited.whole, ids: [cited.source.id] };
  const mention = mentionAt(snapshot, offset);
  if (mention?.kind === "entity") return { kind: "actor", span: mention.span, ids: mention.ids };
  return mention?.kind === "event" ? { kind: "event", span: mention.span, ids: [mention.id] } : undefined;
}
