import { writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CompletionList, Hover } from "vscode-languageserver/node";
import { LanguageClient, uriOf } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";
import { DRAFT, islandWorld } from "./island-world.ts";

let server: Folder;
let folder: Folder;
let client: LanguageClient;
beforeAll(async () => {
  server = await installServer({});
});
afterAll(() => server.remove());
beforeEach(() => {
  folder = new Folder({
    "facts/island.yaml": islandWorld(),
    ".aide-memoire.yaml": "knowledge: facts\nchecks: { event-date: hint }\n",
    "draft.md": DRAFT,
  });
  client = new LanguageClient(server);
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

const severities = async (uri: string) => (await client.diagnostics(uri)).map(({ severity }) => severity);

describe("a project file", () => {
  test("says which knowledge base and how grave; a change of it counts at once", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
    expect(await severities(uri)).toEqual([4]);
    const file = `${folder.path}/.aide-memoire.yaml`;
    const refreshes = client.refreshes;
    writeFileSync(
      file,
      'knowledge: facts\noverrides: [{ files: "*.md", checks: { event-date: warning } }]\n',
    );
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(file), type: 2 }],
    });
    await client.until(() => client.refreshes > refreshes);
    expect(await severities(uri)).toEqual([2]);
  });

  test("comes after the editor's settings", async () => {
    await client.start({ folders: [folder.path], settings: { checks: { "event-date": "error" } } });
    expect(await severities(await client.open(`${folder.path}/draft.md`, DRAFT))).toEqual([1]);
  });

  test("comes after the draft's own front matter", async () => {
    folder.write("other/island.yaml", islandWorld("2030-10-18"));
    await client.start({ folders: [folder.path] });
    const own = `---\naide-memoire: { knowledge: other }\n---\n${DRAFT}`;
    expect(await severities(await client.open(`${folder.path}/own.md`, own))).toEqual([]);
    expect(await severities(await client.open(`${folder.path}/draft.md`, DRAFT))).toEqual([4]);
  });

  test("is diagnosed as it is typed", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await client.open(
      `${folder.path}/.aide-memoire.yaml`,
      "checks: { event-date: hint }\n",
      "yaml",
    );
    await client.edit(uri, "hint", "loud");
    const [problem] = await client.until(() => {
      const pushed = client.pushed(uri);
      return pushed !== undefined && pushed.length > 0 && pushed;
    });
    expect(client.words(uri, problem!.range)).toBe("loud");
    await client.edit(uri, "loud", "hint");
    await client.until(() => client.pushed(uri)?.length === 0);
  });

  test("is completed and explained", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await client.open(
      `${folder.path}/.aide-memoire.yaml`,
      "checks: { event-date: hint, event-p }\n",
      "yaml",
    );
    const list = await client.after<CompletionList>("textDocument/completion", uri, "event-p");
    expect(list.items.map(({ label }) => label)).toEqual(["event-participant", "event-place"]);
    const hover = await client.at<Hover>("textDocument/hover", uri, "event-date");
    expect(JSON.stringify(hover.contents)).toContain("A known event is given a date");
  });
});
