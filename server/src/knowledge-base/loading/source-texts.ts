import { contentHash } from "../content-hash.ts";
import type { Id } from "../knowledge.ts";

/** The full texts of the sources, for checking quotes. */
export class SourceTexts {
  readonly #texts = new Map<Id, FoldedText>();
  #searches = 0;

  add(source: Id, text: string): void {
    this.#texts.set(source, new FoldedText(text));
  }

  /**
   * Whether a quote is in the text of its source; one whose text is not at hand is believed. The first question of a
   * text is linear in it, another linear in the quote, as a rule.
   */
  hasQuote(source: Id, quote: string): boolean {
    return this.#texts.get(source)?.includes(foldQuote(quote).trim()) ?? true;
  }

  /**
   * The words of a source that are those of a quote but for capitals and punctuation, if they are there once. Linear in
   * the text, so only the first few quotes are sought.
   */
  nearQuote(source: Id, quote: string): string | undefined {
    if (quote.length > LONGEST_QUOTE || ++this.#searches > MOST_SEARCHES) return undefined;
    return this.#texts.get(source)?.wordsLike(foldQuote(quote));
  }

  get hash(): string {
    return contentHash([...this.#texts].flatMap(([id, { text }]) => [id, text]));
  }
}

const MOST_SEARCHES = 25;
const LONGEST_QUOTE = 1000;
const FEWEST_WORDS = 3;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

class FoldedText {
  readonly text: string;
  #places: Map<string, number[]> | undefined;

  constructor(text: string) {
    this.text = foldQuote(text);
  }

  /** Looks only where the rarest whole word of the phrase is; a phrase without one is sought from the start. */
  includes(phrase: string): boolean {
    this.#places ??= placesOfWords(this.text);
    let rarest: { readonly offset: number; readonly places: readonly number[] } | undefined;
    for (const { 0: word, index } of phrase.matchAll(WORD)) {
      if (index === 0 || index + word.length === phrase.length) continue;
      const places = this.#places.get(word) ?? [];
      if (rarest === undefined || places.length < rarest.places.length) rarest = { offset: index, places };
    }
    if (rarest === undefined) return this.text.includes(phrase);
    const { offset, places } = rarest;
    return places.some((place) => this.text.startsWith(phrase, place - offset));
  }

  wordsLike(phrase: string): string | undefined {
    const words = phrase.match(WORD) ?? [];
    if (words.length < FEWEST_WORDS) return undefined;
    const pattern = new RegExp(words.join(String.raw`[^\p{L}\p{M}\p{N}]+`), "giu");
    const found = new Set(this.text.match(pattern));
    return found.size === 1 ? [...found][0] : undefined;
  }
}

function placesOfWords(text: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const known = places.get(word);
    if (known === undefined) places.set(word, [index]);
    else known.push(index);
  }
  return places;
}

/** White space folded, typographic quotation marks and dashes made plain. */
export function foldQuote(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u2018\u2019\u201A\u201B\u2032\u02BC`´]/g, "'")
    .replace(/[\u201C-\u201F\u2033«»]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\u00AD|\uFEFF|\u200B/g, "")
    .replace(/\s+/g, " ");
}

/** The path of a file that another file names: relative to it, unless it begins with a slash, a drive or a scheme. */
export function resolvePath(from: string, path: string): string {
  if (/^(?:[\\/]|[A-Za-z][\w+.-]*:)/.test(path)) return path;
  const folder = from.slice(0, Math.max(from.lastIndexOf("/"), from.lastIndexOf("\\")) + 1);
  const parts: string[] = [];
  for (const part of path.split(/[\\/]/)) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  let base = folder;
  while (parts[0] === ".." && /[^\\/:.][\\/]$/.test(base)) {
    base = base.replace(/[^\\/]*[\\/]$/, "");
    parts.shift();
  }
  return base + parts.join("/");
}
