import fs from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import { EXTENSION, show } from "../editor.ts";

export { closeAll, EXTENSION, eventually, findingsOn, rangeOf, show } from "../editor.ts";

/** The empty folder that this VS Code was opened with. */
export function workspaceFile(name: string): string {
  return path.join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, name);
}

/** Writes a file as another program would, behind the editor's back. */
export async function write(name: string, text: string): Promise<vscode.Uri> {
  const file = workspaceFile(name);
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, text);
  return vscode.Uri.file(file);
}

/** The faulty sample out of the extension's own folder. */
export function showFaultySample(): Promise<vscode.TextDocument> {
  const { extensionUri } = vscode.extensions.getExtension(EXTENSION)!;
  return show(vscode.Uri.joinPath(extensionUri, "knowledge/samples/faulty.md"));
}
