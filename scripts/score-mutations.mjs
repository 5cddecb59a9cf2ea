// `npm run score:mutations [-- --show] [FOLDER…]`: sentences that are true by a knowledge base, and the same with one slot
// changed: the checks must tell them apart. Without a folder, the knowledge bases of this repository.
import fs from "node:fs";
import path from "node:path";
import { runBundled } from "./run-bench.mjs";

const root = path.resolve(import.meta.dirname, "..");
const given = process.argv.slice(2);
const corpus = path.join(root, "test/corpus");
const own = fs
  .readdirSync(corpus)
  .map((name) => path.join(corpus, name, "knowledge"))
  .filter((folder) => fs.existsSync(folder));
const folders = given.some((each) => !each.startsWith("--"))
  ? []
  : [path.join(root, "knowledge/article"), ...own];
await runBundled("test/mutations/score.ts", [...given, ...folders]);
