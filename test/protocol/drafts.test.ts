import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Hover,
  InlayHint,
  LocationLink,
} from "vscode-languageserver/node";
import { LanguageClient, uriOf } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";
import { DRAFT, islandWorld, RIGHT, WRONG } from "./island-world.ts";

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

describe("hints beside dates", () => {
  const TEXT = "They met on 3 May 1999. On 9 June they met again.";
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

  test("show what dates leave out, if that is wanted", async () => {
    await client.start({ folders: [folder.path], settings: { dateHints: "inferred" } });
    const uri = await client.open(`${folder.path}/draft.md`, TEXT);
    const params = { textDocument: { uri }, range };
    const hints = await client.connection.sendRequest<InlayHint[]>("textDocument/inlayHint", params);
    expect(hints).toMatchObject([
      { position: { line: 0, character: TEXT.indexOf(" they met again") }, label: "1999", paddingLeft: true },
    ]);
  });

  test("are off at first", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await client.open(`${folder.path}/draft.md`, TEXT);
    const params = { textDocument: { uri }, range };
    expect(await client.connection.sendRequest("textDocument/inlayHint", params)).toBeNull();
  });
});

describe("findings, for a client that pulls", () => {
  test("come with their check, its page, and the way to the fact", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
    const [finding, ...others] = await client.diagnostics(uri);
    expect(others).toEqual([]);
    expect(client.words(uri, finding!.range)).toBe(WRONG);
    expect(finding).toMatchObject({ code: "event-date", source: "Aide-Mémoire", severity: 1 });
    expect(finding!.codeDescription?.href).toBe(uriOf(`${server.path}/dist/checks/event-date.md`));
    const places = finding!.relatedInformation!.map(({ location }) => location);
    expect(places.map((place) => place.uri)).toContain(uriOf(`${folder.path}/knowledge/island.yaml`));
  });

  test("are not sent twice, and are made anew after an edit", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
    const first = await client.pull(uri);
    expect(await client.pull(uri, first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    await client.edit(uri, WRONG, RIGHT);
    const second = await client.pull(uri, first.resultId);
    expect(second).toMatchObject({ kind: "full", items: [] });
    await client.edit(uri, RIGHT, WRONG);
    expect(await client.diagnostics(uri)).toHaveLength(1);
  });

  test("stay in step with edits that come faster than answers", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
    const answers = [];
    for (let i = 0; i < 20; i++) {
      await client.edit(uri, "The Guild", `Once more, 𝒶nd ${i}\r\nThe Guild`);
      answers.push(client.pull(uri));
    }
    await Promise.all(answers);
    const [finding] = await client.diagnostics(uri);
    expect(client.words(uri, finding!.range)).toBe(WRONG);
    await client.edit(uri, WRONG, RIGHT);
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  test("are only for drafts", async () => {
    await client.start({ folders: [folder.path] });
    const program = await client.open(`${folder.path}/program.js`, DRAFT, "javascript");
    expect(await client.pull(program)).toEqual({ kind: "full", items: [] });
    const source = await client.open(`${folder.path}/knowledge/texts/source.md`, DRAFT);
    expect(await client.pull(source)).toEqual({ kind: "full", items: [] });
  });

  test("a question that is cancelled is answered all the same", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await client.open(`${folder.path}/draft.md`, DRAFT.repeat(2000));
    await client.cancelPull(uri);
    expect((await client.diagnostics(uri)).length).toBeGreaterThan(0);
  });
});

describe("findings, for a client that cannot pull", () => {
  test("are pushed with the version that they are about, and taken back at the end", async () => {
    await client.start({ folders: [folder.path], capabilities: {} });
    const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
    await client.until(() => client.pushed(uri)?.length === 1);
    await client.edit(uri, WRONG, RIGHT);
    await client.until(() => client.pushed(uri)?.length === 0);
    expect(client.published.at(-1)!.version).toBe(2);
    await client.edit(uri, RIGHT, WRONG);
    await client.until(() => client.pushed(uri)?.length === 1);
    await client.close(uri);
    await client.until(() => client.pushed(uri)?.length === 0);
  });
});

describe("at the cursor", () => {
  let uri: string;
  beforeEach(async () => {
    await client.start({ folders: [folder.path] });
    uri = await client.open(`${folder.path}/draft.md`, `${DRAFT}\nSo the GO`);
  });

  test("hover tells the background", async () => {
    const hover = await client.at<Hover>("textDocument/hover", uri, "Guild of Pilots");
    expect(client.words(uri, hover.range!)).toBe("Guild of Pilots");
    expect(hover.contents).toMatchObject({ kind: "markdown" });
    expect(JSON.stringify(hover.contents)).toContain("It steers all ships into the strait.");
    expect(await client.at("textDocument/hover", uri, "spoke")).toBeNull();
  });

  test("completion offers names, their background when asked for", async () => {
    const list = await client.after<CompletionList>("textDocument/completion", uri, "So the GO");
    const guild = list.items.find(({ label }) => label === "Guild of Pilots")!;
    expect(guild.filterText).toBe("GOP");
    expect(guild.documentation).toBeUndefined();
    expect(guild.textEdit).toMatchObject({ newText: "Guild of Pilots" });
    const resolved = await client.connection.sendRequest<CompletionItem>("completionItem/resolve", guild);
    expect(JSON.stringify(resolved.documentation)).toContain("It steers all ships into the strait.");
  });

  test("completion offers the date of the event just named", async () => {
    const list = await client.after<CompletionList>("textDocument/completion", uri, "signed on ", {
      context: { triggerKind: 2, triggerCharacter: " " },
    });
    expect(list.items.map(({ label }) => label)).toEqual([RIGHT]);
  });

  test("a quick fix replaces by the fact", async () => {
    const [diagnostic] = await client.diagnostics(uri);
    const actions = await client.at<CodeAction[]>("textDocument/codeAction", uri, WRONG, {
      range: diagnostic!.range,
      context: { diagnostics: [diagnostic], only: ["quickfix"] },
    });
    const [action, ...ways] = actions;
    expect(ways.map(({ title }) => title)).toEqual([
      "Ignore this here: event-date",
      "Ignore event-date in this draft",
      "Ignore this in the workspace",
      "The knowledge base is wrong: edit “Quay truce”",
    ]);
    expect(action).toMatchObject({ title: `Replace by “${RIGHT}”`, kind: "quickfix", isPreferred: true });
    expect(action!.diagnostics).toEqual([diagnostic]);
    const [change] = action!.edit!.documentChanges!;
    expect(change).toMatchObject({ textDocument: { uri, version: 1 } });
    expect(change).toMatchObject({ edits: [{ range: diagnostic!.range, newText: RIGHT }] });
    await client.edit(uri, WRONG, RIGHT);
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  test("there is no quick fix where refactorings are asked for", async () => {
    const [diagnostic] = await client.diagnostics(uri);
    const more = { range: diagnostic!.range, context: { diagnostics: [], only: ["refactor"] } };
    expect(await client.at("textDocument/codeAction", uri, WRONG, more)).toEqual([]);
  });

  test("definition leads into the knowledge file", async () => {
    const [link] = await client.at<LocationLink[]>("textDocument/definition", uri, "Quay truce");
    expect(link!.targetUri).toBe(uriOf(`${folder.path}/knowledge/island.yaml`));
    const line = islandWorld().split("\n")[link!.targetRange.start.line];
    expect(line).toBe("  truce:");
    expect(client.words(uri, link!.originSelectionRange!)).toBe("Quay truce");
  });
});

test("the command that explains tells how a sentence was read", async () => {
  await client.start({ folders: [folder.path] });
  const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
  const explain = (character: number, line = 0) =>
    client.connection.sendRequest("workspace/executeCommand", {
      command: "aideMemoire.explain",
      arguments: [{ uri, position: { line, character } }],
    });
  expect(await explain(DRAFT.indexOf("signed"))).toContain("was taken for “Quay truce”; tested: its date.");
  await client.edit(uri, DRAFT, "```\ncode\n```\n");
  expect(await explain(1, 1)).toBeNull();
});
