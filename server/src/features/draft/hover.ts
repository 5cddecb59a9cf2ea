import type { Entity, Id } from "../../knowledge-base/knowledge.ts";
import type { EntityMention, Mention, NameForm, Statement } from "../../reading/reading.ts";
import { cover, type Span, slice, touches } from "../../text/span.ts";
import { fold } from "../../text/tokens.ts";
import { actorCard } from "../cards/actor-card.ts";
import { dateCard } from "../cards/date-card.ts";
import { entryCard } from "../cards/entry-card.ts";
import { eventCard } from "../cards/event-card.ts";
import { findingCard } from "../cards/finding-card.ts";
import { bold, list, paragraphs, plain } from "../cards/markdown.ts";
import { factsOf, supportCard, supportedAt } from "../cards/support-card.ts";
import { citedAt } from "./citation-completion.ts";
import { mentionAt } from "./mentions.ts";
import type { Snapshot } from "./snapshot.ts";

/** What is known about a place of a draft. */
export interface Card {
  readonly span: Span;
  readonly markdown: string;
}

export interface DraftCard extends Card {
  /** The entries that it tells of, those first that speak to what the draft says. */
  readonly entries: readonly Id[];
}

/**
 * Background to what stands at an offset: first what is wrong there, then what is borne out and by whom, then the actor,
 * event or date that is meant; of a citation its source.
 */
export function hover(snapshot: Snapshot, offset: number): DraftCard | undefined {
  const findings = snapshot.findings.filter(({ span }) => touches(span, offset));
  const supported = distinct(supportedAt(snapshot, offset), snapshot);
  const mention = mentionAt(snapshot, offset);
  const background = mention === undefined ? "" : cardOf(mention, snapshot);
  const cards = [
    ...findings.map((finding) => findingCard(finding, snapshot)),
    ...supported.map(({ card }) => card),
    background,
  ].filter((card) => card !== "");
  if (cards.length === 0) return citationCard(snapshot, offset);
  const marked = [...findings, ...supported.map(({ statement }) => statement)];
  const spans = [...marked, ...(mention === undefined ? [] : [mention])].map(({ span }) => span);
  const entries = [
    ...findings.flatMap(({ knowledge }) => knowledge),
    ...supported.flatMap(({ statement }) => factsOf(statement, snapshot.knowledge)),
    ...(mention === undefined ? [] : idsOf(mention)),
  ];
  return { span: spans.reduce(cover), markdown: cards.join("\n\n---\n\n"), entries: [...new Set(entries)] };
}

/** Each piece of evidence once, however many statements rest on it. */
function distinct(statements: readonly Statement[], snapshot: Snapshot) {
  const cards = new Map<string, { readonly statement: Statement; readonly card: string }>();
  for (const statement of statements) {
    const card = supportCard(statement, snapshot);
    if (card !== "" && !cards.has(card)) cards.set(card, { statement, card });
  }
  return [...cards.values()];
}

function citationCard({ draft, knowledge }: Snapshot, offset: number): DraftCard | undefined {
  const citation = citedAt(draft, offset);
  const card = citation && knowledge.sources.has(citation.id) && entryCard(citation.id, knowledge);
  return card ? { span: citation.span, markdown: card, entries: [citation.id] } : undefined;
}

function idsOf(mention: Mention): readonly Id[] {
  if (mention.kind === "date") return [];
  return mention.kind === "entity" ? mention.ids : [mention.id];
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
