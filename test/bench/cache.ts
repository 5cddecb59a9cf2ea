import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CacheFolder } from "../../server/src/node/cache-folder.ts";
import { KnowledgeCache } from "../../server/src/node/knowledge-cache.ts";
import { finish } from "../../server/src/service.ts";
import { type Benchmark, type Figure, inOwnProcess, median, p99, type Times, timesOf } from "./benchmark.ts";
import { baseOf, FILE } from "./many-names.ts";

const RUNS = 21;
const NO_TEXT = () => undefined;

interface Opened {
  readonly bytes: number;
  readonly reading: Times;
  readonly opening: Times;
  /** Microseconds for one entry. */
  readonly get: number;
}

/** How long a compiled knowledge base takes to open. Each size is made in one process and measured in another. */
export const compiledBase: Benchmark = {
  name: "cache",
  what: "A compiled knowledge base opened, beside reading its file",
  measure: ({ isQuick }) =>
    (isQuick ? [10_000] : [10_000, 100_000, 1_000_000]).flatMap((names): Figure[] => {
      const folder = mkdtempSync(join(tmpdir(), "aide-memoire-bench-"));
      try {
        const compiling = inOwnProcess<number>("cache", "make", folder, names);
        return figuresOf(names, inOwnProcess<Opened>("cache", "open", folder, names), compiling);
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
  tasks: { make: (folder, names) => make(folder!, +names!), open: (folder, names) => open(folder!, +names!) },
};

function figuresOf(names: number, { bytes, reading, opening, get }: Opened, compiling: number): Figure[] {
  const of = `${names.toLocaleString("en")} names`;
  const [value, least] = [median(opening.wall), median(reading.wall)];
  const isMet = value <= 50 && value / least <= 2;
  return [
    {
      what: `${of}: opened`,
      value,
      unit: "ms",
      p99: p99(opening.wall),
      beside: { what: "its file read", value: least },
      ...(names === 1_000_000 && { goal: { text: "≤ 50 ms, ≤ 2×", isMet } }),
    },
    { what: `${of}: file`, value: bytes / names, unit: "bytes/name" },
    { what: `${of}: one entry unpacked`, value: get, unit: "µs" },
    { what: `${of}: compiled in`, value: compiling, unit: "ms" },
  ];
}

/** Compiles as many names; gives how long that takes, in milliseconds. */
function make(folder: string, names: number): number {
  const base = baseOf(names);
  const start = performance.now();
  finish(placeOf(folder, names).keep(base, NO_TEXT));
  const milliseconds = performance.now() - start;
  writeFileSync(join(folder, "ids.json"), JSON.stringify([...base.knowledge.entities.keys()]));
  return milliseconds;
}

function open(folder: string, names: number): Opened {
  const { path } = placeOf(folder, names);
  const { reading, opening } = timesOf(
    {
      reading: () => readFileSync(path),
      opening: () => placeOf(folder, names).open(NO_TEXT),
      nothing: () => global.gc!(),
    },
    { rounds: RUNS, warmUp: 2 },
  );
  const ids: string[] = JSON.parse(readFileSync(join(folder, "ids.json"), "utf8"));
  const { knowledge } = placeOf(folder, names).open(NO_TEXT)!;
  const some = ids.filter((_, i) => i % Math.ceil(ids.length / 2000) === 0);
  const start = performance.now();
  for (const id of some) if (knowledge.entities.get(id)?.id !== id) throw new Error(id);
  const get = (1000 * (performance.now() - start)) / some.length;
  return { bytes: readFileSync(path).length, reading, opening, get };
}

/** Its place in the cache; its files' hash is left out of account. */
function placeOf(folder: string, names: number) {
  const files = [{ file: FILE, text: `# ${names}\n` }];
  return new KnowledgeCache(new CacheFolder(folder, console.error), "bench").find(files);
}
