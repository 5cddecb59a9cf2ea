import { lexiconOf } from "../../server/src/reading/lexicon.ts";
import { nameIndex } from "../../server/src/reading/names/name-index.ts";
import { nearIndex } from "../../server/src/reading/names/near-index.ts";
import { check, finish } from "../../server/src/service.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { draftOf } from "./drafts.ts";
import { baseOf } from "./many-names.ts";

const n = Number(process.argv[2] ?? 100_000);
const k = baseOf(n).knowledge;
const gc = () => {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};
const cpu = <T>(name: string, f: () => T): T => {
  const m = gc();
  const t = process.cpuUsage();
  const r = f();
  const d = process.cpuUsage(t);
  console.log(name, ((d.user + d.system) / 1000).toFixed(0), "ms", (gc() - m).toFixed(1), "MB");
  return r;
};
console.log(gc().toFixed(0), "MB base", k.entities.size, k.events.size);
const index = cpu("name index", () => nameIndex(k));
cpu("near index", () => nearIndex(index));
cpu("lexicon", () => lexiconOf(k));
const text = draftOf(k, { words: 100_000, style: "report" });
let s = cpu("check", () => finish(check(readDraft({ uri: "a:", text, format: "markdown" }), k)));
s = cpu("check again", () => finish(check(readDraft({ uri: "a:", text, format: "markdown" }), k)));
console.log("findings", s.findings.length, "statements", s.reading.statements.length);
for (let i = 0; i < 100; i++) {
  const at = Math.floor(text.length * ((i * 0.137) % 1));
  const t2 = `${text.slice(0, at)}x${text.slice(at)}`;
  s = cpu("keystroke", () =>
    finish(check(readDraft({ uri: "a:", text: t2, format: "markdown" }, s.draft), k, { earlier: s })),
  );
}
