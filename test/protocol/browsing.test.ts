import { existsSync, readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  ACTORS,
  CARD,
  CHANGED,
  CREATE_KNOWLEDGE,
  type CreatedKnowledge,
  type DraftMentions,
  type EntriesAnswer,
  EVENTS,
  MENTIONS,
  STATUS,
  type Status,
} from "../../server/src/lsp/protocol.ts";
import { LanguageClient, uriOf } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";
import { DRAFT, islandWorld } from "./island-world.ts";

let server: Folder;
let folder: Folder;
let client: LanguageClient;
beforeAll(async () => {
  server = await installServer({ "island.yaml": islandWorld(), "samples/faulty.md": DRAFT });
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

const execute = <T>(command: string, ...args: unknown[]) =>
  client.connection.sendRequest<T>("workspace/executeCommand", { command, arguments: args });

describe("any client can list", () => {
  beforeEach(async () => {
    folder.write("knowledge/island.yaml", islandWorld());
    folder.write("other.md", "The GOP. The Guild of Pilots again; the Quay truce too.\n");
    await client.start({ folders: [folder.path] });
  });

  test("the kinds of actors, then those of one", async () => {
    const groups = await execute<EntriesAnswer>(ACTORS);
    expect(groups).toEqual({ all: 1, found: 1, groups: [{ key: "organization", count: 1 }], entries: [] });
    const { entries } = await execute<EntriesAnswer>(ACTORS, { group: "organization" });
    expect(entries).toMatchObject([{ id: "guild", name: "Guild of Pilots", detail: "GOP", mentions: 0 }]);
    const { uri, range } = entries[0]!.place!;
    expect(uri).toBe(uriOf(`${folder.path}/knowledge/island.yaml`));
    expect(islandWorld().split("\n")[range.start.line]).toBe("  guild:");
  });

  test("a page at a time", async () => {
    const { entries } = await execute<EntriesAnswer>(EVENTS, { group: "2030", offset: 1, limit: 5 });
    expect(entries).toEqual([]);
    expect((await execute<EntriesAnswer>(EVENTS, { group: "2030", limit: 1 })).entries).toHaveLength(1);
  });

  test("only what a draft mentions, with how often", async () => {
    const uri = await client.open(`${folder.path}/brief.md`, "The GOP spoke. The Guild of Pilots did.\n");
    const actors = await execute<EntriesAnswer>(ACTORS, { uri, mentionedOnly: true, group: "organization" });
    expect(actors).toMatchObject({ found: 1, entries: [{ id: "guild", mentions: 2 }] });
    expect(await execute(EVENTS, { uri, mentionedOnly: true })).toMatchObject({
      all: 1,
      found: 0,
      groups: [],
    });
  });

  test("the mentions of an entry: in which drafts, and where in one of them", async () => {
    const uri = await client.open(`${folder.path}/brief.md`, "# A\n\nLong ago the GOP spoke.\n");
    const drafts = await execute<DraftMentions[]>(MENTIONS, { id: "guild" });
    expect(drafts).toEqual([
      { uri: uriOf(`${folder.path}/other.md`), count: 2, mentions: [] },
      { uri, count: 1, mentions: [] },
    ]);
    const [{ mentions }] = (await execute<DraftMentions[]>(MENTIONS, { id: "guild", draft: uri })) as [
      DraftMentions,
    ];
    expect(mentions).toMatchObject([
      { before: "Long ago the ", words: "GOP", after: " spoke.", quoted: false },
    ]);
    expect(client.words(uri, mentions[0]!.range)).toBe("GOP");
    expect(await execute(MENTIONS, { id: "nobody" })).toEqual([]);
  });

  test("what is known of an entry", async () => {
    expect(await execute(CARD, { id: "guild" })).toContain("It steers all ships into the strait.");
    expect(await execute(CARD, { id: "nobody" })).toBeNull();
  });
});

describe("the status", () => {
  test("without a knowledge base", async () => {
    await client.start({ folders: [folder.path], settings: { bundledKnowledge: "never" } });
    expect(await execute(STATUS)).toEqual({ state: "none", knowledge: [] });
    expect(await execute(ACTORS)).toBeNull();
  });

  test("where nobody has agreed to the bundled one yet", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await client.open(`${folder.path}/brief.md`, DRAFT);
    expect(await execute<Status>(STATUS, { uri })).toMatchObject({ state: "notAgreed", knowledge: [] });
  });

  test("of a draft counts its statements", async () => {
    folder.write("knowledge/island.yaml", islandWorld());
    await client.start({ folders: [folder.path] });
    const uri = await client.open(`${folder.path}/brief.md`, DRAFT);
    expect(await execute<Status>(STATUS, { uri })).toMatchObject({
      state: "served",
      knowledge: [{ title: "The Island", actors: 1, events: 1, bundled: false }],
      draft: { contradicted: 1, supported: 0, findings: 1 },
    });
  });

  test("of a sample is that of the bundled knowledge base", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await client.open(`${server.path}/knowledge/samples/faulty.md`, DRAFT);
    expect(await execute<Status>(STATUS, { uri })).toMatchObject({
      state: "served",
      knowledge: [{ bundled: true }],
    });
  });

  test("that may be another now is told to a client that shows it", async () => {
    folder.write("knowledge/island.yaml", islandWorld());
    let changes = 0;
    client.connection.onNotification(CHANGED, () => void changes++);
    await client.start({ folders: [folder.path], initializationOptions: { showsStatus: true } });
    const uri = await client.open(`${folder.path}/brief.md`, DRAFT);
    await client.until(() => changes > 0);
    const before = changes;
    await client.edit(uri, "Guild", "guild");
    await client.until(() => changes > before);
  });
});

describe("a knowledge base is begun", () => {
  const FACTS = "knowledge/facts.yaml";

  test("in a folder, and serves at once", async () => {
    await client.start({ folders: [folder.path] });
    const { file, created, sentence } = await execute<CreatedKnowledge>(CREATE_KNOWLEDGE, {
      folder: uriOf(folder.path),
    });
    expect({ file, created }).toEqual({ file: uriOf(`${folder.path}/${FACTS}`), created: true });
    const uri = await client.open(`${folder.path}/brief.md`, `${sentence}\n`);
    expect(await client.diagnostics(uri)).toMatchObject([{ code: "event-date" }]);
  });

  test("but not where there is one", async () => {
    const old = folder.write("mine.knowledge.yaml", islandWorld());
    await client.start({ folders: [folder.path] });
    expect(await execute(CREATE_KNOWLEDGE)).toMatchObject({ file: uriOf(old), created: false });
    expect(existsSync(`${folder.path}/${FACTS}`)).toBe(false);
    expect(readFileSync(old, "utf8")).toBe(islandWorld());
  });
});
