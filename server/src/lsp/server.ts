import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type FileOperationOptions,
  PositionEncodingKind,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
  WatchKind,
} from "vscode-languageserver";
import { ENDINGS } from "../text/formats.ts";
import { type Client, clientFrom, foldersFrom } from "./client.ts";
import { COMMANDS, carryOutCommands } from "./commands.ts";
import { type Documents, openDocuments } from "./documents.ts";
import { DRAFT_ACTION_KINDS } from "./draft/code-actions.ts";
import { TRIGGERS } from "./draft/completion.ts";
import { EXCLUDING_SECTIONS } from "./draft/draft-files.ts";
import type { Host } from "./host.ts";
import { KNOWLEDGE_ACTION_KINDS } from "./knowledge/code-actions.ts";
import { fileOperationsFor, followFileOperations } from "./project/file-operations.ts";
import { SETTINGS_SECTION, TRUST, type TrustParams } from "./protocol.ts";
import { answerRequests } from "./requests.ts";
import { Session } from "./session.ts";
import { TOKENS_LEGEND } from "./tokens-legend.ts";
import { traceOf, type Warnings } from "./warnings.ts";

/** Serves one client until it disconnects. The host depends on what the client can do. */
export function serve(
  connection: Connection,
  hostFor: (client: Client) => Host,
  warnings: Warnings,
  version: string,
): void {
  const documents = openDocuments(connection);
  let session: Session | undefined;
  const current = () => {
    if (session === undefined)
      throw new ResponseError(ErrorCodes.ServerNotInitialized, "initialize comes first");
    return session;
  };
  connection.onInitialize(async (params) => {
    const client = clientFrom(params);
    const files = overlaid(hostFor(client), documents);
    session = new Session(connection, documents, files, client, foldersFrom(params), warnings);
    await session.start();
    const capabilities = capabilitiesFor(client, fileOperationsFor(params));
    return { capabilities, serverInfo: { name: "Aide-Mémoire", version } };
  });
  connection.onInitialized(guarded(connection, () => begin(connection, current())));
  connection.onShutdown(() => session?.dispose());
  hearOfDocuments(connection, documents, current);
  hearOfSettingsAndFiles(connection, current);
  followFileOperations(connection, current);
  answerRequests(connection, current);
  carryOutCommands(connection, current);
  connection.listen();
}

function capabilitiesFor(client: Client, fileOperations: FileOperationOptions): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { resolveProvider: true, triggerCharacters: TRIGGERS },
    codeActionProvider: !client.understands.codeActions || {
      codeActionKinds: [CodeActionKind.QuickFix, ...DRAFT_ACTION_KINDS, ...KNOWLEDGE_ACTION_KINDS],
      resolveProvider: true,
    },
    definitionProvider: true,
    typeDefinitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: !client.understands.preparedRenames || { prepareProvider: true },
    linkedEditingRangeProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: { resolveProvider: true },
    documentLinkProvider: {},
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: { resolveProvider: true },
    semanticTokensProvider: { legend: TOKENS_LEGEND, full: { delta: true }, range: true },
    executeCommandProvider: { commands: Object.keys(COMMANDS) },
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    workspace: {
      fileOperations,
      ...(client.hasFolders ? { workspaceFolders: { supported: true, changeNotifications: true } } : {}),
    },
  };
}

/** The endings of drafts' names; R Markdown is written with a capital by most. */
const DRAFTS = [...ENDINGS.map((ending) => ending.slice(1)), "Rmd"].join(",");

/** Knowledge files, and drafts, whose mentions are counted. */
const WATCHED = [
  "**/*.knowledge.yaml",
  "**/.aide-memoire*.yaml",
  "**/.gitignore",
  "**/knowledge/**",
  `**/*.{${DRAFTS}}`,
];

/** What needs the client's consent or answer, once it is ready to give it. */
async function begin(connection: Connection, session: Session): Promise<void> {
  const { client } = session;
  if (client.hasFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      session.foldersChanged(
        added.map(({ uri }) => uri),
        removed.map(({ uri }) => uri),
      );
    });
  }
  if (client.registersSettings) {
    await connection.client.register(DidChangeConfigurationNotification.type, {
      section: [SETTINGS_SECTION, ...EXCLUDING_SECTIONS],
    });
  }
  if (client.watchesFiles) {
    // Of a folder that is moved or deleted, many clients tell as a whole, and nothing of what is in it.
    const folders = { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete };
    const watchers = [...WATCHED.map((globPattern) => ({ globPattern })), folders];
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
  connection.onDidChangeWatchedFiles(guarded(connection, ({ changes }) => session().filesChanged(changes)));
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
