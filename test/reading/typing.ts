import { check, finish, type Snapshot } from "../../server/src/service.ts";
import { readDraft } from "../../server/src/text/read-draft.ts";
import { draftOf } from "../bench/drafts.ts";
import { baseOf } from "../bench/many-names.ts";

// A program of its own, so that nothing else is in its memory: types so many characters into a draft, and says by how many
// bytes the heap has grown since the first of them.

const keystrokes = Number(process.argv[2]);
const { knowledge } = baseOf(300);
const original = draftOf(knowledge, { words: 400, style: "report" });
let snapshot: Snapshot | undefined;

function type(from: number, to: number): number {
  for (let i = from; i < to; i++) {
    // No two of these texts are the same.
    const at = (i * 37) % original.length;
    const text = `${original.slice(0, at)}${(i + 1000).toString(36)}${original.slice(at)}`;
    const draft = readDraft({ uri: "draft:", text, format: "markdown" }, snapshot?.draft);
    snapshot = finish(check(draft, knowledge, { earlier: snapshot }));
  }
  for (let i = 0; i < 3; i++) global.gc!();
  return process.memoryUsage().heapUsed;
}

const first = type(0, 200);
console.log(type(200, 200 + keystrokes) - first);
