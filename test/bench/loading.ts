import { parseEvents } from "js-yaml";
import { type KnowledgeFile, loadKnowledge } from "../../server/src/knowledge-base/loading/load.ts";
import { parseYaml } from "../../server/src/knowledge-base/yaml/tree.ts";
import {
  type Benchmark,
  type Figure,
  inOwnProcess,
  median,
  type Times,
  timeOf,
  timesOf,
} from "./benchmark.ts";
import { largeKnowledge } from "./large-knowledge.ts";

const RUNS = 5;

const STEPS: Readonly<Record<string, (files: readonly KnowledgeFile[]) => unknown>> = {
  "the parser's events": (files) => files.map(({ text }) => parseEvents(text, {}).length),
  "values with positions": (files) => files.map(({ file, text }) => parseYaml(file, text)),
  "knowledge and problems": (files) => loadKnowledge(files),
};

/** Each step comes from a process of its own, for what one leaves in memory slows the next. */
export const loading: Benchmark = {
  name: "loading",
  what: "10 MB of YAML to a knowledge base with positions, beside the parser’s own events",
  measure: ({ isQuick }) =>
    (isQuick ? [1] : [1, 8]).flatMap((files) => {
      const characters = isQuick ? 500_000 : 10_000_000;
      const times = Object.keys(STEPS).map((step) =>
        inOwnProcess<Times>("loading", "load", step, files, characters),
      );
      const events = median(times[0]!.cpu);
      return Object.keys(STEPS).map((what, i): Figure => {
        const { value, ...rest } = timeOf(times[i]!);
        const isMet = value <= 500 && value / events <= 2;
        return {
          what: `${what}, ${files === 1 ? "one file" : `${files} files`}`,
          value,
          ...rest,
          beside: { what: "events", value: events },
          ...(i === 2 && { goal: { text: "≤ 0.5 s + the compile, ≤ 2×", isMet } }),
        };
      });
    }),
  tasks: {
    load: (step, files, characters) => {
      const base = largeKnowledge({ characters: +characters!, files: +files!, seed: 7 });
      return timesOf({ load: () => STEPS[step!]!(base) }, { rounds: RUNS, warmUp: 1 }).load;
    },
  },
};
