import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, EXTENSION, eventually, findingsOn, rangeOf, showFaultySample } from "./support.ts";

const WRONG = "18 October 2025";
const RIGHT = "19 October 2025";

describe("the faulty sample", () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await showFaultySample();
  });
  after(closeAll);

  it("activates the extension", async () => {
    const extension = vscode.extensions.getExtension(EXTENSION)!;
    await eventually("the extension is active", () => extension.isActive);
  });

  it("shows a finding where the draft misdates an event", async () => {
    const [finding] = await eventually("a finding", () => findingsOn(document, WRONG));
    assert.match(finding!.message, new RegExp(RIGHT));
    assert.equal(finding!.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(typeof finding!.code === "object" ? finding!.code.value : finding!.code, "event-date");
  });

  it("tells in a hover what an event is", async () => {
    const { start } = rangeOf(document, `Doha ceasefire of ${WRONG}`);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      start,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((part) => (part as vscode.MarkdownString).value);
    assert.match(text.join("\n"), new RegExp(RIGHT));
  });

  it("goes to the fact in the knowledge file", async () => {
    const { start } = rangeOf(document, `Doha ceasefire of ${WRONG}`);
    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      start,
    );
    const uris = places.map((place) => ("uri" in place ? place.uri : place.targetUri));
    assert.ok(
      uris.some((uri) => uri.path.endsWith("knowledge/article/events.yaml")),
      `went to ${uris.join(", ") || "nothing"}`,
    );
  });

  it("completes the name of an actor", async () => {
    const end = rangeOf(document, "Islamic State Khor").end;
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      end,
    );
    const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    assert.ok(labels.includes("Islamic State Khorasan Province"), labels.slice(0, 20).join(", "));
  });

  it("replaces the wrong date by a quick fix, and is content", async () => {
    const range = rangeOf(document, WRONG);
    const fix = await eventually("a quick fix", async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        range,
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.find(({ edit }) => edit?.get(document.uri).some(({ newText }) => newText === RIGHT));
    });
    assert.ok(await vscode.workspace.applyEdit(fix!.edit!));
    assert.equal(document.getText(range), RIGHT);
    await eventually("the finding is gone", () => findingsOn(document, RIGHT).length === 0);
  });
});
