import type { Passage } from "../grammar/passage.ts";
import type { Lexicon } from "../lexicon.ts";
import { type Cue, cuesOf } from "./cues.ts";
import { type Predicate, predicatesOf } from "./predicates.ts";

/** A cue with the clauses that tell it. */
export interface Part {
  readonly cue: Cue;
  readonly predicates: readonly Predicate[];
}

/** The cues of a passage, pronouns among them, each once, with the clauses that tell it. */
export function partsOf(passage: Passage, lexicon: Lexicon): readonly Part[] {
  const cues = [...pronounsOf(passage), ...acrossAsides(passage, cuesOf(passage, lexicon))];
  return withoutDoubles(cues.map((cue) => ({ cue, predicates: predicatesOf(passage, cue, lexicon) })));
}

/** "signed the accord", "the signing of the accord": the verb, or the noun, tells the same event as the name. */
function withoutDoubles(parts: readonly Part[]): readonly Part[] {
  return parts.filter((part) => {
    const { cue } = part;
    return !parts.some((other) => {
      if (other === part || other.cue.how === "verb") return false;
      if (cue.how === "verb") return other.predicates.some(({ verb }) => verb === cue.from);
      return cue.how === "noun" && other.cue.start <= cue.from && cue.from < other.cue.from;
    });
  });
}

/** "The signing, on 14 March 2023, of the accord": the noun stands for the event that is named after the aside. */
function acrossAsides({ keys }: Passage, cues: readonly Cue[]): readonly Cue[] {
  return cues.map((cue) => {
    if (cue.how !== "noun" || keys[cue.to] !== ",") return cue;
    const named = cues.find(
      (other) => other.how === "name" && other.governor === "of" && other.from > cue.to,
    );
    const closes = named !== undefined && keys[named.start - 2] === ",";
    return closes && !keys.slice(cue.to + 1, named.start - 2).includes(",")
      ? { ...cue, how: "name", events: named.events }
      : cue;
  });
}

/** "It was signed …": a pronoun at the head of a clause may take up the event of the sentence before. */
function pronounsOf(passage: Passage): readonly Cue[] {
  const { tags, keys, clauses } = passage;
  return clauses.all.flatMap((clause) => {
    if (clause.kind !== "main" || !isFreeFor(passage, clause.from)) return [];
    let first = clause.from;
    while (tags[first] === "mark" || tags[first] === "adverb") first++;
    if (!/^(?:it|they|these|this)$/.test(keys[first] ?? "")) return [];
    const next = tags[first + 1];
    if (next !== "aux" && next !== "verb" && next !== "adverb") return [];
    // "It was on 4 December that they signed": nothing is taken up.
    if (clauses.all.some(({ from, parent }) => keys[from] === "that" && parent === clause.id)) return [];
    return [pronounAt(first, clause.id)];
  });
}

/** Nothing before it in the sentence could be meant: it is the first clause, or the first one's subject is a pronoun too. */
function isFreeFor({ tags, clauses }: Passage, from: number): boolean {
  return clauses.at[from] === 0 || tags.find((tag) => tag !== "mark" && tag !== "adverb") === "pron";
}

function pronounAt(at: number, clause: number): Cue {
  return {
    from: at,
    to: at + 1,
    how: "pronoun",
    events: [],
    types: [],
    start: at,
    determiner: "definite",
    other: false,
    bare: true,
    clause,
  };
}
