import { formsOf, verbForms } from "../../text/inflect.ts";
import { fold } from "../../text/tokens.ts";
import type { Passage } from "../grammar/passage.ts";

export type Tense = "base" | "third" | "past" | "participle" | "gerund";

/** A verb phrase of a vocabulary, in the infinitive, under the forms of its first word. */
interface Entry<T> {
  readonly rest: readonly string[];
  readonly lemma: string;
  readonly value: T;
}

/** Verb phrases by each form of their verb. */
export type VerbPhrases<T> = ReadonlyMap<string, readonly Entry<T>[]>;

/** A verb phrase found in a passage. */
export interface FoundPhrase<T> {
  readonly value: T;
  /** As in the vocabulary: "be a member of". */
  readonly lemma: string;
  /** One past its last word. */
  readonly to: number;
  /** How many negations stand inside it, behind the group's last verb: "produced no result", "is not a member". */
  readonly denials: number;
}

/** Builds the index of verb phrases. */
export function verbPhrases<T>(list: Iterable<readonly [phrase: string, value: T]>): VerbPhrases<T> {
  const index = new Map<string, Entry<T>[]>();
  for (const [lemma, value] of list) {
    const [verb, ...rest] = lemma.split(" ").map(fold) as [string, ...string[]];
    const entry = { rest: rest.filter((word) => !ARTICLE.test(word)), lemma, value };
    for (const form of formsOf(verb)) index.set(form, [...(index.get(form) ?? []), entry]);
  }
  for (const entries of index.values()) entries.sort((a, b) => b.rest.length - a.rest.length);
  return index;
}

const ARTICLE = /^(?:a|an|the)$/;
/** How many words may stand between two of a phrase: "impose tough new sanctions on". */
const GAP = 3;

/**
 * The phrases whose verb stands at a token: the longest ones only. Between their words articles, adverbs, and before a
 * noun adjectives may stand ("is a founding member of"). `last` is the group's last verb, where that is another token.
 */
export function phrasesAt<T>(
  phrases: VerbPhrases<T>,
  passage: Passage,
  verb: number,
  last = verb,
): readonly FoundPhrase<T>[] {
  const found: FoundPhrase<T>[] = [];
  let longest = 0;
  for (const { rest, lemma, value } of phrases.get(passage.keys[verb]!) ?? []) {
    if (rest.length < longest) break;
    const end = endOfRest(passage, verb + 1, rest);
    if (end === undefined) continue;
    longest = rest.length;
    const denials = end.denials.filter((at) => at > last).length;
    found.push({ value, lemma, to: end.to, denials });
  }
  return found;
}

/** One past the last of the words, and where a negation stands between them. */
function endOfRest(
  { keys, tags }: Passage,
  from: number,
  rest: readonly string[],
): { readonly to: number; readonly denials: readonly number[] } | undefined {
  const denials: number[] = [];
  let at = from;
  for (const word of rest) {
    let skipped = 0;
    while (keys[at] !== word) {
      const small = tags[at] === "adverb" || keys[at] === "once" || tags[at] === "det" || tags[at] === "neg";
      const describes = tags[at] === "word" || tags[at] === "number";
      if (!small && !(describes && skipped < GAP)) return undefined;
      if (describes) skipped++;
      if (tags[at] === "neg") denials.push(at);
      at++;
    }
    at++;
  }
  return { to: at, denials };
}

const TENSES: readonly Tense[] = ["past", "participle", "third", "gerund", "base"];

/** Which form of its verb a word is; a participle is told from a past form by its auxiliary. */
export function tenseOf(word: string, lemma: string, afterAuxiliary: boolean): Tense {
  const [verb] = lemma.split(" ") as [string];
  const forms = verbForms(verb);
  if (verb === "be") return BE_TENSES[word] ?? "third";
  const tense = TENSES.find((each) => forms[each] === word) ?? "past";
  return tense === "past" && afterAuxiliary ? "participle" : tense;
}

const BE_TENSES: Readonly<Record<string, Tense | undefined>> = {
  was: "past",
  were: "past",
  been: "participle",
  are: "base",
};

/** A verb phrase in a form: "lead to" as a past form is "led to". */
export function inTense(lemma: string, tense: Tense, plural = false): string {
  if (lemma === "be" || lemma.startsWith("be ")) {
    const rest = lemma.slice(2);
    if (tense === "past") return (plural ? "were" : "was") + rest;
    if (tense === "base") return `are${rest}`;
    if (tense === "third") return (plural ? "are" : "is") + rest;
  }
  return verbForms(lemma)[tense];
}
