// `npm run score:time`: scores the reading of dates on the corpora beside the repository, or where
// AIDE_MEMOIRE_CORPORA says: a folder with score-time.mjs and gold/*.jsonl. They are no part of the project. Beside the
// whole figure of a suite stands the one on what its conventions share with ours (score-time-conventions.mjs).
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { CONVENTIONS } from "./score-time-conventions.mjs";

const root = path.resolve(import.meta.dirname, "..");
const corpora = path.resolve(process.env.AIDE_MEMOIRE_CORPORA ?? path.join(root, "..", "shared"));
const scorer = path.join(corpora, "score-time.mjs");
const gold = path.join(corpora, "gold");
const adapter = path.join(root, "time-adapter.mjs");

if (!fs.existsSync(scorer) || !fs.existsSync(gold)) {
  console.log(`There are no corpora of dates in ${corpora}; AIDE_MEMOIRE_CORPORA names another folder.`);
  process.exit(0);
}

let status = 0;
const { load, line, parseValue, scoreDoc, summary } = await import(pathToFileURL(scorer));
const { default: recognize } = await import(pathToFileURL(adapter));
for (const name of fs.readdirSync(gold).filter((file) => file.endsWith(".jsonl"))) {
  const file = path.join(gold, name);
  const args = [scorer, "--adapter", adapter, "--gold", file, ...process.argv.slice(2)];
  status ||= spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
  if (name.startsWith("suite-")) scoreShared(file, `${path.basename(name, ".jsonl")}, shared`);
}
process.exit(status);

/** Prints a suite's figures on what is shared, and how many expressions each class of convention took away. */
function scoreShared(file, title) {
  const total = {
    gold: 0,
    pred: 0,
    strict: 0,
    strictTrim: 0,
    rel: 0,
    val: 0,
    vstart: 0,
    wrongYear: 0,
    novalue: 0,
    fp: 0,
  };
  const left = new Map(CONVENTIONS.map(({ name }) => [name, 0]));
  const errors = process.argv.includes("--shared-errors") ? [] : null;
  for (const document of load(file)) {
    const expressions = [];
    const ignore = [...(document.ignore ?? [])];
    for (const expression of document.expressions) {
      const read = { ...expression, iv: parseValue(expression.value) };
      const convention = CONVENTIONS.find(({ holds }) => holds(read, document.reference_date));
      if (convention === undefined) expressions.push(expression);
      else {
        ignore.push(expression);
        left.set(convention.name, left.get(convention.name) + 1);
      }
    }
    scoreDoc(
      { ...document, expressions, ignore },
      recognize(document.text, document.reference_date),
      total,
      {},
      errors,
    );
  }
  console.log(line(title, summary(total)));
  for (const [name, count] of left)
    if (count > 0) console.log(`  ${String(count).padStart(4)} left out: ${name}`);
  for (const { kind, g, p } of errors ?? [])
    console.log(`    ${kind}: ${g?.text} = ${g?.value}, read ${p?.text} = ${p?.value}`);
}
