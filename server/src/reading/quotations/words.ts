import type { Span } from "../../text/span.ts";
import { type Token, tokenize } from "../../text/tokens.ts";
import { isFunctionWord } from "../english/function-words.ts";
import { isCapitalized } from "../names/name-index.ts";

/** A word as quotations are compared by: capitals, accents, marks and the spelling of one country or another aside. */
export interface QuotedWord extends Span {
  readonly key: string;
  /** Says something by itself: no article, no preposition. */
  readonly content: boolean;
  readonly capital: boolean;
  /** In brackets: put there by whoever quotes. */
  readonly free: boolean;
}

/** The words of a stretch of prose; `offset` is where it begins. Linear. */
export function wordsOf(prose: string, offset = 0): QuotedWord[] {
  return quotedWords(tokenize(prose, offset));
}

export function quotedWords(tokens: readonly Token[]): QuotedWord[] {
  const words: QuotedWord[] = [];
  let depth = 0;
  for (const { kind, text, key, start, end } of tokens) {
    if (text === "[") depth++;
    else if (text === "]") depth = Math.max(0, depth - 1);
    if (kind === "mark" || kind === "opaque") continue;
    words.push({ ...wordOf(key), start, end, capital: isCapitalized(text), free: depth > 0 });
  }
  return words;
}

const known = new Map<string, Pick<QuotedWord, "key" | "content">>();
const MOST_KNOWN = 100_000;

/** Sources are long, and their words few. */
function wordOf(key: string): Pick<QuotedWord, "key" | "content"> {
  let word = known.get(key);
  if (word === undefined) {
    word = { key: spelling(key), content: key.length > 2 && !isFunctionWord(key) };
    if (known.size < MOST_KNOWN) known.set(key, word);
  }
  return word;
}

const NUMBERS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );

/** One form for what is one word: "recognise", "recognize"; "colour", "color"; "ten", "10". */
function spelling(key: string): string {
  const number = NUMBERS.indexOf(key);
  if (number >= 0) return String(number);
  return key
    .replace(/(?<=\w{3})is(?=(?:e|ed|es|ing|ation|ations)$)/, "iz")
    .replace(/(?<=\w{2})our(?=$|s$|ed$|ing$|able$|ite$|ful$)/, "or")
    .replace(/(?<=[aeiou])ll(?=ed$|ing$|er$)/, "l");
}
