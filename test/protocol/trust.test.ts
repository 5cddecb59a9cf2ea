import { existsSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CodeAction } from "vscode-languageserver/node";
import { CREATE_KNOWLEDGE, IGNORE, TRUST } from "../../server/src/lsp/protocol.ts";
import { LanguageClient, MODERN } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";
import { DRAFT, islandWorld, WRONG } from "./island-world.ts";

let server: Folder;
let folder: Folder;
let client: LanguageClient;
beforeAll(async () => {
  server = await installServer({});
});
afterAll(() => server.remove());
beforeEach(() => {
  folder = new Folder();
  client = new LanguageClient(server);
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

const IGNORE_TITLE = "Ignore this in the workspace";
const execute = (command: string, ...args: unknown[]) =>
  client.connection.sendRequest("workspace/executeCommand", { command, arguments: args });
const trust = (trusted: boolean) => client.connection.sendNotification(TRUST, { trusted });

/** Starts in a window that is not trusted. */
function start(textDocument: object = {}): Promise<void> {
  const capabilities = { ...MODERN, textDocument: { ...MODERN.textDocument, ...textDocument } };
  return client.start({
    capabilities,
    folders: [`${folder.path}/window`],
    initializationOptions: { trusted: false },
  });
}

async function actionsOn(uri: string, words: string): Promise<CodeAction[]> {
  const diagnostics = await client.diagnostics(uri);
  const { range } = diagnostics.find((one) => client.words(uri, one.range) === words)!;
  return client.connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range,
    context: { diagnostics },
  });
}

describe("in a workspace that is not trusted", () => {
  test("drafts are checked, and put right by an edit of their own", async () => {
    folder.write("window/knowledge/island.yaml", islandWorld());
    await start();
    const uri = await client.open(`${folder.path}/window/brief.md`, DRAFT);
    const titles = (await actionsOn(uri, WRONG)).map(({ title }) => title);
    expect(titles.some((title) => title.includes("19 October 2030"))).toBe(true);
    expect(titles).not.toContain(IGNORE_TITLE);
  });

  test("an action that would write is shown as off, with the reason, where that can be shown", async () => {
    folder.write("window/knowledge/island.yaml", islandWorld());
    await start({ codeAction: { ...MODERN.textDocument?.codeAction, disabledSupport: true } });
    const uri = await client.open(`${folder.path}/window/brief.md`, DRAFT);
    const ignore = (await actionsOn(uri, WRONG)).find(({ title }) => title === IGNORE_TITLE)!;
    expect(ignore).toMatchObject({ disabled: { reason: expect.stringContaining("do not trust") } });
    expect(ignore.command).toBeUndefined();
  });

  test.each([IGNORE, CREATE_KNOWLEDGE])(
    "%s is refused with a word about it, until it is",
    async (command) => {
      await start();
      const uri = await client.open(`${folder.path}/window/brief.md`, DRAFT);
      const request = { uri, check: "event-date", fingerprint: "0", words: WRONG, reason: "" };
      expect(await execute(command, request)).toBeNull();
      expect(client.messages.join("\n")).toContain("writes no files");
      expect(existsSync(`${folder.path}/window/.aide-memoire-ignore.yaml`)).toBe(false);
      expect(existsSync(`${folder.path}/window/knowledge`)).toBe(false);
      folder.write("window/anything.txt", "");
      await trust(true);
      await execute(command, request);
      const written = command === IGNORE ? ".aide-memoire-ignore.yaml" : "knowledge/facts.yaml";
      expect(existsSync(`${folder.path}/window/${written}`)).toBe(true);
    },
  );

  test("a rename over several files is refused, one within the file is not", async () => {
    const island = islandWorld();
    folder.write("window/knowledge/island.yaml", island);
    folder.write("window/brief.md", "The Guild of Pilots spoke.\n");
    await start();
    const uri = await client.open(`${folder.path}/window/knowledge/island.yaml`, island, "yaml");
    const rename = (words: string, newName: string) =>
      client.at("textDocument/rename", uri, words, { newName });
    await expect(rename("Guild of Pilots", "Pilots' Guild")).rejects.toThrow(/do not trust/);
    expect(await rename("ledger", "book")).not.toBeNull();
  });

  test("no knowledge base outside is read, whoever asks for it", async () => {
    folder.write("outside/island.yaml", islandWorld());
    folder.write("window/.aide-memoire.yaml", "knowledge: [../outside]\n");
    await start();
    const uri = await client.open(`${folder.path}/window/brief.md`, DRAFT);
    expect(await client.diagnostics(uri)).toEqual([]);
    const own = `---\naide-memoire: { knowledge: ../outside/island.yaml }\n---\n\n${DRAFT}`;
    const other = await client.open(`${folder.path}/window/own.md`, own);
    expect(await client.diagnostics(other)).toEqual([]);
    expect(client.messages.join("\n")).toMatch(/not trusted and this lies outside it: .*outside/);
    await trust(true);
    await client.until(() => client.refreshes > 0);
    expect(await client.diagnostics(uri)).toHaveLength(1);
    expect(await client.diagnostics(other)).toHaveLength(1);
  });

  test("one inside is, though the project file names it", async () => {
    folder.write("window/facts/island.yaml", islandWorld());
    folder.write("window/.aide-memoire.yaml", "knowledge: [facts]\n");
    await start();
    const uri = await client.open(`${folder.path}/window/brief.md`, DRAFT);
    expect(await client.diagnostics(uri)).toHaveLength(1);
  });
});
