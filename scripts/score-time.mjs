// `npm run score:time`: scores the reading of dates on the corpora beside the repository, or where
// AIDE_MEMOIRE_CORPORA says: a folder with score-time.mjs and gold/*.jsonl. They are no part of the project.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const corpora = path.resolve(process.env.AIDE_MEMOIRE_CORPORA ?? path.join(root, "..", "shared"));
const scorer = path.join(corpora, "score-time.mjs");
const gold = path.join(corpora, "gold");

if (!fs.existsSync(scorer) || !fs.existsSync(gold)) {
  console.log(`There are no corpora of dates in ${corpora}; AIDE_MEMOIRE_CORPORA names another folder.`);
  process.exit(0);
}

let status = 0;
for (const file of fs.readdirSync(gold).filter((name) => name.endsWith(".jsonl"))) {
  const run = spawnSync(
    process.execPath,
    [
      scorer,
      "--adapter",
      path.join(root, "time-adapter.mjs"),
      "--gold",
      path.join(gold, file),
      ...process.argv.slice(2),
    ],
    { stdio: "inherit" },
  );
  status ||= run.status ?? 1;
}
process.exit(status);
