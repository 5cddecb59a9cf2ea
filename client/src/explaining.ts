import { commands, type Disposable, EventEmitter, l10n, Uri, ViewColumn, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { EXPLAIN, type ExplainRequest } from "../../server/src/lsp/protocol.ts";

const SCHEME = "aide-memoire";
const PAGE = Uri.from({ scheme: SCHEME, path: "/Explanation.md" });

/** The command that explains the sentence under the cursor, and the read-only page beside the draft that shows it. */
export function explaining(client: BaseLanguageClient): Disposable[] {
  const changed = new EventEmitter<Uri>();
  let text = "";
  return [
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: () => text,
    }),
    commands.registerCommand("aideMemoire.explainPassage", async () => {
      const editor = window.activeTextEditor;
      if (editor === undefined) return;
      const { line, character } = editor.selection.active;
      const request: ExplainRequest = {
        uri: client.code2ProtocolConverter.asUri(editor.document.uri),
        position: { line, character },
      };
      const explanation = await commands.executeCommand<string | null>(EXPLAIN, request);
      if (!explanation) {
        return void window.showInformationMessage(
          l10n.t(
            "There is no prose here that Aide-Mémoire reads: put the cursor into a sentence of a draft.",
          ),
        );
      }
      text = explanation;
      changed.fire(PAGE);
      const document = await workspace.openTextDocument(PAGE);
      await window.showTextDocument(document, {
        viewColumn: ViewColumn.Beside,
        preserveFocus: true,
        preview: true,
      });
    }),
  ];
}
