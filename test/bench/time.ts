import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as chrono from "chrono-node";
import { sentencesOf } from "../../server/src/text/sentences.ts";
import { anchorTimes } from "../../server/src/time/anchor.ts";
import { timesInText } from "../../server/src/time/read-text.ts";
import { nastyTexts } from "./nasty-texts.ts";
import { prose } from "./prose.ts";

// How fast dates are read, beside a plain loop over the characters (the floor) and beside chrono-node, all in one process,
// in turn. A table for people and, as the last line, JSON for programs. Machines are noisy: the medians of several rounds,
// and ratios, say more than any figure alone.

const ROUNDS = 15;
/** Before them, for each kind of text: what is read often has been compiled by then. */
const WARM_UP = 3000;
const WORDS = 100_000;
const NASTY_CHARACTERS = 1_000_000;
const LONGEST_NASTY = 500;
const corpora = process.env.AIDE_MEMOIRE_CORPORA ?? join(process.cwd(), "..", "shared");

/** What is timed, each from whole texts. */
const READERS: Readonly<Record<string, (texts: readonly Text[]) => unknown>> = {
  floor: (texts) => texts.map(({ text }) => hashOfWords(text)),
  recognise: (texts) => texts.map(({ text }) => timesInText(text)),
  "recognise + anchor": (texts) => texts.map(({ text }) => anchorTimes(timesInText(text), {})),
  // It takes time in proportion to the square of a text's length, so it gets sentences, which are not timed.
  "chrono-node, by sentence": (texts) =>
    texts.map(({ sentences }) => sentences.map((one) => chrono.parse(one))),
};

interface Text {
  readonly text: string;
  readonly sentences: readonly string[];
}

interface Row {
  readonly texts: string;
  readonly reader: string;
  readonly words: number;
  readonly milliseconds: number;
  readonly wordsPerSecond: number;
  /** How many times as long as the floor. */
  readonly timesFloor: number;
}

const rows = Object.entries(texts()).flatMap(([name, all]) => measure(name, all.map(inSentences)));
const nasty = nastyRows();
console.log(table(rows));
console.log(nastyTable(nasty));
console.log(JSON.stringify({ node: process.version, rows, nasty }));

function texts(): Record<string, string[]> {
  const wars = join(corpora, "gold", "wikiwars-dev.jsonl");
  return {
    "prose with few dates": [prose({ words: WORDS, dated: 5, seed: 1 })],
    "prose full of dates": [prose({ words: WORDS, dated: 90, seed: 2 })],
    ...(existsSync(wars) && {
      WikiWars: readFileSync(wars, "utf8")
        .trim()
        .split("\n")
        .map((line): string => JSON.parse(line).text),
    }),
  };
}

function inSentences(text: string): Text {
  const sentences = text
    .split("\n")
    .flatMap((line) =>
      sentencesOf({ prose: line, span: { start: 0, end: line.length } }).map(({ span }) =>
        line.slice(span.start, span.end),
      ),
    );
  return { text, sentences };
}

function measure(name: string, all: readonly Text[]): Row[] {
  const words = all.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  const times = new Map(Object.keys(READERS).map((reader) => [reader, [] as number[]]));
  const start = performance.now();
  for (let rounds = 0; rounds < ROUNDS; ) {
    const warm = performance.now() - start > WARM_UP;
    for (const [reader, read] of Object.entries(READERS)) {
      const time = timed(() => read(all));
      if (warm) times.get(reader)!.push(time);
    }
    if (warm) rounds++;
  }
  const floor = median(times.get("floor")!);
  return [...times].map(([reader, each]) => {
    const milliseconds = median(each);
    const wordsPerSecond = Math.round((words / milliseconds) * 1000);
    return { texts: name, reader, words, milliseconds, wordsPerSecond, timesFloor: milliseconds / floor };
  });
}

function nastyRows(): { text: string; milliseconds: number; dates: number }[] {
  const found = [...nastyTexts(NASTY_CHARACTERS)].map(([text, content]) => {
    let dates = 0;
    const times = Array.from({ length: 3 }, () =>
      timed(() => {
        dates = anchorTimes(timesInText(content), {}).length;
      }),
    );
    return { text, milliseconds: median(times), dates };
  });
  return found.sort((a, b) => b.milliseconds - a.milliseconds);
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1]!;
}

/** The least that any reader of words must do. */
function hashOfWords(text: string): number {
  let hash = 0;
  let all = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 64) hash = Math.imul(hash ^ code, 0x01000193);
    else {
      all ^= hash;
      hash = 0;
    }
  }
  return all ^ hash;
}

function table(all: readonly Row[]): string {
  const lines = all.map(
    ({ texts: name, reader, words, milliseconds, wordsPerSecond, timesFloor }) =>
      `| ${name} | ${reader} | ${words} | ${milliseconds.toFixed(1)} | ${(wordsPerSecond / 1e6).toFixed(2)} | ${timesFloor.toFixed(1)} |`,
  );
  return [
    "| texts | reader | words | ms | M words/s | × floor |",
    "| --- | --- | ---: | ---: | ---: | ---: |",
    ...lines,
    "",
  ].join("\n");
}

/** The slowest, and whether all are fast enough. */
function nastyTable(all: readonly { text: string; milliseconds: number; dates: number }[]): string {
  const slow = all.filter(({ milliseconds }) => milliseconds >= LONGEST_NASTY).length;
  const lines = all
    .slice(0, 12)
    .map(({ text, milliseconds, dates }) => `| ${text} | ${milliseconds.toFixed(0)} | ${dates} |`);
  return [
    `Of ${all.length} texts of ${NASTY_CHARACTERS / 1e6} MB that nobody writes, ${slow} took ${LONGEST_NASTY} ms or more; the slowest:`,
    "",
    "| text | ms | dates |",
    "| --- | ---: | ---: |",
    ...lines,
    "",
  ].join("\n");
}
