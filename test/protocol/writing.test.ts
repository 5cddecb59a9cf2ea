import { existsSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Hover,
  InlayHint,
  TextDocumentEdit,
} from "vscode-languageserver/node";
import { LanguageClient, MODERN, uriOf } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";
import { DRAFT, islandWorld, RIGHT, WRONG } from "./island-world.ts";

const OFFICES = `entities:
  ada:
    type: person
    name: Ada Brink
    roles: [{ title: Pilot Master, of: guild, during: 2029/.. }]
    discouraged: [{ form: Adda Brink, reason: She writes it with one d. }]
`;

/** Everything that is asked for later is: edits of actions, tooltips of hints. */
const LAZY = {
  ...MODERN,
  workspace: {
    ...MODERN.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const] },
  },
  textDocument: {
    ...MODERN.textDocument,
    codeAction: {
      ...MODERN.textDocument?.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    inlayHint: { resolveSupport: { properties: ["tooltip", "textEdits"] } },
  },
};

let server: Folder;
let folder: Folder;
let client: LanguageClient;
beforeAll(async () => {
  server = await installServer({});
});
afterAll(() => server.remove());
beforeEach(() => {
  folder = new Folder({ "knowledge/island.yaml": islandWorld(), "knowledge/offices.yaml": OFFICES });
  client = new LanguageClient(server);
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

const open = (text: string, name = "draft.md") => client.open(`${folder.path}/${name}`, text);

async function completed(uri: string, words: string, context?: object): Promise<CompletionItem[]> {
  const list = await client.after<CompletionList>("textDocument/completion", uri, words, { context });
  return list.items;
}

describe("completion", () => {
  test("offers holders, quotations and sources, and tells of each when it is looked at", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await open("Pilot Master . They say “the Guild st”. So it is [@].\n");
    const [holder] = await completed(uri, "Pilot Master ", { triggerKind: 2, triggerCharacter: " " });
    expect(holder).toMatchObject({
      label: "Ada Brink",
      labelDetails: { description: expect.stringContaining("Pilot Master") },
    });
    const [quotation] = await completed(uri, "the Guild st");
    expect(quotation).toMatchObject({
      textEdit: { newText: "the Guild steers" },
      labelDetails: { description: "The Harbour Ledger" },
    });
    const [source] = await completed(uri, "[@", { triggerKind: 2, triggerCharacter: "@" });
    expect(source).toMatchObject({
      label: "ledger",
      labelDetails: { description: "The Harbour Ledger" },
    });
    for (const item of [holder, quotation, source]) {
      expect(item!.documentation).toBeUndefined();
      const resolved = await client.connection.sendRequest<CompletionItem>("completionItem/resolve", item);
      expect(JSON.stringify(resolved.documentation)).toContain("**");
    }
  });

  test("offers nothing in code, whatever is typed", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await open("```\nGuild\n```\n");
    expect(await completed(uri, "Gui")).toEqual([]);
  });
});

describe("on save", () => {
  const TWO = "Adda Brink spoke. Then Adda Brink left. The Quay truce was signed on 18 October 2030.\n";

  test("what is safe to fix is, and no more", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await open(TWO);
    const [action, ...others] = await actions(uri, "spoke", ["source.fixAll.aideMemoire"]);
    expect(others).toEqual([]);
    expect(action).toMatchObject({ kind: "source.fixAll.aideMemoire" });
    expect(edited(TWO, action!)).toBe(TWO.replaceAll("Adda", "Ada"));
    expect(await actions(uri, "spoke", ["source.fixAll"])).toHaveLength(1);
    expect(await actions(uri, "spoke", ["source.organizeImports"])).toEqual([]);
  });

  test("nothing is offered where all is well", async () => {
    await client.start({ folders: [folder.path] });
    expect(await actions(await open(DRAFT), "spoke", ["source.fixAll"])).toEqual([]);
  });

  test("all of a check can be fixed from one of its findings", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await open(TWO);
    const all = (await actions(uri, "Adda Brink", ["quickfix"])).find(({ title }) =>
      title.startsWith("Fix all"),
    );
    expect(all?.title).toBe("Fix all 2 of preferred-name in this draft");
    expect(all?.diagnostics).toHaveLength(2);
    expect(edited(TWO, all!)).toBe(TWO.replaceAll("Adda", "Ada"));
  });
});

describe("where the draft is right", () => {
  test("the way leads to the entry, and shows it", async () => {
    const shown: unknown[] = [];
    client.connection.onRequest("window/showDocument", (params) => {
      shown.push(params);
      return { success: true };
    });
    await client.start({
      folders: [folder.path],
      capabilities: { ...MODERN, window: { showDocument: { support: true } } },
    });
    const uri = await open(DRAFT);
    const { command } = (await actions(uri, WRONG)).find(({ title }) => title.includes("is wrong"))!;
    expect(command?.title).toBe("The knowledge base is wrong: edit “Quay truce”");
    await client.connection.sendRequest("workspace/executeCommand", command);
    expect(shown).toEqual([
      { uri: uriOf(`${folder.path}/knowledge/island.yaml`), selection: expect.anything(), takeFocus: true },
    ]);
  });

  test("what an action calls is still there when its edit is asked for", async () => {
    await client.start({ folders: [folder.path], capabilities: LAZY });
    for (const action of await actions(await open(DRAFT), WRONG))
      expect(await client.connection.sendRequest("codeAction/resolve", action)).toEqual(action);
  });

  test("a client that cannot show it is told where it is", async () => {
    await client.start({ folders: [folder.path] });
    const { command } = (await actions(await open(DRAFT), WRONG)).find(({ title }) =>
      title.includes("is wrong"),
    )!;
    await client.connection.sendRequest("workspace/executeCommand", command);
    await client.until(() => client.messages.some((message) => /island\.yaml, line \d+/.test(message)));
  });
});

describe("what is not known", () => {
  test("is added to the file where its like stand, and is known from then on", async () => {
    await client.start({ folders: [folder.path], capabilities: LAZY });
    const text = "So Mira Holm spoke to Ada Brink.\n";
    const uri = await open(text);
    const offered = await actions(uri, "Mira Holm", ["refactor"]);
    expect(offered.map(({ title }) => title)).toContain("Add “Mira Holm” to the knowledge base as a person");
    const [person] = offered;
    expect(person!.edit).toBeUndefined();
    const { edit } = await client.connection.sendRequest<CodeAction>("codeAction/resolve", person);
    const [change] = edit!.documentChanges as [TextDocumentEdit];
    expect(change.textDocument.uri).toBe(uriOf(`${folder.path}/knowledge/offices.yaml`));
    expect(change.edits[0]).toMatchObject({ newText: expect.stringContaining("mira-holm:") });
    folder.write("knowledge/offices.yaml", applied(OFFICES, change.edits as []));
    client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: change.textDocument.uri, type: 2 }],
    });
    await eventually(
      async () => (await client.at<Hover | null>("textDocument/hover", uri, "Mira Holm")) !== null,
    );
  });

  test("has its edit at once for a client that does not ask later", async () => {
    await client.start({ folders: [folder.path] });
    const [person] = await actions(await open("So Mira Holm spoke.\n"), "Mira Holm", ["refactor"]);
    expect(person!.edit?.documentChanges).toHaveLength(1);
  });

  test("brings no light bulb to every name", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await open("So Mira Holm spoke.\n");
    const ask = (triggerKind: number) =>
      client.selecting<CodeAction[]>("textDocument/codeAction", uri, "Mira Holm", {
        context: { diagnostics: [], triggerKind },
      });
    expect(await ask(2)).toEqual([]);
    expect(await ask(1)).not.toEqual([]);
  });

  test("makes a new file where there is none, for a client that can", async () => {
    folder.remove("knowledge");
    await client.start({ folders: [folder.path], capabilities: LAZY });
    const [person] = await actions(await open("So Mira Holm spoke.\n"), "Mira Holm", ["refactor"]);
    expect(person!.title).toBe("Add “Mira Holm” to a new knowledge base as a person");
    const { edit } = await client.connection.sendRequest<CodeAction>("codeAction/resolve", person);
    expect(edit!.documentChanges).toMatchObject([
      { kind: "create", uri: uriOf(`${folder.path}/knowledge/knowledge.yaml`) },
      { edits: [{ newText: expect.stringContaining("name: Mira Holm") }] },
    ]);
    expect(existsSync(`${folder.path}/knowledge`)).toBe(false);
  });
});

describe("hover", () => {
  test("tells the evidence of what is right, and leads to the entry", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await open(DRAFT.replace(WRONG, RIGHT));
    const { contents } = await client.at<Hover>("textDocument/hover", uri, RIGHT);
    const { value } = contents as { value: string };
    expect(value).toContain("✓ **Supported**: **19 October 2030** (Quay truce)");
    expect(value).toContain("“signed at the Quay”");
    const line = islandWorld().split("\n").indexOf("  truce:") + 1;
    expect(value).toContain(
      `Entry: [Quay truce](<${uriOf(`${folder.path}/knowledge/island.yaml`)}#L${line}>)`,
    );
  });

  test("is plain text for a client that reads no Markdown", async () => {
    const { hover, ...textDocument } = MODERN.textDocument!;
    expect(hover).toBeDefined();
    await client.start({ folders: [folder.path], capabilities: { ...MODERN, textDocument } });
    const { contents } = await client.at<Hover>("textDocument/hover", await open(DRAFT), "Guild of Pilots");
    expect(contents).toMatchObject({
      kind: "plaintext",
      value: expect.stringMatching(/^Guild of Pilots · organization/),
    });
  });
});

test("a hint tells more, and what it would write, when it is looked at", async () => {
  const settings = { dateHints: "inferred", expansionHints: true };
  await client.start({ folders: [folder.path], settings, capabilities: LAZY });
  const uri = await open("On 3 May 2031 the GOP met, and on 9 June again.\n");
  const end = { line: 1, character: 0 };
  const hints = await client.connection.sendRequest<InlayHint[]>("textDocument/inlayHint", {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end },
  });
  expect(hints.map(({ label }) => label)).toEqual(["2031", "Guild of Pilots"]);
  expect(hints[0]!.textEdits).toBeUndefined();
  const year = await client.connection.sendRequest<InlayHint>("inlayHint/resolve", hints[0]);
  expect(year.textEdits).toMatchObject([{ newText: " 2031" }]);
  expect(year.tooltip).toMatchObject({ kind: "markdown" });
  const expansion = await client.connection.sendRequest<InlayHint>("inlayHint/resolve", hints[1]);
  expect(JSON.stringify(expansion.tooltip)).toContain("It steers all ships into the strait.");
});

function actions(uri: string, words: string, only?: readonly string[]): Promise<CodeAction[]> {
  return client.selecting<CodeAction[]>("textDocument/codeAction", uri, words, {
    context: { diagnostics: [], ...(only && { only }) },
  });
}

function edited(text: string, { edit }: CodeAction): string {
  const [change] = edit!.documentChanges as [TextDocumentEdit];
  return applied(text, change.edits as []);
}

function applied(
  text: string,
  edits: readonly { range: { start: Place; end: Place }; newText: string }[],
): string {
  const lines = text.split("\n");
  const offset = ({ line, character }: Place) =>
    lines.slice(0, line).join("\n").length + Math.min(line, 1) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
      text,
    );
}

interface Place {
  readonly line: number;
  readonly character: number;
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("waited in vain");
}
