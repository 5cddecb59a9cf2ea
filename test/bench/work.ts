import { effortOf } from "../../server/src/reading/read.ts";
import { check, finish, type Snapshot } from "../../server/src/service.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
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
    const keystrokes = words! > 100_000 ? 30 : KEYSTROKES;
    const times = inOwnProcess<Typed>("work", "type", words!, names!, isQuick ? 20 : keystrokes);
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
  let snapshot: Snapshot | undefined;
  let readAnew = 0;
  const type = (round: number) => {
    const at = Math.floor(original.length * (((round >> 1) * 0.137) % 1));
    const text = round % 2 === 0 ? `${original.slice(0, at)}x${original.slice(at)}` : original;
    const draft = readDraft({ uri: "draft:", text, format: "markdown" }, snapshot?.draft);
    snapshot = finish(check(draft, knowledge, { earlier: snapshot }));
    readAnew = Math.max(round < 2 ? 0 : readAnew, effortOf(snapshot.reading).readAnew);
  };
  return {
    ...timesOf({ type }, { rounds: keystrokes, warmUp: words > 100_000 ? 4 : words > 10_000 ? 30 : 200 })
      .type,
    readAnew,
  };
}
