import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeLens,
  type Command,
  type CompletionItem,
  type CompletionList,
  type Hover,
  type MarkupContent,
  type Message,
  StreamMessageReader,
} from "vscode-languageserver/node";
import { LanguageClient, uriOf } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";
import { type Said, unoffered } from "../support/unoffered.ts";
import { DRAFT, islandWorld, RIGHT, WRONG } from "./island-world.ts";

/** What real editors say of themselves, each from its own sources. */
const CLIENTS = join(import.meta.dirname, "clients");
const clients = readdirSync(CLIENTS).map((file) => ({
  name: file.replace(".json", ""),
  capabilities: JSON.parse(readFileSync(join(CLIENTS, file), "utf8")) as ClientCapabilities,
}));

/** With a slip of its own, and a place for each kind of completion. */
const WORLD = islandWorld().replace("entities:", "entities:\n  quay: { type: plce, name: Old Quay }");
const IGNORE_FILE = ".aide-memoire-ignore.yaml";

let server: Folder;
let folder: Folder;
let client: LanguageClient;
let said: Said[];
beforeAll(async () => {
  server = await installServer({ "article/island.yaml": islandWorld(), "island.yaml": islandWorld() });
});
afterAll(() => server.remove());
beforeEach(() => {
  client = new LanguageClient(server);
  said = [];
  new StreamMessageReader(client.process.stdout!).listen((message: Message) => {
    const { method, params } = message as Message & { method?: string; params?: unknown };
    if (method !== undefined) said.push({ method, content: params });
  });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

describe.each(clients)("$name", ({ capabilities }) => {
  test("is told nothing in a form that it did not offer to understand", async () => {
    folder = new Folder({ "knowledge/island.yaml": WORLD, "draft.md": DRAFT });
    await client.start({ capabilities, folders: [folder.path] });
    said.push({ method: "initialize", content: client.initialized });
    const draft = await client.open(`${folder.path}/draft.md`, DRAFT);
    const facts = await client.open(`${folder.path}/knowledge/island.yaml`, WORLD);
    await ask("textDocument/hover", draft, "Guild of Pilots");
    await ask("textDocument/hover", facts, "guild");
    await ask("textDocument/hover", facts, "evidence");
    await ask("textDocument/definition", draft, "Quay truce");
    await ask("textDocument/definition", facts, "source: ledger");
    await ask("textDocument/typeDefinition", draft, "Quay truce");
    for (const method of ["documentHighlight", "references", "rename", "prepareRename"])
      await ask(`textDocument/${method}`, facts, "ledger", {
        context: { includeDeclaration: true },
        newName: "book",
      });
    for (const uri of [draft, facts])
      for (const method of ["documentSymbol", "documentLink", "semanticTokens/full", "foldingRange"])
        await send(`textDocument/${method}`, { textDocument: { uri } });
    await send("workspace/symbol", { query: "" });
    await completeAt(draft, "signed on ");
    await completeAt(draft, "The Gu");
    for (const place of ["type: ", "events:\n  ", "source: ", "evidence: [{ "])
      await completeAt(facts, place);
    const actions = [...(await actionsAt(draft, WRONG)), ...(await actionsAt(facts, "plce"))];
    for (const command of actions.map(commandOf))
      if (command)
        await send("workspace/executeCommand", { command: command.command, arguments: command.arguments });
    for (const lens of (await send<CodeLens[]>("textDocument/codeLens", { textDocument: { uri: facts } })) ??
      [])
      await send("codeLens/resolve", lens);
    if (capabilities.textDocument?.diagnostic)
      await send("textDocument/diagnostic", { textDocument: { uri: draft } });
    await client.until(() => client.pushed(facts));
    expect(unoffered(capabilities, said)).toEqual([]);
    const answered = new Set(said.filter(({ content }) => content !== null).map(({ method }) => method));
    for (const method of ["hover", "completion", "codeAction", "documentSymbol", "codeLens", "rename"])
      expect(answered).toContain(`textDocument/${method}`);
    expect(answered).toContain("completionItem/resolve");
  });

  test("has findings, and what mends one", async () => {
    folder = new Folder({ "knowledge/island.yaml": islandWorld() });
    await client.start({ capabilities, folders: [folder.path] });
    const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
    const [finding] = await client.until(() => client.pushed(uri));
    expect(client.words(uri, finding!.range)).toBe(WRONG);
    const actions = await actionsAt(uri, WRONG);
    const fix = actions.find(({ title }) => title.includes(RIGHT));
    const appliesEdits = capabilities.workspace?.applyEdit === true;
    const takesActions = capabilities.textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
    if (!takesActions && !appliesEdits) expect(fix).toBeUndefined();
    else expect(JSON.stringify(fix)).toContain(`"newText":"${RIGHT}"`);
  });

  test("is asked about the bundled knowledge base if it takes questions, once", async () => {
    folder = new Folder();
    client.choice = "Yes, for this session";
    await client.start({ capabilities, folders: [folder.path] });
    const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
    const takesQuestions = capabilities.window?.showMessage !== undefined;
    await client.until(() => client.pushed(uri)?.length === (takesQuestions ? 1 : 0));
    await client.open(`${folder.path}/second.md`, DRAFT);
    await client.until(() => client.pushed(uri.replace("draft", "second")));
    expect(client.questions).toHaveLength(takesQuestions ? 1 : 0);
    expect(client.asked).toEqual([]);
    expect(unoffered(capabilities, said)).toEqual([]);
  });

  async function send<R>(method: string, params: object): Promise<R | undefined> {
    try {
      const answer = await client.connection.sendRequest<R>(method, params);
      said.push({ method, content: answer });
      return answer;
    } catch {
      // Refused, or not answered by this server: nothing was said.
      return undefined;
    }
  }

  async function ask(method: string, uri: string, words: string, more: object = {}): Promise<void> {
    const answer = await client.at<unknown>(method, uri, words, more).catch(() => undefined);
    if (answer !== undefined) said.push({ method, content: answer });
  }

  async function completeAt(uri: string, words: string): Promise<void> {
    const list = await client.after<CompletionList | null>("textDocument/completion", uri, words);
    said.push({ method: "textDocument/completion", content: list });
    for (const item of list?.items.slice(0, 5) ?? [])
      await send<CompletionItem>("completionItem/resolve", item);
  }

  async function actionsAt(uri: string, words: string): Promise<(CodeAction | Command)[]> {
    const range = client.rangeOf(uri, words);
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    return (await send<(CodeAction | Command)[]>("textDocument/codeAction", params)) ?? [];
  }
});

describe("the question about the bundled knowledge base, put as a message", () => {
  const capabilities = { window: { showMessage: {} } };

  test.each(["Not now", null])("answered with “%s” leaves it unused", async (choice) => {
    folder = new Folder();
    client.choice = choice;
    await client.start({ capabilities, folders: [folder.path] });
    const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
    await client.until(() => client.questions.length > 0);
    expect(await client.until(() => client.pushed(uri))).toEqual([]);
  });

  test("tells how it is settled for good", async () => {
    folder = new Folder();
    client.choice = "How to settle it";
    await client.start({ capabilities, folders: [folder.path] });
    await client.open(`${folder.path}/draft.md`, DRAFT);
    await client.until(() =>
      client.messages.some((message) => message.includes("aideMemoire.bundledKnowledge")),
    );
  });
});

describe("a passage is explained in a message", () => {
  test("for a client that asks for that", async () => {
    folder = new Folder({ "knowledge/island.yaml": islandWorld() });
    await client.start({ capabilities: {}, folders: [folder.path] });
    const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
    const { start: position } = client.rangeOf(uri, WRONG);
    const request = { uri, position, show: true };
    await client.connection.sendRequest("workspace/executeCommand", {
      command: "aideMemoire.explain",
      arguments: [request],
    });
    await client.until(() => client.messages.some((message) => message.includes("event-date")));
    expect(client.messages.join("")).not.toContain("**");
  });
});

describe("a client whose code actions are commands", () => {
  test("is asked to apply an edit, and the command that goes with it is carried out", async () => {
    folder = new Folder({ "knowledge/island.yaml": islandWorld() });
    await client.start({ capabilities: { workspace: { applyEdit: true } }, folders: [folder.path] });
    const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
    const params = { textDocument: { uri }, range: client.rangeOf(uri, WRONG), context: { diagnostics: [] } };
    const actions = await client.connection.sendRequest<Command[]>("textDocument/codeAction", params);
    const fix = actions.find(({ title }) => title.includes(RIGHT))!;
    await client.connection.sendRequest("workspace/executeCommand", fix);
    expect(client.applied).toEqual([
      { changes: { [uri]: [{ range: client.rangeOf(uri, WRONG), newText: RIGHT }] } },
    ]);
  });
});

describe("a card in plain text", () => {
  test("has the words of the card in Markdown, and no markup", async () => {
    folder = new Folder({ "knowledge/island.yaml": islandWorld() });
    await client.start({
      capabilities: { textDocument: { hover: { contentFormat: ["plaintext"] } } },
      folders: [folder.path],
    });
    const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
    const { contents } = await client.at<Hover>("textDocument/hover", uri, "Guild of Pilots");
    expect((contents as MarkupContent).kind).toBe("plaintext");
    expect((contents as MarkupContent).value).toContain("Guild of Pilots");
    expect((contents as MarkupContent).value).not.toMatch(/[*\\>]/);
  });
});

describe("the number of mentions", () => {
  test("opens a draft where the client shows documents, of several the one that is chosen", async () => {
    const mention = "The Guild of Pilots spoke.\n";
    const one = { "drafts/one.md": mention, "knowledge/island.yaml": islandWorld() };
    folder = new Folder({ ...one, "drafts/two.md": `So it was. ${mention}` });
    const window = { showMessage: {}, showDocument: { support: true } };
    await client.start({ capabilities: { window }, folders: [folder.path] });
    const uri = await client.open(`${folder.path}/knowledge/island.yaml`, islandWorld());
    const lenses = await client.connection.sendRequest<CodeLens[]>("textDocument/codeLens", {
      textDocument: { uri },
    });
    const resolved = await client.connection.sendRequest<CodeLens>("codeLens/resolve", lenses[0]!);
    client.choice = "drafts/two.md";
    await client.connection.sendRequest("workspace/executeCommand", resolved.command!);
    expect(client.questions[0]!.actions!.map(({ title }) => title)).toEqual([
      "drafts/one.md",
      "drafts/two.md",
    ]);
    expect(client.shown).toMatchObject([{ uri: uriOf(`${folder.path}/drafts/two.md`), takeFocus: true }]);
  });
});

describe("a finding that is to be recorded", () => {
  test("where the file is open and the client edits for nobody, is told to be not", async () => {
    folder = new Folder({ "knowledge/island.yaml": islandWorld(), [IGNORE_FILE]: "ignore: []\n" });
    await client.start({ capabilities: {}, folders: [folder.path] });
    const uri = await client.open(`${folder.path}/draft.md`, DRAFT);
    await client.open(`${folder.path}/${IGNORE_FILE}`, "ignore: []\n", "yaml");
    const request = { uri, check: "event-date", fingerprint: "0123456789abcdef", words: WRONG };
    await client.connection.sendRequest("workspace/executeCommand", {
      command: "aideMemoire.ignore",
      arguments: [request],
    });
    expect(client.messages.join("\n")).toContain("not recorded");
    expect(client.applied).toEqual([]);
  });
});

function commandOf(action: CodeAction | Command): Command | undefined {
  return typeof action.command === "string" ? (action as Command) : action.command;
}
