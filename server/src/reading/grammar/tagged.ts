import type { Sentence } from "../../text/draft.ts";
import type { Token } from "../../text/tokens.ts";
import * as english from "../english/function-words.ts";
import { isMostlyNoun, type VerbForm, verbOf } from "../english/verbs.ts";

/** Word classes, as coarse as the reading needs. `word` is what is left: nouns, adjectives, adverbs. */
export type Tag =
  | "name"
  | "time"
  | "det"
  | "prep"
  | "conj"
  | "sub"
  | "aux"
  | "modal"
  | "neg"
  | "verb"
  | "ing"
  | "pron"
  | "adverb"
  | "number"
  | "mark"
  | "word";

/** A sentence with the class of each of its words. */
export interface Tagged {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly keys: readonly string[];
  readonly tags: readonly Tag[];
  readonly verbs: readonly (VerbForm | undefined)[];
}

/** Stretches of tokens that other readers have already understood. */
export interface Known {
  readonly names: readonly { readonly from: number; readonly to: number }[];
  readonly times: readonly { readonly from: number; readonly to: number }[];
  /** Event names: their words are nouns. */
  readonly nouns: readonly { readonly from: number; readonly to: number }[];
  /** Forms of verbs that the knowledge base's vocabulary brings. */
  readonly verbs: ReadonlyMap<string, VerbForm>;
}

/** Classes the words of a sentence by word lists, endings and neighbours: a chunker's needs, no full tagger. */
export function tag(sentence: Sentence, known: Known): Tagged {
  const { tokens } = sentence;
  const keys = tokens.map((token) => token.key);
  const tags: Tag[] = tokens.map((token, i) => classOf(token, i === 0));
  const verbs: (VerbForm | undefined)[] = new Array(tokens.length).fill(undefined);
  for (const { from, to } of known.names) tags.fill("name", from, to);
  for (const { from, to } of known.times) tags.fill("time", from, to);
  // "the vote of no confidence": nothing is denied.
  for (const { from, to } of known.nouns)
    for (let i = from; i < to; i++) if (tags[i] === "neg") tags[i] = "word";
  for (let i = 0; i < tokens.length; i++) {
    if ((tags[i] !== "word" && tags[i] !== "prep") || isNoun(known, i)) continue;
    if (isRelativeVerb(keys, tags, i)) {
      tags[i] = "verb";
      verbs[i] = { lemma: keys[i]!.slice(0, -1), tense: "third" };
      continue;
    }
    const form = tags[i] === "prep" ? undefined : (known.verbs.get(keys[i]!) ?? verbOf(keys[i]!));
    if (form === undefined || !mayBeVerb(tokens, keys, tags, i, form)) continue;
    tags[i] = form.tense === "gerund" ? "ing" : "verb";
    verbs[i] = form;
  }
  return { sentence, tokens, keys, tags, verbs };
}

/** "Lumeria, which borders Wendmark": a word after "which" that takes an object is a verb, known or not. */
function isRelativeVerb(keys: readonly string[], tags: readonly Tag[], i: number): boolean {
  return (
    /^(?:which|who|that)$/.test(keys[i - 1] ?? "") &&
    /[^s]s$/.test(keys[i]!) &&
    (tags[i + 1] === "name" || tags[i + 1] === "det")
  );
}

function isNoun({ nouns }: Known, at: number): boolean {
  return nouns.some(({ from, to }) => from <= at && at < to);
}

function classOf(token: Token, isFirst: boolean): Tag {
  const { key, kind } = token;
  if (kind === "mark") return "mark";
  if (kind === "number" || kind === "ordinal") return "number";
  if (kind === "opaque" || key === "'s") return "word";
  if (english.NEGATIONS.has(key) || key.endsWith("n't")) return "neg";
  if (english.MODALS.has(key) && !(key === "may" && token.text !== key)) return "modal";
  if (english.BE.has(key) || english.HAVE.has(key) || english.DO.has(key)) return "aux";
  if (english.DETERMINERS.has(key)) return "det";
  if (english.CONJUNCTIONS.has(key)) return "conj";
  if (english.PREPOSITIONS.has(key)) return "prep";
  if (english.SUBORDINATORS.has(key) || english.RELATIVES.has(key)) return "sub";
  if (english.PRONOUNS.has(key)) return "pron";
  if (english.ADVERBS.has(key) || isMannerAdverb(token, isFirst)) return "adverb";
  return "word";
}

/** By its ending, unless it is a noun or a part of a name ("Assembly", "Emily"). */
function isMannerAdverb({ key, text }: Token, isFirst: boolean): boolean {
  if (!key.endsWith("ly") || key.length < 5 || english.NOUNS_IN_LY.has(key)) return false;
  return isFirst || !/^\p{Lu}/u.test(text);
}

function mayBeVerb(
  tokens: readonly Token[],
  keys: readonly string[],
  tags: readonly Tag[],
  at: number,
  form: VerbForm,
): boolean {
  let before = at - 1;
  while (before >= 0 && (tags[before] === "adverb" || tags[before] === "neg")) before--;
  const left = before < 0 ? undefined : tags[before];
  const relative = /^(?:who|which|that)$/.test(keys[before] ?? "") && form.tense !== "base";
  const afterSubject = left === "name" || left === "pron" || left === "aux" || left === "modal" || relative;
  if (afterSubject || keys[before] === "to")
    return !(left === "name" && isMostlyNoun(keys[at]!) && !startsObject(tags[at + 1]));
  if (left === "det" || keys[before] === "'s") return false;
  // "The talks open": a base form after a plural, where the sentence ends or a phrase follows.
  const ends = tags[at + 1] === undefined || tags[at + 1] === "time" || tags[at + 1] === "prep";
  if (
    form.tense === "base" &&
    left === "word" &&
    /[^s]s$/.test(keys[before]!) &&
    ends &&
    STARTING.test(keys[at]!)
  )
    return true;
  // "in mediated talks": a participle before a noun, after a preposition or at the start, describes that noun.
  const describes = tags[at + 1] === "word" || (tags[at + 1] === "name" && form.tense !== "past");
  if ((left === undefined || left === "prep") && describes) return false;
  if (isMostlyNoun(keys[at]!)) return false;
  // "two patient brokers": a noun, unless an object follows; "the two sides agree": a verb after a plural.
  if (form.tense === "third" && left === "word")
    return startsObject(tags[at + 1]) && tags[at + 1] !== "prep" && at + 1 < tags.length;
  if (form.tense === "base" && left === "word") return keys[before]!.endsWith("s");
  if (form.tense === "past" || form.tense === "participle") return left !== "prep" || tokens[at]!.spaced;
  return left !== "prep";
}

/** Nouns in other places, but verbs behind a plural subject ("the talks open"). */
const STARTING = /^(?:open|close|start|end)$/;

/** What follows a verb rather than a noun. */
function startsObject(next: Tag | undefined): boolean {
  return (
    next === "det" ||
    next === "name" ||
    next === "prep" ||
    next === "pron" ||
    next === "adverb" ||
    next === undefined
  );
}
