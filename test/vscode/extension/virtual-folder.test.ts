import { after, before, describe } from "mocha";
import * as vscode from "vscode";
import { testVirtualFolder } from "../virtual-folder.ts";
import { MemoryFiles } from "./memory-files.ts";
import { closeAll } from "./support.ts";

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
