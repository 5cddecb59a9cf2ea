import * as vscode from "vscode";
import { eventually, findingsOn, rangeOf, show } from "./editor.ts";
import { HARBOUR_DRAFT, harbour, KNOWN, STATED } from "./harbour.ts";

/**
 * The tests of a folder that is on no disk, given where it is: the same on a desktop and in a browser, so they use
 * nothing of Node, and take mocha's functions as it leaves them to files of tests.
 */
export function testVirtualFolder(folder: () => vscode.Uri): void {
  let draft: vscode.TextDocument;
  const file = (name: string) => vscode.Uri.joinPath(folder(), name);
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(file(name), new TextEncoder().encode(text));

  before(async () => {
    await write("knowledge/harbour.yaml", harbour());
    await write("harbour.md", HARBOUR_DRAFT);
    draft = await show(file("harbour.md"));
  });

  it("has its drafts held against its knowledge base", async () => {
    const [finding] = await eventually("a finding", () => findingsOn(draft, STATED));
    if (!finding!.message.includes(KNOWN)) throw new Error(finding!.message);
    const related = finding!.relatedInformation?.map(({ location }) => location.uri.toString()) ?? [];
    if (!related.includes(file("knowledge/harbour.yaml").toString())) throw new Error(related.join(", "));
  });

  it("tells in a hover what an event is", async () => {
    const { start } = rangeOf(draft, "opening of the East Quay");
    const hovers = await ask<vscode.Hover[]>("vscode.executeHoverProvider", draft.uri, start);
    const parts = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    const text = parts.map(({ value }) => value).join("\n");
    if (!text.includes(KNOWN)) throw new Error(text);
  });

  it("completes a name", async () => {
    const { end } = rangeOf(draft, "the East Qu");
    const list = await ask<vscode.CompletionList>("vscode.executeCompletionItemProvider", draft.uri, end);
    const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    if (!labels.includes("East Quay")) throw new Error(labels.join(", "));
  });

  it("leads from a mention to its fact", async () => {
    const { start } = rangeOf(draft, "East Quay");
    type Place = vscode.Location | vscode.LocationLink;
    const places = await ask<Place[]>("vscode.executeDefinitionProvider", draft.uri, start);
    const uris = places.map((place) => String("uri" in place ? place.uri : place.targetUri));
    if (!uris.includes(file("knowledge/harbour.yaml").toString())) throw new Error(uris.join(", "));
  });

  it("is followed when a knowledge file changes, and when one is made", async () => {
    await write("knowledge/harbour.yaml", harbour("2024-06-04"));
    await eventually("the finding is gone", () => findingsOn(draft, STATED).length === 0);
    await write("knowledge/harbour.yaml", harbour());
    await eventually("the finding is back", () => findingsOn(draft, STATED));
  });

  it("shows what is wrong with a knowledge file, and what is left of it still serves", async () => {
    await write("knowledge/harbour.yaml", `${harbour()}  b: { type: opening, nmae: West Quay }\n`);
    const problems = () => vscode.languages.getDiagnostics(file("knowledge/harbour.yaml"));
    await eventually("a problem in the file", problems);
    await eventually("the finding", () => findingsOn(draft, STATED));
    await write("knowledge/harbour.yaml", harbour());
    await eventually("the problem is gone", () => problems().length === 0);
  });

  it("keeps in its ignore file what is known", async () => {
    const [finding] = await eventually("a finding", () => findingsOn(draft, STATED));
    const command = await eventually("the action", async () => {
      const actions = await actionsAt(draft, finding!.range);
      return actions.find(({ title }) => title.startsWith("Ignore this in the workspace"))?.command;
    });
    const [request] = command!.arguments!;
    await vscode.commands.executeCommand(command!.command, { ...request, reason: "So the log." });
    await eventually("the finding is gone", () => findingsOn(draft, STATED).length === 0);
    const bytes = await vscode.workspace.fs.readFile(file(".aide-memoire-ignore.yaml"));
    const text = new TextDecoder().decode(bytes);
    if (!/file: harbour\.md[\s\S]*reason: So the log\./.test(text)) throw new Error(text);
    await vscode.workspace.fs.delete(file(".aide-memoire-ignore.yaml"));
    await eventually("the finding is back", () => findingsOn(draft, STATED));
  });

  it("has every command", async () => {
    await vscode.commands.executeCommand("aideMemoire.checkKnowledge");
    const { start } = rangeOf(draft, "East Quay");
    vscode.window.activeTextEditor!.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand("aideMemoire.explainPassage");
    await eventually("the explanation", () =>
      vscode.workspace.textDocuments.some(
        (page) => page.uri.scheme === "aide-memoire" && page.getText().includes("East Quay"),
      ),
    );
    await show(draft.uri);
    await vscode.commands.executeCommand("aideMemoire.restart");
    await eventually("the finding is back", () => findingsOn(draft, STATED));
  });

  it("has the date put right by a quick fix", async () => {
    const fix = await eventually("a quick fix", async () => {
      const actions = await actionsAt(draft, rangeOf(draft, STATED));
      return actions.find(({ edit }) => edit?.get(draft.uri).some(({ newText }) => newText === KNOWN));
    });
    await vscode.workspace.applyEdit(fix!.edit!);
    await eventually("the finding is gone", () => findingsOn(draft, KNOWN).length === 0);
    rangeOf(draft, KNOWN);
  });
}

function actionsAt({ uri }: vscode.TextDocument, range: vscode.Range): Thenable<vscode.CodeAction[]> {
  return ask("vscode.executeCodeActionProvider", uri, range);
}

function ask<T>(command: string, ...about: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, ...about);
}
