import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  MarkupContent,
  SemanticTokens,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LanguageClient, MODERN, uriOf } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";

const ACTORS = `sources:
  ledger: { title: The Harbour Ledger, url: "https://example.org/ledger", text: ../papers/full.txt } # by hand
entities:
  guild:
    type: organization
    name: Guild of Pilots
    abbreviation: GOP
    evidence: [{ source: ledger }]
  quay: { type: place, name: Old Quay, evidence: [{ source: ledger }] }
`;
const EVENTS = `events:
  truce:
    type: ceasefire
    name: Quay truce
    date: 2030-10-19
    place: quay
    participants: { party: [guild] }
    evidence: [{ source: ledger }]
`;
/** Not a draft, although it lies among them: the text of the source. */
const LEDGER = "The Guild of Pilots keeps its ledger.\n";
const DRAFT =
  "The Guild of Pilots spoke. “The Guild of Pilots is firm,” it said [@ledger, p. 4]. The GOP left.\n";

let server: Folder;
let folder: Folder;
let client: LanguageClient;
let actors: string;
let events: string;
beforeAll(async () => {
  server = await installServer({});
});
afterAll(() => server.remove());
beforeEach(async () => {
  client = new LanguageClient(server);
  folder = new Folder({
    "knowledge/actors.yaml": ACTORS,
    "knowledge/events.yaml": EVENTS,
    "drafts/a.md": DRAFT,
    "papers/full.txt": LEDGER,
    "knowledge/README.md": LEDGER,
  });
  await client.start({
    folders: [folder.path],
    settings: { idHints: true },
    initializationOptions: { showsMentions: true },
  });
  actors = await client.open(`${folder.path}/knowledge/actors.yaml`, ACTORS, "yaml");
  events = await client.open(`${folder.path}/knowledge/events.yaml`, EVENTS, "yaml");
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

const about = <R>(method: string, uri: string, more: object = {}): Promise<R> =>
  client.connection.sendRequest(method, { textDocument: { uri }, ...more });

describe("a knowledge file shows unasked", () => {
  test("its outline", async () => {
    const symbols = await about<DocumentSymbol[]>("textDocument/documentSymbol", actors);
    expect(symbols.map(({ name, children = [] }) => [name, ...children.map((child) => child.name)])).toEqual([
      ["sources", "ledger"],
      ["entities", "guild", "quay"],
    ]);
  });

  test("its links", async () => {
    const links = await about<DocumentLink[]>("textDocument/documentLink", actors);
    expect(links.map(({ target }) => target)).toEqual([
      "https://example.org/ledger",
      uriOf(`${folder.path}/papers/full.txt`),
    ]);
  });

  test("its tokens, and a draft none", async () => {
    const tokens = await about<SemanticTokens>("textDocument/semanticTokens/full", events);
    expect(tokens.data).toHaveLength(7 * 5);
    const draft = await client.open(`${folder.path}/drafts/a.md`, DRAFT);
    expect((await about<SemanticTokens>("textDocument/semanticTokens/full", draft)).data).toEqual([]);
  });

  test("the names behind its ids, if that is wanted", async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await about<InlayHint[]>("textDocument/inlayHint", events, { range });
    expect(hints.map(({ label }) => label)).toEqual(["Old Quay", "Guild of Pilots", "The Harbour Ledger"]);
  });

  test("how often drafts mention its actors and events, open or not", async () => {
    const titles = async () => {
      const lenses = await about<CodeLens[]>("textDocument/codeLens", actors);
      const resolved = lenses.map((lens) =>
        client.connection.sendRequest<CodeLens>("codeLens/resolve", lens),
      );
      return (await Promise.all(resolved)).map(({ command }) => command!.title);
    };
    expect(await titles()).toEqual(["mentioned 3 times in one draft", "mentioned in no draft"]);
    const draft = await client.open(`${folder.path}/drafts/a.md`, DRAFT);
    await client.edit(draft, "The GOP left.", "It left the Old Quay.");
    await client.open(`${folder.path}/drafts/b.md`, "The Guild of Pilots again.\n");
    expect(await titles()).toEqual(["mentioned 3 times in 2 drafts", "mentioned once in one draft"]);
  });

  test("in a draft that has no name yet as well", async () => {
    await client.open("untitled:Untitled-1", "The Old Quay is open.\n");
    const lenses = await about<CodeLens[]>("textDocument/codeLens", actors);
    const quay = await client.connection.sendRequest<CodeLens>("codeLens/resolve", lenses[1]);
    // A draft without a folder is held against what holds in the window's first one.
    expect(quay.command!.title).toBe("mentioned once in one draft");
  });

  test("and again when a draft has changed", async () => {
    const draft = await client.open(`${folder.path}/drafts/a.md`, DRAFT);
    await client.until(() => client.lensRefreshes > 0);
    const before = client.lensRefreshes;
    await client.edit(draft, "The GOP left.", "It left the Old Quay.");
    await client.until(() => client.lensRefreshes > before);
  });

  test("where, if the client can list places", async () => {
    const [lens] = await about<CodeLens[]>("textDocument/codeLens", actors);
    const { command } = await client.connection.sendRequest<CodeLens>("codeLens/resolve", lens);
    const [uri, , places] = command!.arguments as [string, unknown, Location[]];
    expect(uri).toBe(actors);
    expect(places.map((place) => place.uri)).toEqual(Array(3).fill(uriOf(`${folder.path}/drafts/a.md`)));
  });
});

describe("a place of a knowledge file", () => {
  const linesOf = (places: readonly Location[]) =>
    places.map(({ uri, range }) => `${uri.slice(uri.lastIndexOf("/") + 1)}:${range.start.line}`);

  test("has a card, with the number of mentions", async () => {
    await client.at("textDocument/references", events, "guild", { context: { includeDeclaration: true } });
    const hover = await client.at<Hover>("textDocument/hover", events, "guild");
    expect((hover.contents as MarkupContent).value).toMatch(/Guild of Pilots[\s\S]*3 times in one draft/);
  });

  test("leads to the entry in the other file", async () => {
    const found = await client.at<LocationLink[]>("textDocument/definition", events, "guild");
    expect(found.map(({ targetUri, targetRange }) => [targetUri, client.words(actors, targetRange)])).toEqual(
      [[actors, "guild"]],
    );
  });

  test("has its uses in entries and in drafts", async () => {
    const context = { includeDeclaration: true };
    const found = await client.at<Location[]>("textDocument/references", events, "guild", { context });
    expect(linesOf(found)).toEqual(["actors.yaml:3", "events.yaml:6", "a.md:0", "a.md:0", "a.md:0"]);
    const cited = await client.at<Location[]>("textDocument/references", actors, "ledger: {", { context });
    expect(linesOf(cited).at(-1)).toBe("a.md:0");
    const inFile = await client.at<DocumentHighlight[]>("textDocument/documentHighlight", actors, "ledger");
    expect(inFile).toHaveLength(3);
  });

  test("is completed while the file is being written and cannot be read", async () => {
    await client.edit(events, "place: quay", "place: ");
    const list = await client.after<CompletionList>("textDocument/completion", events, "place: ");
    expect(list.items.map(({ label }) => label)).toEqual(["quay"]);
    const resolved = await client.connection.sendRequest<CompletionItem>(
      "completionItem/resolve",
      list.items[0],
    );
    expect((resolved.documentation as MarkupContent).value).toMatch(/Old Quay/);
  });
});

describe("a rename", () => {
  /** The renamed texts, by file name; each edit must say for which version it is meant where the file is open. */
  async function renamed(uri: string, words: string, newName: string): Promise<Record<string, string>> {
    const edit = await client.at<WorkspaceEdit>("textDocument/rename", uri, words, { newName });
    const texts = new Map([
      [actors, ACTORS],
      [events, EVENTS],
      [uriOf(`${folder.path}/drafts/a.md`), DRAFT],
    ]);
    const changes = edit.documentChanges as TextDocumentEdit[];
    expect(changes.map(({ textDocument }) => textDocument.version)).toEqual(
      changes.map(({ textDocument }) => (textDocument.uri.endsWith(".md") ? null : 1)),
    );
    return Object.fromEntries(
      changes.map(({ textDocument, edits }) => {
        const document = TextDocument.create(textDocument.uri, "", 0, texts.get(textDocument.uri)!);
        const name = textDocument.uri.slice(textDocument.uri.lastIndexOf("/") + 1);
        return [name, TextDocument.applyEdits(document, edits as TextEdit[])];
      }),
    );
  }

  test("of an id is one everywhere, and every comment stays", async () => {
    expect(await renamed(events, "[guild]", "pilots")).toEqual({
      "actors.yaml": ACTORS.replace("  guild:", "  pilots:"),
      "events.yaml": EVENTS.replace("[guild]", "[pilots]"),
    });
  });

  test("of a source follows it into the drafts that cite it", async () => {
    expect(await renamed(actors, "ledger: {", "log")).toEqual({
      "actors.yaml": ACTORS.replaceAll("ledger", "log").replace("example.org/log", "example.org/ledger"),
      "events.yaml": EVENTS.replace("ledger", "log"),
      "a.md": DRAFT.replace("@ledger", "@log"),
    });
  });

  test("of a preferred name is one in entry and drafts, but not in a quotation", async () => {
    expect(await renamed(actors, "Guild of Pilots", "Pilots of the Quay")).toEqual({
      "actors.yaml": ACTORS.replace("Guild of Pilots", "Pilots of the Quay"),
      "a.md": DRAFT.replace("Guild of Pilots", "Pilots of the Quay"),
    });
  });

  test("is prepared with what is there, and refused with the reason", async () => {
    const prepared = await client.at<{ placeholder: string }>(
      "textDocument/prepareRename",
      events,
      "Quay truce",
    );
    expect(prepared.placeholder).toBe("Quay truce");
    const taken = client.at("textDocument/rename", events, "[guild]", { newName: "quay" });
    await expect(taken).rejects.toThrow("taken");
    await expect(client.at("textDocument/prepareRename", events, "2030-10-19")).rejects.toThrow("Only ids");
  });
});

describe("what can be done about it", () => {
  async function actionsOn(uri: string, words: string, only?: string[]): Promise<CodeAction[]> {
    const [diagnostic] = client.pushed(uri)?.filter(({ range }) => client.words(uri, range) === words) ?? [];
    const range = diagnostic?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const context = { diagnostics: diagnostic === undefined ? [] : [diagnostic], ...(only && { only }) };
    return about("textDocument/codeAction", uri, { range, context });
  }

  test("a slip is mended, or the missing entry made in the file where it belongs", async () => {
    await client.edit(events, "place: quay", "place: quai");
    await client.until(() => client.pushed(events)?.length === 1);
    const actions = await actionsOn(events, "quai", ["quickfix"]);
    expect(actions[0]).toMatchObject({ title: expect.stringContaining("quay"), isPreferred: true });
    const create = actions.find(({ title }) => /^Create/.test(title))!;
    const [change] = create.edit!.documentChanges as TextDocumentEdit[];
    expect(change!.textDocument).toEqual({ uri: actors, version: 1 });
    expect((change!.edits[0] as TextEdit).newText).toMatch(/quai:[\s\S]*type: place[\s\S]*name: Quai/);
  });

  test("a remark of the linter leads to its page, and can be said to be known", async () => {
    await client.edit(actors, "name: Old Quay", "name: Guild of Pilots");
    const remark = await client.until(() =>
      client.pushed(actors)?.find(({ code }) => code === "shared-name"),
    );
    expect(remark.codeDescription?.href).toMatch(/shared-name\.md$/);
    expect(remark.relatedInformation).toHaveLength(1);
    const actions = await actionsOn(actors, client.words(actors, remark.range));
    expect(actions.map(({ title }) => title)).toContain("Say in a comment that this is known");
  });

  test("its entries are sorted", async () => {
    const sorting = await actionsOn(actors, "", ["source.sort"]);
    expect(sorting.map(({ kind }) => kind)).toEqual(sorting.map(() => "source.sort"));
  });
});

test("facts are found from anywhere by their names", async () => {
  const found = await client.connection.sendRequest<WorkspaceSymbol[]>("workspace/symbol", { query: "quay" });
  expect(found.map(({ name, containerName }) => `${name} ${containerName}`)).toEqual([
    "Old Quay quay",
    "Quay truce truce",
  ]);
});

test("where a fact stands is told to a client that asks for it when it goes there", async () => {
  const symbol = { resolveSupport: { properties: ["location.range"] } };
  const other = new LanguageClient(server);
  await other.start({
    folders: [folder.path],
    capabilities: { ...MODERN, workspace: { ...MODERN.workspace, symbol } },
  });
  const [found] = await other.connection.sendRequest<WorkspaceSymbol[]>("workspace/symbol", {
    query: "guild",
  });
  expect(found!.location).toEqual({ uri: actors });
  const { location } = await other.connection.sendRequest<WorkspaceSymbol>("workspaceSymbol/resolve", found);
  expect(client.words(actors, (location as Location).range)).toBe("guild");
  await other.stop();
});

test("an entry with an error is found, too", async () => {
  await client.edit(events, "date: 2030-10-19", "date: 2030-13-19");
  await client.until(() => client.pushed(events)?.length === 1);
  const found = await client.connection.sendRequest<WorkspaceSymbol[]>("workspace/symbol", {
    query: "truce",
  });
  expect(found.map(({ name }) => name)).toEqual(["Quay truce"]);
});

test("the command that checks the knowledge base says what is in it and wrong with it", async () => {
  await client.edit(events, "place: quay", "place: quai");
  await client.connection.sendRequest("workspace/executeCommand", { command: "aideMemoire.checkKnowledge" });
  await client.until(() => client.messages.some((message) => /2 entities, 0 events.*1 error/.test(message)));
});
