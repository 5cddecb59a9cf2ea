import type { Token } from "../../text/tokens.ts";
import type { WordTable } from "../../text/word-table.ts";

type Tokens = readonly Pick<Token, "key">[];

const PLACES = 4096;
/** Longer words are not remembered: their strings would keep the texts alive that they were cut from. */
const LONGEST_KEPT = 12;

/** The numbers that a table has for the words of sentences. */
export class WordNumbers {
  readonly #table: WordTable;
  /** Of all words that fall to the same place the last one, and its number: most words come again and again. */
  readonly #words = new Array<string | undefined>(PLACES).fill(undefined);
  readonly #known = new Int32Array(PLACES);
  #tokens: Tokens | undefined;
  #numbers = new Int32Array(256);

  constructor(table: WordTable) {
    this.#table = table;
  }

  /** The number of each token's word; good until the next call. For the same tokens once more they are not looked up again. */
  of(tokens: Tokens): Int32Array {
    if (this.#tokens === tokens) return this.#numbers;
    if (this.#numbers.length < tokens.length) this.#numbers = new Int32Array(2 * tokens.length);
    for (let i = 0; i < tokens.length; i++) this.#numbers[i] = this.#numberOf(tokens[i]!.key);
    this.#tokens = tokens;
    return this.#numbers;
  }

  #numberOf(word: string): number {
    if (word.length > LONGEST_KEPT) return this.#table.numberOf(word);
    const place = placeOf(word);
    if (this.#words[place] !== word) {
      this.#words[place] = word;
      this.#known[place] = this.#table.numberOf(word);
    }
    return this.#known[place]!;
  }
}

/** A place for a word by its length and three of its letters, which takes less time than a hash of all of them. */
function placeOf(word: string): number {
  const { length } = word;
  const letters = word.charCodeAt(0) + 37 * word.charCodeAt(length >> 1) + 1369 * word.charCodeAt(length - 1);
  return (letters + 211 * length) & (PLACES - 1);
}
