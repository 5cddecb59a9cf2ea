import {
  type CancellationToken,
  type Hover,
  MarkupKind,
  type TextDocumentPositionParams,
} from "vscode-languageserver";
import { hover } from "../../features/draft/hover.ts";
import { offsetOf, rangeOf } from "../convert.ts";
import type { Session } from "../session.ts";

/** The card of what stands at a place of a draft. */
export async function hoverOnDraft(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<Hover | null> {
  const snapshot = await session.drafts.current(textDocument.uri, token);
  const card = snapshot && hover(snapshot, offsetOf(snapshot.draft.lines, position));
  if (!card) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: card.markdown },
    range: rangeOf(snapshot.draft.lines, card.span),
  };
}
