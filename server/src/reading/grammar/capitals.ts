import { isCapitalized } from "../names/name-index.ts";
import type { Passage } from "./passage.ts";
import { hasClass, wordClass } from "./word-classes.ts";

export const CAPITALIZED = wordClass(({ text }) => isCapitalized(text));

/** A capital behind the first word, whose own says nothing: without one a sentence speaks of no name that is not known. */
export function hasCapitalInside({ words }: Passage): boolean {
  for (let i = 1; i < words.length; i++) if (hasClass(words[i]!, CAPITALIZED)) return true;
  return false;
}

/** Two words with a capital, side by side. */
export function hasCapitalPair({ words }: Passage): boolean {
  for (let i = 1; i < words.length; i++)
    if (hasClass(words[i]!, CAPITALIZED) && hasClass(words[i - 1]!, CAPITALIZED)) return true;
  return false;
}
