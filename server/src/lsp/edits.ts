import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** Edits of several documents, by URI; with the version of each open one, where the client can then refuse what comes too late. */
export function workspaceEdit(
  session: Session,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
): WorkspaceEdit {
  if (!session.client.versionsEdits)
    return { changes: Object.fromEntries([...edits].map(([uri, list]) => [uri, [...list]])) };
  const documentChanges = [...edits].map(([uri, list]) => ({
    textDocument: { uri, version: session.versionOf(uri) ?? null },
    edits: [...list],
  }));
  return { documentChanges };
}
