import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { START_FLAGS } from "../../client/src/start-flags.ts";
import { type Benchmark, type Figure, median, p99 } from "./benchmark.ts";
import { draftOf } from "./drafts.ts";
import { Editor } from "./editor.ts";
import { baseOf, FILE, yamlOf } from "./many-names.ts";

/** As the extension starts it, but for the transport. */
export const SERVER = [...START_FLAGS, "dist/server.js", "--stdio"];

/** What somebody who writes waits for: all over real stdio, beside a server that reads nothing and sends the same. */
export const session: Benchmark = {
  name: "session",
  what: "A draft of 100,000 words in an editor, beside a server that does nothing but send the same findings",
  measure: async ({ isQuick }) => {
    const names = isQuick ? 1000 : 100_000;
    const words = isQuick ? 10_000 : 100_000;
    const folder = mkdtempSync(join(tmpdir(), "aide-memoire-bench-"));
    process.env.AIDE_MEMOIRE_CACHE = join(folder, "cache");
    mkdirSync(join(folder, "knowledge"));
    writeFileSync(join(folder, FILE), yamlOf(names));
    try {
      await compile(folder);
      const { knowledge } = baseOf(names);
      const figures: Figure[] = [];
      for (const wrong of [2, 40]) {
        const text = draftOf(knowledge, { words, style: "report", wrong });
        figures.push(...(await write(folder, text, isQuick ? 10 : 100, names)));
      }
      return figures;
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** A first session, in which the server keeps the knowledge base compiled: those after it are what people have every day. */
export async function compile(folder: string): Promise<void> {
  const editor = new Editor(SERVER, join(folder, "draft.md"));
  await editor.start(folder);
  await editor.open("A first draft.\n");
  const kept = join(folder, "cache/knowledge");
  for (let i = 0; i < 600; i++) {
    if (existsSync(kept) && readdirSync(kept).some((name) => !name.endsWith(".tmp"))) break;
    await setTimeout(100);
  }
  await setTimeout(500);
  await editor.stop();
}

async function write(folder: string, text: string, keystrokes: number, names: number): Promise<Figure[]> {
  const ours = await sessionOf(SERVER, folder, text, keystrokes);
  const payload = join(folder, "payload.json");
  writeFileSync(payload, JSON.stringify(ours.findings));
  const theirs = await sessionOf([process.argv[1]!, "--echo", payload], folder, text, keystrokes);
  const of = `${names.toLocaleString("en")} names, ${ours.findings.length.toLocaleString("en")} findings`;
  const [value, least] = [median(ours.keystrokes), median(theirs.keystrokes)];
  const beside = (figure: number) => ({ what: "an empty server", value: figure });
  const most = names > 100_000 ? 150 : 100;
  return [
    {
      what: `keystroke → findings, ${of}`,
      value,
      unit: "ms",
      p99: p99(ours.keystrokes),
      beside: beside(least),
      goal: {
        text: "p50 ≤ 2.5 ms, p99 ≤ 10 ms, ≤ 2×",
        isMet: value <= 2.5 && p99(ours.keystrokes) <= 10 && value / least <= 2,
      },
    },
    {
      what: `sent for a keystroke, ${of}`,
      value: ours.bytes / 1000,
      unit: "kB",
      beside: beside(theirs.bytes / 1000),
    },
    {
      what: `open → first findings, ${of}`,
      value: ours.opening,
      unit: "ms",
      beside: beside(theirs.opening),
      goal: { text: "≤ 150 ms, ≤ 2×", isMet: ours.opening <= 150 && ours.opening / theirs.opening <= 2 },
    },
    {
      what: `open → all findings, ${of}`,
      value: ours.reading,
      unit: "ms",
      beside: beside(theirs.reading),
    },
    {
      what: `memory of the server, ${of}`,
      value: ours.memory,
      unit: "MB",
      beside: beside(theirs.memory),
      goal: { text: `≤ ${most} MB`, isMet: ours.memory <= most },
    },
  ];
}

async function sessionOf(program: readonly string[], folder: string, text: string, keystrokes: number) {
  const editor = new Editor(program, join(folder, "draft.md"));
  await editor.start(folder);
  // So that the knowledge base is there, as it is when somebody opens a second draft.
  await setTimeout(3000);
  const began = performance.now();
  await editor.open(text);
  const opening = performance.now() - began;
  const findings = await editor.all();
  const reading = performance.now() - began;
  const lines = text.split("\n").flatMap((line, at) => (line.length > 40 ? [at] : []));
  const times: number[] = [];
  let sent = 0;
  for (let i = -10; i < keystrokes; i++) {
    if (i === 0) sent = editor.bytes;
    const line = lines[((i >> 1) * 7919 + 7919 * 100) % lines.length]!;
    const time = await editor.type(line, 20, i % 2 !== 0);
    if (i >= 0) times.push(time);
  }
  const bytes = (editor.bytes - sent) / keystrokes;
  const memory = editor.memory();
  await editor.stop();
  return { findings, opening, reading, keystrokes: times, bytes, memory };
}
