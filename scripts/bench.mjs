// `npm run bench`: how fast dates are read; `npm run bench -- loading cache`: those benchmarks.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";

const names = readdirSync(import.meta.dirname).flatMap((file) => /^bench-(\w+)\.mjs$/.exec(file)?.[1] ?? []);
const wanted = process.argv.length > 2 ? process.argv.slice(2) : ["time"];
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}; there are ${names.join(", ")}.`);
  process.exit(2);
}
for (const name of wanted) {
  const script = path.join(import.meta.dirname, `bench-${name}.mjs`);
  const { status } = spawnSync(process.execPath, [script], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
