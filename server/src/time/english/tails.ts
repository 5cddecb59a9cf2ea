import type { Offset } from "../time.ts";
import { keyAt, type Tokens, weekdayAt } from "./atoms.ts";
import { DAYS_AROUND, DEICTICS } from "./cues.ts";
import { MONTHS } from "./words.ts";

/** What a number of units is counted from, and which way. */
export interface Tail {
  readonly direction: 1 | -1;
  readonly from: Offset["from"];
  readonly anchorStart?: number;
  /** "three days from tomorrow": so many days more. */
  readonly days?: number;
  /** "the week before last", "the year after next": one unit more. */
  readonly twice?: true;
  readonly next: number;
}

/** What follows "six days": "later", "ago", "before", "after the Doha ceasefire", "to the day after Good Friday". */
export function readTail(tokens: Tokens, index: number): Tail | undefined {
  const at = keyAt(tokens, index) === "to" && keyAt(tokens, index + 2) === "day" ? index + 3 : index;
  const word = keyAt(tokens, at);
  if (word === "ago") return { direction: -1, from: "draft", next: at + 1 };
  if (word === "hence") return { direction: 1, from: "draft", next: at + 1 };
  if (word === "from") return readFrom(tokens, at + 1);
  const direction = DIRECTIONS.get(word);
  if (direction === undefined) return undefined;
  const around = PHRASE_WORDS.has(word) ? DAYS_AROUND.get(keyAt(tokens, at + 1)) : undefined;
  if (around !== undefined) return { direction, from: "draft", days: around, next: at + 2 };
  const twice =
    (word === "before" ? "last" : word === "after" ? "next" : undefined) === keyAt(tokens, at + 1);
  if (twice && tokens[at + 2]?.kind !== "word") return { direction, from: "draft", twice, next: at + 2 };
  if (word === "prior" && keyAt(tokens, at + 1) === "to") return phrase(tokens, direction, at + 2);
  if (word === "later" || word === "earlier") {
    return keyAt(tokens, at + 1) === "than"
      ? phrase(tokens, direction, at + 2)
      : { direction, from: "previous", next: at + 1 };
  }
  if (!PHRASE_WORDS.has(word)) return { direction, from: "previous", next: at + 1 };
  if (keyAt(tokens, at + 1) === "that" && tokens[at + 2]?.kind !== "word") {
    return { direction, from: "previous", next: at + 2 };
  }
  return phrase(tokens, direction, at + 1);
}

/** "two weeks from now", "three days from tomorrow", "three days from 12 October": from a time, not from a place. */
function readFrom(tokens: Tokens, at: number): Tail | undefined {
  const key = keyAt(tokens, at);
  if (key === "now") return { direction: 1, from: "draft", next: at + 1 };
  const around = DAYS_AROUND.get(key);
  if (around !== undefined) return { direction: 1, from: "draft", days: around, next: at + 1 };
  const head = DEICTICS.has(key) || tokens[at]?.kind === "number" ? at + 1 : at;
  const dated = MONTHS.has(keyAt(tokens, head)) || weekdayAt(tokens, head, false) !== undefined;
  return dated ? phrase(tokens, 1, at) : undefined;
}

const DIRECTIONS: ReadonlyMap<string, 1 | -1> = new Map([
  ["later", 1],
  ["earlier", -1],
  ["after", 1],
  ["afterwards", 1],
  ["afterward", 1],
  ["following", 1],
  ["before", -1],
  ["beforehand", -1],
  ["preceding", -1],
  ["prior", -1],
  ["previously", -1],
] as const);

const PHRASE_WORDS: ReadonlySet<string> = new Set(["after", "before", "following", "preceding"]);

/** The noun phrase from `next` on is what is counted from; where the sentence ends first, it is the date before. */
function phrase(tokens: Tokens, direction: 1 | -1, next: number): Tail {
  const token = tokens[next];
  if (token === undefined || token.kind === "mark") return { direction, from: "previous", next };
  return { direction, from: "phrase", anchorStart: token.start, next };
}
