import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, eventually, findingsOn, show, showFaultySample, write } from "./support.ts";

/** The tabs that show a view of ours, by its kind. */
function tabsOf(kind: string): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(kind));
}

describe("the views of a draft", () => {
  afterEach(closeAll);

  for (const { command, kind, title } of [
    { command: "aideMemoire.showFactSheet", kind: "aideMemoire.factSheet", title: "Facts: faulty.md" },
    { command: "aideMemoire.showTimeline", kind: "aideMemoire.timeline", title: "Timeline: faulty.md" },
  ])
    describe(command, () => {
      it("shows the draft in front of the user, beside it, and but once", async () => {
        const draft = await showFaultySample();
        await eventually("a finding", () => findingsOn(draft, "18 October 2025"));
        await vscode.commands.executeCommand(command);
        const [tab] = await eventually("the view", () => tabsOf(kind));
        assert.equal(tab!.label, title);
        await vscode.commands.executeCommand(command, { uri: draft.uri.toString() });
        assert.equal(tabsOf(kind).length, 1);
      });

      it("shows the draft that it is given", async () => {
        const other = await show(await write("views.md", "Nothing.\n"));
        const draft = await showFaultySample();
        await vscode.commands.executeCommand(command, { uri: other.uri.toString() });
        const [tab] = await eventually("the view", () => tabsOf(kind));
        assert.match(tab!.label, /views\.md/);
        assert.equal(draft.isClosed, false);
      });
    });

  it("are made of what the server gives to any client", async () => {
    const draft = await showFaultySample();
    await eventually("a finding", () => findingsOn(draft, "18 October 2025"));
    const argument = { uri: draft.uri.toString(), format: "json" };
    const facts = await eventually("facts", () =>
      vscode.commands.executeCommand<string | null>("aideMemoire.factSheet", argument),
    );
    const { rows } = JSON.parse(facts!) as {
      rows: { verdict: string; words: string; facts: { at?: object }[] }[];
    };
    const wrong = rows.find(({ words }) => words === "18 October 2025");
    assert.equal(wrong?.verdict, "contradicted");
    assert.ok(wrong.facts[0]?.at);
    const svg = await vscode.commands.executeCommand<string>("aideMemoire.timeline", {
      ...argument,
      format: "svg",
    });
    assert.match(svg, /Doha ceasefire/);
  });
});
