import { keyAt, type Tokens } from "./atoms.ts";

/** Whether the clause speaks of what is still to come, as the words before a date tell: "will", "is due". */
export function isAhead(tokens: Tokens, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - FAR); at--) {
    const token = tokens[at]!;
    if (token.kind === "mark" && CLAUSE_MARKS.has(token.key)) return false;
    if (token.kind !== "word") continue;
    if (FUTURE.has(token.key) || token.key.endsWith("'ll")) return true;
    if (AWAITED.has(token.key) && PRESENT.has(keyAt(tokens, at - 1))) return true;
  }
  return false;
}

/** So many words may stand between "will" and the date. */
const FAR = 12;
const CLAUSE_MARKS: ReadonlySet<string> = new Set([";", ":", "(", ")", '"', "."]);
const FUTURE: ReadonlySet<string> = new Set(["will", "shall", "won't"]);
const PRESENT: ReadonlySet<string> = new Set(["is", "are", "be"]);
const AWAITED: ReadonlySet<string> = new Set(
  "due scheduled expected planned set slated supposed going about".split(" "),
);
