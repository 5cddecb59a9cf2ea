// `npm run bench:time`: how fast dates are read, beside a plain loop over the characters and beside chrono-node.
import { runBench } from "./run-bench.mjs";

await runBench("time");
