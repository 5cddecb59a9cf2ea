// How long the server takes to read a folder of drafts in the background, what that costs in memory, and how long a
// keystroke waits for its findings meanwhile: node scripts/bench-workspace.mjs [drafts] [words]. After `npm run build`.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

const root = join(import.meta.dirname, "..");
const [count = 5000, words = 2000] = process.argv.slice(2).map(Number);
const KEYSTROKES = 60;

const folder = mkdtempSync(join(tmpdir(), "aide-memoire-bench-"));
try {
  writeDrafts();
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Paragraphs of the samples, shuffled, with what only one draft tells between them. */
function writeDrafts() {
  const samples = join(root, "knowledge/samples");
  const paragraphs = readdirSync(samples)
    .filter((name) => name.endsWith(".md"))
    .flatMap((name) => readFileSync(join(samples, name), "utf8").split(/\n\s*\n/))
    .filter((text) => text.split(/\s+/).length > 15);
  cpSync(join(root, "knowledge/article"), join(folder, "knowledge"), { recursive: true });
  let seed = 7;
  const random = (below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let i = 0; i < count; i++) {
    const text = [`# Note ${i}`];
    let left = words;
    while (left > 0) {
      const paragraph = paragraphs[random(paragraphs.length)];
      const own = `The Merger of House ${random(count)} was agreed on ${1 + random(28)} May 2019.`;
      text.push(paragraph, own);
      left -= paragraph.split(/\s+/).length + 10;
    }
    const place = join(folder, `part-${i % 50}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `note-${i}.md`), `${text.join("\n\n")}\n`);
  }
}

async function measure() {
  const server = spawn(process.execPath, [join(root, "dist/server.js"), "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const settings = { workspaceDiagnostics: "never" };
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => settings));
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("window/workDoneProgress/create", () => null);
  connection.onRequest("workspace/diagnostic/refresh", () => null);
  let ended;
  const end = new Promise((resolve) => {
    ended = resolve;
  });
  connection.onNotification("$/progress", ({ value }) => value?.kind === "end" && ended());
  connection.onNotification("window/logMessage", ({ message }) => console.log(`log: ${message}`));
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "bench" }],
    capabilities: {
      window: { workDoneProgress: true },
      workspace: {
        configuration: true,
        workspaceFolders: true,
        diagnostics: { refreshSupport: true },
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
      textDocument: { diagnostic: {} },
    },
  });
  await connection.sendNotification("initialized", {});
  const uri = pathToFileURL(join(folder, "open.md")).href;
  const text = readFileSync(join(folder, "part-0/note-0.md"), "utf8");
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "markdown", version: 1, text },
  });
  await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  let version = 1;
  const keystroke = async () => {
    const start = performance.now();
    version++;
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "x" },
      ],
    });
    await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
    return performance.now() - start;
  };
  const typing = async (pause) => {
    const times = [];
    for (let i = 0; i < KEYSTROKES; i++) {
      times.push(await keystroke());
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    times.sort((a, b) => a - b);
    return `p50 ${times[KEYSTROKES / 2].toFixed(1)} ms, p95 ${times[Math.floor(KEYSTROKES * 0.95)].toFixed(1)} ms, most ${times.at(-1).toFixed(1)} ms`;
  };
  const memory = () =>
    `${(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1]) / 1024).toFixed(0)} MB`;
  await typing(5);
  console.log(`keystroke to findings, at rest: ${await typing(60)}`);
  console.log(`memory before: ${memory()}`);
  settings.workspaceDiagnostics = "always";
  const start = performance.now();
  await connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  // As somebody types who thinks after each word, so that reading goes on between the keys.
  console.log(`keystroke to findings, while drafts are read: ${await typing(400)}`);
  console.log(`memory meanwhile: ${memory()}`);
  await end;
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${count} drafts of ${words} words read after ${seconds.toFixed(1)} s, of which somebody typed ${(KEYSTROKES * 0.4).toFixed(0)} s`,
  );
  console.log(`memory after: ${memory()}`);
  await new Promise((resolve) => setTimeout(resolve, 5000));
  console.log(`keystroke to findings, after: ${await typing(60)}`);
  console.log(`memory at last: ${memory()}`);
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
}
