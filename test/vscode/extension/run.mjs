// Bundles the tests of this folder and runs them in the extension host of a real VS Code.
import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { runSuite } from "../run-suite.mjs";

const here = import.meta.dirname;
const out = path.resolve(here, "../../../.vscode-test/suite");

fs.rmSync(out, { recursive: true, force: true });
const tests = fs.readdirSync(here).filter((name) => name.endsWith(".test.ts"));
await build({
  entryPoints: ["suite.ts", ...tests].map((name) => path.join(here, name)),
  outdir: out,
  bundle: true,
  platform: "node",
  target: "node20",
  external: ["vscode", "mocha"],
  sourcemap: "inline",
});
const { passed, failed } = await runSuite(path.join(out, "suite.js"));
console.log(`counted: passed=${passed} failed=${failed}`);
process.exitCode = failed || !passed ? 1 : 0;
