// `npm run bench:cache`: how fast compiled knowledge bases open.
import { runBench } from "./run-bench.mjs";

await runBench("cache");
