import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import {
  CancellationTokenSource,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { MODERN, uriOf } from "../support/language-client.ts";

/** An editor with one draft, and how long its server lets it wait, over real stdio. */
export class Editor {
  readonly process: ChildProcess;
  /** What the server has sent so far. */
  bytes = 0;
  readonly #connection: ProtocolConnection;
  readonly #uri: string;
  #version = 1;

  constructor(program: readonly string[], draft: string) {
    this.#uri = uriOf(draft);
    this.process = spawn(process.execPath, program, { stdio: ["pipe", "pipe", "inherit"] });
    this.process.stdout!.on("data", ({ length }: Buffer) => {
      this.bytes += length;
    });
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout!),
      new StreamMessageWriter(this.process.stdin!),
    );
    this.#connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
      items.map(() => ({})),
    );
    for (const method of [
      "client/registerCapability",
      "workspace/diagnostic/refresh",
      "workspace/codeLens/refresh",
      "window/workDoneProgress/create",
    ])
      this.#connection.onRequest(method, () => null);
    this.#connection.listen();
  }

  async start(folder: string): Promise<void> {
    await this.#connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: MODERN,
      workspaceFolders: [{ uri: uriOf(folder), name: "bench" }],
    });
    await this.#connection.sendNotification("initialized", {});
  }

  /** Opens the draft, and gives its first findings. */
  async open(text: string): Promise<readonly Diagnostic[]> {
    const textDocument = { uri: this.#uri, languageId: "markdown", version: 1, text };
    await this.#connection.sendNotification("textDocument/didOpen", { textDocument });
    return this.#pull();
  }

  /** All findings, when the whole draft has been read, for which its lens waits. */
  async all(): Promise<readonly Diagnostic[]> {
    await this.#connection.sendRequest("textDocument/codeLens", { textDocument: { uri: this.#uri } });
    return this.#pull();
  }

  /** Asks about a place. Gives the milliseconds until the answer. */
  async ask(what: "hover" | "completion", line: number, character: number): Promise<number> {
    const began = performance.now();
    const position = { line, character };
    await this.#connection.sendRequest(`textDocument/${what}`, {
      textDocument: { uri: this.#uri },
      position,
    });
    return performance.now() - began;
  }

  /** Asks for what takes long, and takes the question back. Gives the milliseconds until that is answered. */
  async cancel(): Promise<number> {
    const source = new CancellationTokenSource();
    const asked = { textDocument: { uri: this.#uri } };
    const answered = this.#connection
      .sendRequest("textDocument/codeLens", asked, source.token)
      .catch(() => {});
    await setTimeout(20);
    const began = performance.now();
    source.cancel();
    await answered;
    return performance.now() - began;
  }

  /** Types a character at a place, or takes it out again, and waits for the findings. Gives the milliseconds. */
  async type(line: number, character: number, isOut: boolean): Promise<number> {
    const range = { start: { line, character }, end: { line, character: character + (isOut ? 1 : 0) } };
    const began = performance.now();
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: this.#uri, version: ++this.#version },
      contentChanges: [{ range, text: isOut ? "" : "x" }],
    });
    await this.#pull();
    return performance.now() - began;
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest("shutdown").catch(() => {});
    this.#connection.dispose();
    this.process.kill();
  }

  /** The memory that the server holds, in megabytes; where the system does not say so in Linux's way, NaN. */
  memory(): number {
    try {
      const status = readFileSync(`/proc/${this.process.pid}/status`, "utf8");
      return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  }

  async #pull(): Promise<readonly Diagnostic[]> {
    const report: DocumentDiagnosticReport = await this.#connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri: this.#uri },
    });
    return report.kind === "full" ? report.items : [];
  }
}
