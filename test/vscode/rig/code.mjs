#!/usr/bin/env node
// Takes the place of the `code` executable for @vscode/test-electron where Microsoft's download is out of reach:
// runs the tests in the extension host of code-server, with a browser without a window as its face.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { format, parseArgs } from "node:util";
import { launchBrowser } from "./browser.mjs";
import { foldersIn, installExtension, startServer, versionLines } from "./server.mjs";

/** After this many milliseconds a run counts as hung. */
const LIMIT = Number(process.env.VSCODE_RIG_TIMEOUT ?? 180_000);
const TIMED_OUT = 124;
const BROKEN = 3;

/** What VS Code itself logs in every run; a report of tests would drown in it. */
const NOISE =
  /^(\[(remote-connection|reconnection-grace-time|AccountPolicyGate|AgentHost|Service Worker|lifecycle)|Creating a socket|Resolv(ing|ed) connection token|Updating additional builtin|Ignoring fetching additional builtin|Creation of workbench contribution|No search provider registered)/;
const FRAMES_OF_THE_WORKBENCH = /\n\s+at [^\n]*\bhttps?:[^\n]*/g;

const { values: options, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    version: { type: "boolean" },
    extensionDevelopmentPath: { type: "string" },
    extensionTestsPath: { type: "string" },
    "user-data-dir": { type: "string" },
    "extensions-dir": { type: "string" },
    "install-extension": { type: "string" },
  },
});

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "vscode-rig-"));
process.exitCode = await main();
fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
process.exit();

async function main() {
  if (options.version) {
    console.log(versionLines().join("\n"));
    return 0;
  }
  const own = foldersIn(temporary);
  const folders = {
    ...own,
    data: options["user-data-dir"] ?? own.data,
    extensions: options["extensions-dir"] ?? own.extensions,
  };
  if (options["install-extension"]) return installExtension(folders, options["install-extension"]);
  const opened = [];
  try {
    return await runTests(folders, opened);
  } catch (error) {
    console.error(error);
    return BROKEN;
  } finally {
    for (const close of opened.reverse()) await close();
  }
}

/** Resolves to the exit code that VS Code reports, or to one of ours; adds to `opened` what has to be closed. */
async function runTests(folders, opened) {
  // The driver lets a page be told which tests to run, and report how they ended.
  const server = await startServer({ folders, args: ["--enable-smoke-test-driver"] });
  opened.push(server.stop);
  const browser = await launchBrowser();
  opened.push(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const { code, reason } = await new Promise((resolve, reject) => {
    const end = (code, reason) => resolve({ code, reason });
    setTimeout(end, LIMIT, TIMED_OUT, `The tests did not end within ${LIMIT} ms.`).unref();
    process.once("SIGINT", () => end(130, "Interrupted."));
    process.once("SIGTERM", () => end(143, "Terminated."));
    page.once("crash", () => end(BROKEN, "The page crashed."));
    server.exited.then(() => end(BROKEN, "VS Code's server ended."));
    load(page, server, end).catch(reject);
  });
  if (reason) console.error(reason);
  return code;
}

async function load(page, server, onExit) {
  // Everything logged in the extension host, mocha's report too, and in the workbench comes through here.
  await page.exposeFunction("codeAutomationLog", (type, messages) => {
    const text = format(...messages).replace(FRAMES_OF_THE_WORKBENCH, "");
    if (!NOISE.test(text)) (console[type] ?? console.log)("%s", text);
  });
  await page.exposeFunction("codeAutomationExit", (code) => onExit(code));
  await page.goto(addressOf(server));
}

function addressOf({ origin, authority }) {
  const remote = (file) => `vscode-remote://${authority}${path.resolve(file)}`;
  const payload = [["skipWelcome", "true"]];
  if (options.extensionDevelopmentPath) {
    payload.push(["extensionDevelopmentPath", remote(options.extensionDevelopmentPath)]);
  }
  if (options.extensionTestsPath) payload.push(["extensionTestsPath", remote(options.extensionTestsPath)]);
  const folder = positionals.find((file) => fs.statSync(file).isDirectory());
  const query = new URLSearchParams(folder ? { folder: path.resolve(folder) } : { ew: "true" });
  query.set("payload", JSON.stringify(payload));
  return `${origin}/?${query}`;
}
