import type { EntityMention, Mention } from "../reading/reading.ts";
import { cover, type Span, slice } from "../text/span.ts";
import { actorCard } from "./cards/actor-card.ts";
import { dateCard } from "./cards/date-card.ts";
import { eventCard } from "./cards/event-card.ts";
import { findingCard } from "./cards/finding-card.ts";
import { bold, list, paragraphs, plain } from "./cards/markdown.ts";
import { mentionAt, touches } from "./mentions.ts";
import type { Snapshot } from "./snapshot.ts";

/** What is known about a place of a draft. */
export interface Card {
  readonly span: Span;
  readonly markdown: string;
}

/** Background to what stands at an offset: first what is wrong there, then the actor, event or date that is meant. */
export function hover(snapshot: Snapshot, offset: number): Card | undefined {
  const findings = snapshot.findings.filter(({ span }) => touches(span, offset));
  const mention = mentionAt(snapshot, offset);
  const background = mention === undefined ? "" : cardOf(mention, snapshot);
  const cards = [...findings.map((finding) => findingCard(finding, snapshot)), background].filter(
    (card) => card !== "",
  );
  const spans = [...findings, ...(mention === undefined ? [] : [mention])].map(({ span }) => span);
  if (cards.length === 0) return undefined;
  return { span: spans.reduce(cover), markdown: cards.join("\n\n---\n\n") };
}

function cardOf(mention: Mention, snapshot: Snapshot): string {
  const { knowledge } = snapshot;
  if (mention.kind === "date") return dateCard(mention, knowledge);
  if (mention.kind === "entity") return actorCards(mention, snapshot);
  const event = knowledge.events.get(mention.id);
  return event === undefined ? "" : eventCard(event, knowledge);
}

function actorCards({ ids, span, form }: EntityMention, { knowledge, draft }: Snapshot): string {
  const actors = ids.flatMap((id) => knowledge.entities.get(id) ?? []);
  const text = slice(draft.text, span);
  if (actors.length > 1) {
    const names = actors.map((actor) => `${bold(actor.name)} · ${actor.type}`);
    return paragraphs(`“${plain(text)}” can be:`, list(names, names.length));
  }
  const [actor] = actors;
  if (actor === undefined) return "";
  const standsFor = form === "metonym" ? `“${plain(text)}” stands for it here.` : "";
  const discouraged = [...actor.discouraged, ...actor.misnomers].find((name) => name.form === text);
  const reason = discouraged === undefined ? "" : `“${plain(text)}”: ${plain(discouraged.reason)}`;
  return paragraphs(actorCard(actor, knowledge), standsFor, reason);
}
