import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CodeAction, Hover } from "vscode-languageserver/node";
import { ClientFiles } from "../support/client-files.ts";
import { LanguageClient } from "../support/language-client.ts";
import { type Folder, installServer, installWebServer, SHIPPED } from "../support/server-bundle.ts";
import { DRAFT, islandWorld, RIGHT, WRONG } from "./island-world.ts";

const EXTENSION = "https://extensions.example/aide-memoire";
const ROOT = "memory://island/My%20drafts";
const BASE = `${ROOT}/knowledge/island.yaml`;
const DRAFT_FILE = `${ROOT}/a%20brief.md`;
const IGNORE_FILE = `${ROOT}/.aide-memoire-ignore.yaml`;

const servers = new Map<"stdio" | "worker", Folder>();
beforeAll(async () => {
  servers.set("stdio", await installServer({}));
  servers.set("worker", await installWebServer());
});
afterAll(() => {
  for (const server of servers.values()) server.remove();
});

describe.each(["stdio", "worker"] as const)(
  "a folder that only the client can read, over %s",
  (transport) => {
    let client: LanguageClient;
    let files: ClientFiles;
    beforeEach(() => {
      client = new LanguageClient(servers.get(transport)!, transport);
      files = new ClientFiles({ [BASE]: islandWorld(), [DRAFT_FILE]: DRAFT });
      files.answer(client);
    });
    afterEach(() => client.stop());

    async function start(folders = [ROOT]): Promise<string> {
      await client.start({ folders, initializationOptions: { readsFiles: true } });
      return client.open(DRAFT_FILE, DRAFT);
    }

    test("has its knowledge base read", async () => {
      const uri = await start();
      const [finding] = await client.diagnostics(uri);
      expect(client.words(uri, finding!.range)).toBe(WRONG);
      expect(finding!.message).toContain(RIGHT);
      expect(finding!.relatedInformation!.at(-1)!.location.uri).toBe(BASE);
      const hover = await client.at<Hover>("textDocument/hover", uri, "Quay truce");
      expect(JSON.stringify(hover.contents)).toContain(RIGHT);
    });

    test("serves a draft that is open without it", async () => {
      const uri = await start([]);
      expect(await client.diagnostics(uri)).toHaveLength(1);
    });

    test("is the root of its scheme", async () => {
      files.texts.set("bare:/knowledge/island.yaml", islandWorld());
      await client.start({ folders: ["bare:/"], initializationOptions: { readsFiles: true } });
      const uri = await client.open("bare:/deep/below/brief.md", DRAFT);
      expect(await client.diagnostics(uri)).toHaveLength(1);
    });

    test("is followed when a file changes", async () => {
      const uri = await start();
      expect(await client.diagnostics(uri)).toHaveLength(1);
      files.texts.set(BASE, islandWorld("2030-10-18"));
      await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri: BASE, type: 2 }],
      });
      await client.until(() => client.refreshes > 0);
      expect(await client.diagnostics(uri)).toEqual([]);
    });

    test("is watched by the client, even beside the window's folders", async () => {
      const uri = await start([]);
      await client.diagnostics(uri);
      const watched = () => JSON.stringify(client.registered);
      await client.until(() => watched().includes(`"baseUri":"${ROOT}/knowledge"`));
      const before = client.registered.length;
      await client.diagnostics(await client.open(`${ROOT}/other.md`, DRAFT));
      expect(client.registered).toHaveLength(before);
    });

    test("has a knowledge base where its project file says", async () => {
      files.texts.set("memory://island/shared/base/island.yaml", islandWorld());
      files.texts.delete(BASE);
      files.texts.set(`${ROOT}/.aide-memoire.yaml`, "knowledge: ../shared/base\n");
      const uri = await start();
      expect(await client.diagnostics(uri)).toHaveLength(1);
    });

    test("has what is known written into its ignore file", async () => {
      const uri = await start();
      const [diagnostic] = await client.diagnostics(uri);
      const actions = await client.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri },
        range: diagnostic!.range,
        context: { diagnostics: [diagnostic] },
      });
      const { command } = actions.find(({ title }) => title.startsWith("Ignore this in the workspace"))!;
      await client.connection.sendRequest("workspace/executeCommand", command!);
      expect(files.texts.get(IGNORE_FILE)).toContain("file: a brief.md");
      expect(await client.diagnostics(uri)).toEqual([]);
    });

    test("tells what it cannot read, and loses nothing else", async () => {
      files.texts.set(`${ROOT}/other.knowledge.yaml`, "");
      files.problems.set(`${ROOT}/other.knowledge.yaml`, "the line is dead");
      const uri = await start();
      expect(await client.diagnostics(uri)).toHaveLength(1);
      await client.until(() => client.messages.some((message) => message.includes("the line is dead")));
    });

    test("is nothing to a server whose client reads no files", async () => {
      await client.start({ folders: [ROOT] });
      const uri = await client.open(DRAFT_FILE, DRAFT);
      expect(await client.diagnostics(uri)).toEqual([]);
      expect(files.asked).toEqual([]);
    });

    test("is not asked for what was never opened", async () => {
      await start();
      const uri = "past:/My%20drafts/a%20brief.md";
      expect(await client.diagnostics(uri)).toEqual([]);
      const position = { line: 0, character: 0 };
      for (const method of ["hover", "completion", "definition", "inlayHint", "codeLens", "documentSymbol"])
        await client.connection.sendRequest(`textDocument/${method}`, {
          textDocument: { uri },
          position,
          range: { start: position, end: position },
        });
      expect(files.asked.filter((asked) => asked.startsWith("past:"))).toEqual([]);
    });
  },
);

describe("the server in a worker", () => {
  let client: LanguageClient;
  let files: ClientFiles;
  beforeEach(() => {
    client = new LanguageClient(servers.get("worker")!, "worker");
    files = new ClientFiles(
      Object.fromEntries(
        SHIPPED.map((file) => [`${EXTENSION}/${file}`, file.endsWith(".md") ? "" : islandWorld()]),
      ),
    );
    files.answer(client);
  });
  afterEach(() => client.stop());

  test("has the bundled knowledge base and the pages of the checks where the extension lies", async () => {
    await client.start({
      initializationOptions: { readsFiles: true, extension: EXTENSION },
      settings: { bundledKnowledge: "always" },
    });
    const uri = await client.open("untitled:Untitled-1", DRAFT);
    const [finding] = await client.diagnostics(uri);
    expect(finding!.codeDescription?.href).toBe(`${EXTENSION}/dist/checks/event-date.md`);
    expect(finding!.relatedInformation!.at(-1)!.location.uri).toBe(`${EXTENSION}/knowledge/world.yaml`);
    // A folder of the web has no listing.
    expect(files.asked).not.toContain(`${EXTENSION}/knowledge`);
    expect(files.asked.filter((asked) => !SHIPPED.includes(asked.slice(EXTENSION.length + 1)))).toEqual([]);
  });

  test("is a bundle that asks for no module of Node", () => {
    const code = readFileSync(`${servers.get("worker")!.path}/dist/server-web.js`, "utf8");
    expect(code).not.toMatch(/\brequire\(|"node:|\bBuffer\.|\b__dirname\b|\bprocess\.(?:env|argv|on)\b/);
  });
});
