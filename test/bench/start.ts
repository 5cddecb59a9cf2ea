import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Benchmark, median, p99 } from "./benchmark.ts";
import { Editor } from "./editor.ts";
import { SERVER } from "./session.ts";

/** How long an editor waits until it may talk to the server. */
export const start: Benchmark = {
  name: "start",
  what: "Spawn → initialized, beside a Node that does nothing",
  measure: async ({ isQuick }) => {
    const ours: number[] = [];
    const empty: number[] = [];
    for (let i = 0; i < (isQuick ? 3 : 21); i++) {
      const began = performance.now();
      const editor = new Editor(SERVER, join(tmpdir(), "draft.md"));
      await editor.start(tmpdir());
      ours.push(performance.now() - began);
      await editor.stop();
      const bare = performance.now();
      spawnSync(process.execPath, ["-e", "0"]);
      empty.push(performance.now() - bare);
    }
    const [value, least] = [median(ours), median(empty)];
    return [
      {
        what: "spawn → initialized",
        value,
        unit: "ms",
        p99: p99(ours),
        beside: { what: "an empty Node, until it has ended", value: least },
        goal: { text: "≤ 120 ms, ≤ 3×", isMet: value <= 120 && value / least <= 3 },
      },
    ];
  },
};
