import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  WatchKind,
} from "vscode-languageserver";
import { ENDINGS } from "../text/formats.ts";
import { type Client, clientFrom, foldersFrom } from "./client.ts";
import { carryOutCommands } from "./commands.ts";
import { type Documents, openDocuments } from "./documents.ts";
import { EXCLUDING_SECTIONS } from "./draft/draft-files.ts";
import type { Host } from "./host.ts";
import { followFileOperations } from "./project/file-operations.ts";
import { SETTINGS_SECTION, TRUST, type TrustParams } from "./protocol.ts";
import { answerRequests } from "./requests.ts";
import { Session } from "./session.ts";
import { traceOf, type Warnings } from "./warnings.ts";

/** Serves one client, from what it said in `initialize` on until it disconnects. */
export async function serve(
  connection: Connection,
  params: InitializeParams,
  hostFor: (client: Client) => Host,
  warnings: Warnings,
): Promise<void> {
  const client = clientFrom(params);
  const documents = openDocuments(connection);
  const files = overlaid(hostFor(client), documents);
  const session = new Session(connection, documents, files, client, foldersFrom(params), warnings);
  connection.onInitialized(guarded(connection, () => begin(connection, session)));
  connection.onShutdown(() => session.dispose());
  hearOfDocuments(connection, documents, session);
  hearOfSettingsAndFiles(connection, session);
  followFileOperations(connection, session);
  answerRequests(connection, session);
  carryOutCommands(connection, session);
  await session.start();
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

function hearOfDocuments(connection: Connection, documents: Documents, session: Session): void {
  documents.onDidOpen(guarded(connection, ({ document }) => session.opened(document)));
  documents.onDidChangeContent(guarded(connection, ({ document }) => session.changed(document)));
  documents.onDidClose(guarded(connection, ({ document }) => session.closed(document)));
}

function hearOfSettingsAndFiles(connection: Connection, session: Session): void {
  connection.onDidChangeConfiguration(
    guarded(connection, ({ settings }) => session.settingsChanged(settings)),
  );
  connection.onNotification(
    TRUST,
    guarded(connection, ({ trusted }: TrustParams) => session.trust(trusted)),
  );
  connection.onDidChangeWatchedFiles(guarded(connection, ({ changes }) => session.filesChanged(changes)));
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
