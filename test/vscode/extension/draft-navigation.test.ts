import assert from "node:assert/strict";
import fs from "node:fs/promises";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, eventually, rangeOf, show, workspaceFile, write } from "./support.ts";

/** Whom no other test speaks of: VS Code keeps what was open for some minutes. */
const KNOWLEDGE = `sources:
  minutes: { title: Minutes of the Board, url: "https://example.org/minutes" }
entities:
  pilots-guild:
    type: organization
    name: Pilots Guild
    abbreviation: PG
    evidence: [{ source: minutes }]
  east-quay: { type: place, name: East Quay, evidence: [{ source: minutes }] }
events:
  east-quay-opening:
    type: opening
    name: opening of the East Quay
    date: 2024-06-03
    place: east-quay
    participants:
      host: [pilots-guild]
    evidence: [{ source: minutes }]
`;
const DRAFT = `# The quay

The Pilots Guild met [@minutes, p. 3]. “The Pilots Guild acted,” she said. PG left.

## The opening

The East Quay was opened on 4 June 2024.
`;
const OTHER = "PG, that is the Pilots Guild, met again.\n";

describe("a draft in the editor", () => {
  let draft: vscode.TextDocument;

  before(async () => {
    await write("knowledge/harbour.yaml", KNOWLEDGE);
    await write("other.md", OTHER);
    draft = await show(await write("quay.md", DRAFT));
    await eventually("the server knows the draft", () =>
      at<vscode.Hover[]>("vscode.executeHoverProvider", "PG left"),
    );
  });
  after(async () => {
    await closeAll();
    await fs.rm(workspaceFile("knowledge"), { recursive: true });
    await fs.rm(workspaceFile("quay.md"));
    await fs.rm(workspaceFile("other.md"));
  });

  /** Asks VS Code for what it offers on a place in the draft. */
  function at<T>(command: string, words: string, ...more: unknown[]): Thenable<T> {
    return vscode.commands.executeCommand<T>(
      command,
      draft.uri,
      rangeOf(draft, words).start.translate(0, 1),
      ...more,
    );
  }
  const about = <T>(command: string, ...more: unknown[]) =>
    vscode.commands.executeCommand<T>(command, draft.uri, ...more);

  it("finds all mentions of an actor, in drafts that are not open and in entries too", async () => {
    const found = await eventually("mentions in all files", async () => {
      const places = await at<vscode.Location[]>("vscode.executeReferenceProvider", "PG left");
      return new Set(places.map(({ uri }) => uri.path)).size === 3 ? places : [];
    });
    const inFile = (name: string) => found.filter(({ uri }) => uri.path.endsWith(name)).length;
    assert.equal(inFile("quay.md"), 3);
    assert.equal(inFile("other.md"), 2);
  });

  it("highlights an actor by each of its names", async () => {
    const found = await at<vscode.DocumentHighlight[]>("vscode.executeDocumentHighlights", "PG left");
    assert.deepEqual(
      found.map(({ range }) => draft.getText(range)),
      ["Pilots Guild", "Pilots Guild", "PG"],
    );
  });

  it("goes from an event to the word for its kind", async () => {
    const found = await at<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeTypeDefinitionProvider",
      "opened on",
    );
    const uris = found.map((place) => ("uri" in place ? place.uri : place.targetUri));
    assert.ok(
      uris.some((uri) => uri.path.endsWith("knowledge/vocabulary/event-types.yaml")),
      uris.join(),
    );
  });

  it("has an outline under its headings", async () => {
    const symbols = await eventually("both headings", async () => {
      const all = await about<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider");
      return all.filter(
        ({ name, children }) => name === "The quay" && children.some((child) => child.detail !== ""),
      );
    });
    const [quay] = symbols;
    assert.deepEqual(
      quay!.children.map(({ name, detail }) => `${name} (${detail})`),
      ["Pilots Guild (organization · 3 times)", "The opening ()"],
    );
    const opening = quay!.children[1]!;
    assert.ok(
      opening.children.some(({ name, detail }) => name === "4 June 2024" && /3 June 2024/.test(detail)),
    );
    assert.ok(opening.children.some(({ kind }) => kind === vscode.SymbolKind.Event));
  });

  it("says at its head what its statements came to", async () => {
    const lenses = await about<vscode.CodeLens[]>("vscode.executeCodeLensProvider", 10);
    assert.match(lenses.map(({ command }) => command?.title).join("\n"), /verified · 1 contradicted/);
  });

  it("links a citation to its source", async () => {
    const links = await about<vscode.DocumentLink[]>("vscode.executeLinkProvider");
    const [link] = links.filter(({ target }) => target?.authority === "example.org");
    assert.equal(draft.getText(link!.range), "@minutes");
    assert.equal(link!.tooltip, "Minutes of the Board");
  });

  it("has colours for actors, events and dates, if they are wanted", async () => {
    const settings = vscode.workspace.getConfiguration("aideMemoire", draft.uri);
    await settings.update("colorMentions", true, vscode.ConfigurationTarget.Workspace);
    const legend = await about<vscode.SemanticTokensLegend>("vscode.provideDocumentSemanticTokensLegend");
    const tokens = await eventually("tokens", async () => {
      const { data } = await about<vscode.SemanticTokens>("vscode.provideDocumentSemanticTokens");
      return Array.from(data);
    });
    const types = tokens.filter((_, i) => i % 5 === 3).map((type) => legend.tokenTypes[type]);
    for (const type of ["actor", "knownEvent", "date"]) assert.ok(types.includes(type), types.join());
    await settings.update("colorMentions", undefined, vscode.ConfigurationTarget.Workspace);
  });

  it("renames an actor from the draft, and says why another name cannot be renamed", async () => {
    // VS Code would ask about a draft that is not open.
    await show(vscode.Uri.file(workspaceFile("other.md")));
    await assert.rejects(
      async () => at("vscode.prepareRename", "PG left"),
      (error: Error) => /not the preferred name/.test(String(error.message ?? error)),
    );
    const place = rangeOf(draft, "Pilots Guild met").start.translate(0, 1);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      draft.uri,
      place,
      "Guild of Pilots",
    );
    const changed = new Map(edit.entries().map(([uri, edits]) => [uri.path.split("/").at(-1), edits.length]));
    assert.deepEqual([...changed.keys()].sort(), ["harbour.yaml", "other.md", "quay.md"]);
    await vscode.workspace.applyEdit(edit);
    assert.equal(draft.getText(), DRAFT.replace("Pilots Guild met", "Guild of Pilots met"));
    // What stays changed and unsaved would stand in the way of the tests that follow.
    const changedDocuments = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
    await Promise.all(changedDocuments.map((document) => document.save()));
  });
});
