import type { CancellationToken, CodeLens, CodeLensParams } from "vscode-languageserver";
import { verdictsText } from "../../features/draft/verdicts.ts";
import { type FactSheetRequest, SHOW_FACT_SHEET } from "../protocol.ts";
import type { Session } from "../session.ts";

const HEAD = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** At the head of a draft, what its statements came to; it leads to the fact sheet, where the client can show that. */
export async function lensOnDraft(
  session: Session,
  { textDocument: { uri } }: CodeLensParams,
  token: CancellationToken,
): Promise<CodeLens[] | null> {
  const { settings } = await session.bases.of(uri);
  if (!settings.verdictLens) return null;
  const snapshot = await session.drafts.current(uri, token);
  const title = snapshot && verdictsText(snapshot);
  if (title === undefined) return null;
  const leads = session.client.showsFactSheet;
  const request: FactSheetRequest = { uri };
  return [
    {
      range: HEAD,
      command: { title, command: leads ? SHOW_FACT_SHEET : "", ...(leads && { arguments: [request] }) },
    },
  ];
}
