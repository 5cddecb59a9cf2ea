import type { Knowledge, PredicateWords } from "../../knowledge-base/knowledge.ts";
import { tableOf } from "../../knowledge-base/tables.ts";
import { WORDS_USED } from "../../knowledge-base/words-used.ts";
import { OPPOSITES } from "../english/relations.ts";
import { tellingWords } from "../telling-words.ts";
import { type VerbPhrases, verbPhrases } from "./verb-phrases.ts";

/** What a verb, or a noun, says of a predicate: that it holds, or that it does not. */
export interface Stance {
  readonly predicate: string;
  readonly holds: boolean;
  /** "belongs to" of "owns": its subject is the claim's object. */
  readonly inverse: boolean;
  /** For nouns: as in the vocabulary. */
  readonly noun?: string;
}

/** The words of the predicates that a knowledge base makes claims with. */
export interface ClaimLexicon {
  readonly verbs: VerbPhrases<Stance>;
  /** Nouns by their first word, the rest of their words after it: "opposition to". */
  readonly nouns: ReadonlyMap<
    string,
    readonly { readonly rest: readonly string[]; readonly stance: Stance }[]
  >;
  /** "open" of what is claimed to be closed. */
  readonly states: ReadonlyMap<string, readonly string[]>;
  /** Words of which one at least stands wherever any of these does. */
  readonly telling: ReadonlySet<string>;
}

const built = new WeakMap<Knowledge, ClaimLexicon>();

/** The words of a knowledge base's claims; built once for each. */
export function claimLexicon(knowledge: Knowledge): ClaimLexicon {
  let lexicon = built.get(knowledge);
  if (lexicon === undefined) built.set(knowledge, (lexicon = build(knowledge)));
  return lexicon;
}

function build(knowledge: Knowledge): ClaimLexicon {
  const { vocabulary } = knowledge;
  const all = Object.entries(vocabulary.predicates);
  const used = tableOf(WORDS_USED, knowledge).predicates;
  const verbs: [string, Stance][] = [];
  const nouns = new Map<string, { rest: readonly string[]; stance: Stance }[]>();
  const states = new Map<string, string[]>();
  for (const predicate of used) {
    const words = vocabulary.predicates[predicate];
    if (words === undefined) continue;
    const against = antonymsOf(
      words,
      all.map(([, other]) => other),
    );
    const owns = words.verbs.some((verb) => /^(?:own|possess)$/.test(verb));
    for (const verb of new Set([...words.verbs, ...(owns ? ["belong to"] : [])]))
      verbs.push([verb, { predicate, holds: true, inverse: owns && verb === "belong to" }]);
    for (const verb of against) verbs.push([verb, { predicate, holds: false, inverse: false }]);
    const add = (noun: string, holds: boolean) => {
      const [first, ...rest] = noun.split(" ") as [string, ...string[]];
      nouns.set(first, [
        ...(nouns.get(first) ?? []),
        { rest, stance: { predicate, holds, inverse: false, noun } },
      ]);
    };
    for (const noun of words.nouns) add(noun, true);
    for (const [, other] of all)
      if (other !== words && other.verbs.filter((verb) => against.has(verb)).length > 1)
        for (const noun of other.nouns) if (!words.nouns.includes(noun)) add(noun, false);
    for (const verb of words.verbs)
      for (const state of OPPOSITES[verb] ?? [])
        if (/^(?:open|closed|shut)$/.test(state))
          states.set(state, [...(states.get(state) ?? []), predicate]);
  }
  const phrases = verbPhrases(verbs);
  const telling = new Set([...tellingWords(phrases, nouns), ...states.keys()]);
  return { verbs: phrases, nouns, states, telling };
}

/** The verbs that deny a predicate: its own antonyms, those of a predicate that means the same, and common opposites. */
function antonymsOf(words: PredicateWords, all: readonly PredicateWords[]): ReadonlySet<string> {
  const means = (other: PredicateWords) =>
    other.verbs.filter((verb) => words.verbs.includes(verb)).length > 1;
  const against = new Set([
    ...words.antonyms,
    ...all.filter(means).flatMap(({ antonyms }) => antonyms),
    ...words.verbs.flatMap((verb) => (Object.hasOwn(OPPOSITES, verb) ? OPPOSITES[verb]! : [])),
  ]);
  // Of a predicate that is denied by two of another's verbs, the others deny it too: "oppose", so "be against".
  const opposed = all.filter(
    (other) => other !== words && other.verbs.filter((verb) => against.has(verb)).length > 1,
  );
  for (const { verbs } of opposed) for (const verb of verbs) against.add(verb);
  for (const verb of words.verbs) against.delete(verb);
  return against;
}
