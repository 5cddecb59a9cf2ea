import { type Uri, workspace } from "vscode";

/**
 * Whether a document stands on its own: one that somebody writes, or reads where a folder of the window or the
 * extension's samples are. What programs show (the other side of a diff, a log, a comment being written, a chat) is none.
 * No list of schemes could tell, for every provider of virtual folders has one of its own; that it can be written to does.
 */
export function isRealDocument({ scheme, path }: Uri, extension: Uri): boolean {
  if (scheme === "untitled" || workspace.fs.isWritableFileSystem(scheme)) return true;
  if (workspace.workspaceFolders?.some(({ uri }) => uri.scheme === scheme)) return true;
  return scheme === extension.scheme && path.startsWith(`${extension.path}/`);
}
