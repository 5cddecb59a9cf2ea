import {
  type CancellationToken,
  type Hover,
  MarkupKind,
  type TextDocumentPositionParams,
} from "vscode-languageserver";

import { plain } from "../../features/cards/markdown.ts";
import { hover } from "../../features/draft/hover.ts";
import { nameOf } from "../../features/facts.ts";
import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { offsetOf, rangeOf } from "../convert.ts";
import { markup } from "../markup.ts";
import type { Session } from "../session.ts";

/** Of more entries the way there is not shown. */
const MOST_LINKS = 3;

/** The card of what stands at a place of a draft, with the way to the entries that it is made of. */
export async function hoverOnDraft(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<Hover | null> {
  const snapshot = await session.drafts.atHand(textDocument.uri, position, token);
  const card = snapshot && hover(snapshot, offsetOf(snapshot.draft.lines, position));
  if (!card) return null;
  const readsMarkdown = session.client.understands.hoverFormat === MarkupKind.Markdown;
  const links = readsMarkdown ? linksTo(session, card.entries, snapshot.knowledge) : "";
  return {
    contents: markup(links === "" ? card.markdown : `${card.markdown}\n\n${links}`),
    range: rangeOf(snapshot.draft.lines, card.span),
  };
}

/** Links to the lines of files, which every editor with Markdown can follow. */
function linksTo(session: Session, ids: readonly Id[], knowledge: Knowledge): string {
  const links = ids.slice(0, MOST_LINKS).flatMap((id) => {
    const origin = (questionsOf(knowledge).fact(id) ?? knowledge.sources.get(id))?.origin;
    const location = origin && session.bases.locate(origin);
    if (location === undefined) return [];
    const name = knowledge.sources.get(id)?.title ?? nameOf(knowledge, id);
    return [`[${plain(name)}](<${session.uriOf(location.uri)}#L${location.range.start.line + 1}>)`];
  });
  return links.length === 0 ? "" : `Entry: ${links.join(", ")}`;
}
