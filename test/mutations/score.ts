import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../../server/src/checks/check.ts";
import type { Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { checkText } from "../../server/src/service.ts";
import { type Twins, twinsOf } from "./twins.ts";

/** How the twins of one check were told apart. */
interface Tally {
  twins: number;
  /** The wrong one brought a finding of that check and the right one none at all. */
  won: number;
  missed: number;
  /** The right one brought something. */
  falseAlarms: number;
  /** The wrong one brought another check's finding only. */
  other: number;
}

const shown = process.argv.includes("--show");
const tallies = new Map<string, Tally>();
for (const folder of process.argv.slice(2).filter((each) => !each.startsWith("--"))) {
  const knowledge = knowledgeIn(folder);
  for (const twins of twinsOf(knowledge)) count(twins, knowledge);
}
report();

function count(twins: Twins, knowledge: Knowledge): void {
  const { check, right, wrong } = twins;
  const tally = tallies.get(check) ?? { twins: 0, won: 0, missed: 0, falseAlarms: 0, other: 0 };
  tallies.set(check, tally);
  tally.twins++;
  const alarms = loud(right, knowledge);
  const found = loud(wrong, knowledge);
  const hit = found.some((finding) => finding.check === check);
  if (alarms.length > 0) tally.falseAlarms++;
  else if (hit) tally.won++;
  if (!hit && found.length > 0) tally.other++;
  else if (!hit) tally.missed++;
  if (!shown) return;
  if (alarms.length > 0) console.log(`false ${alarms.map((each) => each.check)}: ${right}`);
  if (!hit) console.log(`miss ${check}${found.length > 0 ? ` (${found[0]!.check})` : ""}: ${wrong}`);
}

function loud(text: string, knowledge: Knowledge): Finding[] {
  const { findings } = checkText({ text, format: "markdown", knowledge });
  return findings.filter(({ severity }) => severity === "error" || severity === "warning");
}

function report(): void {
  const rows = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1));
  const all = { twins: 0, won: 0, missed: 0, falseAlarms: 0, other: 0 };
  console.log("check               twins    won  missed  other check  false alarms");
  for (const [check, tally] of rows) {
    for (const key of Object.keys(all) as (keyof Tally)[]) all[key] += tally[key];
    line(check, tally);
  }
  line("all", all);
}

function line(check: string, { twins, won, missed, other, falseAlarms }: Tally): void {
  const share = `${((100 * won) / Math.max(1, twins)).toFixed(0)} %`;
  const cells = [String(twins).padStart(6), share.padStart(7), String(missed).padStart(8)];
  console.log(
    check.padEnd(19) + cells.join("") + String(other).padStart(13) + String(falseAlarms).padStart(14),
  );
}

function knowledgeIn(folder: string): Knowledge {
  const files = filesUnder(folder).filter((file) => /\.yaml$/.test(file));
  return loadKnowledge(files.map((file) => ({ file, text: readFileSync(file, "utf8") }))).knowledge;
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
