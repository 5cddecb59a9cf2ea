import type { CancellationToken } from "vscode-languageserver";
import { catalogueOf, listed, type Shelf } from "../../features/browse/catalogue.ts";
import { excerptOf } from "../../features/browse/excerpt.ts";
import { groupsOf, select } from "../../features/browse/selection.ts";
import { entryCard } from "../../features/cards/entry-card.ts";
import { mentionedIn } from "../../features/draft/mentioned.ts";
import type { Snapshot } from "../../features/draft/snapshot.ts";
import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { Lines } from "../../text/lines.ts";
import { spanOf } from "../convert.ts";
import type { DraftMention } from "../draft/draft-index.ts";
import type {
  DraftMentions,
  EntriesAnswer,
  EntriesRequest,
  Entry,
  EntryRequest,
  MentionPlace,
} from "../protocol.ts";
import type { Session } from "../session.ts";
import type { Serving } from "./knowledge-bases.ts";

/** What serves a document, or, without one, the first folder of the window that has a knowledge base. */
export async function servingFor(session: Session, uri: string | undefined): Promise<Serving | undefined> {
  if (uri !== undefined) return session.bases.servingWith(session.fileOf(uri)) ?? session.bases.of(uri);
  const all = await session.bases.everywhere();
  return all.find(({ bases }) => bases.length > 0) ?? all[0];
}

/** The groups of a shelf, and the entries of one of them if it is named; null where there is no knowledge base. */
export async function entriesOn(
  session: Session,
  shelf: Shelf,
  request: EntriesRequest | undefined,
  token: CancellationToken,
): Promise<EntriesAnswer | null> {
  const { uri, filter, mentionedOnly, group, offset = 0, limit } = request ?? {};
  const serving = await servingFor(session, uri);
  if (serving === undefined || serving.bases.length === 0) return null;
  const { knowledge } = serving;
  // Several views may ask at once, and none of them is to stop another's work.
  const key = `browse ${++asked}`;
  const catalogue = await session.run(key, catalogueOf(knowledge, shelf));
  const mentions = await mentionsIn(session, uri, token);
  if (catalogue === undefined || token.isCancellationRequested) return null;
  const only = mentionedOnly === true ? new Set(mentions.keys()) : undefined;
  const found = select(catalogue, { filter, only });
  const within = group === undefined ? [] : found.filter((entry) => entry.group === group);
  const page = within.slice(offset, limit === undefined ? undefined : offset + limit);
  return {
    all: catalogue.length,
    found: found.length,
    groups: groupsOf(found),
    entries: page.flatMap(({ id }) => entryOf(session, knowledge, id, mentions) ?? []),
  };
}

let asked = 0;

/** What is known of an entry, in Markdown; null where there is none. */
export async function cardOf(session: Session, { id, uri }: EntryRequest): Promise<string | null> {
  const serving = await servingFor(session, uri);
  return (serving && entryCard(id, serving.knowledge)) ?? null;
}

/** In which drafts an actor or event is mentioned, the most often first; of one draft, where. */
export async function mentionsOf(session: Session, request: EntryRequest): Promise<DraftMentions[]> {
  const serving = await servingFor(session, request.uri);
  const entry = serving?.knowledge.entities.get(request.id) ?? serving?.knowledge.events.get(request.id);
  if (entry === undefined) return [];
  const byDraft = new Map<string, DraftMention[]>();
  const wanted = request.draft === undefined ? undefined : session.fileOf(request.draft);
  for (const mention of await session.index.mentionsOf(entry.id, entry.origin.file)) {
    if (wanted !== undefined && mention.uri !== wanted) continue;
    const known = byDraft.get(mention.uri);
    if (known === undefined) byDraft.set(mention.uri, [mention]);
    else known.push(mention);
  }
  const all = [...byDraft].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return Promise.all(
    all.map(async ([draft, mentions]) => ({
      uri: session.uriOf(draft),
      count: mentions.length,
      mentions: wanted === undefined ? [] : await placesIn(session, draft, mentions),
    })),
  );
}

async function placesIn(
  session: Session,
  draft: string,
  mentions: readonly DraftMention[],
): Promise<MentionPlace[]> {
  const text = (await session.index.draft(draft))?.text ?? "";
  const lines = new Lines(text);
  const places = mentions.map(({ range, quoted }) => ({ range, quoted, span: spanOf(lines, range) }));
  return places
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, ...place }) => ({ ...place, ...excerptOf(text, lines, span) }));
}

function entryOf(
  session: Session,
  knowledge: Knowledge,
  id: Id,
  mentions: ReadonlyMap<Id, number>,
): Entry | undefined {
  const entry = listed(knowledge, id);
  const fact = knowledge.entities.get(id) ?? knowledge.events.get(id);
  const place = fact && session.bases.locate(fact.origin);
  return entry && { ...entry, mentions: mentions.get(id) ?? 0, ...(place && { place }) };
}

const counted = new WeakMap<Snapshot, ReadonlyMap<Id, number>>();

/** How often an open draft mentions each actor and event; empty for a document that is none. */
async function mentionsIn(
  session: Session,
  uri: string | undefined,
  token: CancellationToken,
): Promise<ReadonlyMap<Id, number>> {
  const snapshot = uri === undefined ? undefined : await session.drafts.current(uri, token);
  if (snapshot === undefined) return new Map();
  const known = counted.get(snapshot);
  if (known !== undefined) return known;
  const counts = new Map<Id, number>();
  for (const { id } of mentionedIn(snapshot.reading)) counts.set(id, (counts.get(id) ?? 0) + 1);
  counted.set(snapshot, counts);
  return counts;
}
