import type { Draft } from "../../server/src/text/draft.ts";
import { draftOf } from "../bench/drafts.ts";
import { baseOf } from "../bench/many-names.ts";
import { Writing } from "../bench/writing.ts";

// A program of its own, so that nothing else is in its memory: types so many characters into a draft, and says by how many
// bytes the heap has grown since the first of them, and how many of the drafts are still there.

const [words, keystrokes] = process.argv.slice(2).map(Number) as [number, number];
const { knowledge } = baseOf(300);
const writing = new Writing(draftOf(knowledge, { words, style: "report" }), knowledge);
const drafts: WeakRef<Draft>[] = [];

function type(from: number, to: number): void {
  for (let i = from; i < to; i++) {
    // No two of these texts are the same, and each is as long as the first.
    const { draft } = writing.write((i * 379) % (writing.length - 2), (i + 1000).toString(36).slice(-2), 2);
    drafts.push(new WeakRef(draft));
  }
}

function memory(): number {
  for (let i = 0; i < 3; i++) global.gc!();
  return process.memoryUsage().heapUsed;
}

// What a weak reference was made to stays until the turn is over.
type(0, 200);
setImmediate(() => {
  const first = memory();
  type(200, 200 + keystrokes);
  setImmediate(() => {
    const grown = memory() - first;
    const left = drafts.filter((draft) => draft.deref() !== undefined).length;
    console.log(JSON.stringify({ grown, drafts: left }));
  });
});
