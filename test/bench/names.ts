import { nameIndex } from "../../server/src/reading/names/name-index.ts";
import { findNames } from "../../server/src/reading/names/name-mentions.ts";
import { tokenize } from "../../server/src/text/tokens.ts";
import { type Benchmark, inOwnProcess, median, memoryInUse, p99, type Times, timesOf } from "./benchmark.ts";
import { draftOf } from "./drafts.ts";
import { hashOfWords } from "./floor.ts";
import { baseOf } from "./many-names.ts";

interface Scanned {
  readonly names: number;
  readonly bytes: number;
  readonly build: number;
  readonly scan: Times;
  readonly floor: Times;
}

/** The table of names by itself: how large it is, and how fast a draft's tokens are looked up in it. */
export const nameTable: Benchmark = {
  name: "names",
  what: "The table of names: bytes a name, and looking up a draft of 100,000 words, beside the floor",
  measure: ({ isQuick }) =>
    (isQuick ? [100, 10_000] : [100, 10_000, 100_000, 1_000_000]).flatMap((size) => {
      const { names, bytes, build, scan, floor } = inOwnProcess<Scanned>(
        "names",
        "scan",
        size,
        isQuick ? 3 : 11,
      );
      const of = `${size.toLocaleString("en")} names`;
      const [value, least] = [median(scan.cpu), median(floor.cpu)];
      const most = size === 100 ? 1.5 : 3;
      return [
        {
          what: `${of}: table in memory, with their words`,
          value: bytes / names,
          unit: "bytes/name",
          ...(size === 1_000_000 && { goal: { text: "≤ 40 bytes a name", isMet: bytes / names <= 40 } }),
        },
        { what: `${of}: built in`, value: build, unit: "ms" },
        {
          what: `${of}: scan`,
          value,
          unit: "ms",
          p99: p99(scan.cpu),
          wall: median(scan.wall),
          beside: { what: "floor", value: least },
          goal: { text: `≤ ${most}× the floor`, isMet: value / least <= most },
        },
      ];
    }),
  tasks: { scan: (names, rounds) => scanned(+names!, +rounds!) },
};

function scanned(size: number, rounds: number): Scanned {
  const { knowledge } = baseOf(size);
  const text = draftOf(knowledge, { words: 100_000, style: "report" });
  const tokens = text.split("\n").map((line) => tokenize(line));
  const before = memoryInUse();
  const start = process.cpuUsage();
  const index = nameIndex(knowledge);
  const { user, system } = process.cpuUsage(start);
  const bytes = memoryInUse() - before;
  const actions = {
    scan: () => tokens.map((line) => [findNames(line, index, "entity"), findNames(line, index, "event")]),
    floor: () => hashOfWords(text),
  };
  return {
    names: index.size,
    bytes,
    build: (user + system) / 1000,
    ...timesOf(actions, { rounds, warmUp: 20 }),
  };
}
