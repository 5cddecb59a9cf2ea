import { isFunctionWord } from "./english/function-words.ts";

/** Phrases by their first words, each with the words that follow. */
type PhrasesByFirst = ReadonlyMap<string, readonly { readonly rest: readonly string[] }[]>;

/**
 * Of each phrase the word that is rarest by its looks, without which the phrase is not there: "landfall" of "make
 * landfall", "war" of "were at war". Where none of these is in a sentence, none of the phrases is.
 */
export function tellingWords(...lists: readonly PhrasesByFirst[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const phrases of lists)
    for (const [first, entries] of phrases)
      for (const { rest } of entries) words.add(rarestOf([first, ...rest]));
  return words;
}

/** Of the words of a phrase the one that is rarest by its looks; of several, the first. */
export function rarestOf(words: readonly string[]): string {
  return words.reduce((rarest, word) => (rarity(word) > rarity(rarest) ? word : rarest));
}

/** A long word is found by chance less often than a short one, and a function word more often than any other. */
function rarity(word: string): number {
  return isFunctionWord(word) ? 1 - 1 / word.length : word.length;
}

/** As {@link tellingWords}, of phrases that an object holds; found once for each object. */
export function tellingWordsOf<T extends object>(
  phrasesOf: (of: T) => readonly PhrasesByFirst[],
): (of: T) => ReadonlySet<string> {
  const known = new WeakMap<T, ReadonlySet<string>>();
  return (of) => {
    let words = known.get(of);
    if (words === undefined) known.set(of, (words = tellingWords(...phrasesOf(of))));
    return words;
  };
}
