// Runs the tests of this folder in the web worker of a VS Code that is nothing but a page in a browser. It loads the
// extension from the files that would be packed, so that one that is left out of the package is missed here.
import fs from "node:fs";
import path from "node:path";
import { format } from "node:util";
import { listFiles } from "@vscode/vsce";
import { build } from "esbuild";
import { launchBrowser } from "../rig/browser.mjs";
import { addressOfFolder, serveStaticWorkbench } from "../rig/static-workbench.mjs";

const root = path.resolve(import.meta.dirname, "../../..");
/** VS Code wants the suite in the extension's folder. */
const SUITE = ".vscode-test/web/suite.js";
const LIMIT = 80_000;

await build({
  entryPoints: [path.join(import.meta.dirname, "suite.ts")],
  outfile: path.join(root, SUITE),
  bundle: true,
  platform: "browser",
  // A module in the end, whatever mocha takes its surroundings for and writes to.
  format: "iife",
  globalName: "suite",
  footer: { js: "module.exports = suite;" },
  external: ["vscode"],
  mainFields: ["browser", "module", "main"],
});
const packed = new Set(await listFiles({ cwd: root, dependencies: false }));
const { origin, stop } = await serveStaticWorkbench({
  extension: root,
  has: (file) => file === SUITE || packed.has(file),
  suite: SUITE,
});
const browser = await launchBrowser();
const counts = await runIn(await browser.newPage({ viewport: { width: 1280, height: 800 } }));
await browser.close();
stop();
console.log(`counted: passed=${counts.passed} failed=${counts.failed}`);
process.exit(counts.failed || !counts.passed ? 1 : 0);

/** The counts that the suite logs last. One that dies or hangs on the way leaves none: that is a failure. */
async function runIn(page) {
  let counts = { passed: 0, failed: 1 };
  await page.exposeFunction("codeAutomationLog", (type, [first, ...more]) => {
    const text = format(first, ...more);
    const counted = /^counted: (\{.*\})/.exec(text);
    if (counted) counts = JSON.parse(counted[1]);
    else if (/^ {2}/.test(text) || type === "error") console.log("%s", text);
  });
  await new Promise((resolve, reject) => {
    setTimeout(resolve, LIMIT);
    page.once("crash", resolve);
    page
      .exposeFunction("codeAutomationExit", resolve)
      .then(() => page.goto(addressOfFolder(origin, "tmp:/world")), reject);
  });
  fs.mkdirSync(path.join(root, "test/screenshots"), { recursive: true });
  if (counts.failed) await page.screenshot({ path: path.join(root, "test/screenshots/web-failure.png") });
  return counts;
}
