import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Benchmark, type Figure, inOwnProcess, median, type Times } from "./benchmark.ts";
import { draftOf } from "./drafts.ts";
import { wordsIn } from "./floor.ts";
import { articleBase } from "./many-names.ts";

const FOLDER = "test/bench/peers";
const PEERS = ["write-good", "chrono-node", "wink-nlp", "cspell", "retext", "textlint", "alex", "harper"];

/** What other checkers of prose take for the same draft: each in a process of its own, with the floor beside it. */
export const peers: Benchmark = {
  name: "peers",
  what: "Other checkers of prose on the same draft of 100,000 words, each beside the floor in its own process",
  measure: ({ isQuick }) => {
    if (!existsSync(join(FOLDER, "node_modules"))) {
      console.error(`peers: none is installed, and none is measured; npm run bench:peers installs them.`);
      return [];
    }
    const folder = mkdtempSync(join(tmpdir(), "aide-memoire-bench-"));
    const file = join(folder, "draft.md");
    const words = isQuick ? 5000 : 100_000;
    const text = draftOf(articleBase(), { words, style: "report" });
    writeFileSync(file, text);
    const ours = inOwnProcess<{ readonly words: number; readonly check: Times }>(
      "check",
      "check",
      "report",
      words,
      0,
      7,
    );
    const own = (ours.words / median(ours.check.cpu)) * 1000;
    try {
      return PEERS.flatMap((peer) => measured(peer, file, wordsIn(text), own));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function measured(peer: string, file: string, words: number, own: number): Figure[] {
  const { stdout, status } = spawnSync(process.execPath, [join(FOLDER, "measure.mjs"), peer, file], {
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 300_000,
  });
  if (status !== 0) {
    console.error(`peers: ${peer} is missing, or does not work; npm run bench:peers installs it.`);
    return [];
  }
  const { share, cpu } = JSON.parse(stdout.toString().trim().split("\n").at(-1)!) as {
    share: number;
    cpu: number[];
  };
  const value = ((words * share) / median(cpu)) * 1000;
  const part = share < 1 ? `, of ${Math.round(100 * share)} % of the draft` : "";
  return [
    {
      what: `${peer}${part}`,
      value,
      unit: "words/s",
      beside: { what: "Aide-Mémoire", value: own },
      goal: { text: "Aide-Mémoire is faster", isMet: own > value },
    },
  ];
}
