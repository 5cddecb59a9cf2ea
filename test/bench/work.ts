import { effortOf } from "../../server/src/reading/read.ts";
import {
  type Benchmark,
  type Figure,
  inOwnProcess,
  median,
  p99,
  type Times,
  timeOf,
  timesOf,
} from "./benchmark.ts";
import { draftOf } from "./drafts.ts";
import { baseOf } from "./many-names.ts";
import { Writing } from "./writing.ts";

const KEYSTROKES = 100;
const GOAL = 1;

/** What the server itself does for a keystroke: from the text to the findings, with what the text before it said. */
export const keystrokeWork: Benchmark = {
  name: "work",
  what: "The server’s own work for a keystroke, as the draft and the knowledge base grow",
  measure: ({ isQuick }) => {
    const drafts = isQuick ? [1000, 10_000] : [1000, 10_000, 100_000, 1_000_000];
    const bases = isQuick ? [100, 10_000] : [100, 10_000, 100_000, 1_000_000];
    return [
      ...rows(
        drafts.map((words) => [words, 10_000]),
        isQuick,
      ),
      ...rows(
        bases.map((names) => [10_000, names]),
        isQuick,
      ),
    ];
  },
  tasks: { type: (words, names, keystrokes) => typed(+words!, +names!, +keystrokes!) },
};

interface Typed extends Times {
  readonly readAnew: number;
}

function rows(sizes: readonly (readonly number[])[], isQuick: boolean): Figure[] {
  let first: number | undefined;
  return sizes.map(([words, names]) => {
    const times = inOwnProcess<Typed>("work", "type", words!, names!, isQuick ? 20 : KEYSTROKES);
    const value = median(times.cpu);
    first ??= value;
    return {
      what: `${words!.toLocaleString("en")} words, ${names!.toLocaleString("en")} names: ${times.readAnew} parts read again`,
      ...timeOf(times),
      beside: { what: "the smallest", value: first },
      goal: { text: "p99 ≤ 1 ms, whatever the size", isMet: p99(times.cpu) <= GOAL },
    };
  });
}

/** One character typed, and taken out again, at places all over a draft. */
function typed(words: number, names: number, keystrokes: number): Typed {
  const { knowledge } = baseOf(names);
  const original = draftOf(knowledge, { words, style: "report" });
  const writing = new Writing(original, knowledge);
  let readAnew = 0;
  const type = (round: number) => {
    const at = Math.floor(original.length * (((round >> 1) * 0.137) % 1));
    const { reading } = round % 2 === 0 ? writing.write(at, "x") : writing.write(at, "", 1);
    readAnew = Math.max(round < 2 ? 0 : readAnew, effortOf(reading).readAnew);
  };
  return { ...timesOf({ type }, { rounds: keystrokes, warmUp: 200 }).type, readAnew };
}
