import type { Entity } from "../../knowledge-base/knowledge.ts";
import type { EntityMention, Mention, NameForm } from "../../reading/reading.ts";
import { cover, type Span, slice, touches } from "../../text/span.ts";
import { fold } from "../../text/tokens.ts";
import { actorCard } from "../cards/actor-card.ts";
import { dateCard } from "../cards/date-card.ts";
import { eventCard } from "../cards/event-card.ts";
import { findingCard } from "../cards/finding-card.ts";
import { bold, list, paragraphs, plain } from "../cards/markdown.ts";
import { mentionAt } from "./mentions.ts";
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
  if (mention.kind === "date") return dateCard(mention, snapshot);
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
  return actorCard(actor, knowledge, remarkOn(text, form, actor));
}

/** What is to be said of the form itself by which an actor is named. */
function remarkOn(text: string, form: NameForm, { discouraged, misnomers }: Entity): string {
  if (form === "metonym") return `“${plain(text)}” stands for it here.`;
  const bad = [...discouraged, ...misnomers].find((name) => fold(name.form) === fold(text));
  return bad === undefined ? "" : `“${plain(text)}”: ${plain(bad.reason)}`;
}
