import assert from "node:assert/strict";
import fs from "node:fs/promises";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, eventually, rangeOf, show, workspaceFile, write } from "./support.ts";

const ACTORS = `# Who is who in the harbour.
sources:
  minutes: { title: Minutes of the Board, url: "https://example.org/minutes" }
entities:
  harbour-board: # it sits on Mondays
    type: organization
    name: Harbour Board
  mira-holm:
    type: person
    name: Mira Holm
    memberOf: harbour-board
    evidence: [{ source: minutes }]
  east-quay: { type: place, name: East Quay, evidence: [{ source: minutes }] }
`;
const EVENTS = `events:
  east-quay-opening:
    type: opening
    name: opening of the East Quay
    date: 2024-06-03
    place: east-quay
    participants:
      host: [harbour-board]
    evidence: [{ source: minutes }]
`;
const DRAFT = "The Harbour Board opened the East Quay. “The Harbour Board acted,” she said.\n";

describe("a knowledge file in the editor", () => {
  let actors: vscode.TextDocument;
  let events: vscode.TextDocument;

  before(async () => {
    await write("knowledge/actors.yaml", ACTORS);
    await write("board.md", DRAFT);
    events = await show(await write("knowledge/events.yaml", EVENTS));
    actors = await show(vscode.Uri.file(workspaceFile("knowledge/actors.yaml")));
    await eventually("the server knows the files", () => definitions(events, "east-quay\n"));
  });
  after(async () => {
    await closeAll();
    await fs.rm(workspaceFile("knowledge"), { recursive: true });
    await fs.rm(workspaceFile("board.md"));
  });

  it("leads from an id to its entry in another file", async () => {
    const [found] = await definitions(events, "east-quay\n");
    const place = placeOf(found!);
    assert.equal(place.uri.path, actors.uri.path);
    assert.match(actors.getText(place.range), /^east-quay/);
  });

  it("finds every use of an id, in entries and in drafts", async () => {
    const found = await eventually("uses in all three files", async () => {
      const places = await at<vscode.Location[]>("vscode.executeReferenceProvider", events, "harbour-board");
      return new Set(places.map(({ uri }) => uri.path)).size === 3 ? places : [];
    });
    assert.equal(found.filter(({ uri }) => uri.path === actors.uri.path).length, 2);
    assert.equal(found.filter(({ uri }) => uri.path.endsWith("board.md")).length, 2);
  });

  it("offers the ids that can stand there", async () => {
    const list = await at<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      events,
      "east-quay\n",
    );
    const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    assert.ok(labels.includes("east-quay"), labels.join());
    assert.ok(!labels.includes("mira-holm"), labels.join());
  });

  it("shows who is behind an id", async () => {
    const hovers = await at<vscode.Hover[]>("vscode.executeHoverProvider", events, "harbour-board");
    const text = hovers.flatMap(({ contents }) =>
      contents.map((one) => (one as vscode.MarkdownString).value),
    );
    assert.match(text.join("\n"), /Harbour Board/);
  });

  it("has an outline, links and lenses", async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      actors.uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ["sources", "entities"],
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      "vscode.executeLinkProvider",
      actors.uri,
    );
    assert.equal(links.filter(({ target }) => target?.authority === "example.org").length, 1);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      actors.uri,
      10,
    );
    assert.match(lenses.map(({ command }) => command?.title).join("\n"), /twice in one draft/);
  });

  it("renames an id everywhere, and keeps every comment", async () => {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      events.uri,
      rangeOf(events, "harbour-board").start,
      "port-board",
    );
    await vscode.workspace.applyEdit(edit);
    assert.equal(actors.getText(), ACTORS.replaceAll("harbour-board", "port-board"));
    assert.equal(events.getText(), EVENTS.replaceAll("harbour-board", "port-board"));
    await Promise.all([actors.save(), events.save()]);
  });

  it("renames an actor in entry and drafts, but not inside a quotation", async () => {
    // VS Code would ask about a draft that is not open.
    const draft = await vscode.workspace.openTextDocument(workspaceFile("board.md"));
    const edit = await eventually("the edit", () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        "vscode.executeDocumentRenameProvider",
        actors.uri,
        rangeOf(actors, "Harbour Board").start,
        "Board of the Port",
      ),
    );
    await vscode.workspace.applyEdit(edit);
    assert.match(actors.getText(), /name: Board of the Port/);
    assert.equal(draft.getText(), DRAFT.replace("Harbour Board", "Board of the Port"));
  });
});

/** Asks VS Code for what it offers on the first place of some words. */
function at<T>(command: string, document: vscode.TextDocument, words: string): Thenable<T> {
  return vscode.commands.executeCommand<T>(
    command,
    document.uri,
    rangeOf(document, words).start.translate(0, 1),
  );
}

function definitions(document: vscode.TextDocument, words: string) {
  return at<(vscode.Location | vscode.LocationLink)[]>("vscode.executeDefinitionProvider", document, words);
}

function placeOf(found: vscode.Location | vscode.LocationLink): vscode.Location {
  return "targetUri" in found ? new vscode.Location(found.targetUri, found.targetRange) : found;
}
