import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { HARBOUR_DRAFT, harbour } from "../harbour.ts";
import { testVirtualFolder } from "../virtual-folder.ts";
import { MemoryFiles } from "./memory-files.ts";
import { closeAll, rangeOf, show } from "./support.ts";

const SCHEME = "memory";

describe("a folder of another scheme than this computer's", () => {
  let registered: vscode.Disposable;

  before(() => {
    registered = vscode.workspace.registerFileSystemProvider(SCHEME, new MemoryFiles());
  });
  after(async () => {
    await closeAll();
    registered.dispose();
  });

  testVirtualFolder(() => vscode.Uri.from({ scheme: SCHEME, path: "/A world/with blanks" }));
});

describe("what a program shows, such as the other side of a diff", () => {
  const files = new MemoryFiles();
  const root = vscode.Uri.from({ scheme: "past", path: "/world" });
  const file = (name: string) => vscode.Uri.joinPath(root, name);
  let registered: vscode.Disposable;

  before(() => {
    registered = vscode.workspace.registerFileSystemProvider("past", files, { isReadonly: true });
    files.writeFile(file("knowledge/harbour.yaml"), new TextEncoder().encode(harbour()));
    files.writeFile(file("harbour.md"), new TextEncoder().encode(HARBOUR_DRAFT));
  });
  after(async () => {
    await closeAll();
    registered.dispose();
  });

  it("is no draft", async () => {
    const shown = await show(file("harbour.md"));
    const { start } = rangeOf(shown, "opening of the East Quay");
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      shown.uri,
      start,
    );
    assert.deepEqual(hovers, []);
    assert.deepEqual(vscode.languages.getDiagnostics(shown.uri), []);
  });
});
