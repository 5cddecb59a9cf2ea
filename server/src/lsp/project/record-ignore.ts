import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";
import { pathFrom, withIgnore } from "../../ignoring/ignore-file.ts";
import { Lines } from "../../text/lines.ts";
import { workspaceEdit } from "../edits.ts";
import type { Host } from "../host.ts";
import { ASK_REASON, type AskReasonParams, type IgnoreRequest } from "../protocol.ts";
import type { Session } from "../session.ts";
import { ignoreFileIn } from "./folder-files.ts";

/**
 * Records in the ignore file of a draft's folder that a finding is known, and why, if the client can ask. The file is
 * written at once; one that is open in the editor is edited there.
 */
export async function recordIgnore(
  session: Session,
  connection: Connection,
  host: Host,
  request: IgnoreRequest,
): Promise<void> {
  const { uri, check, fingerprint, words } = request;
  const asked: AskReasonParams = { check, words };
  const reason =
    request.reason ??
    (session.client.canAsk ? await connection.sendRequest<string | null>(ASK_REASON, asked) : "");
  if (reason === null) return;
  const file = ignoreFileIn(session.bases.folderOf(uri));
  const path = pathFrom(file, session.fileOf(uri));
  const entry = { check, fingerprint, file: path, words, reason: reason.trim() === "" ? undefined : reason };
  const old = await host.read(file);
  const text = withIgnore(old ?? "", entry);
  const open = session.versionOf(session.uriOf(file)) !== undefined;
  if (!open && (await host.write(file, text))) {
    await session.filesChanged([{ uri: file }]);
    return session.settle();
  }
  const end = new Lines(old ?? "").positionAt(old?.length ?? 0);
  const range = { start: { line: 0, character: 0 }, end };
  const target = session.uriOf(file);
  const { appliedEdits, createdFiles } = session.client.understands;
  if (!appliedEdits || (old === undefined && !createdFiles)) return tellUnwritten(connection, target, open);
  if (old !== undefined) {
    const edits = new Map([[target, [{ range, newText: text }]]]);
    await connection.workspace.applyEdit(workspaceEdit(session, edits));
    return;
  }
  await connection.workspace.applyEdit({
    documentChanges: [
      { kind: "create", uri: target },
      {
        textDocument: { uri: target, version: null },
        edits: [{ range, newText: text }],
      },
    ],
  });
}

/** This client lets nobody edit what is open in it, or make files where we cannot. */
async function tellUnwritten(connection: Connection, file: string, isOpen: boolean): Promise<void> {
  const why = isOpen ? "it is open here, and this editor lets nobody else edit it" : "it cannot be written";
  const message = `The finding is not recorded in ${file}: ${why}.`;
  await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
}
