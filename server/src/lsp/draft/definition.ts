import type {
  CancellationToken,
  Location,
  LocationLink,
  TextDocumentPositionParams,
} from "vscode-languageserver";
import { definition } from "../../features/draft/definition.ts";
import { offsetOf, rangeOf } from "../convert.ts";
import type { Session } from "../session.ts";

/** Where the facts behind a place are written, with the words of the draft that lead there if the client shows them. */
export async function definitionAt(
  session: Session,
  { textDocument: { uri }, position }: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<Location[] | LocationLink[] | null> {
  const snapshot = await session.drafts.atHand(uri, position, token);
  const found = snapshot && definition(snapshot, offsetOf(snapshot.draft.lines, position));
  if (!found) return null;
  const locations = found.origins.flatMap((origin) => session.bases.locate(origin) ?? []);
  if (!session.client.linksDefinitions) return locations;
  const originSelectionRange = rangeOf(snapshot.draft.lines, found.span);
  return locations.map(({ uri: targetUri, range }) => ({
    originSelectionRange,
    targetUri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}
