import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type {
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  LinkedEditingRanges,
  Location,
  LocationLink,
  SemanticTokens,
  SemanticTokensDelta,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LanguageClient, MODERN, uriOf } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";

const ACTORS = `sources:
  ledger: { title: The Harbour Ledger, url: "https://example.org/ledger" }
  log: { title: The Log, text: ../papers/log.txt }
  diary: { title: The Diary }
entities:
  guild:
    type: organization
    name: Guild of Pilots
    abbreviation: GOP
    evidence: [{ source: ledger }]
  quay: { type: place, name: Old Quay, evidence: [{ source: log }, { source: diary }] }
`;
const EVENTS = `events:
  truce:
    type: harbourTruce
    name: Quay truce
    date: 2030-10-19
    place: quay
    participants: { party: [guild] }
    evidence: [{ source: ledger }]
  summit: { type: summit, name: Quay summit, date: 2031, follows: [truce], evidence: [{ source: ledger }] }
vocabulary:
  eventTypes:
    harbourTruce: { terms: [harbour truce] }
`;
const DRAFT = `# The truce

The Guild of Pilots spoke. “The Guild of Pilots is firm,” it said [@ledger, p. 4; @log]. The GOP left [@diary].

The Quay truce was signed on 17 October 2030, before the Quay summit.
`;
/** Not open. */
const OTHER = "The Guild of\nPilots again [@ledger].\n";
const THESIS = "The GOP, as \\cite{ledger} has it.\n";

let server: Folder;
let folder: Folder;
let client: LanguageClient;
let draft: string;
const uriIn = (name: string) => uriOf(`${folder.path}/${name}`);

beforeAll(async () => {
  server = await installServer({
    "vocabulary/event-types.yaml": "vocabulary:\n  eventTypes:\n    summit: { terms: [summit] }\n",
  });
});
afterAll(() => server.remove());
beforeEach(() => {
  client = new LanguageClient(server);
  folder = new Folder({
    "knowledge/actors.yaml": ACTORS,
    "knowledge/events.yaml": EVENTS,
    "papers/log.txt": "So it was.\n",
    "drafts/a.md": DRAFT,
    "drafts/b.md": OTHER,
    "drafts/c.tex": THESIS,
  });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

async function start(options: Parameters<LanguageClient["start"]>[0] = {}): Promise<void> {
  await client.start({ folders: [folder.path], ...options });
  draft = await client.open(`${folder.path}/drafts/a.md`, DRAFT);
}

const about = <R>(method: string, uri: string, more: object = {}): Promise<R> =>
  client.connection.sendRequest(method, { textDocument: { uri }, ...more });

const TEXTS: Readonly<Record<string, string>> = {
  "actors.yaml": ACTORS,
  "events.yaml": EVENTS,
  "a.md": DRAFT,
  "b.md": OTHER,
  "c.tex": THESIS,
};
const nameOf = (uri: string) => uri.slice(uri.lastIndexOf("/") + 1);
const wordsAt = ({ uri, range }: Location) => {
  const text = TEXTS[nameOf(uri)]!;
  return `${nameOf(uri)}: ${TextDocument.create(uri, "", 0, text).getText(range)}`;
};

describe("references from a draft", () => {
  const references = async (words: string, includeDeclaration = false) => {
    const context = { includeDeclaration };
    const found = await client.at<Location[] | null>("textDocument/references", draft, words, { context });
    return found?.map(wordsAt) ?? null;
  };

  test("are the mentions in all drafts, open or not, and the uses in entries", async () => {
    await start();
    expect(await references("GOP")).toEqual([
      "events.yaml: guild",
      "a.md: Guild of Pilots",
      "a.md: Guild of Pilots",
      "a.md: GOP",
      "b.md: Guild of\nPilots",
      "c.tex: GOP",
    ]);
    expect((await references("GOP", true))![0]).toBe("actors.yaml: guild");
    expect(await references("Quay summit")).toEqual(["a.md: Quay summit"]);
    expect(await references("firm")).toBeNull();
  });

  test("of a source are its citations, in each format's own form", async () => {
    await start();
    const found = await references("@ledger", true);
    expect(found!.filter((place) => !place.includes("yaml"))).toEqual([
      "a.md: ledger",
      "b.md: ledger",
      "c.tex: ledger",
    ]);
    expect(found!.filter((place) => place.includes("actors.yaml"))).toHaveLength(2);
  });

  test("know what was just typed", async () => {
    await start();
    await client.edit(draft, "The GOP left", "The Old Quay is shut, so the GOP left");
    expect((await references("Old Quay"))!.map((place) => place.split(":")[0])).toEqual([
      "events.yaml",
      "a.md",
    ]);
  });
});

describe("from a mention", () => {
  test("the kind of an event is its word, in the own vocabulary or the one that is built in", async () => {
    await start({ capabilities: MODERN });
    const own = await client.at<Location[]>("textDocument/typeDefinition", draft, "Quay truce");
    expect(own.map(wordsAt)).toEqual(["events.yaml: harbourTruce"]);
    const builtIn = await client.at<Location[]>("textDocument/typeDefinition", draft, "Quay summit");
    expect(builtIn.map(({ uri }) => uri)).toEqual([
      uriOf(`${server.path}/knowledge/vocabulary/event-types.yaml`),
    ]);
    expect(await client.at("textDocument/typeDefinition", draft, "GOP")).toBeNull();
  });

  test("its entry is found, and that of a source which is cited", async () => {
    await start();
    const [link] = await client.at<LocationLink[]>("textDocument/definition", draft, "@log");
    expect(wordsAt({ uri: link!.targetUri, range: link!.targetRange })).toBe("actors.yaml: log");
    expect(client.words(draft, link!.originSelectionRange!)).toBe("@log");
  });

  test("all of the same actor are highlighted, and both sides of a finding", async () => {
    await start();
    const highlighted = async (words: string) => {
      const found = await client.at<DocumentHighlight[]>("textDocument/documentHighlight", draft, words);
      return found.map(({ range }) => client.words(draft, range));
    };
    expect(await highlighted("GOP")).toEqual(["Guild of Pilots", "Guild of Pilots", "GOP"]);
    expect(await highlighted("17 October 2030")).toEqual(["Quay truce", "17 October 2030"]);
  });
});

describe("a draft shows unasked", () => {
  test("its outline", async () => {
    await start();
    const [heading, ...others] = await about<DocumentSymbol[]>("textDocument/documentSymbol", draft);
    expect(others).toEqual([]);
    expect(heading!.name).toBe("The truce");
    expect(heading!.children!.map(({ name, detail }) => `${name}, ${detail}`)).toEqual([
      "Guild of Pilots, organization · 3 times",
      "Quay truce, 19 October 2030",
      expect.stringMatching(/^17 October 2030, .*not 17 October 2030/),
      "Quay summit, 2031",
    ]);
  });

  test("the addresses of its sources, or their texts, or their entries", async () => {
    await start();
    const links = await about<DocumentLink[]>("textDocument/documentLink", draft);
    const line = ACTORS.split("\n").findIndex((text) => text.includes("diary:")) + 1;
    expect(links.map(({ range, target, tooltip }) => [client.words(draft, range), target, tooltip])).toEqual([
      ["@ledger", "https://example.org/ledger", "The Harbour Ledger"],
      ["@log", uriIn("papers/log.txt"), "The Log: the full text"],
      ["@diary", `${uriIn("knowledge/actors.yaml")}#L${line},3`, expect.stringContaining("the entry")],
    ]);
  });

  test("what its statements came to, which leads to the fact sheet where there is one", async () => {
    await start({ initializationOptions: { showsFactSheet: true } });
    const [lens, ...others] = await about<CodeLens[]>("textDocument/codeLens", draft);
    expect(others).toEqual([]);
    expect(lens!.range.start).toEqual({ line: 0, character: 0 });
    expect(lens!.command).toMatchObject({
      title: expect.stringMatching(/^\d+ verified · 1 contradicted · \d+ not covered$/),
      command: "aideMemoire.showFactSheet",
      arguments: [{ uri: draft }],
    });
    expect(await client.connection.sendRequest("codeLens/resolve", lens)).toEqual(lens);
    await client.edit(draft, "17 October 2030", "19 October 2030");
    const [mended] = await about<CodeLens[]>("textDocument/codeLens", draft);
    expect(mended!.command!.title).toContain(" 0 contradicted ");
    const calm = await client.open(`${folder.path}/drafts/calm.md`, "A fine day.\n");
    expect(await about("textDocument/codeLens", calm)).toBeNull();
  });

  test("the same without a command elsewhere, and nothing if that is not wanted", async () => {
    await start();
    const [lens] = await about<CodeLens[]>("textDocument/codeLens", draft);
    expect(lens!.command).toEqual({ title: expect.stringContaining("verified"), command: "" });
    client.settings = { verdictLens: false };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await client.until(() => client.lensRefreshes > 0);
    expect(await about("textDocument/codeLens", draft)).toBeNull();
  });

  test("and where an entry changes, the client asks again", async () => {
    await start();
    await about("textDocument/codeLens", draft);
    const before = client.lensRefreshes;
    const events = await client.open(`${folder.path}/knowledge/events.yaml`, EVENTS, "yaml");
    await client.edit(events, "date: 2030-10-19", "date: 2030-10-17");
    await client.until(() => client.lensRefreshes > before);
    const [lens] = await about<CodeLens[]>("textDocument/codeLens", draft);
    expect(lens!.command!.title).toContain(" 0 contradicted ");
  });
});

describe("tokens", () => {
  interface Full extends SemanticTokens {
    readonly resultId: string;
  }

  test("of a draft are off at first, and there if they are wanted", async () => {
    await start();
    expect((await about<Full>("textDocument/semanticTokens/full", draft)).data).toEqual([]);
    client.settings = { colorMentions: true };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await client.until(() => client.lensRefreshes > 0);
    // Three names of the guild, the truce, its date and the summit.
    expect((await about<Full>("textDocument/semanticTokens/full", draft)).data).toHaveLength(6 * 5);
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    expect((await about<Full>("textDocument/semanticTokens/range", draft, { range })).data).toHaveLength(15);
  });

  test.each(["draft", "knowledge file"])("of a %s come as what has changed", async (kind) => {
    await start({ settings: { colorMentions: true } });
    const events = await client.open(`${folder.path}/knowledge/events.yaml`, EVENTS, "yaml");
    const uri = kind === "draft" ? draft : events;
    const full = await about<Full>("textDocument/semanticTokens/full", uri);
    if (kind === "draft") await client.edit(draft, "The GOP left", "The Old Quay is shut, the GOP left");
    else await client.edit(events, "follows: [truce]", "follows: [truce], place: quay");
    const delta = await about<SemanticTokensDelta>("textDocument/semanticTokens/full/delta", uri, {
      previousResultId: full.resultId,
    });
    const data = [...full.data];
    for (const edit of delta.edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    expect(delta.edits.flatMap((edit) => edit.data ?? []).length).toBeLessThan(full.data.length);
    const again = await about<Full>("textDocument/semanticTokens/full", uri);
    expect(data).toEqual(again.data);
    const late = { previousResultId: "long gone" };
    expect(await about("textDocument/semanticTokens/full/delta", uri, late)).toMatchObject({ data });
  });
});

describe("a rename from a draft", () => {
  const rename = (words: string, newName: string, uri = draft) =>
    client.at<WorkspaceEdit>("textDocument/rename", uri, words, { newName });

  /** The renamed texts, by file name. */
  function renamed({ documentChanges }: WorkspaceEdit): Record<string, string> {
    return Object.fromEntries(
      (documentChanges as TextDocumentEdit[]).map(({ textDocument: { uri }, edits }) => {
        const document = TextDocument.create(uri, "", 0, TEXTS[nameOf(uri)]!);
        return [nameOf(uri), TextDocument.applyEdits(document, edits as TextEdit[])];
      }),
    );
  }

  test("is one in the entry and in all drafts, but not in a quotation, nor of another name", async () => {
    await start();
    expect(renamed(await rename("Guild of Pilots", "Pilots of  the Quay"))).toEqual({
      "actors.yaml": ACTORS.replace("Guild of Pilots", "Pilots of the Quay"),
      "a.md": DRAFT.replace("Guild of Pilots", "Pilots of the Quay"),
      "b.md": OTHER.replace("Guild of\nPilots", "Pilots of the Quay"),
    });
  });

  test("of a source follows its citations", async () => {
    await start();
    expect(renamed(await rename("@ledger", "harbour-book"))).toMatchObject({
      "a.md": DRAFT.replace("@ledger", "@harbour-book"),
      "b.md": OTHER.replace("@ledger", "@harbour-book"),
      "c.tex": THESIS.replace("ledger", "harbour-book"),
    });
  });

  test("asks about the drafts that are not open, where the client can", async () => {
    const workspace = {
      ...MODERN.workspace,
      workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
    };
    await start({ capabilities: { ...MODERN, workspace } });
    const { documentChanges, changeAnnotations } = await rename("Guild of Pilots", "Pilots");
    const asked = (documentChanges as TextDocumentEdit[]).flatMap(({ textDocument, edits }) =>
      edits.flatMap((edit) =>
        "annotationId" in edit ? [[nameOf(textDocument.uri), edit.annotationId]] : [],
      ),
    );
    expect(asked.map(([name]) => name)).toEqual(["b.md"]);
    expect(changeAnnotations![asked[0]![1]!]).toMatchObject({ needsConfirmation: true });
  });

  test("is prepared with what is there, and refused with the reason", async () => {
    await start();
    const prepared = await client.at<{ placeholder: string }>(
      "textDocument/prepareRename",
      draft,
      "Quay truce",
    );
    expect(prepared.placeholder).toBe("Quay truce");
    await expect(client.at("textDocument/prepareRename", draft, "GOP")).rejects.toThrow(
      "not the preferred name",
    );
    await expect(client.at("textDocument/prepareRename", draft, "firm")).rejects.toThrow("Only actors");
    await expect(rename("@ledger", "guild")).rejects.toThrow("taken");
    await expect(rename("Guild of Pilots", " ")).rejects.toThrow("cannot be empty");
  });

  test("of a name that only the house prefers is one of the project file", async () => {
    folder.write(".aide-memoire.yaml", "style: { names: { guild: GOP } }\n");
    await start();
    await expect(client.at("textDocument/prepareRename", draft, "GOP")).rejects.toThrow("the house calls");
  });
});

test("a rename cannot change the knowledge base that comes along", async () => {
  const shipped = await installServer({ "harbour.yaml": ACTORS });
  const alone = new LanguageClient(shipped);
  await alone.start({ folders: [], settings: { bundledKnowledge: "always" } });
  const uri = await alone.open("untitled:Untitled-1", DRAFT);
  const prepared = alone.at("textDocument/prepareRename", uri, "Guild of Pilots");
  await expect(prepared).rejects.toThrow("comes with Aide-Mémoire");
  await alone.stop();
  shipped.remove();
});

test("an id and its uses are typed together where one file has them all", async () => {
  await start();
  const events = await client.open(`${folder.path}/knowledge/events.yaml`, EVENTS, "yaml");
  const linked = await client.at<LinkedEditingRanges>("textDocument/linkedEditingRange", events, "truce:");
  expect(linked.ranges.map((range) => client.words(events, range))).toEqual(["truce", "truce"]);
  expect(await client.at("textDocument/linkedEditingRange", events, "quay")).toBeNull();
  expect(await client.at("textDocument/linkedEditingRange", draft, "Quay truce")).toBeNull();
});
