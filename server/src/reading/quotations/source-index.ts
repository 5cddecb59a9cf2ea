import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { finish, PACE } from "../../knowledge-base/steps.ts";
import { quotedStretches } from "./marks.ts";
import { PairPlaces } from "./pair-places.ts";
import { type QuotedWord, wordsOf } from "./words.ts";

/** What a source says: its full text, or the words of it that the knowledge base holds. */
export class SourceText {
  readonly source: Id;
  readonly text: string;
  #words: readonly QuotedWord[] | undefined;

  constructor(source: Id, text: string) {
    this.source = source;
    this.text = text;
  }

  /** Taken apart when they are first asked for: few of many sources are ever quoted. */
  get words(): readonly QuotedWord[] {
    return (this.#words ??= wordsOf(this.text));
  }
}

/** A place in a source, by its words: first, and one past the last. */
export interface SourcePlace {
  readonly text: SourceText;
  readonly from: number;
  readonly to: number;
}

/** The words of all sources, ready for look-up by two of them that stand side by side (shingles, Broder 1997). */
export class SourceIndex {
  readonly #texts: SourceText[] = [];
  /** Number of each word. */
  readonly #numbers = new Map<string, number>();
  readonly #pairs = new PairPlaces(MOST_PLACES);
  /** A word that says something → the stretches in quotation marks that have it. */
  readonly #quoted = new Map<string, SourcePlace[]>();

  /** Made in steps, for there may be many sources. */
  static *of(knowledge: Knowledge): Generator<undefined, SourceIndex> {
    const index = new SourceIndex();
    let length = 0;
    for (const text of textsOf(knowledge)) {
      if (length > MOST_WORDS) break;
      const passed = Math.floor(length / PACE);
      length += index.#add(text);
      if (Math.floor(length / PACE) > passed) yield;
    }
    return index;
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
      const [first, second] = [this.#numbers.get(words[i]!.key), this.#numbers.get(words[i + 1]!.key)];
      if (first === undefined || second === undefined) continue;
      const weight = words[i]!.content || words[i + 1]!.content ? 2 : 1;
      for (const { text, at: word } of this.#pairs.of(first, second)) {
        const diagonal = Math.floor((text * SPREAD + word - i + SLACK) / SLACK);
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

  /** Gives how many words it has. */
  #add(text: SourceText): number {
    const number = this.#texts.push(text) - 1;
    // Not those of the text, which would be kept.
    const words = wordsOf(text.text);
    for (let i = 0; i + 1 < words.length && i < SPREAD - SLACK; i++)
      this.#pairs.add(this.#number(words[i]!.key), this.#number(words[i + 1]!.key), number, i);
    this.#addQuoted(text, words);
    return words.length;
  }

  #addQuoted(text: SourceText, words: readonly QuotedWord[]): void {
    let at = 0;
    for (const { index, 0: paragraph } of text.text.matchAll(/(?:[^\n]|\n(?![ \t]*\n))+/g)) {
      for (const { from, to } of quotedStretches(paragraph)) {
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

  #number(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
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
  return finish(sourceIndexInSteps(knowledge));
}

/** The same, in steps. */
export function* sourceIndexInSteps(knowledge: Knowledge): Generator<undefined, SourceIndex> {
  const index = built.get(knowledge) ?? (yield* SourceIndex.of(knowledge));
  const known = built.get(knowledge) ?? index;
  built.set(knowledge, known);
  return known;
}

/** The full texts of the sources, and of the others what is quoted from them as evidence, each once. */
function* textsOf(knowledge: Knowledge): Generator<SourceText> {
  for (const [source, text] of knowledge.texts) yield new SourceText(source, text);
  const quotes = new Set<string>();
  for (const map of [knowledge.entities, knowledge.events, knowledge.claims, knowledge.figures])
    for (const { evidence } of map.values())
      for (const { source, quote } of evidence) {
        if (quote === undefined || knowledge.texts.has(source) || quotes.has(`${source}\n${quote}`)) continue;
        quotes.add(`${source}\n${quote}`);
        yield new SourceText(source, quote);
      }
}
