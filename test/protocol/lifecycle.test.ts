import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LanguageClient } from "../support/language-client.ts";
import { type Folder, installServer } from "../support/server-bundle.ts";

let server: Folder;
beforeAll(async () => {
  server = await installServer({});
});
afterAll(() => server.remove());

describe("the server as a program", () => {
  test("says its version", () => {
    const { stdout, status } = run("--version");
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(status).toBe(0);
  });

  test("says how it is started when nobody is there to serve", () => {
    const { stderr, status } = run();
    expect(stderr).toContain("--stdio");
    expect(status).toBe(2);
  });

  function run(...args: string[]) {
    return spawnSync(process.execPath, [join(server.path, "dist/server.js"), ...args], { encoding: "utf8" });
  }
});

describe("its life", () => {
  test("says what it can do, and ends with 0 after shutdown and exit", async () => {
    const client = new LanguageClient(server);
    await client.start();
    const { capabilities, serverInfo } = client.initialized;
    expect(serverInfo?.name).toBe("Aide-Mémoire");
    expect(capabilities).toMatchObject({
      positionEncoding: "utf-16",
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      completionProvider: { resolveProvider: true },
      codeActionProvider: {
        codeActionKinds: [
          "quickfix",
          "source.fixAll.aideMemoire",
          "refactor.aideMemoire",
          "refactor.rewrite",
          "source.sort",
        ],
      },
      definitionProvider: true,
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true },
    });
    expect(await client.stop()).toBe(0);
  });

  test("offers no pull to a client that cannot", async () => {
    const client = new LanguageClient(server);
    await client.start({ capabilities: {} });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await client.stop();
  });

  test("ends with 1 when told to exit without shutdown", async () => {
    const client = new LanguageClient(server);
    await client.start();
    const exited = once(client.process, "exit");
    await client.connection.sendNotification("exit");
    expect(await exited).toEqual([1, null]);
  });

  test("ends when the client goes away without a word", async () => {
    const client = new LanguageClient(server);
    await client.start();
    const exited = once(client.process, "exit");
    client.process.stdin!.end();
    expect(await exited).toEqual([1, null]);
  });

  test("ends when the program that started it is gone, although the pipe is still open", async () => {
    const parent = spawnSync(process.execPath, ["-e", ""]);
    const client = new LanguageClient(server);
    await client.start({ processId: parent.pid });
    expect(await once(client.process, "exit")).toEqual([1, null]);
  }, 10_000);
});

describe("over the channel of the program that started it", () => {
  test("it serves and ends alike", async () => {
    const client = new LanguageClient(server, "ipc");
    await client.start();
    const uri = await client.open("untitled:1", "Some text.");
    expect(await client.pull(uri)).toMatchObject({ kind: "full", items: [] });
    expect(await client.stop()).toBe(0);
  });

  test("it ends when the channel closes", async () => {
    const client = new LanguageClient(server, "ipc");
    await client.start();
    const exited = once(client.process, "exit");
    client.process.disconnect();
    expect(await exited).toEqual([1, null]);
  });
});

describe("what no client should send", () => {
  test("a question before initialize is answered with an error", async () => {
    const client = new LanguageClient(server);
    const asked = client.connection.sendRequest("textDocument/hover", {
      textDocument: { uri: "untitled:1" },
      position: { line: 0, character: 0 },
    });
    await expect(asked).rejects.toMatchObject({ code: -32002 });
    await client.start();
    await client.stop();
  });

  test("odd requests are answered, odd notifications survived", async () => {
    const client = new LanguageClient(server);
    await client.start();
    const { connection } = client;
    await expect(connection.sendRequest("textDocument/hover", {})).rejects.toBeDefined();
    await expect(connection.sendRequest("textDocument/hover", null)).rejects.toBeDefined();
    await expect(connection.sendRequest("textDocument/noSuchThing", {})).rejects.toMatchObject({
      code: -32601,
    });
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: "file:///unknown.md" },
    });
    await connection.sendNotification("textDocument/didOpen", {});
    await connection.sendNotification("workspace/didChangeWatchedFiles", null);
    await connection.sendNotification("workspace/didChangeConfiguration", {});
    const far = { textDocument: { uri: "file:///unknown.md" }, position: { line: 1e9, character: -5 } };
    expect(await connection.sendRequest("textDocument/hover", far)).toBeNull();
    expect(await client.stop()).toBe(0);
  });

  test("a text without end is refused in words, and the server goes on", async () => {
    const client = new LanguageClient(server);
    await client.start();
    const uri = await client.open("untitled:long", "Much ado. ".repeat(2_000_001));
    expect(await client.pull(uri)).toEqual({ kind: "full", items: [] });
    expect(client.messages.filter((message) => message.includes("untitled:long"))).toHaveLength(1);
    await client.pull(uri);
    expect(client.messages.filter((message) => message.includes("untitled:long"))).toHaveLength(1);
    expect(await client.stop()).toBe(0);
  });

  test("bytes that are no message are survived", async () => {
    const client = new LanguageClient(server);
    await client.start();
    client.process.stdin!.write('Content-Length: 9\r\n\r\n{"oops": ');
    const uri = await client.open("untitled:1", "One \ud800 lone surrogate, one \0 and no end");
    expect((await client.pull(uri)).kind).toBe("full");
    expect(await client.stop()).toBe(0);
  });
});
