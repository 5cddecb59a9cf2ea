import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { LanguageClient } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";
import { DRAFT, islandWorld, RIGHT, WRONG } from "./island-world.ts";

// How much the server sends, counted in bytes: what a keystroke costs an editor besides waiting.

const LINES = 1000;

let server: Folder;
let folder: Folder;
let client: LanguageClient;
beforeAll(async () => {
  server = await installServer({});
  folder = new Folder({ "knowledge/island.yaml": islandWorld() });
});
afterAll(() => {
  server.remove();
  folder.remove();
});
beforeEach(() => {
  client = new LanguageClient(server);
});
afterEach(() => client.stop());

test("a keystroke in a long draft without a finding is answered in a few words", async () => {
  expect(await bytesOf(DRAFT.replace(WRONG, RIGHT).repeat(LINES))).toEqual({ findings: 0, isShort: true });
});

test("a keystroke in a draft of a thousand findings has each sent once, and nothing else", async () => {
  expect(await bytesOf(`${DRAFT}\n`.repeat(LINES))).toEqual({ findings: LINES, isShort: true });
});

test("who asks again is not sent what it has", async () => {
  await client.start({ folders: [folder.path] });
  const uri = await client.open(`${folder.path}/draft.md`, `${DRAFT}\n`.repeat(LINES));
  const { resultId } = await client.pull(uri);
  const before = received();
  expect((await client.pull(uri, resultId)).kind).toBe("unchanged");
  expect(received() - before).toBeLessThan(300);
});

/** How many bytes the client has read; it counts from its first look. */
function received(): number {
  return (client.process.stdout as unknown as { readonly bytesRead: number }).bytesRead;
}

/** Types a letter into an open draft: how many findings there are then, and whether little more than they was sent. */
async function bytesOf(text: string): Promise<{ findings: number; isShort: boolean }> {
  await client.start({ folders: [folder.path] });
  const uri = await client.open(`${folder.path}/draft.md`, text);
  await client.diagnostics(uri);
  const before = received();
  await client.edit(uri, "spoke", "spokes");
  const found = await client.diagnostics(uri);
  const bytes = received() - before;
  const needed = found.reduce((sum, one) => sum + JSON.stringify(one).length, 0);
  return { findings: found.length, isShort: bytes <= 1.05 * needed + 1000 };
}
