import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CodeAction, TextDocumentEdit } from "vscode-languageserver/node";
import { applyEdits } from "../../server/src/knowledge-base/yaml/rewrites.ts";
import { Lines } from "../../server/src/text/lines.ts";
import { LanguageClient, uriOf } from "../support/language-client.ts";
import { Folder, installServer } from "../support/server-bundle.ts";
import { DRAFT, islandWorld, WRONG } from "./island-world.ts";

let server: Folder;
let folder: Folder;
let client: LanguageClient;
beforeAll(async () => {
  server = await installServer({});
});
afterAll(() => server.remove());
beforeEach(() => {
  folder = new Folder({ "knowledge/island.yaml": islandWorld(), "a brief.md": DRAFT });
  client = new LanguageClient(server);
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

const IGNORE_FILE = ".aide-memoire-ignore.yaml";

describe("a finding is ignored", () => {
  test.each(["Ignore this here: event-date", "Ignore event-date in this draft"])("%s", async (title) => {
    await client.start({ folders: [folder.path] });
    const uri = await client.open(`${folder.path}/a brief.md`, DRAFT);
    const { edit } = await action(uri, title);
    const [{ edits }] = edit!.documentChanges as [TextDocumentEdit];
    const lines = new Lines(DRAFT);
    const text = applyEdits(
      DRAFT,
      edits.map((each) => ({
        span: { start: lines.offsetAt(each.range.start), end: lines.offsetAt(each.range.end) },
        newText: (each as { newText: string }).newText,
      })),
    );
    const ignoring = await client.open(`${folder.path}/ignoring.md`, text);
    expect(text).toContain(WRONG);
    expect(await client.diagnostics(ignoring)).toEqual([]);
  });

  test("in the workspace's file, with a reason; it stays so in the next session, whatever changes around it", async () => {
    await client.start({ folders: [folder.path], initializationOptions: { canAsk: true } });
    const uri = await client.open(`${folder.path}/a brief.md`, DRAFT);
    client.reason = "As the old: register had it";
    await execute(uri);
    expect(await client.diagnostics(uri)).toEqual([]);
    const written = readFileSync(`${folder.path}/${IGNORE_FILE}`, "utf8");
    expect(written).toContain(`reason: "As the old: register had it"`);
    expect(written).toContain("file: a brief.md");
    await client.stop();

    client = new LanguageClient(server);
    await client.start({ folders: [folder.path] });
    const moved = `# A title\n\nOthers came. **The** guild of Pilots spoke. The Quay   truce was signed on *${WRONG}*.\n`;
    expect(await client.diagnostics(await client.open(`${folder.path}/renamed.md`, moved))).toEqual([]);
    const other = `The Quay truce was signed on ${WRONG}, in the rain.\n`;
    expect(await client.diagnostics(await client.open(`${folder.path}/other.md`, other))).toHaveLength(1);
  });

  test("not, if the user thinks better of it", async () => {
    await client.start({ folders: [folder.path], initializationOptions: { canAsk: true } });
    await execute(await client.open(`${folder.path}/a brief.md`, DRAFT));
    expect(existsSync(`${folder.path}/${IGNORE_FILE}`)).toBe(false);
  });

  test("in an ignore file that is open, by an edit there", async () => {
    writeFileSync(`${folder.path}/${IGNORE_FILE}`, "# Ours.\n");
    await client.start({ folders: [folder.path] });
    const uri = await client.open(`${folder.path}/a brief.md`, DRAFT);
    const file = await client.open(`${folder.path}/${IGNORE_FILE}`, "# Ours, as it is typed.\n", "yaml");
    await execute(uri);
    const [change] = client.applied[0]!.documentChanges as [TextDocumentEdit];
    expect(change.textDocument.uri).toBe(file);
    expect(change.edits[0]).toMatchObject({
      newText: expect.stringMatching(/^# Ours, as it is typed\.\n- check: event-date\n/),
    });
  });
});

describe("an ignore file", () => {
  test("that is broken is shown so in its place, and the other entries hold", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await client.open(`${folder.path}/a brief.md`, DRAFT);
    await execute(uri);
    const sound = readFileSync(`${folder.path}/${IGNORE_FILE}`, "utf8");
    writeFileSync(`${folder.path}/${IGNORE_FILE}`, `- check: event-place\n${sound}`);
    client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: `${uriOf(folder.path)}/${IGNORE_FILE}`, type: 2 }],
    });
    const problems = await client.until(() => {
      const pushed = client.published.findLast((each) => each.uri.endsWith(IGNORE_FILE));
      return pushed !== undefined && pushed.diagnostics.length > 0 && pushed.diagnostics;
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      message: "This ignored finding has no `fingerprint`, so it ignores nothing.",
    });
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  test("of which an entry is no longer needed is reported in its draft", async () => {
    await client.start({ folders: [folder.path] });
    const uri = await client.open(`${folder.path}/a brief.md`, DRAFT);
    await execute(uri);
    await client.edit(uri, WRONG, "19 October 2030");
    expect(await client.diagnostics(uri)).toMatchObject([{ code: "unused-ignore", severity: 3 }]);
  });
});

async function action(uri: string, title: string): Promise<CodeAction> {
  const [diagnostic] = await client.diagnostics(uri);
  const actions = await client.at<CodeAction[]>("textDocument/codeAction", uri, WRONG, {
    range: diagnostic!.range,
    context: { diagnostics: [diagnostic] },
  });
  // Who can be asked is promised a question.
  return actions.find((each) => each.title === title || each.title === `${title}, with a reason…`)!;
}

async function execute(uri: string): Promise<void> {
  const { command } = await action(uri, "Ignore this in the workspace");
  await client.connection.sendRequest("workspace/executeCommand", command);
}
