// `npm run start:web`: opens the faulty sample in a VS Code that is nothing but a page in a browser, with the extension
// from this folder in its web worker. With --once, or where CI is set, it ends as soon as the address has answered.
import { execFileSync } from "node:child_process";
import path from "node:path";
import { addressOfFolder, serveStaticWorkbench } from "../test/vscode/rig/static-workbench.mjs";

const root = path.resolve(import.meta.dirname, "..");
const SAMPLE = "knowledge/samples/faulty.md";
const once = process.argv.includes("--once") || Boolean(process.env.CI);

process.chdir(root);
execFileSync(process.execPath, ["esbuild.js"], { stdio: "inherit" });
const { origin, stop } = await serveStaticWorkbench({ extension: root });
const address = addressOfFolder(origin, "tmp:/", `${origin}/extension/${SAMPLE}`);
console.log(`Open this address in a browser on this computer:\n\n  ${address}\n`);
if (once) {
  const { ok } = await fetch(address);
  console.log(ok ? "The address answers." : "The address does not answer.");
  process.exitCode = ok ? 0 : 1;
} else {
  console.log(
    "The page has a folder of its own, in its memory. After `npm run build`, load the page again. Ctrl-C ends it.",
  );
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, resolve);
  });
}
stop();
