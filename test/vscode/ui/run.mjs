// Installs the packaged extension into an empty VS Code and uses it with mouse and keyboard, in a real browser.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { launchBrowser } from "../rig/browser.mjs";
import { foldersIn, installExtension, startServer } from "../rig/server.mjs";
import { STEPS } from "./steps.mjs";
import { Workbench } from "./workbench.mjs";

const root = path.resolve(import.meta.dirname, "../../..");
const screenshots = path.join(root, "test/screenshots");
const home = fs.mkdtempSync(path.join(os.tmpdir(), "aide-memoire-ui-"));
const folders = foldersIn(home);
const drafts = path.join(home, "drafts");

fs.rmSync(screenshots, { recursive: true, force: true });
fs.mkdirSync(screenshots, { recursive: true });
fs.mkdirSync(drafts);
execFileSync("npm", ["run", "--silent", "package"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
if (installExtension(folders, path.join(root, "aide-memoire.vsix")) !== 0) process.exit(1);

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
const server = await startServer({ folders });
const browser = await launchBrowser();
let passed = 0;
let failed = 0;
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 });
  page.setDefaultTimeout(20_000);
  const workbench = new Workbench(page, screenshots);
  await page.goto(`${server.origin}/?${new URLSearchParams({ folder: drafts })}`);
  for (const { name, run } of STEPS) {
    try {
      await run(workbench, { extensions: folders.extensions, drafts });
      passed++;
      console.log(`✓ ${name}`);
    } catch (error) {
      // The steps build on each other: what comes after a failure says nothing.
      failed = STEPS.length - passed;
      console.log(`✗ ${name}\n${error.stack}`);
      await workbench.screenshot("failure");
      break;
    }
  }
} finally {
  await browser.close();
  await server.stop();
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`counted: passed=${passed} failed=${failed}`);
process.exitCode = failed || !passed ? 1 : 0;
