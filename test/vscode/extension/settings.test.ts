import assert from "node:assert/strict";
import { after, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, eventually, findingsOn, showFaultySample } from "./support.ts";

const WRONG = "18 October 2025";

describe("settings", () => {
  after(async () => {
    await setSeverity(undefined);
    await closeAll();
  });

  it("take effect without a restart", async () => {
    const document = await showFaultySample();
    await eventually("a finding", () => findingsOn(document, WRONG));
    await setSeverity("off");
    await eventually("the finding is gone", () => findingsOn(document, WRONG).length === 0);
    await setSeverity("information");
    const [finding] = await eventually("the finding is back", () => findingsOn(document, WRONG));
    assert.equal(finding!.severity, vscode.DiagnosticSeverity.Information);
  });
});

describe("the command Restart", () => {
  after(closeAll);

  it("brings the findings back", async () => {
    const document = await showFaultySample();
    await eventually("a finding", () => findingsOn(document, WRONG));
    await vscode.commands.executeCommand("aideMemoire.restart");
    await eventually("a finding again", () => findingsOn(document, WRONG));
  });
});

function setSeverity(severity: string | undefined): Thenable<void> {
  const section = vscode.workspace.getConfiguration("aideMemoire.checks");
  return section.update("event-date", severity, vscode.ConfigurationTarget.Global);
}
