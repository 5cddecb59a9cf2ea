// The whole `npm test`: every stage in turn, the time of each, and as the last line the sum of what passed and failed.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { freeNode } from "./vscode/rig/free-node.mjs";

const root = path.resolve(import.meta.dirname, "..");
const vitestReport = path.join(root, ".vscode-test/vitest.json");

/** `limit` is in seconds. A stage without `count` is one test: it ends well or it does not. */
const STAGES = [
  { name: "lint", command: ["biome", "check", "."], limit: 60 },
  { name: "types", command: ["tsc", "--noEmit"], limit: 120 },
  { name: "types of the views", command: ["tsc", "--noEmit", "-p", "client/src/views"], limit: 60 },
  { name: "build", command: ["node", "esbuild.js"], limit: 60 },
  {
    name: "unit, specs, protocol",
    command: [
      "vitest",
      "run",
      "--maxWorkers=100%",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${vitestReport}`,
    ],
    limit: 600,
    count: countVitest,
  },
  { name: "test rig", command: ["node", "test/vscode/rig/test.mjs"], limit: 120, count: countPrinted },
  { name: "extension", command: ["node", "test/vscode/extension/run.mjs"], limit: 240, count: countPrinted },
  { name: "web", command: ["node", "test/vscode/web/run.mjs"], limit: 90, count: countPrinted },
  { name: "user interface", command: ["node", "test/vscode/ui/run.mjs"], limit: 300, count: countPrinted },
];

/** Seconds in which a stage that is told to end may stop what it has started. */
const GRACE = 10;

freeNode();
fs.rmSync(vitestReport, { force: true });
const results = [];
for (const stage of STAGES) {
  console.log(`\n── ${stage.name}`);
  const result = await runStage(stage);
  results.push(result);
}

console.log();
for (const { name, passed, failed, seconds } of results) {
  console.log(`${failed ? "✗" : "✓"} ${name}: ${passed} of ${passed + failed} in ${seconds.toFixed(1)} s`);
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") ? 1 : 0;

async function runStage(stage) {
  const started = performance.now();
  const { code, output } = await run(stage);
  const { passed, failed } = stage.count?.(output) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  // A stage that broke, or that found no test to run, has failed even where it counted no failure.
  const broken = failed === 0 && (code !== 0 || passed === 0);
  return {
    name: stage.name,
    passed,
    failed: broken ? 1 : failed,
    seconds: (performance.now() - started) / 1000,
  };
}

function run({ name, command: [program, ...args], limit }) {
  return new Promise((resolve) => {
    const bin = path.join(root, "node_modules/.bin");
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
      stdio: ["ignore", "pipe", "pipe"],
      // A process group of its own, so that a stage which hangs goes as a whole.
      detached: true,
    });
    let output = "";
    for (const stream of ["stdout", "stderr"]) {
      child[stream].on("data", (data) => {
        output += data;
        process[stream].write(data);
      });
    }
    const interrupt = () => {
      signalGroup(child, "SIGTERM");
      process.exit(130);
    };
    process.once("SIGINT", interrupt);
    const timers = [
      setTimeout(() => {
        console.error(`${name} did not end within ${limit} s.`);
        signalGroup(child, "SIGTERM");
      }, limit * 1000),
      setTimeout(signalGroup, (limit + GRACE) * 1000, child, "SIGKILL"),
    ];
    const end = (code) => {
      timers.forEach(clearTimeout);
      process.off("SIGINT", interrupt);
      resolve({ code, output });
    };
    child.once("error", (error) => {
      console.error(error.message);
      end(1);
    });
    child.once("close", end);
  });
}

function signalGroup(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // Nobody is left in the group.
  }
}

function countVitest() {
  if (!fs.existsSync(vitestReport)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(fs.readFileSync(vitestReport, "utf8"));
  return { passed: numPassedTests, failed: numFailedTests };
}

/** The line that our own stages end with. */
function countPrinted(output) {
  const counts = [...output.matchAll(/^counted: passed=(\d+) failed=(\d+)$/gm)].at(-1);
  return counts ? { passed: Number(counts[1]), failed: Number(counts[2]) } : { passed: 0, failed: 1 };
}
