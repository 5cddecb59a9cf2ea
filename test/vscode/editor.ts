import * as vscode from "vscode";

export const EXTENSION = "aide-memoire.aide-memoire";

export async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Where a phrase stands; it must stand there once. */
export function rangeOf(document: vscode.TextDocument, phrase: string): vscode.Range {
  const [before, ...after] = document.getText().split(phrase);
  if (before === undefined || after.length !== 1)
    throw new Error(`“${phrase}” stands there ${after.length} times`);
  return new vscode.Range(
    document.positionAt(before.length),
    document.positionAt(before.length + phrase.length),
  );
}

/** Our findings on exactly these words. */
export function findingsOn(document: vscode.TextDocument, words: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source, range }) => source === "Aide-Mémoire" && document.getText(range) === words);
}

/** Asks again and again until the answer is neither empty nor false. */
export async function eventually<T>(what: string, ask: () => T | PromiseLike<T>): Promise<T> {
  const limit = Date.now() + 15_000;
  for (;;) {
    const answer = await ask();
    if (Array.isArray(answer) ? answer.length > 0 : answer) return answer;
    if (Date.now() > limit) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}
