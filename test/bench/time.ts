import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as chrono from "chrono-node";
import { sentencesOf } from "../../server/src/text/sentences.ts";
import { anchorTimes } from "../../server/src/time/anchor.ts";
import { timesInText } from "../../server/src/time/read-text.ts";
import { type Benchmark, type Figure, inOwnProcess, median, p99, type Times, timesOf } from "./benchmark.ts";
import { hashOfWords, wordsIn } from "./floor.ts";
import { nastyTexts } from "./nasty-texts.ts";
import { prose } from "./prose.ts";

const WORDS = 100_000;
const LONGEST_NASTY = 500;
const WARS = join(
  process.env.AIDE_MEMOIRE_CORPORA ?? join(process.cwd(), "..", "shared"),
  "gold",
  "wikiwars-dev.jsonl",
);

interface Text {
  readonly text: string;
  readonly sentences: readonly string[];
}

/** What is timed, each from whole texts. */
const READERS = {
  floor: (texts: readonly Text[]): unknown => texts.map(({ text }) => hashOfWords(text)),
  recognise: (texts: readonly Text[]) => texts.map(({ text }) => timesInText(text)),
  "recognise + anchor": (texts: readonly Text[]) =>
    texts.map(({ text }) => anchorTimes(timesInText(text), {})),
  // It takes time in proportion to the square of a text's length, so it gets sentences, which are not timed.
  "chrono-node, by sentence": (texts: readonly Text[]) =>
    texts.map(({ sentences }) => sentences.map((one) => chrono.parse(one))),
};
type Reader = keyof typeof READERS;

interface Dates {
  readonly words: number;
  readonly times: Readonly<Record<Reader, Times>>;
}

/** Dates by themselves: in prose, in Wikipedia's wars where they lie beside the repository, and in what nobody writes. */
export const dates: Benchmark = {
  name: "time",
  what: "Dates read, beside the floor and chrono-node; and the slowest of the texts that nobody writes",
  measure: ({ isQuick }) => {
    const kinds = ["few dates", "many dates", ...(existsSync(WARS) && !isQuick ? ["WikiWars"] : [])];
    const rounds = isQuick ? 2 : 11;
    const read = kinds.flatMap((kind) => ofDates(kind, inOwnProcess<Dates>("time", "read", kind, rounds)));
    return [...read, ...inOwnProcess<Figure[]>("time", "nasty", isQuick ? 10_000 : 1_000_000)];
  },
  tasks: {
    read: (kind, rounds) => datesIn(textsOf(kind!), +rounds!),
    nasty: (characters) => nasty(+characters!),
  },
};

function ofDates(kind: string, { words, times }: Dates): Figure[] {
  const floor = (words / median(times.floor.cpu)) * 1000;
  return (Object.keys(READERS) as Reader[]).slice(1).map((reader) => ({
    what: `${kind}: ${reader}`,
    value: (words / median(times[reader].cpu)) * 1000,
    unit: "words/s",
    wall: (words / median(times[reader].wall)) * 1000,
    beside: { what: "floor", value: floor },
  }));
}

function textsOf(kind: string): string[] {
  if (kind === "few dates") return [prose({ words: WORDS, dated: 5, seed: 1 })];
  if (kind === "many dates") return [prose({ words: WORDS, dated: 90, seed: 2 })];
  const lines = readFileSync(WARS, "utf8").trim().split("\n");
  return lines.map((line): string => JSON.parse(line).text);
}

function datesIn(all: readonly string[], rounds: number): Dates {
  const texts = all.map(inSentences);
  const actions = Object.fromEntries(
    Object.entries(READERS).map(([name, read]) => [name, () => read(texts)]),
  ) as Record<Reader, () => unknown>;
  const words = all.reduce((sum, text) => sum + wordsIn(text), 0);
  return { words, times: timesOf(actions, { rounds, warmUp: 5 }) };
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

/** The slowest of texts that nobody writes. */
function nasty(characters: number): Figure[] {
  const found = [...nastyTexts(characters)].map(([name, text]): Figure => {
    const { read } = timesOf({ read: () => anchorTimes(timesInText(text), {}) }, { rounds: 3, warmUp: 0 });
    const value = median(read.cpu);
    return {
      what: `${characters / 1e6} MB of ${name}`,
      value,
      unit: "ms",
      p99: p99(read.cpu),
      wall: median(read.wall),
      goal: { text: `≤ ${LONGEST_NASTY} ms`, isMet: value <= LONGEST_NASTY },
    };
  });
  return found.sort((a, b) => b.value - a.value).slice(0, 3);
}
