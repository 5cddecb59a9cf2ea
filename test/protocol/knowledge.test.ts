import { chmodSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { LanguageClient, MODERN, uriOf } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";
import { DRAFT, islandWorld } from "./island-world.ts";

const OTHER_DATE = islandWorld("2030-10-18");

let server: Folder;
let folder: Folder;
let client: LanguageClient;
beforeAll(async () => {
  server = await installServer({});
});
afterAll(() => server.remove());
beforeEach(() => {
  client = new LanguageClient(server);
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

/** Opens a window on a folder with these files, and the draft in it. */
async function window(
  files: Record<string, string>,
  options: Parameters<LanguageClient["start"]>[0] = {},
): Promise<string> {
  folder = new Folder(files);
  await client.start({ folders: [folder.path], ...options });
  return client.open(`${folder.path}/draft.md`, DRAFT);
}

describe("a knowledge base is found", () => {
  test("in the folder `knowledge`", async () => {
    expect(await client.diagnostics(await window({ "knowledge/deep/er.yaml": islandWorld() }))).toHaveLength(
      1,
    );
  });

  test("beside it, by its name", async () => {
    expect(await client.diagnostics(await window({ "island.knowledge.yaml": islandWorld() }))).toHaveLength(
      1,
    );
  });

  test("beside a draft that is in no folder of the window", async () => {
    folder = new Folder({ "knowledge/island.yaml": islandWorld() });
    await client.start();
    expect(await client.diagnostics(await client.open(`${folder.path}/draft.md`, DRAFT))).toHaveLength(1);
  });

  test("in a folder with spaces and accents in its name", async () => {
    folder = new Folder({ "Pâté (1) % #/knowledge/island.yaml": islandWorld() });
    const path = `${folder.path}/Pâté (1) % #`;
    await client.start({ folders: [path] });
    expect(await client.diagnostics(await client.open(`${path}/draft.md`, DRAFT))).toHaveLength(1);
  });

  test("whichever way the client escapes its URIs", async () => {
    folder = new Folder({ "Pâté (1)/knowledge/island.yaml": islandWorld() });
    const uri = `file://${folder.path}/P%C3%A2t%c3%a9%20%281%29`;
    await client.start({ folders: [`${uri}/`] });
    expect(await client.diagnostics(await client.open(`${uri}/dr%61ft.md`, DRAFT))).toHaveLength(1);
    const file = await client.open(`${uri}/knowledge/%69sland.yaml`, islandWorld(), "yaml");
    await client.edit(file, "ledger, quote: the Guild steers", "leger");
    await client.until(() => client.pushed(file)?.length === 1);
  });

  test("after another one, whose ids it uses", async () => {
    const more = "events: { feast: { type: meeting, name: Feast, participants: { host: [guild] } } }\n";
    await window({ "knowledge/island.yaml": islandWorld(), "more.knowledge.yaml": more });
    const uri = uriOf(`${folder.path}/more.knowledge.yaml`);
    const dangling = () => client.pushed(uri)?.filter(({ code }) => code === "dangling-id").length ?? 0;
    const island = await client.open(`${folder.path}/knowledge/island.yaml`, islandWorld(), "yaml");
    await client.edit(island, "  guild:", "  pilots:");
    await client.until(() => dangling() === 1);
    await client.edit(island, "  pilots:", "  guild:");
    await client.until(() => dangling() === 0);
  });

  test("or not: then there is nothing to say", async () => {
    expect(await client.diagnostics(await window({ "notes.yaml": islandWorld() }))).toEqual([]);
  });
});

describe("of several knowledge bases", () => {
  const MORE = `entities:
  pilots: { type: group, name: Pilots, memberOf: guild }
  guild: { type: organization, name: Guild of Pilots, abbreviation: GOP }
`;

  test("a later one may speak of the entries of those before it, and have others in their place", async () => {
    await window({ "knowledge/island.yaml": islandWorld(), "more.knowledge.yaml": MORE });
    const file = await client.open(`${folder.path}/more.knowledge.yaml`, MORE, "yaml");
    await client.edit(file, "memberOf: guild", "memberOf: league");
    await client.until(() => client.pushed(file)?.length === 1);
    await client.edit(file, "memberOf: league", "memberOf: truce");
    const [problem] = (await client.until(
      () => client.pushed(file)?.some(({ code }) => code === "wrong-kind") && client.pushed(file),
    ))!;
    expect(problem!.message).toMatch(/event/);
  });
});

describe("a knowledge base changes", () => {
  test.each([
    ["a client that watches", MODERN],
    [
      "a client that does not",
      { workspace: { diagnostics: { refreshSupport: true } }, textDocument: { diagnostic: {} } },
    ],
  ])("by another program's hand, with %s", async (_, capabilities) => {
    const uri = await window({ "knowledge/island.yaml": islandWorld() }, { capabilities });
    expect(await client.diagnostics(uri)).toHaveLength(1);
    folder.write("knowledge/island.yaml", OTHER_DATE);
    await client.until(() => client.refreshes > 0);
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  test("and a client without pull is sent the new findings", async () => {
    const uri = await window({ "knowledge/island.yaml": islandWorld() }, { capabilities: {} });
    await client.until(() => client.pushed(uri)?.length === 1);
    folder.write("knowledge/island.yaml", OTHER_DATE);
    await client.until(() => client.pushed(uri)?.length === 0);
  });

  test("when the client says so", async () => {
    const uri = await window({ "knowledge/island.yaml": islandWorld() });
    await client.diagnostics(uri);
    const file = folder.write("knowledge/island.yaml", OTHER_DATE);
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(file), type: 2 }],
    });
    await client.until(() => client.refreshes > 0);
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  test("by coming and going", async () => {
    const uri = await window({});
    expect(await client.diagnostics(uri)).toEqual([]);
    folder.write("knowledge/island.yaml", islandWorld());
    await client.until(() => client.refreshes === 1);
    expect(await client.diagnostics(uri)).toHaveLength(1);
    folder.remove("knowledge");
    await client.until(() => client.refreshes === 2);
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  test("as it is typed, before it is saved; closing it unsaved returns to the disk", async () => {
    const uri = await window({ "knowledge/island.yaml": islandWorld() });
    expect(await client.diagnostics(uri)).toHaveLength(1);
    const file = await client.open(`${folder.path}/knowledge/island.yaml`, islandWorld(), "yaml");
    await client.edit(file, "2030-10-19", "2030-10-18");
    await client.until(() => client.refreshes === 1);
    expect(await client.diagnostics(uri)).toEqual([]);
    await client.close(file);
    await client.until(() => client.refreshes === 2);
    expect(await client.diagnostics(uri)).toHaveLength(1);
  });

  test("nothing is asked again when a file is written without a difference", async () => {
    const uri = await window({ "knowledge/island.yaml": islandWorld() });
    await client.diagnostics(uri);
    folder.write("knowledge/island.yaml", islandWorld());
    await new Promise((resume) => setTimeout(resume, 500));
    expect(client.refreshes).toBe(0);
  });
});

describe("what is wrong with a knowledge base", () => {
  const broken = islandWorld().replace("source: ledger, quote: the Guild steers", "source: leger");

  test("is shown in its place; the other entries hold; mended, it goes", async () => {
    const uri = await window({ "knowledge/island.yaml": broken });
    expect(await client.diagnostics(uri)).toHaveLength(1);
    const file = uriOf(`${folder.path}/knowledge/island.yaml`);
    const [problem] = await client.until(() => client.pushed(file));
    expect(problem).toMatchObject({ code: "unknown-source", severity: 1, source: "Aide-Mémoire" });
    const { line, character } = problem!.range.start;
    expect(broken.split("\n")[line]!.slice(character)).toMatch(/^leger/);
    folder.write("knowledge/island.yaml", islandWorld());
    await client.until(() => client.pushed(file)?.length === 0);
  });

  test("is shown before any draft is open", async () => {
    folder = new Folder({ "knowledge/island.yaml": broken });
    await client.start({ folders: [folder.path] });
    await client.until(() => client.pushed(uriOf(`${folder.path}/knowledge/island.yaml`))?.length === 1);
  });

  test.each(["knowledge/island.yaml", "island.knowledge.yaml"])(
    "is shown in %s opened alone",
    async (name) => {
      folder = new Folder({ [name]: broken });
      await client.start();
      const file = await client.open(`${folder.path}/${name}`, broken, "yaml");
      await client.until(() => client.pushed(file)?.length === 1);
    },
  );

  test("is taken back when its folder leaves the window", async () => {
    await window({ "knowledge/island.yaml": broken });
    const file = uriOf(`${folder.path}/knowledge/island.yaml`);
    await client.until(() => client.pushed(file)?.length === 1);
    await client.close(uriOf(`${folder.path}/draft.md`));
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [], removed: [{ uri: uriOf(folder.path), name: "" }] },
    });
    await client.until(() => client.pushed(file)?.length === 0);
  });

  test("is shown as it is typed", async () => {
    const uri = await window({ "knowledge/island.yaml": islandWorld() });
    await client.diagnostics(uri);
    const file = await client.open(`${folder.path}/knowledge/island.yaml`, islandWorld(), "yaml");
    await client.edit(file, "date: 2030-10-19", "date: 2030-19-19");
    const [problem] = await client.until(() => client.pushed(file)?.length === 1 && client.pushed(file));
    expect(client.words(file, problem!.range)).toBe("2030-19-19");
    expect(await client.pull(file)).toEqual({ kind: "full", items: [] });
  });

  test.each([
    ["no YAML at all", "\0\u0001\uFFFD{[}"],
    ["an empty file", ""],
    ["a list", "- one\n- two\n"],
  ])("%s is survived and shown", async (_, text) => {
    const uri = await window({ "knowledge/island.yaml": text });
    expect(await client.diagnostics(uri)).toEqual([]);
    await client.until(() => client.pushed(uriOf(`${folder.path}/knowledge/island.yaml`))?.length);
  });

  test.skipIf(process.getuid?.() === 0)("a folder without read rights is told", async () => {
    folder = new Folder({ "knowledge/island.yaml": islandWorld() });
    chmodSync(`${folder.path}/knowledge`, 0);
    await client.start({ folders: [folder.path] });
    const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
    expect(await client.diagnostics(uri)).toEqual([]);
    await client.until(() => client.messages.some((message) => message.includes("cannot be read")));
    chmodSync(`${folder.path}/knowledge`, 0o700);
  });
});
