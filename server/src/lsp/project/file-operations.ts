import {
  type Connection,
  FileChangeType,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { type Renamed, renamedPaths } from "../../features/project/renamed-paths.ts";
import { Lines } from "../../text/lines.ts";
import { rangeOf } from "../convert.ts";
import type { Session } from "../session.ts";
import { traceOf } from "../warnings.ts";
import { isProjectFile, projectFileIn } from "./folder-files.ts";

/** Follows files that come and go in the client, and mends what names them before they are renamed. */
export function followFileOperations(connection: Connection, session: Session): void {
  const tell = async (type: FileChangeType, uris: readonly string[]) => {
    try {
      await session.filesChanged(uris.map((uri) => ({ uri, type })));
    } catch (error) {
      connection.console.error(traceOf(error));
    }
  };
  connection.workspace.onDidCreateFiles(({ files }) =>
    tell(
      FileChangeType.Created,
      files.map(({ uri }) => uri),
    ),
  );
  connection.workspace.onDidDeleteFiles(({ files }) =>
    tell(
      FileChangeType.Deleted,
      files.map(({ uri }) => uri),
    ),
  );
  connection.workspace.onDidRenameFiles(async ({ files }) => {
    await tell(
      FileChangeType.Deleted,
      files.map(({ oldUri }) => oldUri),
    );
    await tell(
      FileChangeType.Created,
      files.map(({ newUri }) => newUri),
    );
  });
  connection.workspace.onWillRenameFiles(async ({ files }) => {
    try {
      const { host } = session;
      const renames = files.map(({ oldUri, newUri }) => {
        return { from: host.canonical(oldUri), to: host.canonical(newUri) };
      });
      return await editFor(session, renames);
    } catch (error) {
      connection.console.error(traceOf(error));
      return null;
    }
  });
}

/** The edit of project files and of drafts' front matter that name what is renamed; null: nothing names it. */
async function editFor(session: Session, renames: readonly Renamed[]): Promise<WorkspaceEdit | null> {
  const { host } = session;
  const named = session.bases.inUse.some(({ place }) =>
    renames.some(({ from }) => place === from || place.startsWith(`${from}/`)),
  );
  if (!named) return null;
  const projects = [
    ...new Set(session.folders.map((folder) => projectFileIn(host.canonical(folder).replace(/\/$/, "")))),
  ];
  const edits: TextDocumentEdit[] = [];
  for (const file of [...projects, ...(await draftsThatName(session))]) {
    const uri = session.uriOf(file);
    const text = session.textOf(uri) ?? (await host.read(file));
    if (text === undefined) continue;
    const folder = file.slice(0, file.lastIndexOf("/"));
    const found = renamedPaths(
      { uri: file, text, isProject: isProjectFile(file) },
      folder,
      (path) => host.resolve(folder, path),
      renames,
    );
    if (found.length === 0) continue;
    const lines = new Lines(text);
    edits.push({
      textDocument: { uri, version: session.versionOf(uri) ?? null },
      edits: found.map(({ span, newText }) => ({ range: rangeOf(lines, span), newText })),
    });
  }
  if (edits.length === 0) return null;
  if (session.client.versionsEdits) return { documentChanges: edits };
  return {
    changes: Object.fromEntries(edits.map(({ textDocument, edits }) => [textDocument.uri, edits])),
  } as WorkspaceEdit;
}

/** Drafts whose front matter names knowledge bases, as far as they were read. */
async function draftsThatName(session: Session): Promise<string[]> {
  await session.index.build();
  return [...session.index.entries].flatMap(([uri, { own }]) => (own.length > 0 ? [uri] : []));
}
