import fs from "node:fs/promises";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, EXTENSION, eventually, show, workspaceFile, write } from "./support.ts";

const BASE = "wharf.knowledge.yaml";
const WRONG = "The opening of the Long Wharf on 4 June 2024 went well.\n";

describe("drafts that nobody has opened", () => {
  let draft: vscode.Uri;

  before(async () => {
    await vscode.extensions.getExtension(EXTENSION)!.activate();
    await write(BASE, wharf());
    draft = await write("unopened/wharf.md", WRONG);
  });
  after(async () => {
    await fs.rm(workspaceFile(BASE));
    await fs.rm(workspaceFile("unopened"), { recursive: true, force: true });
    await closeAll();
  });

  it("have their findings among the problems", async () => {
    await eventually("a finding", () => ours(draft));
  });

  it("keep them when they are opened and closed", async () => {
    const document = await show(draft);
    await eventually("a finding in the editor", () => ours(document.uri));
    await closeAll();
    await eventually("a finding after all", () => ours(draft));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    if (ours(draft).length !== 1) throw new Error(`${ours(draft).length} findings after closing`);
  });

  it("are all checked by the command, which counts what it found", async () => {
    const counts = await vscode.commands.executeCommand<{ drafts: number; byCheck: Record<string, number> }>(
      "aideMemoire.checkWorkspace",
    );
    if (counts.drafts < 1 || !counts.byCheck["event-date"]) throw new Error(JSON.stringify(counts));
  });

  it("lose them when they are put right by another program, and when they are deleted", async () => {
    const other = await write("unopened/deeper/other.md", WRONG);
    await eventually("a finding in the new one", () => ours(other));
    await write("unopened/wharf.md", WRONG.replace("4 June", "3 June"));
    await eventually("no finding in the one put right", () => ours(draft).length === 0);
    await fs.rm(workspaceFile("unopened/deeper"), { recursive: true });
    await eventually("no finding in the deleted one", () => ours(other).length === 0);
  });
});

function ours(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Aide-Mémoire");
}

function wharf(): string {
  return `knowledgeBase:
  title: The wharf
  language: en
entities:
  long-wharf: { type: place, name: Long Wharf }
events:
  long-wharf-opening:
    type: opening
    name: opening of the Long Wharf
    date: 2024-06-03
    place: long-wharf
`;
}
