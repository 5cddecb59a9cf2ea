import type { Sentence } from "../../text/draft.ts";
import type { Token } from "../../text/tokens.ts";
import { isMostlyNoun, type VerbForm } from "../english/verbs.ts";
import type { Tag } from "./tags.ts";
import type { Word } from "./words.ts";

/** A sentence with the class of each of its words. */
export interface Tagged {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** What is known of each token's word. */
  readonly words: readonly Word[];
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
}

/** Classes the words of a sentence by word lists, endings and neighbours: a chunker's needs, no full tagger. */
export function tag(
  { tokens, words, keys }: Pick<Tagged, "tokens" | "words" | "keys">,
  known: Known,
): Pick<Tagged, "tags" | "verbs"> {
  const tags = new Array<Tag>(words.length);
  const verbs = new Array<VerbForm | undefined>(words.length);
  for (let i = 0; i < words.length; i++) {
    tags[i] = i === 0 ? words[i]!.tagAtHead : words[i]!.tag;
    verbs[i] = undefined;
  }
  for (const { from, to } of known.names) for (let i = from; i < to; i++) tags[i] = "name";
  for (const { from, to } of known.times) for (let i = from; i < to; i++) tags[i] = "time";
  // "the vote of no confidence": nothing is denied.
  for (const { from, to } of known.nouns)
    for (let i = from; i < to; i++) if (tags[i] === "neg") tags[i] = "word";
  for (let i = 0; i < words.length; i++) {
    if ((tags[i] !== "word" && tags[i] !== "prep") || isNoun(known, i)) continue;
    if (isRelativeVerb(keys, tags, i)) {
      tags[i] = "verb";
      verbs[i] = { lemma: keys[i]!.slice(0, -1), tense: "third" };
      continue;
    }
    const form = tags[i] === "prep" ? undefined : words[i]!.verb;
    if (form === undefined || !mayBeVerb(tokens, keys, tags, i, form)) continue;
    tags[i] = form.tense === "gerund" ? "ing" : "verb";
    verbs[i] = form;
  }
  return { tags, verbs };
}

/** The tag of a token that is no verb, whatever stands around it; undefined where its neighbours have a say. */
export function tagAlone(
  { words }: Pick<Tagged, "words">,
  { names, times, nouns }: Known,
  i: number,
): Tag | undefined {
  const word = words[i];
  if (word === undefined || word.verb !== undefined || word.tag === "neg") return undefined;
  if ((i > 0 && RELATIVE.has(words[i - 1]!.key)) || nouns.length > 0) return undefined;
  const isIn = ({ from, to }: { readonly from: number; readonly to: number }) => from <= i && i < to;
  if (times.some(isIn)) return "time";
  return names.some(isIn) ? "name" : i === 0 ? word.tagAtHead : word.tag;
}

/** "Lumeria, which borders Wendmark": a word after "which" that takes an object is a verb, known or not. */
function isRelativeVerb(keys: readonly string[], tags: readonly Tag[], i: number): boolean {
  return (
    i > 0 &&
    RELATIVE.has(keys[i - 1]!) &&
    (tags[i + 1] === "name" || tags[i + 1] === "det") &&
    isPlural(keys[i]!)
  );
}

const RELATIVE: ReadonlySet<string> = new Set(["which", "who", "that"]);

/** Ends as plurals do, and verbs in the third person: with one "s" behind another letter. */
function isPlural(key: string): boolean {
  return key.length > 1 && key.endsWith("s") && key.at(-2) !== "s";
}

function isNoun({ nouns }: Known, at: number): boolean {
  return nouns.some(({ from, to }) => from <= at && at < to);
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
  const relative = before >= 0 && RELATIVE.has(keys[before]!) && form.tense !== "base";
  const afterSubject = left === "name" || left === "pron" || left === "aux" || left === "modal" || relative;
  if (afterSubject || keys[before] === "to")
    return !(left === "name" && isMostlyNoun(keys[at]!) && !startsObject(tags[at + 1]));
  if (left === "det" || keys[before] === "'s") return false;
  // "The talks open": a base form after a plural, where the sentence ends or a phrase follows.
  const ends = tags[at + 1] === undefined || tags[at + 1] === "time" || tags[at + 1] === "prep";
  if (form.tense === "base" && left === "word" && isPlural(keys[before]!) && ends && STARTING.has(keys[at]!))
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
const STARTING: ReadonlySet<string> = new Set(["open", "close", "start", "end"]);

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
