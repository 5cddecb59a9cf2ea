import { readdirSync, readFileSync } from "node:fs";
import { CHECKS } from "../../server/src/checks/index.ts";
import { runChecks } from "../../server/src/checks/run.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { passagesOf } from "../../server/src/reading/grammar/passage.ts";
import { read } from "../../server/src/reading/read.ts";
import { finish } from "../../server/src/service.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { draftOf } from "./drafts.ts";
import { baseOf } from "./many-names.ts";

const folder = "knowledge/article";
const own = loadKnowledge(
  readdirSync(folder)
    .filter((f) => f.endsWith(".yaml"))
    .map((f) => ({ file: `${folder}/${f}`, text: readFileSync(`${folder}/${f}`, "utf8") })),
);
const k = process.argv[2] === "big" ? baseOf(100_000).knowledge : own.knowledge;
const words = Number(process.argv[3] ?? 100_000);
for (const style of ["report", "plain", "names", "line"] as const) {
  const text = draftOf(k, { words, style });
  const time = <T>(name: string, f: () => T): T => {
    const t = performance.now();
    const r = f();
    console.log(style, name, (performance.now() - t).toFixed(1), "ms");
    return r;
  };
  const n = text.split(/\s+/).length;
  console.log(style, n, "words", text.length);
  const draft = time("draft", () => readDraft({ uri: "a:", text, format: "markdown" }));
  time("passages cold", () => draft.blocks.map((b) => passagesOf(b, k)));
  time("passages warm", () => draft.blocks.map((b) => passagesOf(b, k)));
  time("read warm1", () => finish(read(draft, k)));
  const reading = time("read warm2", () => finish(read(draft, k)));
  const f = time("checks", () => finish(runChecks(CHECKS, reading, k)));
  time("checks2", () => finish(runChecks(CHECKS, reading, k)));
  console.log(
    style,
    "findings",
    f.findings.length,
    "statements",
    reading.statements.length,
    "entities",
    reading.entities.length,
    "blocks",
    draft.blocks.length,
  );
  for (const c of CHECKS) {
    const t = performance.now();
    [
      ...c.run(reading, k, {
        ignoring: { cover() {} } as never,
        acronyms: [],
        all: [],
        ran: new Set(),
      } as never),
    ];
    const d = performance.now() - t;
    if (d > 3) console.log("   ", c.id, d.toFixed(1));
  }
}
