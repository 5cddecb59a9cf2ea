import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Benchmark } from "./benchmark.ts";
import { compiledBase } from "./cache.ts";
import { changedBase } from "./change.ts";
import { fullCheck } from "./check.ts";
import { echo } from "./echo.ts";
import { loading } from "./loading.ts";
import { nameTable } from "./names.ts";
import { nearMisses } from "./near.ts";
import { peers } from "./peers.ts";
import { responsiveness } from "./responsiveness.ts";
import { session } from "./session.ts";
import { start } from "./start.ts";
import { consoleTable, type Measured, markdownOf, withMarkdown } from "./tables.ts";
import { dates } from "./time.ts";
import { profile } from "./where.ts";
import { keystrokeWork } from "./work.ts";

const BENCHMARKS: readonly Benchmark[] = [
  session,
  responsiveness,
  keystrokeWork,
  fullCheck,
  peers,
  nameTable,
  nearMisses,
  compiledBase,
  changedBase,
  loading,
  start,
  dates,
  profile,
];

const USAGE = `npm run bench -- [NAME…] [--quick] [--json FILE] [--markdown FILE]

  --quick          small inputs and few rounds: says whether the benchmarks work, not how fast the program is
  --json FILE      writes what was measured
  --markdown FILE  writes the tables between the marks of a page, those of the benchmarks that were run

${BENCHMARKS.map(({ name, what }) => `  ${name.padEnd(14)} ${what}`).join("\n")}
`;

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

async function main(args: readonly string[]): Promise<void> {
  if (args[0] === "--echo") return echo(args[1]!);
  if (args[0] === "--task") return task(args[1]!, args[2]!, args.slice(3));
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      json: { type: "string" },
      markdown: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const unknown = positionals.filter((name) => !BENCHMARKS.some((one) => one.name === name));
  if (values.help || unknown.length > 0) {
    if (unknown.length > 0) console.error(`There is no benchmark ${unknown.join(", ")}.\n`);
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const wanted = BENCHMARKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const all: Measured[] = [];
  for (const benchmark of wanted) {
    const { name, what } = benchmark;
    const figures = await benchmark.measure({ isQuick: values.quick });
    if (figures.length === 0) continue;
    all.push({ name, what, figures });
    console.log(consoleTable(all.at(-1)!));
  }
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ node: process.version, benchmarks: all }, null, 2)}\n`);
  if (values.markdown !== undefined)
    writeFileSync(values.markdown, withMarkdown(readFileSync(values.markdown, "utf8"), all.map(markdownOf)));
}

/** Does one task of a benchmark, and says what came of it. */
async function task(benchmark: string, name: string, args: readonly string[]): Promise<void> {
  const done = BENCHMARKS.find((one) => one.name === benchmark)!.tasks![name]!;
  process.stdout.write(JSON.stringify((await done(...args)) ?? null));
}
