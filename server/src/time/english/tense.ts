import type { DateExpression } from "../time.ts";
import { keyAt, type Tokens } from "./atoms.ts";

/**
 * Whether the clause speaks of what is still to come ("will meet", "is due") or of what is over ("met", "was closed"), as
 * the words right before a date tell; undefined where they do not, and where the date belongs to a noun ("the attack of
 * 12 October", "the October attack").
 */
export function tenseBefore(tokens: Tokens, index: number, far = FAR): DateExpression["tense"] {
  if (NOUN_LINKS.has(keyAt(tokens, index - 1))) return undefined;
  let infinitive = false;
  for (let at = index - 1; at >= Math.max(0, index - far); at--) {
    const token = tokens[at]!;
    if (token.kind === "mark" && CLAUSE_MARKS.has(token.key)) return undefined;
    if (token.kind !== "word") continue;
    const { key } = token;
    if (FUTURE.has(key) || key.endsWith("'ll")) return "future";
    if (AWAITED.has(key)) return PRESENT.has(keyAt(tokens, at - 1)) ? "future" : undefined;
    if (BREAKS.has(key)) return undefined;
    if (key === "to") infinitive = true;
    if (!infinitive && index - at <= NEAR && isPast(key)) return "past";
  }
  return undefined;
}

/** The tense of the first verb after a date that begins its sentence: "In December, the council adopted …". */
export function tenseAfter(tokens: Tokens, start: number, next: number): DateExpression["tense"] {
  if (start > 1 || keyAt(tokens, next) !== ",") return undefined;
  for (let at = next + 1; at < Math.min(tokens.length, next + FAR); at++) {
    const token = tokens[at]!;
    if (token.kind === "mark" || BREAKS.has(token.key) || AWAITED.has(token.key)) return undefined;
    if (token.kind !== "word") continue;
    if (FUTURE.has(token.key)) return "future";
    if (PAST.has(token.key)) return "past";
    // "the united front", "the elected council": before a noun it is no verb.
    if (isPast(token.key) && tokens[at + 1]?.kind === "word" && !OF_NOUNS.has(keyAt(tokens, at - 1)))
      return "past";
  }
  return undefined;
}

const OF_NOUNS: ReadonlySet<string> = new Set("the a an its their his her our of in and by".split(" "));

export function isAhead(tokens: Tokens, index: number): boolean {
  return tenseBefore(tokens, index) === "future";
}

/** So many words may stand between a verb of the future and its weekday. */
const FAR = 12;
/** And between a verb and its month, or any verb of the past and its date. */
export const NEAR = 4;

function isPast(key: string): boolean {
  return PAST.has(key) || (key.length > 4 && key.endsWith("ed") && !key.endsWith("eed"));
}

const NOUN_LINKS: ReadonlySet<string> = new Set(["of", "the", "this", "last", "next"]);
const CLAUSE_MARKS: ReadonlySet<string> = new Set([";", ":", "(", ")", '"', "."]);
const FUTURE: ReadonlySet<string> = new Set(
  "will shall won't expects expect plans hopes aims forecasts predicts".split(" "),
);
const PRESENT: ReadonlySet<string> = new Set(["is", "are", "be"]);
const AWAITED: ReadonlySet<string> = new Set(
  "due scheduled expected planned set slated supposed going about".split(" "),
);
/** Another clause, or a verb that is put off, begins here. */
const BREAKS: ReadonlySet<string> = new Set(
  "that which who would could should may might can must if when while because proposed".split(" "),
);
/** Verbs that show the past without an ending, as they go with dates. */
const PAST: ReadonlySet<string> = new Set(
  "was were had did met began came went took left fell rose won lost held made said gave got became broke brought built fought found grew kept led paid ran saw sent spoke stood struck told wrote".split(
    " ",
  ),
);
