import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { CacheFolder } from "../../server/src/node/cache-folder.ts";
import { KnowledgeCache } from "../../server/src/node/knowledge-cache.ts";
import { finish } from "../../server/src/service.ts";
import { baseOf, FILE, yamlOf } from "./many-names.ts";

// How long a compiled knowledge base takes to open, beside reading its file. Each size has two processes of its own: one
// makes it, the other measures, with nothing else in its memory.

const SIZES = [10_000, 100_000, 1_000_000];
/** Of more names, the YAML is not loaded: it would be waited for. */
const MOST_LOADED = 100_000;
const RUNS = 21;
const NO_TEXT = () => undefined;

const COLUMNS = [
  "names",
  "file MB",
  "bytes/name",
  "read ms",
  "open ms",
  "open/read",
  "get µs",
  "all s",
  "heap MB",
  "compile s",
  "YAML MB",
  "key ms",
  "load s",
];

const [task, folder = "", size = "0"] = process.argv.slice(2);
if (task === "make") make(folder, Number(size));
else if (task === "measure") measure(folder, Number(size));
else main();

function main(): void {
  console.log(COLUMNS.join("\t"));
  for (const size of SIZES) {
    const folder = mkdtempSync(join(tmpdir(), "aide-memoire-bench-"));
    const run = (task: string) => {
      const args = ["--expose-gc", "--max-old-space-size=8000", process.argv[1]!, task, folder, String(size)];
      const { stdout, status } = spawnSync(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
      if (status !== 0) process.exit(1);
      return stdout.toString().trim().split("\t");
    };
    const made = run("make");
    console.log([size, ...run("measure"), ...made].join("\t"));
    rmSync(folder, { recursive: true });
  }
}

/** Compiles as many names; tells how long that takes, and how long it takes to do without. */
function make(folder: string, names: number): void {
  const base = baseOf(names);
  const [compile] = timed(() => finish(placeOf(folder, names).keep(base, NO_TEXT)));
  const text = yamlOf(names);
  writeFileSync(join(folder, "ids.json"), JSON.stringify([...base.knowledge.entities.keys()]));
  const files = [{ file: FILE, text, bytes: Buffer.from(text) }];
  const [key] = timed(() => placeOf(folder, names, files));
  const load = names <= MOST_LOADED ? timed(() => loadKnowledge(files))[0] : undefined;
  const yaml = files[0]!.bytes.length / 1e6;
  print([seconds(compile), yaml.toFixed(1), key.toFixed(1), load === undefined ? "–" : seconds(load)]);
}

function measure(folder: string, names: number): void {
  const { path } = placeOf(folder, names);
  const reading: number[] = [];
  const opening: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    global.gc!();
    reading.push(timed(() => readFileSync(path))[0]);
    global.gc!();
    opening.push(timed(() => placeOf(folder, names).open(NO_TEXT))[0]);
  }
  const ids: string[] = JSON.parse(readFileSync(join(folder, "ids.json"), "utf8"));
  const { knowledge } = placeOf(folder, names).open(NO_TEXT)!;
  const some = ids.filter((_, i) => i % Math.ceil(ids.length / 2000) === 0);
  const [gets] = timed(() => {
    for (const id of some) if (knowledge.entities.get(id)?.id !== id) throw new Error(id);
  });
  global.gc!();
  const before = process.memoryUsage().heapUsed;
  const [all] = timed(() => {
    for (const { id } of knowledge.entities.values()) if (id === "") throw new Error(id);
    for (const { id } of knowledge.events.values()) if (id === "") throw new Error(id);
  });
  global.gc!();
  const heap = process.memoryUsage().heapUsed - before;
  const bytes = readFileSync(path).length;
  const [read, open] = [median(reading), median(opening)];
  print([
    (bytes / 1e6).toFixed(1),
    (bytes / names).toFixed(0),
    read.toFixed(1),
    open.toFixed(1),
    (open / read).toFixed(2),
    ((1000 * gets) / some.length).toFixed(1),
    seconds(all),
    (heap / 1e6).toFixed(0),
  ]);
}

/** Its place in the cache; unless the files are given, their hash is left out of account. */
function placeOf(folder: string, names: number, files = [{ file: FILE, text: `# ${names}\n` }]) {
  return new KnowledgeCache(new CacheFolder(folder, console.error), "bench").find(files);
}

function timed<T>(action: () => T): [milliseconds: number, result: T] {
  const start = performance.now();
  const result = action();
  return [performance.now() - start, result];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

function print(values: readonly string[]): void {
  console.log(values.join("\t"));
}
