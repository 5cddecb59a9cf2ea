import { readFileSync } from "node:fs";
import {
  createConnection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

/** A language server that reads nothing: whatever is asked of a draft, it answers with the diagnostics of a file. */
export function echo(file: string): void {
  const items = JSON.parse(readFileSync(file, "utf8")) as Diagnostic[];
  const connection = createConnection(process.stdin, process.stdout);
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      completionProvider: {},
      codeLensProvider: {},
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    },
  }));
  connection.languages.diagnostics.on(() => ({ kind: DocumentDiagnosticReportKind.Full, items }));
  connection.onHover(() => null);
  connection.onCompletion(() => null);
  connection.onCodeLens(() => []);
  documents.listen(connection);
  connection.listen();
}
