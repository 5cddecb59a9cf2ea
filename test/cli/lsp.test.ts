import { spawn } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createProtocolConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { type Folder, installServer } from "../support/server-bundle.ts";
import { type CommandLine, install } from "./command-line.ts";

let server: Folder;
let cli: CommandLine;
beforeAll(async () => {
  server = await installServer({});
  cli = await install("knowledgeBase: { title: A world }\n");
  cpSync(join(server.path, "dist"), join(cli.folder, "../program/dist"), { recursive: true });
});
afterAll(() => {
  server.remove();
  cli.remove();
});

test.each([["lsp"], ["lsp", "--stdio"]])("%s %s starts the language server", async (...args) => {
  const program = join(cli.folder, "../program/dist/cli.js");
  const child = spawn(process.execPath, [program, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const params = { processId: null, rootUri: null, capabilities: {} };
  const { serverInfo } = await connection.sendRequest<InitializeResult>("initialize", params);
  expect(serverInfo?.name).toBe("Aide-Mémoire");
  await connection.sendRequest("shutdown");
  const ended = new Promise((done) => child.once("exit", done));
  await connection.sendNotification("exit");
  expect(await ended).toBe(0);
});

test("lsp takes nothing else", async () => {
  const { status, stderr } = await cli.run(["lsp", "--port", "7000"]);
  expect(stderr).toContain("--port");
  expect(status).toBe(2);
});
