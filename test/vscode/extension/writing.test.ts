import assert from "node:assert/strict";
import fs from "node:fs/promises";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, eventually, findingsOn, rangeOf, show, workspaceFile, write } from "./support.ts";

const WORLD = `knowledgeBase: { title: A harbour }
sources: { log: { title: Log of the Pilots } }
entities:
  quay: { type: place, name: East Quay, discouraged: [{ form: Old Quay, reason: It was renamed. }] }
  board: { type: organization, name: Harbour Board }
  mira:
    type: person
    name: Mira Holm
    roles: [{ title: Harbour Master, of: board, during: 2020/.. }]
events:
  opening:
    type: opening
    name: East Quay opening
    date: 2024-06-03
    place: quay
    evidence: [{ source: log, quote: opened the East Quay on 3 June 2024 in the rain }]
`;
const DRAFT = `The Old Quay is old. The East Quay opening was on 4 June 2024.

They [ say “opened the Ea”, as Harbour Master

So Tom Ebb came.
`;

describe("writing a draft", () => {
  let draft: vscode.TextDocument;

  before(async () => {
    await write("knowledge/harbour.yaml", WORLD);
    draft = await show(await write("writing.md", DRAFT));
    await eventually("a finding", () => findingsOn(draft, "Old Quay"));
  });
  after(async () => {
    await vscode.workspace
      .getConfiguration("editor")
      .update("codeActionsOnSave", undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
    for (const name of ["knowledge", "writing.md", ".vscode"])
      await fs.rm(workspaceFile(name), { recursive: true, force: true });
  });

  it("is offered a source's words inside quotation marks", async () => {
    const item = await suggested("opened the Ea", "opened the East Quay on 3 June 2024 in the rain");
    assert.equal((item.label as vscode.CompletionItemLabel).description, "Log of the Pilots");
  });

  it("is offered who holds an office", async () => {
    await suggested("as Harbour Master", "Mira Holm", " ");
  });

  it("is offered the sources of a citation", async () => {
    await suggested("They [", "log");
  });

  it("is shown the evidence of what is right", async () => {
    const right = await show(await write("right.md", "The East Quay opening was on 3 June 2024.\n"));
    const card = await eventually("a card", async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        right.uri,
        rangeOf(right, "3 June 2024").start,
      );
      return hovers
        .flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value))
        .join();
    });
    assert.match(card, /✓ \*\*Supported\*\*.*opened the East Quay on 3 June 2024/s);
    await fs.rm(workspaceFile("right.md"));
    await show(draft.uri);
  });

  it("keeps what an action calls, when its edit is asked for", async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      draft.uri,
      rangeOf(draft, "4 June 2024"),
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const calls = actions.flatMap(({ command }) => (command === undefined ? [] : [command.command]));
    assert.deepEqual(calls, ["aideMemoire.ignore", "aideMemoire.openEntry"]);
  });

  it("can take an unknown name into the knowledge base", async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      draft.uri,
      rangeOf(draft, "Tom Ebb"),
      vscode.CodeActionKind.Refactor.value,
      10,
    );
    const action = actions.find(({ title }) => title === "Add “Tom Ebb” to the knowledge base as a person");
    assert.ok(action?.edit, actions.map(({ title }) => title).join("; "));
    await vscode.workspace.applyEdit(action.edit);
    const file = await vscode.workspace.openTextDocument(workspaceFile("knowledge/harbour.yaml"));
    assert.match(
      file.getText(),
      /\n {2}tom-ebb:\n {4}type: person\n {4}name: Tom Ebb\n {4}evidence: \[\] # TODO/,
    );
    await file.save();
  });

  it("has what is safe mended on save, and nothing else", async () => {
    await vscode.workspace
      .getConfiguration("editor")
      .update(
        "codeActionsOnSave",
        { "source.fixAll.aideMemoire": "explicit" },
        vscode.ConfigurationTarget.Workspace,
      );
    const editor = await vscode.window.showTextDocument(draft);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "So. "));
    await vscode.commands.executeCommand("workbench.action.files.save");
    const saved = await eventually("it is saved", async () => {
      const text = await fs.readFile(workspaceFile("writing.md"), "utf8");
      return text.startsWith("So.") && text;
    });
    assert.match(String(saved), /^So\. The East Quay is old\. The East Quay opening was on 4 June 2024\./);
  });

  /** Waits until a label is offered behind some words, and what is typed there first. */
  function suggested(words: string, label: string, typed = ""): Promise<vscode.CompletionItem> {
    return eventually(`the suggestion ${label}`, async () => {
      const { end } = rangeOf(draft, words);
      if (typed !== "" && draft.getText(new vscode.Range(end, end.translate(0, typed.length))) !== typed) {
        const edit = new vscode.WorkspaceEdit();
        edit.insert(draft.uri, end, typed);
        await vscode.workspace.applyEdit(edit);
      }
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        draft.uri,
        end.translate(0, typed.length),
      );
      return list.items.find(
        (item) => (typeof item.label === "string" ? item.label : item.label.label) === label,
      )!;
    });
  }
});
