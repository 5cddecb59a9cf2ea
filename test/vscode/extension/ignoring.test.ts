import assert from "node:assert/strict";
import fs from "node:fs/promises";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, eventually, findingsOn, rangeOf, show, workspaceFile, write } from "./support.ts";

const WORLD = `knowledgeBase: { title: A harbour }
sources: { log: { title: Log } }
entities: { quay: { type: place, name: East Quay } }
events:
  a: { type: opening, name: East Quay opening, date: 2024-06-03, place: quay, evidence: [{ source: log }] }
  b: { type: closure, name: East Quay closure, date: 2025-02-07, place: quay, evidence: [{ source: log }] }
`;
const DRAFT = "The East Quay opening was on 4 June 2024.\n\nThe East Quay closure was on 8 February 2025.\n";
const KNOWN = "4 June 2024";
const OTHER = "8 February 2025";
const IGNORE_FILE = ".aide-memoire-ignore.yaml";

describe("a finding that is known", () => {
  let draft: vscode.TextDocument;

  before(async () => {
    await write("knowledge/harbour.yaml", WORLD);
    draft = await show(await write("harbour.md", DRAFT));
    await eventually(
      "both findings",
      () => findingsOn(draft, KNOWN).length + findingsOn(draft, OTHER).length === 2,
    );
  });
  after(async () => {
    await closeAll();
    for (const name of ["knowledge", "harbour.md", IGNORE_FILE])
      await fs.rm(workspaceFile(name), { recursive: true, force: true });
  });

  it("is ignored with a reason, and is still after a restart", async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      draft.uri,
      rangeOf(draft, KNOWN),
    );
    const { command } = actions.find(({ title }) => title.startsWith("Ignore this in the workspace"))!;
    const [request] = command!.arguments!;
    await vscode.commands.executeCommand(command!.command, { ...request, reason: "So the first log." });
    await eventually("it is gone", () => findingsOn(draft, KNOWN).length === 0);
    assert.match(await fs.readFile(workspaceFile(IGNORE_FILE), "utf8"), /reason: So the first log\./);
    assert.equal(findingsOn(draft, OTHER).length, 1);

    await vscode.commands.executeCommand("aideMemoire.restart");
    await eventually("all findings go", () => findingsOn(draft, OTHER).length === 0).catch(() => undefined);
    await eventually("the other is back", () => findingsOn(draft, OTHER));
    assert.equal(findingsOn(draft, KNOWN).length, 0);
  });
});
