import { verbOf } from "../english/verbs.ts";
import type { Lexicon } from "../lexicon.ts";
import type { Written } from "./word-classes.ts";

/**
 * Whether a word may stand for one of some verbs, given in the infinitive: as one of their forms, or, behind "which", as
 * whatever ends in "s".
 */
export function mayBeFormOf(
  verbs: { has(lemma: string): boolean },
  { key }: Pick<Written, "key">,
  { verbForms }: Lexicon,
): boolean {
  const lemma = (verbForms.get(key) ?? verbOf(key))?.lemma ?? key;
  return verbs.has(lemma) || verbs.has(key.replace(/s$/, ""));
}
