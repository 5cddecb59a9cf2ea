import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type CompletionItemKind,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type RegistrationParams,
  type ShowDocumentParams,
  type ShowMessageRequestParams,
  StreamMessageReader,
  StreamMessageWriter,
  type SymbolKind,
  type UnregistrationParams,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import type { Folder } from "./server-bundle.ts";

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly folders?: readonly string[];
  readonly initializationOptions?: unknown;
  readonly settings?: Record<string, unknown>;
  readonly processId?: number | null;
}

/** A client that pulls, refreshes, tells its settings and watches, as VS Code does. */
export const MODERN: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"] },
    applyEdit: true,
  },
  textDocument: {
    hover: { contentFormat: ["markdown", "plaintext"] },
    completion: {
      completionItem: {
        documentationFormat: ["markdown", "plaintext"],
        labelDetailsSupport: true,
        insertTextModeSupport: { valueSet: [1, 2] },
      },
      completionItemKind: { valueSet: Array.from({ length: 25 }, (_, i) => (i + 1) as CompletionItemKind) },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [""] } },
      isPreferredSupport: true,
    },
    documentSymbol: {
      hierarchicalDocumentSymbolSupport: true,
      symbolKind: { valueSet: Array.from({ length: 26 }, (_, i) => (i + 1) as SymbolKind) },
    },
    rename: { prepareSupport: true },
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    definition: { linkSupport: true },
  },
};

const PATIENCE = 5000;
const WORKER_SHELL = join(import.meta.dirname, "worker-shell.mjs");

/** A small editor: talks to a server over real stdio and keeps what it says. */
export class LanguageClient {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly messages: string[] = [];
  readonly asked: unknown[] = [];
  readonly applied: WorkspaceEdit[] = [];
  registered: Registration[] = [];
  refreshes = 0;
  lensRefreshes = 0;
  /** What it answers to the question about the bundled knowledge base. */
  answer: "yes" | "no" | "later" = "later";
  /** What it answers to questions by message; null dismisses them. */
  choice: string | null = null;
  readonly shown: ShowDocumentParams[] = [];
  readonly questions: ShowMessageRequestParams[] = [];
  /** And why a finding may stay. */
  reason: string | null = null;
  settings: Record<string, unknown> = {};
  /** Settings by section, for a client that tells them apart. */
  sections: Readonly<Record<string, unknown>> | undefined;
  initialized!: InitializeResult;
  readonly #texts = new Map<string, { text: string; version: number }>();
  #news: (() => void)[] = [];

  constructor(server: Folder, transport: "stdio" | "ipc" | "worker" = "stdio") {
    const program = join(server.path, "dist/server.js");
    if (transport !== "stdio") {
      const isWorker = transport === "worker";
      const worker = [join(server.path, "dist/server-web.js")];
      this.process = isWorker ? fork(WORKER_SHELL, worker) : fork(program, ["--node-ipc"]);
      const [reader, writer] = [new IPCMessageReader(this.process), new IPCMessageWriter(this.process)];
      this.connection = createProtocolConnection(reader, writer);
    } else {
      this.process = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
      const [reader, writer] = [
        new StreamMessageReader(this.process.stdout!),
        new StreamMessageWriter(this.process.stdin!),
      ];
      this.connection = createProtocolConnection(reader, writer);
    }
    this.#hear();
    this.connection.listen();
  }

  async start({
    capabilities = MODERN,
    folders = [],
    settings = {},
    ...rest
  }: ClientOptions = {}): Promise<void> {
    this.settings = settings;
    this.initialized = await this.connection.sendRequest("initialize", {
      processId: rest.processId === undefined ? process.pid : rest.processId,
      rootUri: null,
      capabilities,
      workspaceFolders: folders.map((path) => ({
        uri: /^[a-z-]{2,}:/.test(path) ? path : uriOf(path),
        name: path,
      })),
      initializationOptions: rest.initializationOptions,
    });
    await this.connection.sendNotification("initialized", {});
  }

  /** Asks the server to stop, and gives its exit status. */
  async stop(): Promise<number | null> {
    const exited = this.process.exitCode === null ? once(this.process, "exit") : undefined;
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    await exited;
    return this.process.exitCode;
  }

  async open(path: string, text: string, languageId = "markdown"): Promise<string> {
    const uri = path.includes(":") ? path : uriOf(path);
    this.#texts.set(uri, { text, version: 1 });
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  /** Replaces the first `from` of an open document by `to`, as an edit. */
  async edit(uri: string, from: string, to: string): Promise<void> {
    const { text, version } = this.#texts.get(uri)!;
    const start = text.indexOf(from);
    const changed = text.slice(0, start) + to + text.slice(start + from.length);
    this.#texts.set(uri, { text: changed, version: version + 1 });
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: version + 1 },
      contentChanges: [
        { range: { start: positionIn(text, start), end: positionIn(text, start + from.length) }, text: to },
      ],
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
      previousResultId,
    });
  }

  /** The pulled diagnostics of a document. */
  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === "full" ? report.items : [];
  }

  /** Pulls, and takes the question back at once. */
  async cancelPull(uri: string): Promise<void> {
    const source = new CancellationTokenSource();
    const asked = this.connection.sendRequest(
      "textDocument/diagnostic",
      { textDocument: { uri } },
      source.token,
    );
    source.cancel();
    await asked.catch(() => {});
  }

  /** A request about the middle of the first `words` in an open document. */
  at<R>(method: string, uri: string, words: string, more: object = {}): Promise<R> {
    const { text } = this.#texts.get(uri)!;
    const position = positionIn(text, text.indexOf(words) + Math.floor(words.length / 2));
    return this.connection.sendRequest(method, { textDocument: { uri }, position, ...more });
  }

  /** A request about the first `words` in an open document, selected. */
  selecting<R>(method: string, uri: string, words: string, more: object = {}): Promise<R> {
    const { text } = this.#texts.get(uri)!;
    const at = text.indexOf(words);
    const range = { start: positionIn(text, at), end: positionIn(text, at + words.length) };
    return this.connection.sendRequest(method, { textDocument: { uri }, range, ...more });
  }

  /** A request about the place after the first `words` in an open document. */
  after<R>(method: string, uri: string, words: string, more: object = {}): Promise<R> {
    const { text } = this.#texts.get(uri)!;
    const position = positionIn(text, text.indexOf(words) + words.length);
    return this.connection.sendRequest(method, { textDocument: { uri }, position, ...more });
  }

  /** The range of the first `words` in an open document. */
  rangeOf(uri: string, words: string): Diagnostic["range"] {
    const { text } = this.#texts.get(uri)!;
    const start = text.indexOf(words);
    return { start: positionIn(text, start), end: positionIn(text, start + words.length) };
  }

  /** The words of an open document that a diagnostic or an edit is about. */
  words(uri: string, { start, end }: Diagnostic["range"]): string {
    const { text } = this.#texts.get(uri)!;
    return text.slice(offsetIn(text, start), offsetIn(text, end));
  }

  /** Waits until something that the server says makes `condition` true; fails with what was said. */
  async until<T>(condition: () => T | undefined | false): Promise<T> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const value = condition();
      if (value) return value;
      if (Date.now() > end) throw new Error(`Waited in vain. The server said: ${this.messages.join("\n")}`);
      await new Promise<void>((resume) => {
        this.#news.push(resume);
        setTimeout(resume, 100);
      });
    }
  }

  /** The latest diagnostics that were pushed for a file. */
  pushed(uri: string): readonly Diagnostic[] | undefined {
    return this.published.findLast((one) => one.uri === uri)?.diagnostics;
  }

  #hear(): void {
    const told = () => {
      for (const resume of this.#news.splice(0)) resume();
    };
    const { connection } = this;
    connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      told();
    });
    connection.onNotification("window/logMessage", ({ message }) => {
      this.messages.push(message);
    });
    connection.onNotification("window/showMessage", ({ message }) => {
      this.messages.push(message);
      told();
    });
    connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes++;
      told();
      return null;
    });
    connection.onRequest("workspace/codeLens/refresh", () => {
      this.lensRefreshes++;
      told();
      return null;
    });
    connection.onRequest("workspace/configuration", ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => (this.sections ? (this.sections[section] ?? null) : this.settings)),
    );
    connection.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => {
      this.registered.push(...registrations);
      told();
      return null;
    });
    connection.onRequest("client/unregisterCapability", ({ unregisterations }: UnregistrationParams) => {
      const gone = new Set(unregisterations.map(({ id }) => id));
      this.registered = this.registered.filter(({ id }) => !gone.has(id));
      return null;
    });
    connection.onRequest("aide-memoire/askBundled", (params) => {
      this.asked.push(params);
      told();
      return this.answer;
    });
    connection.onRequest("window/showDocument", (params: ShowDocumentParams) => {
      this.shown.push(params);
      return { success: true };
    });
    connection.onRequest("window/showMessageRequest", (params: ShowMessageRequestParams) => {
      this.questions.push(params);
      told();
      return this.choice === null ? null : { title: this.choice };
    });
    connection.onRequest("aide-memoire/askReason", () => this.reason);
    connection.onRequest("workspace/applyEdit", ({ edit }: { edit: WorkspaceEdit }) => {
      this.applied.push(edit);
      return { applied: true };
    });
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

function positionIn(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)!.length };
}

function offsetIn(text: string, { line, character }: { line: number; character: number }): number {
  return text.split("\n").slice(0, line).join("\n").length + (line > 0 ? 1 : 0) + character;
}
