import { parse as parseCsv } from "csv-parse/sync";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FactSheet } from "../../server/src/features/fact-sheet/sheet.ts";
import type { Timeline } from "../../server/src/features/timeline/timeline.ts";
import { LanguageClient, uriOf } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";
import { DRAFT, islandWorld, RIGHT, WRONG } from "./island-world.ts";

let server: Folder;
let folder: Folder;
let client: LanguageClient;
let uri: string;
beforeAll(async () => {
  server = await installServer({});
  folder = new Folder({ "knowledge/island.yaml": islandWorld() });
});
afterAll(() => {
  server.remove();
  folder.remove();
});
beforeEach(async () => {
  client = new LanguageClient(server);
  await client.start({ folders: [folder.path] });
  uri = await client.open(`${folder.path}/draft.md`, DRAFT);
});
afterEach(() => client.stop());

function call(command: string, argument: object): Promise<string | null> {
  return client.connection.sendRequest("workspace/executeCommand", { command, arguments: [argument] });
}

describe("the fact sheet of a draft", () => {
  test("is given to any client, with the ways to the draft and to the knowledge base", async () => {
    const text = await call("aideMemoire.factSheet", { uri, format: "json" });
    const { rows, ...sheet } = JSON.parse(text!) as FactSheet;
    expect(sheet).toMatchObject({ uri, knowledge: ["The Island"], counts: { contradicted: 1 } });
    const [row] = rows;
    expect(client.words(uri, row!.range)).toBe(WRONG);
    expect(row!.facts[0]).toMatchObject({
      id: "truce",
      at: { uri: uriOf(`${folder.path}/knowledge/island.yaml`) },
    });
    expect(row!.facts[0]!.at!.range!.start.line).toBeGreaterThan(0);
  });

  test("can be had as a page, as Markdown and as a table", async () => {
    expect(await call("aideMemoire.factSheet", { uri, format: "html" })).toMatch(/^<!DOCTYPE html>/);
    expect(await call("aideMemoire.factSheet", { uri })).toMatch(/^# Fact sheet: /);
    const [head, row] = parseCsv(
      (await call("aideMemoire.factSheet", { uri, format: "csv" }))!,
    ) as string[][];
    expect(head![0]).toBe("verdict");
    expect(row![0]).toBe("contradicted");
  });

  test("follows the text", async () => {
    await client.edit(uri, WRONG, RIGHT);
    const { counts } = JSON.parse(
      (await call("aideMemoire.factSheet", { uri, format: "json" }))!,
    ) as FactSheet;
    expect(counts).toEqual({ contradicted: 0, supported: 1, unverified: 0 });
  });
});

describe("the timeline of a draft", () => {
  test("is given to any client", async () => {
    const { items } = JSON.parse((await call("aideMemoire.timeline", { uri, format: "json" }))!) as Timeline;
    expect(items.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["draft-0", "contradicted"],
      ["event-truce", undefined],
    ]);
    expect(await call("aideMemoire.timeline", { uri })).toMatch(/^<svg /);
    expect(await call("aideMemoire.timeline", { uri, format: "html" })).toMatch(/^<!DOCTYPE html>/);
  });
});

test.each(["aideMemoire.factSheet", "aideMemoire.timeline"])(
  "%s is nothing for what is no draft",
  async (command) => {
    expect(await call(command, { uri: "file:///nowhere/brief.md" })).toBeNull();
    expect(await call(command, { uri, format: "constructor" })).toBeNull();
    expect(client.initialized.capabilities.executeCommandProvider?.commands).toContain(command);
  },
);
