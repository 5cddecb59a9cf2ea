import type {
  DefinitionParams,
  DocumentHighlight,
  DocumentHighlightParams,
  Hover,
  HoverParams,
  Location,
  LocationLink,
  ReferenceParams,
} from "vscode-languageserver";
import { definition } from "../../features/knowledge/definition.ts";
import { hover } from "../../features/knowledge/hover.ts";
import type { MentionCount } from "../../features/knowledge/mentions.ts";
import { type NameAt, nameAt } from "../../features/knowledge/names.ts";
import { highlights, references } from "../../features/knowledge/references.ts";
import type { KnowledgeSnapshot } from "../../features/knowledge/snapshot.ts";
import type { Origin } from "../../knowledge-base/knowledge.ts";
import { offsetOf, rangeOf } from "../convert.ts";
import { markup } from "../markup.ts";
import type { Session } from "../session.ts";
import { linesOf, type OpenKnowledgeFile } from "./knowledge-files.ts";

/** How long a card waits to learn how many drafts mention an entry, in milliseconds. */
const PATIENCE = 300;

export async function hoverOnKnowledge(
  session: Session,
  { textDocument: { uri }, position }: HoverParams,
): Promise<Hover | null> {
  const open = await session.knowledgeFiles.open(uri);
  if (open === undefined) return null;
  const { snapshot, tree, lines } = open;
  const offset = offsetOf(lines, position);
  const named = nameAt(tree, offset)?.name;
  const count = named?.kind === "id" ? await countOf(session, named.id, open) : undefined;
  const card = hover(snapshot, tree, offset, () => count);
  if (card === undefined) return null;
  const contents = markup(card.markdown);
  return { contents, range: rangeOf(lines, card.span) };
}

/** In how many drafts something is mentioned; undefined if that takes too long to find out now. */
async function countOf(
  session: Session,
  id: string,
  { file }: OpenKnowledgeFile,
): Promise<MentionCount | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined));
  const mentions = await Promise.race([session.index.mentionsOf(id, file), late]);
  return (
    mentions && { drafts: new Set(mentions.map((mention) => mention.uri)).size, places: mentions.length }
  );
}

export async function definitionInKnowledge(
  session: Session,
  { textDocument: { uri }, position }: DefinitionParams,
): Promise<Location[] | LocationLink[] | null> {
  const open = await session.knowledgeFiles.open(uri);
  const found = open && definition(open.snapshot, open.tree, offsetOf(open.lines, position));
  if (!found) return null;
  const locations = found.origins.map((origin) => locationOf(session, origin, open.snapshot));
  if (!session.client.linksDefinitions) return locations;
  const originSelectionRange = rangeOf(open.lines, found.span);
  return locations.map(({ uri: targetUri, range }) => ({
    originSelectionRange,
    targetUri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

/** The uses of an id in entries, and the mentions in drafts of what it stands for, or the citations of a source. */
export async function referencesInKnowledge(
  session: Session,
  { textDocument: { uri }, position, context }: ReferenceParams,
): Promise<Location[] | null> {
  const open = await session.knowledgeFiles.open(uri);
  if (open === undefined) return null;
  const offset = offsetOf(open.lines, position);
  const uses = references(open.snapshot, open.tree, offset, context.includeDeclaration);
  const mentions = await mentionsOf(session, nameAt(open.tree, offset), open);
  return [...uses.map((use) => locationOf(session, use, open.snapshot)), ...mentions];
}

async function mentionsOf(
  session: Session,
  named: NameAt | undefined,
  { file, snapshot }: OpenKnowledgeFile,
): Promise<Location[]> {
  if (named?.name.kind !== "id") return [];
  const { id } = named.name;
  const isSource = snapshot.knowledge.sources.has(id);
  const mentions = await (isSource ? session.index.citationsOf(id) : session.index.mentionsOf(id, file));
  return mentions.map((mention) => ({ uri: session.uriOf(mention.uri), range: mention.range }));
}

export async function highlightsInKnowledge(
  session: Session,
  { textDocument: { uri }, position }: DocumentHighlightParams,
): Promise<DocumentHighlight[] | null> {
  const open = await session.knowledgeFiles.open(uri);
  if (open === undefined) return null;
  return highlights(open.snapshot, open.tree, offsetOf(open.lines, position)).map((use) => ({
    range: rangeOf(open.lines, use.span),
  }));
}

/** A place in one of the files that serve together; in another file, its head. */
export function locationOf(session: Session, { file, span }: Origin, snapshot: KnowledgeSnapshot): Location {
  const tree = snapshot.files.get(file);
  const start = { line: 0, character: 0 };
  const range = tree === undefined ? { start, end: start } : rangeOf(linesOf(tree), span);
  return { uri: session.uriOf(file), range };
}
