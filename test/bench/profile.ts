import { readdirSync, readFileSync } from "node:fs";
import { CHECKS } from "../../server/src/checks/index.ts";
import { runChecks } from "../../server/src/checks/run.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { read } from "../../server/src/reading/read.ts";
import { finish } from "../../server/src/service.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { draftOf } from "./drafts.ts";

const folder = "knowledge/article";
const k = loadKnowledge(
  readdirSync(folder)
    .filter((f) => f.endsWith(".yaml"))
    .map((f) => ({ file: `${folder}/${f}`, text: readFileSync(`${folder}/${f}`, "utf8") })),
).knowledge;
const style = (process.argv[2] ?? "report") as never;
const words = Number(process.argv[3] ?? 100_000);
let text = draftOf(k, { words, style });
const times: Record<string, number[]> = {};
const time = <T>(name: string, f: () => T): T => {
  const t = process.cpuUsage();
  const r = f();
  const d = process.cpuUsage(t);
  (times[name] ??= []).push((d.user + d.system) / 1000);
  return r;
};
let reading = finish(read(readDraft({ uri: "a:", text, format: "markdown" }), k));
console.log(
  "blocks",
  reading.draft.blocks.length,
  "statements",
  reading.statements.length,
  "entities",
  reading.entities.length,
  "times",
  reading.times.length,
);
for (let i = 0; i < Number(process.argv[4] ?? 40); i++) {
  const at = Math.floor(text.length * ((i * 0.137) % 1));
  text = `${text.slice(0, at)}x${text.slice(at)}`;
  const draft = time("draft", () => readDraft({ uri: "a:", text, format: "markdown" }, reading.draft));
  reading = time("read", () => finish(read(draft, k, { earlier: reading })));
  for (const c of CHECKS)
    time(`  ${c.id}`, () => {
      try {
        return [
          ...c.run(reading, k, {
            ignoring: { cover() {}, faults: () => [] } as never,
            acronyms: [],
            all: [],
            ran: new Set(),
          } as never),
        ];
      } catch {
        return [];
      }
    });
  time("checks", () => finish(runChecks(CHECKS, reading, k)));
}
for (const [n, all] of Object.entries(times)) {
  all.sort((a, b) => a - b);
  console.log(n, "median", all[all.length >> 1]!.toFixed(1), "max", all.at(-1)!.toFixed(1));
}
