// `npm run bench`: everything that docs/performance.md speaks of; `npm run bench -- --help` says what there is.
import { spawnSync } from "node:child_process";
import { runBundled } from "./run-bench.mjs";

// The server that is talked to is the one that is shipped.
const { status } = spawnSync(process.execPath, ["esbuild.js", "--production"], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
await runBundled("test/bench/main.ts", process.argv.slice(2));
