import {
  type CancellationToken,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
} from "vscode-languageserver";
import { highlights } from "../../features/draft/highlights.ts";
import { offsetOf, rangeOf } from "../convert.ts";
import type { Session } from "../session.ts";

/** What in a draft belongs together with what is pointed at. */
export async function highlightsOnDraft(
  session: Session,
  { textDocument: { uri }, position }: DocumentHighlightParams,
  token: CancellationToken,
): Promise<DocumentHighlight[] | null> {
  const snapshot = await session.drafts.current(uri, token);
  if (snapshot === undefined) return null;
  const { lines } = snapshot.draft;
  return highlights(snapshot, offsetOf(lines, position)).map(({ span, kind }) => ({
    range: rangeOf(lines, span),
    kind: kind === "same" ? DocumentHighlightKind.Read : DocumentHighlightKind.Text,
  }));
}
