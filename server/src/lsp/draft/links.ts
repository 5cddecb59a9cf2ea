import type { CancellationToken, DocumentLink, DocumentLinkParams } from "vscode-languageserver";
import { type DraftLink, draftLinks } from "../../features/draft/links.ts";
import { rangeOf } from "../convert.ts";
import type { Session } from "../session.ts";

/** From the citations of a draft to their sources. */
export async function linksOnDraft(
  session: Session,
  { textDocument: { uri } }: DocumentLinkParams,
  token: CancellationToken,
): Promise<DocumentLink[] | null> {
  const snapshot = await session.drafts.current(uri, token);
  if (snapshot === undefined) return null;
  return draftLinks(snapshot).flatMap(({ span, target, tooltip }) => {
    const address = addressOf(session, target);
    if (address === undefined) return [];
    return { range: rangeOf(snapshot.draft.lines, span), target: address, tooltip };
  });
}

/** An entry has no address of its own: it is that of its file, with the line, from 1, as editors read it. */
function addressOf(session: Session, target: DraftLink["target"]): string | undefined {
  if ("url" in target) return target.url;
  if ("file" in target) return target.file;
  const place = session.bases.locate(target.entry);
  if (place === undefined) return undefined;
  const { line, character } = place.range.start;
  return `${session.uriOf(place.uri)}#L${line + 1},${character + 1}`;
}
