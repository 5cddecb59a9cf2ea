import { after, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, eventually, findingsOn, show, write } from "./support.ts";

const WRONG = "18 October 2025";

describe("a folder without a knowledge base", () => {
  after(async () => {
    await setting().update("bundledKnowledge", undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
  });

  it("is checked against the bundled one once the user agrees, and the answer is kept", async () => {
    await vscode.commands.executeCommand("notifications.clearAll");
    const document = await show(await write("brief.md", `The Doha ceasefire was agreed on ${WRONG}.\n`));
    await eventually("the answer is kept", async () => {
      await vscode.commands.executeCommand("notification.acceptPrimaryAction");
      return setting().inspect("bundledKnowledge")?.workspaceValue === "always";
    });
    await eventually("a finding", () => findingsOn(document, WRONG));
  });
});

function setting(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("aideMemoire");
}
