import { spawnSync } from "node:child_process";
import { parseEvents } from "js-yaml";
import { type KnowledgeFile, loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { parseYaml } from "../../server/src/knowledge-base/yaml/tree.ts";
import { largeKnowledge } from "./large-knowledge.ts";

// How long 10 MB of YAML take to become a knowledge base: the first time in a process, and the median of five more.
// Each figure comes from a process of its own, for what one task leaves in memory slows the next.

const CHARACTERS = 10_000_000;
const SHAPES = [1, 8];
const RUNS = 5;

const TASKS: Readonly<Record<string, (files: readonly KnowledgeFile[]) => unknown>> = {
  "loop over the characters": (files) => files.map(({ text }) => sumOf(text)),
  "the parser's events": (files) => files.map(({ text }) => parseEvents(text, {}).length),
  "values with positions": (files) => files.map(({ file, text }) => parseYaml(file, text)),
  "knowledge and problems": (files) => loadKnowledge(files),
};

const [task, shape = "1"] = process.argv.slice(2);
if (task === undefined) main();
else measure(task, Number(shape));

function main(): void {
  console.log(["files", "first ms", "median ms", "× events", "what"].join("\t"));
  for (const files of SHAPES) {
    const rows = Object.keys(TASKS).map((name) => [name, ...run(name, files)] as const);
    const events = rows.find(([name]) => name === "the parser's events")!;
    for (const [name, first, median] of rows) {
      console.log(
        [files, first.toFixed(0), median.toFixed(0), (median / events[2]).toFixed(2), name].join("\t"),
      );
    }
  }
}

function run(name: string, files: number): [first: number, median: number] {
  const { stdout, status } = spawnSync(process.execPath, [process.argv[1]!, name, String(files)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) process.exit(1);
  return stdout.toString().trim().split(" ").map(Number) as [number, number];
}

function measure(name: string, files: number): void {
  const base = largeKnowledge({ characters: CHARACTERS, files, seed: 7 });
  const times = Array.from({ length: RUNS + 1 }, () => {
    const start = performance.now();
    TASKS[name]!(base);
    return performance.now() - start;
  });
  const [first, ...later] = times;
  console.log(first, later.sort((a, b) => a - b)[RUNS >> 1]);
}

function sumOf(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum;
}
