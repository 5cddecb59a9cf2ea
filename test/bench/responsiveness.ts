import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Benchmark, type Figure, median, p99 } from "./benchmark.ts";
import { draftOf } from "./drafts.ts";
import { Editor } from "./editor.ts";
import { baseOf, FILE, yamlOf } from "./many-names.ts";
import { compile, SERVER } from "./session.ts";

/** Somebody asks or types so often, in milliseconds. */
const EVERY = 30;

/** What somebody waits for while the server is busy with something else. */
export const responsiveness: Benchmark = {
  name: "responsiveness",
  what: "Answers while a draft of 100,000 words is read for the first time, and while the folder's other drafts are, beside a server that does nothing",
  measure: async ({ isQuick }) => {
    const names = isQuick ? 1000 : 100_000;
    const folder = mkdtempSync(join(tmpdir(), "aide-memoire-bench-"));
    process.env.AIDE_MEMOIRE_CACHE = join(folder, "cache");
    mkdirSync(join(folder, "knowledge"));
    writeFileSync(join(folder, FILE), yamlOf(names));
    const empty = [process.argv[1]!, "--echo", join(folder, "none.json")];
    writeFileSync(empty.at(-1)!, "[]");
    try {
      await compile(folder);
      const { knowledge } = baseOf(names);
      const long = draftOf(knowledge, { words: isQuick ? 20_000 : 100_000, style: "report" });
      const short = draftOf(knowledge, { words: 2000, style: "report" });
      const reading = {
        ours: await whileReading(SERVER, folder, long),
        least: await whileReading(empty, folder, long),
      };
      const drafts = isQuick ? 10 : 300;
      for (let seed = 1; seed <= drafts; seed++)
        writeFileSync(
          join(folder, `other-${seed}.md`),
          draftOf(knowledge, { words: 2000, style: "report", seed }),
        );
      const keys = isQuick ? 20 : 200;
      const typing = {
        ours: await whileIndexing(SERVER, folder, short, keys),
        least: await whileIndexing(empty, folder, short, keys),
      };
      return [
        figure("hover, while it is read", reading.ours.hover, reading.least.hover, 5),
        figure("completion, while it is read", reading.ours.completion, reading.least.completion, 5),
        figure("a question taken back, while it is read", reading.ours.cancel, reading.least.cancel, 10),
        figure(
          `keystroke → findings, while ${drafts} drafts are read`,
          typing.ours.keystrokes,
          typing.least.keystrokes,
          10,
        ),
        { what: `memory of the server, ${drafts} drafts read`, value: typing.ours.memory, unit: "MB" },
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function figure(what: string, times: readonly number[], least: readonly number[], most: number): Figure {
  const value = median(times);
  return {
    what,
    value,
    unit: "ms",
    p99: p99(times),
    beside: { what: "an empty server", value: median(least) },
    goal: { text: `≤ ${most} ms`, isMet: value <= most },
  };
}

/** Asks about the first page from its findings on, until all is read. */
async function whileReading(program: readonly string[], folder: string, text: string) {
  const editor = new Editor(program, join(folder, "draft.md"));
  await editor.start(folder);
  await setTimeout(3000);
  await editor.open(text);
  const times: Record<"hover" | "completion" | "cancel", number[]> = {
    hover: [],
    completion: [],
    cancel: [],
  };
  let isRead = false;
  const all = editor.all().then(() => {
    isRead = true;
  });
  const line = text.split("\n").findIndex((each) => each.length > 40);
  do {
    times.hover.push(await editor.ask("hover", line, 12));
    await setTimeout(EVERY);
    times.completion.push(await editor.ask("completion", line, 12));
    await setTimeout(EVERY);
    times.cancel.push(await editor.cancel());
  } while (!isRead);
  await all;
  await editor.stop();
  return times;
}

/** Types with pauses in which the other drafts of the folder are read. */
async function whileIndexing(program: readonly string[], folder: string, text: string, keystrokes: number) {
  const editor = new Editor(program, join(folder, "draft.md"));
  await editor.start(folder);
  await editor.open(text);
  await editor.all();
  const line = text.split("\n").findIndex((each) => each.length > 40);
  const times: number[] = [];
  for (let i = 0; i < keystrokes; i++) {
    // Every tenth comes after a rest, in which the server has turned to something else.
    await setTimeout(i % 10 === 0 ? 10 * EVERY + 300 : EVERY);
    times.push(await editor.type(line, 20, i % 2 === 1));
  }
  const memory = editor.memory();
  await editor.stop();
  return { keystrokes: times, memory };
}
