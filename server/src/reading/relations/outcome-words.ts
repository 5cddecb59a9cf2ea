import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { fold } from "../../text/tokens.ts";
import { tellingWords } from "../telling-words.ts";
import { type VerbPhrases, verbPhrases } from "./verb-phrases.ts";

/** The words of a vocabulary for how events end, each with its outcomes. */
export interface OutcomeLexicon {
  /** Verbs whose subject the event is. */
  readonly ofSubject: VerbPhrases<string>;
  /** Verbs whose object the event is. */
  readonly ofObject: VerbPhrases<string>;
  readonly adjectives: ReadonlyMap<string, readonly string[]>;
  readonly nouns: ReadonlyMap<string, readonly string[]>;
  /** Words of which one at least stands wherever any of the verbs does. */
  readonly telling: ReadonlySet<string>;
}

const built = new WeakMap<Knowledge, OutcomeLexicon>();

/** The outcome words of a knowledge base; built once for each. */
export function outcomeLexicon(knowledge: Knowledge): OutcomeLexicon {
  let lexicon = built.get(knowledge);
  if (lexicon === undefined) built.set(knowledge, (lexicon = build(knowledge)));
  return lexicon;
}

function build({ vocabulary }: Knowledge): OutcomeLexicon {
  const all = Object.entries(vocabulary.outcomes);
  const verbs = (part: "verbs" | "objectOf") =>
    verbPhrases(all.flatMap(([outcome, words]) => words[part].map((verb) => [verb, outcome] as const)));
  const words = (part: "adjectives" | "nouns") => {
    const map = new Map<string, string[]>();
    for (const [outcome, of] of all)
      for (const word of of[part]) map.set(fold(word), [...(map.get(fold(word)) ?? []), outcome]);
    return map;
  };
  const ofSubject = verbs("verbs");
  const ofObject = verbs("objectOf");
  return {
    ofSubject,
    ofObject,
    adjectives: words("adjectives"),
    nouns: words("nouns"),
    telling: tellingWords(ofSubject, ofObject),
  };
}

/** How an event came out, as far as outcomes can be held against each other. */
const GOOD = new Set(["succeeded", "approved"]);
const BAD = new Set(["failed", "rejected"]);
const OPEN = new Set(["ongoing", "pending"]);

/**
 * Whether an outcome that is stated can be the one that is known: "yes" if it is the same or as good, "no" if one is
 * good and the other bad, or a knowledge base has words of its own for both.
 */
export function outcomesAgree(
  stated: readonly string[],
  known: string,
  denied: boolean,
): "yes" | "no" | "unknown" {
  if (denied) {
    const opposite = stated.every((outcome) => GOOD.has(outcome))
      ? BAD
      : stated.every((o) => BAD.has(o))
        ? GOOD
        : undefined;
    if (stated.includes(known) || isLike(stated, known)) return "no";
    return opposite?.has(known) ? "yes" : "unknown";
  }
  if (stated.includes(known) || isLike(stated, known)) return "yes";
  const isOwn = (outcome: string) => !GOOD.has(outcome) && !BAD.has(outcome) && !OPEN.has(outcome);
  if (stated.some((outcome) => OPEN.has(outcome)) || OPEN.has(known)) return "unknown";
  return stated.every((outcome) => isOwn(outcome) === isOwn(known)) ? "no" : "unknown";
}

function isLike(stated: readonly string[], known: string): boolean {
  return stated.some(
    (outcome) => (GOOD.has(outcome) && GOOD.has(known)) || (BAD.has(outcome) && BAD.has(known)),
  );
}
