import assert from "node:assert/strict";
import { after, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, eventually, findingsOn, rangeOf, showFaultySample } from "./support.ts";

const WRONG = "Doha ceasefire of 18 October 2025";

describe("the command Explain This Passage", () => {
  after(closeAll);

  it("shows beside the draft how its sentence was read", async () => {
    const draft = await showFaultySample();
    await eventually("a finding", () => findingsOn(draft, "18 October 2025"));
    const editor = vscode.window.activeTextEditor!;
    editor.selection = new vscode.Selection(rangeOf(draft, WRONG).start, rangeOf(draft, WRONG).start);
    await vscode.commands.executeCommand("aideMemoire.explainPassage");
    const page = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "aide-memoire");
    assert.match(page?.getText() ?? "", /was taken for “Doha ceasefire”; tested: its date/);
    assert.equal(vscode.languages.getDiagnostics(page!.uri).length, 0);
  });
});
