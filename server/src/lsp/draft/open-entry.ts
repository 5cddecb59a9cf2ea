import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";
import type { OpenEntryRequest } from "../protocol.ts";
import type { Session } from "../session.ts";

/** Shows an entry in its file; a client that cannot be asked to is told where it is. */
export async function openEntry(
  session: Session,
  connection: Connection,
  { uri, range }: OpenEntryRequest,
): Promise<void> {
  if (session.client.showsDocuments) {
    const { success } = await connection.window.showDocument({ uri, selection: range, takeFocus: true });
    if (success) return;
  }
  const message = `The entry stands in ${decodeURI(uri.replace(/^file:\/\//, ""))}, line ${range.start.line + 1}.`;
  await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}
