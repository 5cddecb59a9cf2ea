// `npm run fuzz:time [texts] [seed]`: looks for texts whose dates are slow to read, as test/time/work.test.ts does, for longer.
import { spawnSync } from "node:child_process";

const [texts = "20000", seed = String(Date.now() % 1e9)] = process.argv.slice(2);
console.log(`${texts} texts, seed ${seed}`);
const { status } = spawnSync("npx", ["vitest", "run", "test/time/work.test.ts", "--testTimeout=3600000"], {
  stdio: "inherit",
  env: { ...process.env, SLOW_TEXT_RUNS: texts, FAST_CHECK_SEED: seed },
});
process.exitCode = status ?? 1;
