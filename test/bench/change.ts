import { TABLES } from "../../server/src/features/tables.ts";
import type { Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { follow, settle, tablesOf } from "../../server/src/knowledge-base/tables.ts";
import { finish } from "../../server/src/service.ts";
import { type Benchmark, inOwnProcess, median, type Times, timeOf, timesOf } from "./benchmark.ts";
import { baseOf } from "./many-names.ts";

/** What a changed knowledge base costs whoever reads drafts with it: all tables, patched and made anew. */
export const changedBase: Benchmark = {
  name: "change",
  what: "One actor of a knowledge base has another name: its tables patched, beside made anew",
  measure: ({ isQuick }) =>
    (isQuick ? [1_000] : [10_000, 100_000, 1_000_000]).map((size) => {
      const { patched, anew } = inOwnProcess<Record<"patched" | "anew", Times>>(
        "change",
        "change",
        size,
        isQuick || size === 1_000_000 ? 2 : 7,
      );
      return {
        what: `${size.toLocaleString("en")} names: tables patched`,
        ...timeOf(patched),
        beside: { what: "made anew", value: median(anew.cpu) },
      };
    }),
  tasks: { change: (names, rounds) => timesOfChange(+names!, +rounds!) },
};

function timesOfChange(size: number, rounds: number) {
  let before = baseOf(size).knowledge;
  const ids = [...before.entities.keys()];
  finish(tablesOf(TABLES, before));
  const changed = (round: number): Knowledge => {
    const id = ids[(round * 7919) % ids.length]!;
    const actor = { ...before.entities.get(id)!, name: `Newcomer Number${round}` };
    return { ...before, entities: new Map(before.entities).set(id, actor) };
  };
  return timesOf(
    {
      anew: (round) => finish(tablesOf(TABLES, changed(round))),
      patched: (round) => {
        const after = changed(round);
        follow(after, before);
        finish(tablesOf(TABLES, after));
        settle(after);
        before = after;
      },
    },
    { rounds, warmUp: 1 },
  );
}
