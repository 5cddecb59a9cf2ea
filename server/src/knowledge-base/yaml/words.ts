/** How many keys are kept at most, and up to which length: the format's own are fewer, and ids mostly longer. */
const WORDS = 1021;
const LONGEST_WORD = 16;

/** The keys of a text. The same ones come again and again: of each the last is kept, and neither cut out nor hashed anew. */
export class Words {
  readonly #words = new Array<string | undefined>(WORDS).fill(undefined);

  of(text: string, start: number, end: number): string {
    const length = end - start;
    const first = text.charCodeAt(start) * 31 + text.charCodeAt(start + 1);
    const slot = (first * 31 + text.charCodeAt(end - 1) * 7 + length) % WORDS;
    const known = this.#words[slot];
    if (known?.length === length && text.startsWith(known, start)) return known;
    const word = text.slice(start, end);
    if (length <= LONGEST_WORD) this.#words[slot] = word;
    return word;
  }
}
