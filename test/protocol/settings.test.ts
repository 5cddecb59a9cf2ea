import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { LanguageClient } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";
import { DRAFT, islandWorld } from "./island-world.ts";

let server: Folder;
let folder: Folder;
let client: LanguageClient;
beforeAll(async () => {
  server = await installServer({ "island.yaml": islandWorld(), "samples/sample.md": DRAFT });
});
afterAll(() => server.remove());
beforeEach(() => {
  client = new LanguageClient(server);
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

async function window(
  files: Record<string, string>,
  options: Parameters<LanguageClient["start"]>[0] = {},
): Promise<string> {
  folder = new Folder(files);
  await client.start({ folders: [folder.path], ...options });
  return client.open(`${folder.path}/draft.md`, DRAFT);
}

describe("settings", () => {
  test("change without a restart", async () => {
    const uri = await window({ "knowledge/island.yaml": islandWorld() });
    expect(await client.diagnostics(uri)).toMatchObject([{ severity: 1 }]);
    await set({ checks: { "event-date": "hint" } });
    expect(await client.diagnostics(uri)).toMatchObject([{ severity: 4 }]);
    await set({ checks: { "event-date": "off" } });
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  test("limit how many findings are shown: the gravest, and how many more there are", async () => {
    await window({ "knowledge/island.yaml": islandWorld() }, { settings: { mostFindings: 2 } });
    const grave = DRAFT.replace("The Guild", "On Monday, 4 June 2030, the Guild");
    const text = [`${grave}`, ...Array.from({ length: 3 }, () => DRAFT)].join("\n");
    const uri = await client.open(`${folder.path}/many.md`, text);
    const shown = await client.diagnostics(uri);
    const start = { line: 0, character: 0 };
    expect(shown.map(({ code }) => code)).toEqual([undefined, "event-date", "event-date"]);
    expect(shown[0]).toMatchObject({
      range: { start, end: start },
      severity: 1,
      message: expect.stringContaining("And 3 more"),
    });
    await set({ mostFindings: 5 });
    expect(await client.diagnostics(uri)).toHaveLength(5);
  });

  test("come from a client that cannot be asked, too", async () => {
    const capabilities = { textDocument: { diagnostic: {} } };
    const initializationOptions = { settings: { checks: { "event-date": "off" } } };
    const uri = await window(
      { "knowledge/island.yaml": islandWorld() },
      { capabilities, initializationOptions },
    );
    expect(await client.diagnostics(uri)).toEqual([]);
    await client.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { aideMemoire: { checks: {} } },
    });
    expect(await client.diagnostics(uri)).toHaveLength(1);
  });

  const off = { checks: { "event-date": "off" } };

  test.each([
    ["aideMemoire", { aideMemoire: off }],
    ["aide-memoire", { "aide-memoire": off }],
    ["settings", { settings: off }],
  ])("come with the start under the name “%s”", async (_, initializationOptions) => {
    const files = { "knowledge/island.yaml": islandWorld() };
    const capabilities = { textDocument: { diagnostic: {} } };
    const uri = await window(files, { capabilities, initializationOptions });
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  test.each(["aideMemoire", "aide-memoire"])("are sent under the name “%s”", async (section) => {
    const files = { "knowledge/island.yaml": islandWorld() };
    const uri = await window(files, { capabilities: { textDocument: { diagnostic: {} } } });
    expect(await client.diagnostics(uri)).toHaveLength(1);
    const settings = { [section]: off };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings });
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  test.each(["aideMemoire", "aide-memoire"])("are told when they are asked for as “%s”", async (section) => {
    client.sections = { [section]: off };
    const uri = await window({ "knowledge/island.yaml": islandWorld() });
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  test.each([{}, { aideMemoire: {} }])(
    "that the client has none of when asked are those that came with the start",
    async (sections) => {
      client.sections = sections;
      const initializationOptions = { aideMemoire: off };
      const uri = await window({ "knowledge/island.yaml": islandWorld() }, { initializationOptions });
      expect(await client.diagnostics(uri)).toEqual([]);
    },
  );

  test("name other knowledge bases, relative to the folder; the later one wins", async () => {
    const files = {
      "a/one.yaml": islandWorld("2030-10-18"),
      "b.yaml": islandWorld(),
      "knowledge/x.yaml": "",
    };
    const uri = await window(files, { settings: { knowledge: ["a", "b.yaml"] } });
    expect(await client.diagnostics(uri)).toHaveLength(1);
    await set({ knowledge: ["b.yaml", "a"] });
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  test("that name what is not there are told of, once", async () => {
    const uri = await window({}, { settings: { knowledge: ["nowhere.yaml"] } });
    expect(await client.diagnostics(uri)).toEqual([]);
    await client.until(() => client.messages.some((message) => message.includes("nowhere.yaml")));
  });

  test("that are nonsense keep their defaults", async () => {
    const settings = { checks: { "event-date": 7 }, knowledge: { a: 1 }, bundledKnowledge: "perhaps" };
    const uri = await window({ "knowledge/island.yaml": islandWorld() }, { settings });
    expect(await client.diagnostics(uri)).toHaveLength(1);
    expect(client.messages.join("\n")).toContain("checks.event-date");
  });

  async function set(settings: Record<string, unknown>): Promise<void> {
    client.settings = settings;
    const before = client.refreshes;
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await client.until(() => client.refreshes > before);
  }
});

describe("the bundled knowledge base", () => {
  const canAsk = { initializationOptions: { canAsk: true } };

  test("serves once the user agrees, who is asked once", async () => {
    client.answer = "yes";
    const uri = await window({}, canAsk);
    await client.until(() => client.refreshes > 0);
    expect(client.asked).toEqual([{ uri, title: "The Island" }]);
    expect(await client.diagnostics(uri)).toHaveLength(1);
    await client.open(`${folder.path}/second.md`, DRAFT);
    await client.diagnostics(uri);
    expect(client.asked).toHaveLength(1);
  });

  test.each(["no", "later"] as const)(
    "does not serve after “%s”, nor is the question put again",
    async (answer) => {
      client.answer = answer;
      const uri = await window({}, canAsk);
      await client.until(() => client.asked.length > 0);
      expect(await client.diagnostics(uri)).toEqual([]);
      const second = await client.open(`${folder.path}/second.md`, DRAFT);
      expect(await client.diagnostics(second)).toEqual([]);
      expect(client.asked).toHaveLength(1);
    },
  );

  test("is not asked about where the client cannot ask, or there is another one", async () => {
    const uri = await window({});
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(client.asked).toEqual([]);
  });

  test("is not asked about where there is another one", async () => {
    const uri = await window({ "knowledge/island.yaml": islandWorld("2030-10-18") }, canAsk);
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(client.asked).toEqual([]);
  });

  test("serves or not as the settings say, unasked", async () => {
    const uri = await window({}, { ...canAsk, settings: { bundledKnowledge: "always" } });
    expect(await client.diagnostics(uri)).toHaveLength(1);
    client.settings = { bundledKnowledge: "never" };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await client.until(() => client.refreshes > 0);
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(client.asked).toEqual([]);
  });

  test.each(["knowledge/samples", "knowledge", "."])(
    "serves its samples, in a window on %s",
    async (place) => {
      folder = new Folder();
      await client.start({
        folders: [`${server.path}/${place}`],
        ...canAsk,
        settings: { bundledKnowledge: "never" },
      });
      const uri = await client.open(`${server.path}/knowledge/samples/sample.md`, DRAFT);
      expect(await client.diagnostics(uri)).toHaveLength(1);
      expect(client.asked).toEqual([]);
    },
  );

  test("serves its samples alone, opened without a folder", async () => {
    folder = new Folder();
    await client.start(canAsk);
    const uri = await client.open(`${server.path}/knowledge/samples/sample.md`, DRAFT);
    expect(await client.diagnostics(uri)).toHaveLength(1);
    expect(client.asked).toEqual([]);
  });
});
