import * as vscode from "vscode";
import { closeAll, EXTENSION, eventually, findingsOn, show } from "../editor.ts";
import { testVirtualFolder } from "../virtual-folder.ts";

const WRONG = "18 October 2025";

describe("a folder in the memory of a browser", () => {
  testVirtualFolder(() => vscode.workspace.workspaceFolders![0]!.uri);
});

describe("the extension in a browser", () => {
  after(closeAll);

  it("runs where nothing of Node is", () => {
    if (vscode.env.uiKind !== vscode.UIKind.Web) throw new Error("This is no browser.");
    const { extensionUri, isActive } = vscode.extensions.getExtension(EXTENSION)!;
    if (extensionUri.scheme !== "http" || !isActive) throw new Error(extensionUri.toString());
  });

  it("opens a sample, which is held against the bundled knowledge base", async () => {
    await vscode.commands.executeCommand("aideMemoire.openSample", "faulty.md");
    const sample = await eventually("the sample", () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith("/faulty.md")),
    );
    const [finding] = await eventually("a finding", () => findingsOn(sample!, WRONG));
    const page =
      typeof finding!.code === "object" ? (finding!.code as { target: vscode.Uri }).target : undefined;
    const fact = finding!.relatedInformation![0]!.location.uri;
    for (const uri of [page!, fact])
      if ((await show(uri)).getText() === "") throw new Error(`${uri} is empty`);
  });
});
