import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { yamlOf } from "../bench/many-names.ts";
import { LanguageClient } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";
import { DRAFT, islandWorld } from "./island-world.ts";

// The server waits some seconds before it keeps what it has read.
vi.setConfig({ testTimeout: 30_000 });
const PATIENCE = { timeout: 15_000, interval: 100 };

let server: Folder;
let folder: Folder;
let cache: Folder;
beforeAll(async () => {
  server = await installServer({});
});
afterAll(() => server.remove());
beforeEach(() => {
  cache = new Folder();
  folder = new Folder({
    "knowledge/large.yaml": yamlOf(3000),
    "knowledge/broken.yaml": "events: { broken: { type: talks, name: Broken, date: soon } }\n",
    "knowledge/island.yaml": islandWorld(),
  });
  vi.stubEnv("AIDE_MEMOIRE_CACHE", cache.path);
  return () => {
    vi.unstubAllEnvs();
    for (const each of [cache, folder]) each.remove();
  };
});

const kept = () => {
  const place = join(cache.path, "knowledge");
  return existsSync(place) ? readdirSync(place).map((name) => join(place, name)) : [];
};

/** What a server says of the draft and of the broken file, and where it says that the truce is written. */
async function said(meanwhile = async () => {}): Promise<unknown> {
  const client = new LanguageClient(server);
  await client.start({ folders: [folder.path] });
  const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
  const findings = await client.diagnostics(uri);
  const definition = await client.connection.sendRequest("textDocument/definition", {
    textDocument: { uri },
    position: { line: 0, character: DRAFT.indexOf("Quay truce") + 2 },
  });
  const broken = await client.open(
    `${folder.path}/knowledge/broken.yaml`,
    readFileSync(join(folder.path, "knowledge/broken.yaml"), "utf8"),
  );
  const symbols = await client.connection.sendRequest("textDocument/documentSymbol", {
    textDocument: { uri: broken },
  });
  const problems = await client.diagnostics(broken).catch(() => client.published.at(-1));
  await meanwhile();
  await client.stop();
  return { findings, definition, symbols, problems };
}

test("a large knowledge base is kept once it is at rest, and opened from then on", async () => {
  const first = await said(() => vi.waitFor(() => expect(kept()).toHaveLength(1), PATIENCE));
  expect(first).toMatchObject({ findings: [{}], definition: [{}] });
  expect(kept()[0]).toMatch(/[0-9a-f]{64}\.bin$/);
  expect(await said()).toEqual(first);
  const damaged = readFileSync(kept()[0]!);
  damaged[damaged.length >> 1]! ^= 1;
  writeFileSync(kept()[0]!, damaged);
  expect(await said()).toEqual(first);
});
