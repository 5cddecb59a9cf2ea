import fs from "node:fs/promises";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { HARBOUR_DRAFT, harbour, STATED } from "../harbour.ts";
import { closeAll, eventually, findingsOn, show, workspaceFile, write } from "./support.ts";

const FILE = "harbour.knowledge.yaml";

describe("a knowledge base of the folder's own", () => {
  let document: vscode.TextDocument;

  before(async () => {
    await write(FILE, harbour("2024-06-03"));
    document = await show(await write("harbour.md", HARBOUR_DRAFT));
  });
  after(async () => {
    await fs.rm(workspaceFile(FILE));
    await closeAll();
  });

  it("is found and used", async () => {
    await eventually("a finding", () => findingsOn(document, STATED));
  });

  it("is read again when another program changes it", async () => {
    await write(FILE, harbour("2024-06-04"));
    await eventually("the finding is gone", () => findingsOn(document, STATED).length === 0);
    await write(FILE, harbour("2024-06-05"));
    await eventually("the finding is back", () => findingsOn(document, STATED));
  });

  it("counts as changed when it is edited here and saved", async () => {
    const file = await vscode.workspace.openTextDocument(vscode.Uri.file(workspaceFile(FILE)));
    const edit = new vscode.WorkspaceEdit();
    const all = new vscode.Range(0, 0, file.lineCount, 0);
    edit.replace(file.uri, all, harbour("2024-06-04"));
    await vscode.workspace.applyEdit(edit);
    await file.save();
    await eventually("the finding is gone", () => findingsOn(document, STATED).length === 0);
  });

  it("is told what is wrong with it, and what is left of it still serves", async () => {
    const uri = await write(
      FILE,
      `${harbour("2024-06-03")}  west-quay-opening: { type: opening, nmae: West Quay }\n`,
    );
    await eventually("a problem in the file", () => vscode.languages.getDiagnostics(uri));
    await eventually("a finding", () => findingsOn(document, STATED));
  });
});
