import { occurrenceAt } from "../english/occurrence.ts";
import type { Clause } from "../grammar/clauses.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import { type Lexicon, phraseAt } from "../lexicon.ts";
import { type Cue, cuesOf, mayHaveCue } from "./cues.ts";
import { type Predicate, predicatesOf } from "./predicates.ts";

/** A cue with the clauses that tell it. */
export interface Part {
  readonly cue: Cue;
  readonly predicates: readonly Predicate[];
}

/** The cues of a passage, pronouns among them, each once, with the clauses that tell it. */
export function partsOf(passage: Passage, lexicon: Lexicon): readonly Part[] {
  const cues = [...pronounsOf(passage, lexicon), ...acrossAsides(passage, cuesOf(passage, lexicon))];
  if (cues.length === 0) return [];
  cues.sort((a, b) => a.from - b.from);
  return withoutDoubles(cues.map((cue) => ({ cue, predicates: predicatesOf(passage, cue, lexicon) })));
}

/** Whether a passage may have a part; a pronoun is none where there is nothing that it can take up. */
export function mayHaveParts(passage: Passage, canTakeUp: boolean): boolean {
  return mayHaveCue(passage) || (canTakeUp && (hasClass(passage, SUBJECT) || hasClass(passage, INNER)));
}

/** "signed the accord", "the signing of the accord": the verb, or the noun, tells the same event as the name. */
function withoutDoubles(parts: readonly Part[]): readonly Part[] {
  if (parts.length < 2) return parts;
  return parts.filter((part) => {
    const { cue } = part;
    return !parts.some((other) => {
      if (other === part || other.cue.how === "verb") return false;
      // "it touched down", of a rocket: the verb tells an event of its own, not the one that "it" could take up.
      const tells = ({ verb, events }: Predicate) =>
        verb === cue.from && (other.cue.how !== "pronoun" || events === undefined);
      if (cue.how === "verb") return other.predicates.some(tells);
      return cue.how === "noun" && other.cue.start <= cue.from && cue.from < other.cue.from;
    });
  });
}

/** "The signing, on 14 March 2023, of the accord": the noun stands for the event that is named after the aside. */
function acrossAsides({ keys }: Passage, cues: readonly Cue[]): readonly Cue[] {
  if (cues.length < 2) return cues;
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

/**
 * "It was signed …", "On 3 May they met": a pronoun at the head of a clause may take up the event of the sentence
 * before; and so may one that owns a role or a part of it ("its host", "its signing"), or is done by somebody ("signed it").
 */
function pronounsOf(passage: Passage, lexicon: Lexicon): readonly Cue[] {
  const pronouns: Cue[] = [];
  if (hasClass(passage, SUBJECT) && mayHaveSubject(passage))
    for (const clause of passage.clauses.all) {
      const cue = subjectPronoun(passage, clause);
      if (cue !== undefined) pronouns.push(cue);
    }
  if (hasClass(passage, INNER))
    for (let i = 0; i < passage.words.length; i++) {
      const cue = hasClass(passage.words[i]!, INNER) ? innerPronoun(passage, lexicon, i) : undefined;
      if (cue !== undefined) pronouns.push(cue);
    }
  return pronouns;
}

/** Some pronoun stands right before what can go on from it. */
function mayHaveSubject({ words }: Passage): boolean {
  return words.some((word, i) => {
    const next = hasClass(word, SUBJECT) ? words[i + 1] : undefined;
    return next !== undefined && (next.tag === "aux" || next.tag === "adverb" || next.verb !== undefined);
  });
}

const SUBJECT = wordClass(({ key }) => /^(?:it|they|these|this)$/.test(key));
const INNER = wordClass(({ key }) => /^(?:its|their|it|them|so)$/.test(key));

function subjectPronoun(passage: Passage, clause: Clause): Cue | undefined {
  const { tags, keys, clauses } = passage;
  if (clause.kind !== "main" && clause.kind !== "coordinate") return undefined;
  const first = pastOpening(passage, clause.from + (tags[clause.from] === "conj" ? 1 : 0));
  const opener = passage.words[first];
  if (opener === undefined || !hasClass(opener, SUBJECT) || clauses.at[first] !== clause.id) return undefined;
  const next = tags[first + 1];
  if (next !== "aux" && next !== "verb" && next !== "adverb") return undefined;
  // "It was on 4 December that they signed": nothing is taken up.
  if (clauses.all.some(({ from, parent }) => keys[from] === "that" && parent === clause.id)) return undefined;
  const cue = pronounAt(passage, first);
  return isFreeFor(passage, clause.from) ? cue : { takesUp: "subject", ...cue };
}

/** Past adverbs, and past phrases of time and place ("On 3 May", "After four days,"). */
function pastOpening({ tags, words, tokens }: Passage, from: number): number {
  let i = from;
  while (tags[i] === "mark" || tags[i] === "adverb") i++;
  if (tags[i] !== "prep" && tags[i] !== "time") return i;
  while (OPENING.has(tags[i]!) && (tags[i] === "time" || !hasClass(words[i]!, SUBJECT))) i++;
  return tokens[i]?.text === "," ? i + 1 : i;
}

const OPENING = new Set<string | undefined>(["prep", "det", "word", "name", "number", "time", "adverb"]);

/** "its host", "their signing", "signed it", "hosted them"; "did so". */
function innerPronoun(passage: Passage, lexicon: Lexicon, i: number): Cue | undefined {
  const { keys } = passage;
  // "did not rule in A; it did so in B"
  if (keys[i] === "so")
    return passage.tags[i - 1] === "aux"
      ? { takesUp: "any", ...pronounAt(passage, i - 1), to: i + 1 }
      : undefined;
  if (/^(?:its|their)$/.test(keys[i]!)) {
    const titled = phraseAt(lexicon.roleTitles, keys, i + 1) !== undefined;
    return titled ? { inner: true, ...pronounAt(passage, i) } : undefined;
  }
  if (passage.words[i - 1]?.verb === undefined || passage.tags[i - 1] !== "verb") return undefined;
  // "signed it too": beside others, in whatever part.
  if (/^(?:too|also|as)$/.test(keys[i + 1] ?? "") || keys[i - 2] === "also") return undefined;
  const does = phraseAt(lexicon.roleVerbs, keys, i - 1) ?? occurrenceAt(keys, i - 1);
  return does?.length === 1 ? { inner: true, ...pronounAt(passage, i) } : undefined;
}

/** Nothing before it in the sentence could be meant: it is the first clause, or the first one's subject is a pronoun too. */
function isFreeFor({ tags, clauses }: Passage, from: number): boolean {
  return clauses.at[from] === 0 || tags.find((tag) => tag !== "mark" && tag !== "adverb") === "pron";
}

function pronounAt({ clauses }: Passage, at: number): Cue {
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
    clause: clauses.at[at]!,
  };
}
