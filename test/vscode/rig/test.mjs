// Holds the rig to its word: a suite whose extension host dies, that never ends, or that is not there must fail.
import path from "node:path";
import { runSuite } from "../run-suite.mjs";

const CASES = [
  { name: "an extension host that dies", suite: "crash.cjs", says: /ended before the tests did/ },
  { name: "a suite that hangs", suite: "hang.cjs", says: /code 124/, env: { VSCODE_RIG_TIMEOUT: "15000" } },
  { name: "a missing suite", suite: "missing.cjs", says: /code 1$/ },
];

const results = await Promise.all(
  CASES.map(async ({ name, suite, says, env }) => {
    const outcome = await runSuite(path.join(import.meta.dirname, "failing", suite), env).catch(
      (error) => error,
    );
    const caught = outcome instanceof Error && says.test(outcome.message);
    console.log(`${caught ? "✓" : "✗"} ${name} fails the run`);
    if (!caught) console.log(outcome);
    return caught;
  }),
);
const passed = results.filter(Boolean).length;
console.log(`counted: passed=${passed} failed=${results.length - passed}`);
process.exitCode = passed === results.length ? 0 : 1;
