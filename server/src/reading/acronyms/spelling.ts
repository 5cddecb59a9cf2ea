import { editDistance } from "../names/edit-distance.ts";

const SMALL = /^(?:of|for|the|and|on|in|to|de|la|du|des|der|und|y|et|an|a|against|with|at|by|i|e)$/;

/** Whether words are spelt out by an acronym: its letters are their initials, small words left out or not. */
export function isInitialism(words: readonly string[], acronym: string): boolean {
  const letters = acronym.toLowerCase();
  const match = (word: number, letter: number): boolean => {
    if (word === words.length) return letter === letters.length;
    if (words[word]![0] === letters[letter] && match(word + 1, letter + 1)) return true;
    return SMALL.test(words[word]!) && match(word + 1, letter);
  };
  return words.length <= 16 && match(0, 0);
}

/**
 * Schwartz and Hearst's test (2003): from right to left each letter of the acronym is found in the long form, the first
 * at the start of its first word.
 */
export function spells(words: readonly string[], acronym: string): boolean {
  const text = words.join(" ");
  let at = text.length - 1;
  const letters = acronym.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  for (let k = letters.length - 1; k >= 0; k--) {
    while (at >= 0 && (text[at] !== letters[k] || (k === 0 && at > 0 && text[at - 1] !== " "))) at--;
    if (at < 0) return false;
    at--;
  }
  return at === -1 || !text.slice(0, at + 1).includes(" ");
}

/** Whether words may be meant as the long form of an acronym, one wrong word allowed. */
export function isFit(words: readonly string[], acronym: string): boolean {
  if (isInitialism(words, acronym)) return true;
  const letters = acronym.toLowerCase();
  const initials = words
    .filter((word) => !SMALL.test(word))
    .map((word) => word[0])
    .join("");
  if (letters.length < 3 || initials[0] !== letters[0]) return false;
  return initials.length === letters.length
    ? editDistance(initials, letters, 1) <= 1
    : spells(words, acronym) && words.length >= letters.length - 1;
}

/** Two acronyms of which one is easily taken for the other: a letter more, less or other, or the same ones in another order. */
export function isMixedUp(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 3) return false;
  const sorted = (text: string) => [...text.toUpperCase()].sort().join("");
  return sorted(a) === sorted(b) || editDistance(a.toUpperCase(), b.toUpperCase(), 1) <= 1;
}
