import { renameSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  FileChangeType,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import type { WorkspaceCheck } from "../../server/src/lsp/protocol.ts";
import { LanguageClient, MODERN, uriOf } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";
import { DRAFT, islandWorld, RIGHT, WRONG } from "./island-world.ts";
import { WorkspaceWatch } from "./workspace-client.ts";

const SOUND = DRAFT.replace(WRONG, RIGHT);

let server: Folder;
let client: LanguageClient;
const folders: Folder[] = [];
beforeAll(async () => {
  server = await installServer({ "island.yaml": islandWorld() });
});
afterAll(() => server.remove());
beforeEach(() => {
  client = new LanguageClient(server);
});
afterEach(async () => {
  await client.stop();
  for (const folder of folders.splice(0)) folder.remove();
});

function folderOf(files: Readonly<Record<string, string>>): Folder {
  const folder = new Folder(files);
  folders.push(folder);
  return folder;
}

/** Tells the server of changes on the disk, as a client that watches does. */
function changed(type: FileChangeType, ...paths: string[]): Promise<void> {
  const changes = paths.map((path) => ({ uri: uriOf(path), type }));
  return client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
}

describe("drafts that are not open", () => {
  const FILES = { "knowledge/island.yaml": islandWorld(), "a.md": DRAFT, "deep/b.md": SOUND };

  test("are checked for a client that asks for the workspace, and followed", async () => {
    const folder = folderOf(FILES);
    await client.start({ folders: [folder.path] });
    const watch = new WorkspaceWatch(client);
    const [finding] = await watch.findings(join(folder.path, "a.md"), 1);
    expect(finding).toMatchObject({ code: "event-date", source: "Aide-Mémoire" });
    await changed(FileChangeType.Changed, folder.write("a.md", SOUND));
    await watch.findings(join(folder.path, "a.md"), 0);
    await changed(FileChangeType.Created, folder.write("new.md", DRAFT));
    await watch.findings(join(folder.path, "new.md"), 1);
    folder.remove("new.md");
    await changed(FileChangeType.Deleted, join(folder.path, "new.md"));
    await watch.findings(join(folder.path, "new.md"), 0);
  });

  test("come and go with their folder, of which alone the client tells", async () => {
    const folder = folderOf({ ...FILES, "old/c.md": DRAFT });
    await client.start({ folders: [folder.path] });
    const watch = new WorkspaceWatch(client);
    await watch.findings(join(folder.path, "old/c.md"), 1);
    renameSync(join(folder.path, "old"), join(folder.path, "new"));
    await changed(FileChangeType.Deleted, join(folder.path, "old"));
    await changed(FileChangeType.Created, join(folder.path, "new"));
    await watch.findings(join(folder.path, "old/c.md"), 0);
    await watch.findings(join(folder.path, "new/c.md"), 1);
  });

  test("are left out where git, the project file, or the name of the folder says so", async () => {
    const folder = folderOf({
      ...FILES,
      ".gitignore": "build/\n*.draft.md\n!kept.draft.md\n",
      "build/a.md": DRAFT,
      "x.draft.md": DRAFT,
      "kept.draft.md": DRAFT,
      "deep/.gitignore": "local.md\n",
      "deep/local.md": DRAFT,
      "local.md": DRAFT,
      ".aide-memoire.yaml": "exclude: [archive/**]\n",
      "archive/a.md": DRAFT,
      "node_modules/p/readme.md": DRAFT,
      ".hidden/a.md": DRAFT,
      "knowledge/notes.md": DRAFT,
    });
    await client.start({ folders: [folder.path] });
    const { drafts, findings } = await check();
    expect({ drafts, findings }).toEqual({ drafts: 4, findings: 3 });
    folder.write(".aide-memoire.yaml", "gitignore: false\n");
    await changed(FileChangeType.Changed, join(folder.path, ".aide-memoire.yaml"));
    expect(await check()).toMatchObject({ drafts: 8, findings: 7 });
  });

  test("are left out where the editor's own settings say so", async () => {
    const folder = folderOf({ ...FILES, "out/c.md": DRAFT });
    await client.start({
      folders: [folder.path],
      settings: { "**/out": true, "deep/**": true, "a.md": false },
    });
    expect(await check()).toMatchObject({ drafts: 1, findings: 1 });
  });

  test("are neither read nor shown on their own if that is not wanted; the command shows them", async () => {
    const folder = folderOf(FILES);
    await client.start({ folders: [folder.path], settings: { workspaceDiagnostics: "never" } });
    const watch = new WorkspaceWatch(client);
    const counts = await check();
    expect(counts).toEqual({
      drafts: 2,
      draftsWithFindings: 1,
      findings: 1,
      byCheck: { "event-date": 1 },
      bySeverity: { error: 1, warning: 0, information: 0, hint: 0 },
      cancelled: false,
    });
    await watch.findings(join(folder.path, "a.md"), 1);
    expect(client.messages.join("\n")).toContain(
      "2 drafts checked. The list of problems shows 1 error in 1 of them.",
    );
  });

  test("are answered for at once to a client that takes no partial results, and then only when something is new", async () => {
    const folder = folderOf(FILES);
    await client.start({ folders: [folder.path] });
    const first = await new WorkspaceWatch(client, false).ended;
    const ids = first!.items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
    expect(first!.items.map(({ uri }) => uri)).toEqual([uriOf(join(folder.path, "a.md"))]);
    const second = new WorkspaceWatch(client, false, ids);
    await changed(FileChangeType.Changed, folder.write("deep/b.md", DRAFT));
    expect((await second.ended)!.items.map(({ uri }) => uri)).toEqual([
      uriOf(join(folder.path, "deep/b.md")),
    ]);
  });

  test("are no longer asked for when the client takes its question back", async () => {
    const folder = folderOf(FILES);
    await client.start({ folders: [folder.path] });
    const watch = new WorkspaceWatch(client);
    await watch.findings(join(folder.path, "a.md"), 1);
    watch.cancel();
    expect(await watch.ended).toBeUndefined();
    expect(await check()).toMatchObject({ drafts: 2 });
  });

  test("are sent to a client that cannot ask, and taken back when they are opened and right", async () => {
    const folder = folderOf(FILES);
    const capabilities = { ...MODERN, textDocument: { publishDiagnostics: {} } };
    await client.start({ folders: [folder.path], capabilities });
    const uri = uriOf(join(folder.path, "a.md"));
    await client.until(() => client.pushed(uri)?.length === 1);
    await client.open(join(folder.path, "a.md"), SOUND);
    await client.until(() => client.pushed(uri)?.length === 0);
    await client.close(uri);
    await client.until(() => client.pushed(uri)?.length === 1);
  });

  test("are followed for a client that watches nothing", async () => {
    const folder = folderOf(FILES);
    const { didChangeWatchedFiles: _, ...workspace } = MODERN.workspace!;
    await client.start({ folders: [folder.path], capabilities: { ...MODERN, workspace } });
    const watch = new WorkspaceWatch(client);
    await client.open(join(folder.path, "open.md"), SOUND);
    await watch.findings(join(folder.path, "a.md"), 1);
    folder.write("deep/b.md", DRAFT);
    await watch.findings(join(folder.path, "deep/b.md"), 1);
  });
});

describe("folders of the window", () => {
  test("have each their own knowledge base, also one within the other", async () => {
    const outer = folderOf({
      "knowledge/island.yaml": islandWorld("2030-10-18"),
      "a.md": DRAFT,
      "inner/knowledge/island.yaml": islandWorld(),
      "inner/b.md": DRAFT,
    });
    const other = folderOf({ "knowledge/island.yaml": islandWorld(), "c.md": DRAFT });
    await client.start({ folders: [outer.path, other.path, join(outer.path, "inner")] });
    const watch = new WorkspaceWatch(client);
    await watch.findings(join(outer.path, "inner/b.md"), 1);
    await watch.findings(join(other.path, "c.md"), 1);
    expect(await check()).toMatchObject({ drafts: 3, findings: 2 });
    expect(watch.of(join(outer.path, "a.md")) ?? []).toEqual([]);
  });

  test("come and go while the server runs, and the findings of their drafts with them", async () => {
    const first = folderOf({ "knowledge/island.yaml": islandWorld(), "a.md": DRAFT });
    const second = folderOf({ "knowledge/island.yaml": islandWorld(), "b.md": DRAFT });
    await client.start({ folders: [first.path] });
    const watch = new WorkspaceWatch(client);
    await watch.findings(join(first.path, "a.md"), 1);
    const event = { uri: uriOf(second.path), name: "second" };
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [event], removed: [] },
    });
    await watch.findings(join(second.path, "b.md"), 1);
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [], removed: [event] },
    });
    await watch.findings(join(second.path, "b.md"), 0);
    expect(watch.of(join(first.path, "a.md"))).toHaveLength(1);
  });

  test("lose their findings with their knowledge, and have them again with it", async () => {
    const folder = folderOf({ "knowledge/island.yaml": islandWorld(), "a.md": DRAFT });
    await client.start({ folders: [folder.path] });
    const watch = new WorkspaceWatch(client);
    await watch.findings(join(folder.path, "a.md"), 1);
    renameSync(join(folder.path, "knowledge"), join(folder.path, "elsewhere"));
    await changed(FileChangeType.Deleted, join(folder.path, "knowledge"));
    await watch.findings(join(folder.path, "a.md"), 0);
    renameSync(join(folder.path, "elsewhere"), join(folder.path, "knowledge"));
    await changed(FileChangeType.Created, join(folder.path, "knowledge"));
    await watch.findings(join(folder.path, "a.md"), 1);
  });
});

describe("drafts of one folder", () => {
  const told = (day: number) =>
    `The Guild of Pilots agreed. The Dorn Merger was agreed on ${day} May 2019.\n`;

  test("are held against each other, open or not, both ways", async () => {
    const folder = folderOf({
      "knowledge/island.yaml": islandWorld(),
      "a.md": told(3),
      "b.md": told(4),
    });
    await client.start({ folders: [folder.path] });
    const watch = new WorkspaceWatch(client);
    const [there] = await watch.findings(join(folder.path, "a.md"), 1);
    expect(there).toMatchObject({ code: "draft-contradiction", severity: 2 });
    const uri = await client.open(join(folder.path, "b.md"), told(4));
    const [here] = await client.diagnostics(uri);
    expect(client.words(uri, here!.range)).toBe("4 May 2019");
    expect(here!.message).toContain("“3 May 2019” (a.md, line 1)");
    expect(here!.relatedInformation).toMatchObject([{ location: { uri: uriOf(join(folder.path, "a.md")) } }]);
    const before = client.refreshes;
    await changed(FileChangeType.Changed, folder.write("a.md", told(4)));
    await client.until(() => client.refreshes > before);
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  test("agree again as soon as one of them is edited", async () => {
    const folder = folderOf({ "knowledge/island.yaml": islandWorld() });
    await client.start({ folders: [folder.path] });
    const a = await client.open(join(folder.path, "a.md"), told(3));
    const b = await client.open(join(folder.path, "b.md"), told(4));
    await client.diagnostics(a);
    expect(await client.diagnostics(b)).toHaveLength(1);
    await client.until(() => client.refreshes > 0);
    expect(await client.diagnostics(a)).toHaveLength(1);
    const before = client.refreshes;
    await client.edit(b, "4 May", "3 May");
    expect(await client.diagnostics(b)).toEqual([]);
    await client.until(() => client.refreshes > before);
    expect(await client.diagnostics(a)).toEqual([]);
  });

  test("are held against each other no more where somebody said why", async () => {
    const folder = folderOf({ "knowledge/island.yaml": islandWorld(), "a.md": told(3) });
    await client.start({ folders: [folder.path] });
    await check();
    const comment = "<!-- aide-memoire-disable draft-contradiction -- the Gazette has it so -->\n\n";
    const uri = await client.open(join(folder.path, "b.md"), comment + told(4));
    expect(await client.diagnostics(uri)).toEqual([]);
    const other = await client.open(join(folder.path, "c.md"), told(4));
    expect(await client.diagnostics(other)).toHaveLength(1);
  });
});

describe("files that are renamed in the editor", () => {
  const CAPABILITIES = {
    ...MODERN,
    workspace: {
      ...MODERN.workspace,
      fileOperations: { willRename: true, didRename: true, didCreate: true, didDelete: true },
    },
  };

  test("are named by their new name in the project file and in the front matter of drafts", async () => {
    const front = "---\ntitle: A note\naide-memoire:\n  knowledge: ['../facts/own.yaml', ./near.yaml]\n---\n";
    const folder = folderOf({
      ".aide-memoire.yaml": "# ours\nknowledge:\n  - facts\n  - other.yaml\n",
      "facts/island.yaml": islandWorld(),
      "facts/own.yaml": islandWorld(),
      "other.yaml": islandWorld(),
      "deep/near.yaml": islandWorld(),
      "deep/a.md": front + DRAFT,
    });
    await client.start({ folders: [folder.path], capabilities: CAPABILITIES });
    expect(client.initialized.capabilities.workspace?.fileOperations?.willRename?.filters).toHaveLength(2);
    await check();
    const [oldUri, newUri] = [uriOf(join(folder.path, "facts")), uriOf(join(folder.path, "our facts"))];
    const { documentChanges } = await client.connection.sendRequest<WorkspaceEdit>(
      "workspace/willRenameFiles",
      {
        files: [{ oldUri, newUri }],
      },
    );
    const edits = (documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => [
      textDocument.uri,
      (edits as TextEdit[]).map(({ newText }) => newText),
    ]);
    expect(edits).toEqual([
      [uriOf(join(folder.path, ".aide-memoire.yaml")), ["our facts"]],
      [uriOf(join(folder.path, "deep/a.md")), ["../our facts/own.yaml"]],
    ]);
    const uri = await client.open(join(folder.path, "deep/a.md"), front + DRAFT);
    const [edit] = (documentChanges as TextDocumentEdit[])[1]!.edits as TextEdit[];
    expect(client.words(uri, edit!.range)).toBe("../facts/own.yaml");
  });

  test("are followed when the client tells of them, as are those that are deleted", async () => {
    const folder = folderOf({ "knowledge/island.yaml": islandWorld(), "a.md": DRAFT });
    await client.start({ folders: [folder.path], capabilities: CAPABILITIES });
    const watch = new WorkspaceWatch(client);
    const [a, b] = [join(folder.path, "a.md"), join(folder.path, "b.md")];
    await watch.findings(a, 1);
    renameSync(a, b);
    const renamed = { files: [{ oldUri: uriOf(a), newUri: uriOf(b) }] };
    await client.connection.sendNotification("workspace/didRenameFiles", renamed);
    await watch.findings(b, 1);
    expect(watch.of(a)).toEqual([]);
    folder.remove("b.md");
    await client.connection.sendNotification("workspace/didDeleteFiles", { files: [{ uri: uriOf(b) }] });
    await watch.findings(b, 0);
  });
});

function check(): Promise<WorkspaceCheck> {
  return client.connection.sendRequest("workspace/executeCommand", { command: "aideMemoire.checkWorkspace" });
}
