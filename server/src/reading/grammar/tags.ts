import * as english from "../english/function-words.ts";
import type { Written } from "./word-classes.ts";

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

/** The class of a word by itself; at the head of a sentence a capital says nothing. */
export function tagByItself(token: Written, isFirst: boolean): Tag {
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
function isMannerAdverb({ key, text }: Written, isFirst: boolean): boolean {
  if (!key.endsWith("ly") || key.length < 5 || english.NOUNS_IN_LY.has(key)) return false;
  return isFirst || !/^\p{Lu}/u.test(text);
}
