import { readdirSync, readFileSync } from "node:fs";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { check, finish } from "../../server/src/service.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { draftOf } from "./drafts.ts";

const folder = "knowledge/article";
const k = loadKnowledge(
  readdirSync(folder)
    .filter((f) => f.endsWith(".yaml"))
    .map((f) => ({ file: `${folder}/${f}`, text: readFileSync(`${folder}/${f}`, "utf8") })),
).knowledge;
const text = draftOf(k, { words: 100_000, style: (process.argv[2] ?? "report") as never });
for (let i = 0; i < 8; i++) {
  const t = process.cpuUsage();
  finish(check(readDraft({ uri: "a:", text, format: "markdown" }), k));
  const d = process.cpuUsage(t);
  console.log(((d.user + d.system) / 1000).toFixed(0));
}
