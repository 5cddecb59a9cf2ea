import { fold } from "../../text/tokens.ts";
import { SAME_ENDING, SAME_NAME, TWO_LETTERS } from "./transliterations.ts";

/** How many words' spellings are remembered; past that the memory begins anew. */
const MEMO_SIZE = 50_000;

let memo = new Map<string, readonly string[]>();

/**
 * What stands for all spellings of a word of a name: one key, or two where it has a letter that may be written with two
 * ("Müller": "muller" and "mueller"). Two words are the same name where they share a key. Apostrophes do not count.
 */
export function spellingKeys(text: string): readonly string[] {
  const known = memo.get(text);
  if (known !== undefined) return known;
  if (memo.size >= MEMO_SIZE) memo = new Map();
  const plain = oneOf(fold(text));
  const wide = widened(text);
  const other = wide === undefined ? plain : oneOf(wide);
  const keys = plain === other ? [plain] : [plain, other];
  memo.set(text, keys);
  return keys;
}

/** Whether a folded word, or one with letters of its own, has other spellings that are known. */
export function hasSpellings(text: string): boolean {
  const keys = spellingKeys(text);
  return keys.length > 1 || keys[0] !== text || SAME_NAME.has(text);
}

/** Whether two words are one name in two spellings (or in one). */
export function isSameSpelling(a: string, b: string): boolean {
  return spellingKeys(a).some((key) => spellingKeys(b).includes(key));
}

function oneOf(folded: string): string {
  const word = folded.replaceAll("'", "");
  const same = SAME_NAME.get(word);
  if (same !== undefined) return same;
  for (const [ending, one] of SAME_ENDING) {
    if (ending.test(word)) return word.replace(ending, one);
  }
  return word;
}

function widened(text: string): string | undefined {
  const letters = [...text.normalize("NFC").toLowerCase()];
  if (!letters.some((letter) => TWO_LETTERS.has(letter))) return undefined;
  return fold(letters.map((letter) => TWO_LETTERS.get(letter) ?? letter).join(""));
}

/**
 * The ways in which the words of a name may be joined and parted: "Abd al-Rahman", "Abdul Rahman" and "Abdulrahman" are
 * one. Given and answered as words; the name itself is not among the answers.
 */
export function otherPartings(words: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [];
  const at = words.findIndex((word) => /^abd/i.test(word));
  if (at < 0) return all;
  const [before, after] = [words.slice(0, at), words.slice(at + 1)];
  const servant = fold(words[at]!);
  const split = /^abd[aeou][lr](\p{L}{4,})$/u.exec(servant)?.[1];
  if (split !== undefined) {
    all.push([...before, "Abdul", capitalized(split), ...after]);
    all.push([...before, "Abd", "al", capitalized(split), ...after]);
  } else if (/^abd[aeou]l$/.test(servant) && after.length > 0) {
    all.push([...before, `Abdul${after[0]!.toLowerCase()}`, ...after.slice(1)]);
    all.push([...before, "Abd", "al", ...after]);
  } else if (servant === "abd" && after.length > 1 && /^[ae][lr]$/.test(fold(after[0]!))) {
    all.push([...before, `Abdul${after[1]!.toLowerCase()}`, ...after.slice(2)]);
    all.push([...before, "Abdul", ...after.slice(1)]);
  }
  return all;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
