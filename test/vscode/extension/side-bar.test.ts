import assert from "node:assert/strict";
import fs from "node:fs/promises";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import type { DraftMentions, EntriesAnswer, Status } from "../../../server/src/lsp/protocol.ts";
import {
  closeAll,
  EXTENSION,
  eventually,
  findingsOn,
  rangeOf,
  show,
  workspaceFile,
  write,
} from "./support.ts";

const PEOPLE = 10_000;

describe("the side bar, the status bar and the walkthrough", () => {
  after(async () => {
    await closeAll();
    await fs.rm(workspaceFile("knowledge"), { recursive: true, force: true });
    await fs.rm(workspaceFile("brief.md"), { force: true });
  });

  it("are declared with strings that are there", () => {
    const { contributes } = vscode.extensions.getExtension(EXTENSION)!.packageJSON;
    assert.ok(contributes.commands.length > 10);
    assert.doesNotMatch(JSON.stringify(contributes), /"%[^"]+%"/);
    const [walkthrough] = contributes.walkthroughs;
    assert.equal(walkthrough.steps.length, 5);
    for (const { media } of walkthrough.steps) assert.match(String(media.svg), /walkthrough\/\w+\.svg$/);
  });

  it("have every command that they name", async () => {
    const { contributes } = vscode.extensions.getExtension(EXTENSION)!.packageJSON;
    const known = new Set(await vscode.commands.getCommands());
    const named = Array.from(
      JSON.stringify(contributes).matchAll(/command:([\w.]+)|"command":"([\w.]+)"/g),
      (match) => match[1] ?? match[2]!,
    );
    assert.deepEqual(
      [...new Set(named)].filter((command) => !known.has(command)),
      [],
    );
  });

  describe("in a folder without a knowledge base", () => {
    it("a knowledge base is begun, opened, and contradicts a first draft", async () => {
      await vscode.commands.executeCommand("aideMemoire.newKnowledge");
      const facts = vscode.window.activeTextEditor!.document;
      assert.equal(facts.uri.fsPath, workspaceFile("knowledge/facts.yaml"));
      assert.deepEqual(vscode.languages.getDiagnostics(facts.uri), []);
      await vscode.commands.executeCommand("aideMemoire.tryDraft");
      const draft = vscode.window.activeTextEditor!.document;
      await eventually("a finding in the first draft", () => findingsOn(draft, "4 June 2024"));
      const status = await eventually("its status", () =>
        vscode.commands.executeCommand<Status>("aideMemoire.status", { uri: draft.uri.toString() }),
      );
      assert.deepEqual([status.state, status.draft?.contradicted], ["served", 1]);
    });

    it("a second one is not: the first is shown", async () => {
      const before = await fs.readFile(workspaceFile("knowledge/facts.yaml"), "utf8");
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await vscode.commands.executeCommand("aideMemoire.newKnowledge");
      assert.equal(
        vscode.window.activeTextEditor!.document.uri.fsPath,
        workspaceFile("knowledge/facts.yaml"),
      );
      assert.equal(await fs.readFile(workspaceFile("knowledge/facts.yaml"), "utf8"), before);
    });
  });

  describe("with ten thousand actors", () => {
    before(async () => {
      const people = Array.from(
        { length: PEOPLE },
        (_, i) => `  p${i}: { type: person, name: Person No ${i} }`,
      );
      await write(
        "knowledge/facts.yaml",
        `knowledgeBase: { title: Many }\nentities:\n${people.join("\n")}\n`,
      );
      await show(await write("brief.md", "Person No 77 met Person No 78. Person No 77 spoke.\n"));
      await eventually("all are known", async () => {
        const answer = await vscode.commands.executeCommand<EntriesAnswer>("aideMemoire.actors", {});
        return answer?.all === PEOPLE;
      });
    });

    it("the trees open and narrow in no time, and the lines of a page come at once", async () => {
      await vscode.commands.executeCommand("aideMemoire.actorsView.focus");
      const started = Date.now();
      const page = await vscode.commands.executeCommand<EntriesAnswer>("aideMemoire.actors", {
        group: "person",
        limit: 500,
      });
      const found = await vscode.commands.executeCommand<EntriesAnswer>("aideMemoire.actors", {
        filter: "no 777",
      });
      assert.ok(Date.now() - started < 2000, `${Date.now() - started} ms`);
      assert.equal(page.entries.length, 500);
      const expected = Array.from({ length: PEOPLE }, (_, i) => String(i)).filter((no) => no.includes("777"));
      assert.equal(found.found, expected.length);
    });

    it("an entry leads to its mentions", async () => {
      const draft = vscode.window.activeTextEditor!.document;
      const drafts = await eventually("the draft", () =>
        vscode.commands.executeCommand<DraftMentions[]>("aideMemoire.mentions", {
          id: "p77",
          draft: draft.uri.toString(),
        }),
      );
      assert.deepEqual(
        drafts.map(({ count }) => count),
        [2],
      );
      const { start } = drafts[0]!.mentions[0]!.range;
      assert.deepEqual(
        [start.line, start.character],
        [0, rangeOf(draft, "Person No 77 met").start.character],
      );
    });
  });
});
