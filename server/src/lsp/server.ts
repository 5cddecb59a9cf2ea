import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  PositionEncodingKind,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { ENDINGS } from "../text/formats.ts";
import { type Client, clientFrom, foldersFrom } from "./client.ts";
import { COMMANDS, carryOutCommands } from "./commands.ts";
import { type Documents, openDocuments } from "./documents.ts";
import { TRIGGERS } from "./draft/completion.ts";
import type { Host } from "./host.ts";
import { TOKENS_LEGEND } from "./knowledge/annotations.ts";
import { KNOWLEDGE_ACTION_KINDS } from "./knowledge/code-actions.ts";
import { SETTINGS_SECTION, TRUST, type TrustParams } from "./protocol.ts";
import { answerRequests } from "./requests.ts";
import { Session } from "./session.ts";
import { traceOf, type Warnings } from "./warnings.ts";

/** Serves one client until it disconnects. */
export function serve(connection: Connection, host: Host, warnings: Warnings, version: string): void {
  const documents = openDocuments(connection);
  let session: Session | undefined;
  const current = () => {
    if (session === undefined)
      throw new ResponseError(ErrorCodes.ServerNotInitialized, "initialize comes first");
    return session;
  };
  connection.onInitialize(async (params) => {
    const client = clientFrom(params);
    const files = overlaid(host, documents);
    session = new Session(connection, documents, files, client, foldersFrom(params), warnings);
    await session.start();
    return { capabilities: capabilitiesFor(client), serverInfo: { name: "Aide-Mémoire", version } };
  });
  connection.onInitialized(guarded(connection, () => begin(connection, current())));
  connection.onShutdown(() => session?.dispose());
  hearOfDocuments(connection, documents, current);
  hearOfSettingsAndFiles(connection, current);
  answerRequests(connection, current);
  carryOutCommands(connection, overlaid(host, documents), current);
  connection.listen();
}

function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { resolveProvider: true, triggerCharacters: TRIGGERS },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, ...KNOWLEDGE_ACTION_KINDS] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    documentLinkProvider: {},
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    semanticTokensProvider: { legend: TOKENS_LEGEND, full: true },
    executeCommandProvider: { commands: Object.keys(COMMANDS) },
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
    ...(client.hasFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
  };
}

/** The endings of drafts' names; R Markdown is written with a capital by most. */
const DRAFTS = [...ENDINGS.map((ending) => ending.slice(1)), "Rmd"].join(",");

/** Knowledge files, and drafts, whose mentions are counted. */
const WATCHED = ["**/*.knowledge.yaml", "**/.aide-memoire*.yaml", "**/knowledge/**", `**/*.{${DRAFTS}}`];

/** What needs the client's consent or answer, once it is ready to give it. */
async function begin(connection: Connection, session: Session): Promise<void> {
  const { client } = session;
  if (client.hasFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map((folder) => folder.uri));
      session.folders = [
        ...session.folders.filter((uri) => !gone.has(uri)),
        ...added.map((folder) => folder.uri),
      ];
      session.reloadSoon();
    });
  }
  if (client.registersSettings) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
  }
  if (client.watchesFiles) {
    const watchers = WATCHED.map((globPattern) => ({ globPattern }));
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
  await session.readAll();
}

function hearOfDocuments(connection: Connection, documents: Documents, session: () => Session): void {
  documents.onDidOpen(guarded(connection, ({ document }) => session().opened(document)));
  documents.onDidChangeContent(guarded(connection, ({ document }) => session().changed(document)));
  documents.onDidClose(guarded(connection, ({ document }) => session().closed(document)));
}

function hearOfSettingsAndFiles(connection: Connection, session: () => Session): void {
  connection.onDidChangeConfiguration(
    guarded(connection, ({ settings }) => session().settingsChanged(settings)),
  );
  connection.onNotification(
    TRUST,
    guarded(connection, ({ trusted }: TrustParams) => session().trust(trusted)),
  );
  connection.onDidChangeWatchedFiles(
    guarded(connection, ({ changes }) => session().filesChanged(changes.map((change) => change.uri))),
  );
}

/** An open knowledge file counts as it stands in the editor, saved or not. */
function overlaid(host: Host, documents: Documents): Host {
  const opened = (file: string) =>
    documents.all().find(({ uri }) => uri === file || host.canonical(uri) === file);
  return { ...host, read: async (file) => opened(file)?.getText() ?? host.read(file) };
}

/** A handler of notifications that logs what goes wrong: there is nobody to answer. */
function guarded<T>(
  connection: Connection,
  handler: (event: T) => void | Promise<void>,
): (event: T) => Promise<void> {
  return async (event) => {
    try {
      await handler(event);
    } catch (error) {
      connection.console.error(traceOf(error));
    }
  };
}
