import type { CancellationToken, InlayHint, InlayHintParams } from "vscode-languageserver";
import { dateHints } from "../../features/draft/inlay-hints.ts";
import { spanOf } from "../convert.ts";
import type { Session } from "../session.ts";

/** What the dates of a draft leave out. Off, unless the settings of the draft's folder say otherwise. */
export async function hintsOnDraft(
  session: Session,
  { textDocument: { uri }, range }: InlayHintParams,
  token: CancellationToken,
): Promise<InlayHint[] | null> {
  const { settings } = await session.bases.of(uri);
  if (settings.dateHints === "off") return null;
  const snapshot = await session.drafts.current(uri, token);
  if (snapshot === undefined) return null;
  const { lines } = snapshot.draft;
  return dateHints(snapshot, settings.dateHints, spanOf(lines, range)).map(({ offset, label }) => ({
    position: lines.positionAt(offset),
    label,
    paddingLeft: true,
  }));
}
