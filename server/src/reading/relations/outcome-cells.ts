import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { HALF } from "../english/relations.ts";
import type { Passage } from "../grammar/passage.ts";
import { type OutcomeLexicon, outcomeLexicon } from "./outcome-words.ts";
import type { ToldOutcome } from "./outcomes.ts";
import type { Told } from "./told-events.ts";
import { tenseOf } from "./verb-phrases.ts";

/** "23 September: bridge referendum (rejected)": nothing but one word for the outcome between the brackets. */
export function* byBracket(
  { keys, tokens }: Passage,
  told: Told,
  lexicon: OutcomeLexicon,
): Generator<ToldOutcome> {
  const at = told.cue.to + 1;
  if (tokens[at - 1]?.text !== "(" || tokens[at + 1]?.text !== ")") return;
  const said = outcomeOf([keys[at]!], told, lexicon);
  if (said !== undefined) yield { ...said, words: { from: at, to: at + 1 } };
}

/** What a table's cell under "Outcome" says: one of the words, with a few small ones beside it. */
export function outcomeOfCell({ keys }: Passage, told: Told, knowledge: Knowledge): ToldOutcome | undefined {
  return outcomeOf(keys, told, outcomeLexicon(knowledge));
}

function outcomeOf(
  keys: readonly string[],
  told: Told,
  { ofSubject, ofObject, adjectives, nouns }: OutcomeLexicon,
): ToldOutcome | undefined {
  if (
    keys.length === 0 ||
    keys.length > CELL_WORDS ||
    keys.some((key) => HALF.has(key) || /^(?:no|not|later)$/.test(key))
  )
    return undefined;
  const words = { from: 0, to: 1 };
  const first = keys[0]!;
  for (const kind of ["ofSubject", "ofObject"] as const) {
    const found = ((kind === "ofSubject" ? ofSubject : ofObject).get(first) ?? []).filter(({ rest }) =>
      rest.every((word, k) => keys[k + 1] === word),
    );
    if (found.length === 0) continue;
    const { lemma, rest } = found[0]!;
    const tense = tenseOf(first, lemma, kind === "ofObject");
    return {
      told,
      outcomes: found.map(({ value }) => value),
      denied: false,
      words: { from: 0, to: 1 + rest.length },
      form: { kind, lemma, tense },
    };
  }
  for (const kind of ["adjectives", "nouns"] as const) {
    const outcomes = (kind === "adjectives" ? adjectives : nouns).get(first);
    if (outcomes !== undefined) return { told, outcomes, denied: false, words, form: { kind } };
  }
  return undefined;
}

/** How many words a cell may have, so that it says no more than the outcome. */
const CELL_WORDS = 4;
