import type { Entity, Event, Id } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { type Span, slice } from "../../text/span.ts";
import { nameOf } from "../facts.ts";
import type { Refusal, Renamed } from "../knowledge/rename.ts";
import { citedAt } from "./cited.ts";
import { mentionedIn } from "./mentioned.ts";
import { mentionAt } from "./mentions.ts";
import type { Snapshot } from "./snapshot.ts";

/** What a rename at a place of a draft would be of. */
export interface DraftRenamePlace {
  readonly renamed: Extract<Renamed, { readonly kind: "id" | "name" }>;
  readonly span: Span;
  /** What stands there now. */
  readonly text: string;
}

/**
 * The preferred name of the actor or event at an offset, or the id of the source that is cited there; else why nothing can
 * be renamed from here. What a draft calls somebody by any other name, or in somebody else's words, stays.
 */
export function prepareDraftRename(snapshot: Snapshot, offset: number): DraftRenamePlace | Refusal {
  const { draft, knowledge } = snapshot;
  const cited = citedAt(snapshot, offset);
  if (cited !== undefined) {
    const { id } = cited.source;
    return { renamed: { kind: "id", id }, span: bare(cited.span, id, draft.text), text: id };
  }
  const mention = mentionAt(snapshot, offset);
  if (mention === undefined || mention.kind === "date") return { refusal: NOTHING };
  const ids = mention.kind === "entity" ? mention.ids : [mention.id];
  const words = oneLine(slice(draft.text, mention.span));
  if (ids.length > 1) return { refusal: `“${words}” can be ${listed(ids, snapshot)} here.` };
  const fact = questionsOf(knowledge).fact(ids[0]!);
  if (fact?.kind !== "entity" && fact?.kind !== "event") return { refusal: NOTHING };
  const refusal = whyFixed(fact, words, mention.span, snapshot);
  if (refusal !== undefined) return { refusal };
  return { renamed: { kind: "name", id: fact.id, name: fact.name }, span: mention.span, text: fact.name };
}

const NOTHING = "Only actors, events and the sources that are cited can be renamed from a draft.";

function whyFixed(
  { id, name }: Entity | Event,
  words: string,
  { start, end }: Span,
  { reading }: Snapshot,
): string | undefined {
  if (words !== name)
    return `“${words}” is not the preferred name of “${name}”, which is the one that can be renamed from a draft. Change other names in its entry.`;
  const isQuoted = mentionedIn(reading).some(
    (one) => one.id === id && one.span.start === start && one.span.end === end && one.quoted,
  );
  return isQuoted ? "These are somebody's own words, which stay as they are." : undefined;
}

function listed(ids: readonly Id[], { knowledge }: Snapshot): string {
  return ids.map((id) => `“${nameOf(knowledge, id)}”`).join(" or ");
}

/** A key without the braces that it may stand in. */
function bare({ start, end }: Span, id: Id, text: string): Span {
  const at = text.indexOf(id, start);
  return at >= 0 && at + id.length <= end ? { start: at, end: at + id.length } : { start, end };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
