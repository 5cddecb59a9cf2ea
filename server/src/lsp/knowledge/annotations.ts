import type {
  CodeLens,
  CodeLensParams,
  DocumentLink,
  DocumentLinkParams,
  InlayHint,
  InlayHintParams,
} from "vscode-languageserver";
import { entryLenses } from "../../features/knowledge/code-lens.ts";
import { inlayHints } from "../../features/knowledge/inlay-hints.ts";
import { links } from "../../features/knowledge/links.ts";
import { mentionsText } from "../../features/knowledge/mentions.ts";
import { rangeOf, spanOf } from "../convert.ts";
import { OPEN_MENTION, SHOW_MENTIONS } from "../protocol.ts";
import type { Session } from "../session.ts";

/** What an editor shows on a knowledge file without being asked about a place of it. */

export async function linksOf(
  session: Session,
  { textDocument: { uri } }: DocumentLinkParams,
): Promise<DocumentLink[] | null> {
  const open = await session.knowledgeFiles.open(uri);
  if (open === undefined) return null;
  return links(open.tree).map(({ span, target }) => ({
    range: rangeOf(open.lines, span),
    target: "url" in target ? target.url : target.file,
  }));
}

/** Off, unless the settings of the file's folder say otherwise. */
export async function hintsIn(
  session: Session,
  { textDocument: { uri }, range }: InlayHintParams,
): Promise<InlayHint[] | null> {
  const open = await session.knowledgeFiles.open(uri);
  if (open === undefined || !open.settings.idHints) return null;
  const { lines, snapshot, tree } = open;
  return inlayHints(snapshot, tree, spanOf(lines, range)).map(({ offset, label }) => ({
    position: lines.positionAt(offset),
    label,
    paddingLeft: true,
  }));
}

/** By which the mentions are found when a lens comes into sight. */
interface LensData {
  readonly uri: string;
  readonly id: string;
}

export async function lensesOf(
  session: Session,
  { textDocument: { uri } }: CodeLensParams,
): Promise<CodeLens[] | null> {
  const open = await session.knowledgeFiles.open(uri);
  if (open === undefined || !open.settings.mentionCounts) return null;
  return entryLenses(open.tree).map(({ span, id }) => ({
    range: rangeOf(open.lines, span),
    data: { uri, id } satisfies LensData,
  }));
}

export async function resolveLens(session: Session, lens: CodeLens): Promise<CodeLens> {
  // That of a draft has all it needs.
  if (lens.data === undefined) return lens;
  const { uri, id } = lens.data as LensData;
  const mentions = await session.index.mentionsOf(id, session.fileOf(uri));
  const drafts = new Set(mentions.map((mention) => mention.uri)).size;
  const title = mentionsText({ drafts, places: mentions.length });
  const places = mentions.map((mention) => ({ uri: session.uriOf(mention.uri), range: mention.range }));
  const { showsMentions, understands } = session.client;
  const shown = { title, command: SHOW_MENTIONS, arguments: [uri, lens.range.start, places] };
  const opened = { title, command: OPEN_MENTION, arguments: [{ places }] };
  if (places.length === 0 || !(showsMentions || understands.shownDocuments))
    return { ...lens, command: { title, command: "" } };
  return { ...lens, command: showsMentions ? shown : opened };
}
