import { check, finish, type Snapshot } from "../../server/src/service.ts";
import type { Draft } from "../../server/src/text/draft.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { draftOf } from "../bench/drafts.ts";
import { baseOf } from "../bench/many-names.ts";

// A program of its own, so that nothing else is in its memory: types so many characters into a draft, and says by how many
// bytes the heap has grown since the first of them, and how many of the drafts are still there.

const [words, keystrokes] = process.argv.slice(2).map(Number) as [number, number];
const { knowledge } = baseOf(300);
const original = draftOf(knowledge, { words, style: "report" });
const drafts: WeakRef<Draft>[] = [];
let snapshot: Snapshot | undefined;

function type(from: number, to: number): void {
  for (let i = from; i < to; i++) {
    // No two of these texts are the same.
    const at = (i * 379) % original.length;
    const text = `${original.slice(0, at)}${(i + 1000).toString(36)}${original.slice(at)}`;
    const draft = readDraft({ uri: "draft:", text, format: "markdown" }, snapshot?.draft);
    drafts.push(new WeakRef(draft));
    snapshot = finish(check(draft, knowledge, { earlier: snapshot }));
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
