// `npm run bench:import [entities]`: imports generated FollowTheMoney entities with little memory, and says how long that
// took and how much memory it used. Nothing of it is timed in a test.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ftmLines } from "./generated-entities.mjs";

const root = path.resolve(import.meta.dirname, "..");
const count = Number(process.argv[2] ?? 1_000_000);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "aide-memoire-"));
const input = path.join(folder, "entities.ftm.json");
const output = path.join(folder, "knowledge");
// Loaded before the command line itself: tells the peak of its memory at its end.
const gauge = path.join(folder, "gauge.cjs");
const HEAP = 256;

try {
  const file = fs.openSync(input, "w");
  let lines = [];
  for (const line of ftmLines(count)) {
    lines.push(line);
    if (lines.length < 10_000) continue;
    fs.writeSync(file, `${lines.join("\n")}\n`);
    lines = [];
  }
  fs.writeSync(file, lines.map((line) => `${line}\n`).join(""));
  fs.closeSync(file);
  fs.writeFileSync(
    gauge,
    'process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS + "\\n"));',
  );
  const began = performance.now();
  const run = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${HEAP}`,
      "--require",
      gauge,
      path.join(root, "dist/cli.js"),
      ...["knowledge", "import", input, "--from", "ftm", "-o", output],
    ],
    { encoding: "utf8" },
  );
  const seconds = (performance.now() - began) / 1000;
  const peak = Number(/^peak (\d+)$/m.exec(run.stderr)?.[1] ?? 0);
  process.stderr.write(run.stderr.replace(/^peak.*\n/m, ""));
  const files = run.status === 0 ? fs.readdirSync(output) : [];
  const size = (names) => names.reduce((sum, name) => sum + fs.statSync(path.join(output, name)).size, 0);
  console.log(`exit status       ${run.status}`);
  console.log(`entities          ${count.toLocaleString("en-GB")}`);
  console.log(`input             ${megabytes(fs.statSync(input).size)}`);
  console.log(`output            ${megabytes(size(files))} in ${files.length} files`);
  console.log(
    `time              ${seconds.toFixed(1)} s, ${Math.round(count / seconds).toLocaleString("en-GB")} a second`,
  );
  console.log(`peak memory       ${megabytes(peak * 1024)} (resident), with a heap of at most ${HEAP} MB`);
  process.exitCode = run.status ?? 1;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
