import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Diagnostic, Hover, SemanticTokens } from "vscode-languageserver/node";
import { LanguageClient, MODERN } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";
import { DRAFT, islandWorld, WRONG } from "./island-world.ts";

// What is shown and answered while a long draft is still being read for the first time.

const LINES = 400;
const LONG = `${DRAFT}${"Nothing more was said of it there. ".repeat(7)}\n\n`.repeat(LINES);

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

test("who pulls has the findings of the first pages first, and is asked to come again for the rest", async () => {
  await client.start({ folders: [folder.path] });
  const uri = await client.open(`${folder.path}/draft.md`, LONG);
  const first = await client.diagnostics(uri);
  expect(first.length).toBeGreaterThan(10);
  expect(first.length).toBeLessThan(LINES / 2);
  const all = await allOf(uri);
  expect(all.slice(0, first.length)).toEqual(first);
});

test("who cannot be asked to come again waits for all", async () => {
  const { diagnostics: _, ...workspace } = MODERN.workspace!;
  await client.start({ folders: [folder.path], capabilities: { ...MODERN, workspace } });
  const uri = await client.open(`${folder.path}/draft.md`, LONG);
  expect(await client.diagnostics(uri)).toHaveLength(LINES);
});

test("who is sent findings is sent those of the first pages first, then more, and never fewer", async () => {
  const { diagnostic: _, ...textDocument } = MODERN.textDocument!;
  await client.start({ folders: [folder.path], capabilities: { ...MODERN, textDocument } });
  const uri = await client.open(`${folder.path}/draft.md`, LONG);
  await client.until(() => client.pushed(uri)?.length === LINES);
  const sent = client.published.filter((one) => one.uri === uri).map(({ diagnostics }) => diagnostics.length);
  expect(sent.length).toBeGreaterThan(1);
  expect(sent).toEqual([...sent].sort((a, b) => a - b));
});

test("a question about the first pages does not wait for the last ones, one about those does", async () => {
  await client.start({ folders: [folder.path] });
  const uri = await client.open(`${folder.path}/draft.md`, LONG);
  const asked = { textDocument: { uri }, position: { line: 0, character: DRAFT.indexOf(WRONG) + 2 } };
  const at = (line: number) =>
    client.connection.sendRequest<Hover | null>("textDocument/hover", {
      ...asked,
      position: { ...asked.position, line },
    });
  const answers: string[] = [];
  const last = at(3 * (LINES - 1)).then((card) => answers.push(`last ${card !== null}`));
  await at(0).then((card) => answers.push(`first ${card !== null}`));
  await last;
  expect(answers).toEqual(["first true", "last true"]);
});

test("typing while it is read loses nothing that is read", async () => {
  await client.start({ folders: [folder.path] });
  const uri = await client.open(`${folder.path}/draft.md`, LONG);
  const first = await client.diagnostics(uri);
  await client.edit(uri, "spoke", "spokes");
  expect((await client.diagnostics(uri)).length).toBeGreaterThanOrEqual(first.length);
  expect(await allOf(uri)).toHaveLength(LINES);
});

test("a question about what has only moved does not wait until all that was put before it is read", async () => {
  await client.start({ folders: [folder.path] });
  const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
  await client.diagnostics(uri);
  await client.edit(uri, "The Guild", `Before it:\n\n${LONG}The Guild`);
  const line = LONG.split("\n").length + 1;
  const character = DRAFT.indexOf(WRONG);
  const answers: string[] = [];
  const outline = client.connection
    .sendRequest("textDocument/documentSymbol", { textDocument: { uri } })
    .then(() => answers.push("outline"));
  const position = { line, character: character + 2 };
  const card = await client.connection.sendRequest<Hover | null>("textDocument/hover", {
    textDocument: { uri },
    position,
  });
  answers.push("hover");
  await outline;
  expect(answers).toEqual(["hover", "outline"]);
  const end = { line, character: character + WRONG.length };
  expect(card!.range).toEqual({ start: { line, character }, end });
});

test("names are coloured as far as they are known, and again when there are more", async () => {
  const workspace = { ...MODERN.workspace, semanticTokens: { refreshSupport: true } };
  let heard = 0;
  client.connection.onRequest("workspace/semanticTokens/refresh", () => {
    heard++;
    return null;
  });
  await client.start({
    folders: [folder.path],
    settings: { colorMentions: true },
    capabilities: { ...MODERN, workspace },
  });
  const uri = await client.open(`${folder.path}/draft.md`, LONG);
  const counts: number[] = [];
  const all = 5 * 3 * LINES;
  for (let before = -1; counts.at(-1) !== all; ) {
    await client.until(() => heard > before);
    before = heard;
    const tokens = await client.connection.sendRequest<SemanticTokens>("textDocument/semanticTokens/full", {
      textDocument: { uri },
    });
    counts.push(tokens.data.length);
  }
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
});

/** Pulls whenever the server asks for it, until there is nothing more to come. */
async function allOf(uri: string): Promise<readonly Diagnostic[]> {
  for (let heard = 0; ; heard = client.refreshes) {
    const found = await client.diagnostics(uri);
    if (found.length === LINES) return found;
    await client.until(() => client.refreshes > heard);
  }
}
