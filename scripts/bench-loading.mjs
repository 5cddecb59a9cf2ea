// `npm run bench:loading`: how fast 10 MB of YAML become a knowledge base, beside what the parser takes for its events.
import { runBench } from "./run-bench.mjs";

await runBench("loading");
