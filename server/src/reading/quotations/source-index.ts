import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { quotedStretches } from "./marks.ts";
import { type QuotedWord, wordsOf } from "./words.ts";

/** What a source says: its full text, or the words of it that the knowledge base holds. */
export interface SourceText {
  readonly source: Id;
  readonly text: string;
  readonly words: readonly QuotedWord[];
}

/** A place in a source, by its words: first, and one past the last. */
export interface SourcePlace {
  readonly text: SourceText;
  readonly from: number;
  readonly to: number;
}

/** The words of all sources, ready for look-up by two of them that stand side by side (shingles, Broder 1997). */
export class SourceIndex {
  readonly #texts: readonly SourceText[];
  /** Number of each word. */
  readonly #numbers = new Map<string, number>();
  /** Two words side by side → where, as the text's number and the first word's. */
  readonly #pairs = new Map<number, number[]>();
  /** A word that says something → the stretches in quotation marks that have it. */
  readonly #quoted = new Map<string, SourcePlace[]>();

  constructor(knowledge: Knowledge) {
    this.#texts = textsOf(knowledge);
    for (const [number, text] of this.#texts.entries()) this.#add(text, number);
  }

  /** What the sources say, as far as it is at hand. */
  get texts(): readonly SourceText[] {
    return this.#texts;
  }

  /**
   * Where the words of a quotation may stand: stretches of a source that have several pairs of them in the same order,
   * best first. O(words + places of their pairs, of which the common ones are passed over).
   */
  placesOf(words: readonly QuotedWord[]): SourcePlace[] {
    const votes = new Map<number, number>();
    for (let i = 0; i + 1 < words.length; i++) {
      const places = this.#pairs.get(this.#pair(words[i]!.key, words[i + 1]!.key));
      if (places === undefined || places.length > MOST_PLACES) continue;
      const weight = words[i]!.content || words[i + 1]!.content ? 2 : 1;
      for (const place of places) {
        const diagonal = Math.floor((place - i + SLACK) / SLACK);
        for (const at of [diagonal, diagonal + 1]) votes.set(at, (votes.get(at) ?? 0) + weight);
      }
    }
    const best = [...votes].sort((a, b) => b[1] - a[1]).slice(0, MOST_CANDIDATES);
    return best.flatMap(([diagonal]) => this.#around((diagonal - 2) * SLACK, words.length));
  }

  /** The stretches in quotation marks that share a word which says something. */
  quotedWith(words: readonly QuotedWord[]): SourcePlace[] {
    const places = words.flatMap(({ key, content }) => (content ? (this.#quoted.get(key) ?? []) : []));
    return [...new Set(places)].slice(0, MOST_PLACES);
  }

  #around(position: number, length: number): SourcePlace[] {
    const number = Math.floor(Math.max(0, position + 2 * SLACK) / SPREAD);
    const text = this.#texts[number];
    if (text === undefined) return [];
    const first = position - number * SPREAD;
    const from = Math.max(0, first);
    const to = Math.min(text.words.length, first + length + 3 * SLACK);
    return to > from ? [{ text, from, to }] : [];
  }

  #add(text: SourceText, number: number): void {
    const { words } = text;
    for (let i = 0; i + 1 < words.length && i < SPREAD - SLACK; i++) {
      const pair = this.#pair(words[i]!.key, words[i + 1]!.key, true);
      const places = this.#pairs.get(pair);
      if (places === undefined) this.#pairs.set(pair, [number * SPREAD + i]);
      else if (places.length <= MOST_PLACES) places.push(number * SPREAD + i);
    }
    this.#addQuoted(text);
  }

  #addQuoted(text: SourceText): void {
    let at = 0;
    for (const { index, 0: paragraph } of text.text.matchAll(/(?:[^\n]|\n(?![ \t]*\n))+/g)) {
      for (const { from, to } of quotedStretches(paragraph)) {
        const { words } = text;
        while (at < words.length && words[at]!.start < index + from) at++;
        let end = at;
        while (end < words.length && words[end]!.start < index + to) end++;
        const place = { text, from: at, to: end };
        for (const { key, content } of words.slice(at, end).slice(0, LONGEST_PHRASE + 1))
          if (content && end - at <= LONGEST_PHRASE)
            this.#quoted.set(key, [...(this.#quoted.get(key) ?? []), place]);
      }
    }
  }

  #pair(a: string, b: string, add = false): number {
    const first = this.#number(a, add);
    const second = this.#number(b, add);
    return first < 0 || second < 0 ? -1 : first * 2 ** 24 + second;
  }

  #number(key: string, add: boolean): number {
    const known = this.#numbers.get(key);
    if (known !== undefined || !add) return known ?? -1;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** Words that a place may be off by, where some are left out or put in. */
const SLACK = 8;
/** A pair of words that stands in more places tells nothing. */
const MOST_PLACES = 60;
const MOST_CANDIDATES = 4;
/** Positions of one text: none is longer. */
const SPREAD = 2 ** 24;
/** In words: what is taken for a phrase rather than a sentence. */
const LONGEST_PHRASE = 8;

/** Of all sources together; what comes after these is not looked at, so that the first quotation need not wait. */
const MOST_WORDS = 500_000;

const built = new WeakMap<Knowledge, SourceIndex>();

/** The index of a knowledge's sources; built for the first quotation of a draft. */
export function sourceIndex(knowledge: Knowledge): SourceIndex {
  let index = built.get(knowledge);
  if (index === undefined) built.set(knowledge, (index = new SourceIndex(knowledge)));
  return index;
}

/** The full texts of the sources, and of the others what is quoted from them as evidence. */
function textsOf(knowledge: Knowledge): SourceText[] {
  const texts = Array.from(knowledge.texts, ([source, text]) => ({ source, text }));
  const quotes = new Set<string>();
  for (const map of [knowledge.entities, knowledge.events, knowledge.claims, knowledge.figures])
    for (const { evidence } of map.values())
      for (const { source, quote } of evidence) {
        if (quote === undefined || knowledge.texts.has(source) || quotes.has(`${source}\n${quote}`)) continue;
        quotes.add(`${source}\n${quote}`);
        texts.push({ source, text: quote });
      }
  let words = 0;
  return texts.flatMap(({ source, text }) => {
    if (words > MOST_WORDS) return [];
    const one = { source, text, words: wordsOf(text) };
    words += one.words.length;
    return [one];
  });
}
