import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeHost } from "../../server/src/lsp/node-host.ts";
import type { WorkspaceCheck } from "../../server/src/lsp/protocol.ts";
import { filesBelow } from "../../server/src/project/walk.ts";
import { uriOf } from "../support/language-client.ts";
import { Folder } from "../support/server-bundle.ts";
import { MemoryHost, ROOT, startIn } from "./in-process.ts";
import { DRAFT, islandWorld } from "./island-world.ts";

const BASE = { "knowledge/island.yaml": islandWorld() };

async function check(host: MemoryHost): Promise<{ counts: WorkspaceCheck; log: string[] }> {
  const { client, log } = await startIn(host);
  const counts = await client.sendRequest<WorkspaceCheck>("workspace/executeCommand", {
    command: "aideMemoire.checkWorkspace",
  });
  await client.sendRequest("shutdown");
  return { counts, log };
}

describe("a window without a knowledge base", () => {
  test("is looked at for one, and no draft in it is read or even found", async () => {
    const host = new MemoryHost({ "a.md": DRAFT, "deep/b.md": DRAFT });
    const { counts } = await check(host);
    expect(counts.drafts).toBe(0);
    const [files, folders] = [
      host.asked.filter((one) => one.startsWith("read")),
      host.asked.filter((one) => one.startsWith("entries")),
    ];
    expect(files.filter((one) => one.endsWith(".md"))).toEqual([]);
    expect(folders).toEqual([]);
    expect(host.asked.filter((one) => one.startsWith("stat"))).toEqual([]);
  });
});

describe("a draft is read once", () => {
  test("and not again until it, or what it is held against, is another one", async () => {
    const host = new MemoryHost({ ...BASE, "a.md": DRAFT, "b.md": DRAFT });
    const { client } = await startIn(host);
    const command = { command: "aideMemoire.checkWorkspace" };
    await client.sendRequest("workspace/executeCommand", command);
    await client.sendRequest("workspace/executeCommand", command);
    const readings = () => host.asked.filter((one) => /^read .*\.md$/.test(one)).length;
    expect(readings()).toBe(2);
    host.set("b.md", `${DRAFT}${DRAFT}`);
    await client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: `${ROOT}/b.md`, type: 2 }],
    });
    expect(await client.sendRequest("workspace/executeCommand", command)).toMatchObject({ findings: 3 });
    expect(readings()).toBe(3);
    await client.sendRequest("shutdown");
  });
});

describe("what cannot be read loses nothing else", () => {
  test.each([
    ["a folder that is gone when it is entered", "gone", () => [] as never, undefined],
    ["a folder that may not be read", "gone", () => undefined, "gone cannot be read"],
  ])("%s", async (_, folder, instead, told) => {
    const host = new MemoryHost({ ...BASE, "a.md": DRAFT, [`${folder}/b.md`]: DRAFT });
    host.instead.set(`${ROOT}/${folder}`, instead);
    const { counts, log } = await check(host);
    expect(counts).toMatchObject({ drafts: 1, findings: 1 });
    if (told !== undefined) expect(log.join("\n")).toContain(told);
  });

  test("a file that is gone when it is read", async () => {
    const host = new MemoryHost({ ...BASE, "a.md": DRAFT, "b.md": DRAFT });
    host.instead.set(`${ROOT}/b.md`, () => undefined);
    expect((await check(host)).counts).toMatchObject({ drafts: 1, findings: 1 });
  });

  test("a text of a hundred megabytes, which is not even read, and the log says so", async () => {
    const host = new MemoryHost({ ...BASE, "a.md": DRAFT, "long.md": "" });
    const { stat } = host;
    host.stat = async (file) => (file.endsWith("long.md") ? { size: 100_000_000, modified: 1 } : stat(file));
    const { counts, log } = await check(host);
    expect(counts).toMatchObject({ drafts: 1, findings: 1 });
    expect(host.asked).not.toContain(`read ${ROOT}/long.md`);
    expect(log.join("\n")).toContain("long.md is longer than 4 MB");
  });

  test("what is no text, whatever its name says", async () => {
    const host = new MemoryHost({ ...BASE, "a.md": DRAFT, "picture.md": "PK\u0003\u0004\0\0" });
    const { counts, log } = await check(host);
    expect(counts).toMatchObject({ drafts: 1, findings: 1 });
    expect(log.join("\n")).toContain("picture.md is no text");
  });

  test("half a character at the end", async () => {
    const host = new MemoryHost({ ...BASE, "a.md": `${DRAFT}\ud83d` });
    expect((await check(host)).counts).toMatchObject({ drafts: 1, findings: 1 });
  });

  test("a file that is changed while it is read is read again when that is told", async () => {
    const host = new MemoryHost({ ...BASE, "a.md": "Nothing here.\n" });
    const { read } = host;
    let readings = 0;
    host.read = async (file) => {
      const text = await read(file);
      if (file.endsWith("a.md") && ++readings === 1) host.set("a.md", DRAFT);
      return text;
    };
    const { client } = await startIn(host);
    const command = { command: "aideMemoire.checkWorkspace" };
    expect(await client.sendRequest("workspace/executeCommand", command)).toMatchObject({ findings: 0 });
    await client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: `${ROOT}/a.md`, type: 2 }],
    });
    expect(await client.sendRequest("workspace/executeCommand", command)).toMatchObject({ findings: 1 });
    await client.sendRequest("shutdown");
  });
});

describe("the files of this computer", () => {
  test("are found once though a link leads round in a circle", async () => {
    const folder = new Folder({ "a.md": "", "deep/b.md": "" });
    mkdirSync(join(folder.path, "deep/er"));
    symlinkSync(folder.path, join(folder.path, "deep/er/round"));
    symlinkSync(join(folder.path, "nowhere.md"), join(folder.path, "broken.md"));
    const host = nodeHost("/bundled", [], undefined, () => {});
    const found: string[] = [];
    const limits = { gitignore: true, isExcluded: () => false, unreadable: () => {} };
    for await (const file of filesBelow(host, uriOf(folder.path), limits))
      found.push(file.slice(uriOf(folder.path).length + 1));
    expect(found).toEqual(["a.md", "broken.md", "deep/b.md", "deep/er/round"]);
    expect(await host.stat(uriOf(join(folder.path, "broken.md")))).toBeUndefined();
    expect(await host.stat(uriOf(join(folder.path, "deep/er/round")))).toBeUndefined();
    folder.remove();
  });
});
