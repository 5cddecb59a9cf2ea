// Holds the rig to its word: a suite whose extension host dies, that never ends, or that is not there must fail.
import path from "node:path";
import { runSuite } from "../run-suite.mjs";

const CASES = [
  { name: "an extension host that dies fails the run", suite: "crash.cjs" },
  { name: "a suite that hangs fails the run", suite: "hang.cjs", env: { VSCODE_RIG_TIMEOUT: "12000" } },
  { name: "a missing suite fails the run", suite: "missing.cjs" },
];

const results = await Promise.all(
  CASES.map(async ({ name, suite, env }) => {
    const error = await runSuite(path.join(import.meta.dirname, "failing", suite), env).catch((e) => e);
    const caught = error instanceof Error;
    console.log(`${caught ? "ok" : "FAILED"}: ${name}${caught ? ` (${error.message})` : ""}`);
    return caught;
  }),
);
const passed = results.filter(Boolean).length;
console.log(`${passed} passed, ${results.length - passed} failed`);
process.exitCode = passed === results.length ? 0 : 1;
