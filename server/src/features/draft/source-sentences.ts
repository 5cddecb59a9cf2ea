import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { type SourcePlace, type SourceText, sourceIndex } from "../../reading/quotations/source-index.ts";
import { wordsOf } from "../../reading/quotations/words.ts";
import { sentencesOf } from "../../text/sentences.ts";

/** What a source says from some word on, to the end of its sentence. */
export interface SourceSentence {
  readonly source: Id;
  /** As written there, on one line. */
  readonly words: string;
  readonly place: SourcePlace;
}

interface WordPlaces {
  readonly texts: readonly SourceText[];
  /** Where each word stands: the number of the text times {@link SPREAD}, and that of the word in it. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** The words, by letter. */
  readonly keys: readonly string[];
}

const built = new WeakMap<Knowledge, WordPlaces>();

/** No text has more words. */
const SPREAD = 2 ** 24;
/** Of a common word no more places than these are looked at, nor of words that begin alike. */
const MOST_PLACES = 2000;
const MOST_ALIKE = 60;
/** In characters: how far a sentence may go on, and the longest that is given whole. */
const LONGEST = 400;
/** In words: what is shorter is no quotation yet. */
const FEWEST_WORDS = 2;

/**
 * What the sources say that begins with what is typed, its last word perhaps unfinished: what begins a sentence or a
 * quotation of theirs first, each wording once. O(places of the first word) after the index is made.
 */
export function sentencesBeginning(knowledge: Knowledge, typed: string, limit: number): SourceSentence[] {
  const words = wordsOf(typed).map(({ key }) => key);
  const [first] = words;
  if (first === undefined) return [];
  const isFinished = /[^\p{L}\p{N}]$/u.test(typed);
  const { texts, places, keys } = placesOf(knowledge);
  const firsts = words.length > 1 || isFinished ? [first] : beginning(keys, first);
  const found = new Map<string, { readonly sentence: SourceSentence; readonly rank: number }>();
  for (const key of firsts) {
    for (const place of places.get(key) ?? []) {
      const text = texts[Math.floor(place / SPREAD)]!;
      const at = place % SPREAD;
      if (!fits(text, at, words, isFinished)) continue;
      const sentence = sentenceFrom(text, at);
      if (sentence === undefined || found.has(sentence.words)) continue;
      found.set(sentence.words, { sentence, rank: rankOf(text, at) });
    }
  }
  return [...found.values()]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ sentence }) => sentence);
}

function fits({ words }: SourceText, at: number, typed: readonly string[], isFinished: boolean): boolean {
  return typed.every((key, i) => {
    const word = words[at + i];
    const isLast = i === typed.length - 1 && !isFinished;
    return word !== undefined && (isLast ? word.key.startsWith(key) : word.key === key);
  });
}

function sentenceFrom(text: SourceText, at: number): SourceSentence | undefined {
  const { words, source } = text;
  const { start } = words[at]!;
  const paragraph = text.text.indexOf("\n\n", start);
  const limit = Math.min(text.text.length, start + LONGEST, paragraph < 0 ? Infinity : paragraph);
  const prose = text.text.slice(start, limit);
  const [sentence] = sentencesOf({ prose, span: { start: 0, end: prose.length } });
  const raw = prose.slice(0, sentence?.span.end ?? 0);
  const isWhole = start + raw.length < start + LONGEST;
  // A quotation in the source ends where it ends there; the marks of the end are the draft's own matter.
  const inside = /^[^"“”»]*(?=["”»](?![\p{L}\p{N}]))/u.exec(raw)?.[0] ?? raw;
  const said = (isWhole ? inside : inside.slice(0, inside.lastIndexOf(" "))).replace(/[\s.,;:]+$/u, "");
  const written = said.replace(/\s+/g, " ");
  let to = at;
  while (to < words.length && words[to]!.start < start + said.length) to++;
  if (to - at < FEWEST_WORDS) return undefined;
  return { source, words: written, place: { text, from: at, to } };
}

/** What begins a text, a sentence or a quotation is likelier to be quoted than what begins in the middle. */
function rankOf({ text, words }: SourceText, at: number): number {
  const before = text.slice(Math.max(0, words[at]!.start - 3), words[at]!.start);
  return /(?:^|["“‘«]|[.!?]\s+|\n\s*)$/.test(before) ? 0 : 1;
}

function beginning(keys: readonly string[], prefix: string): readonly string[] {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! < prefix) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < keys.length && end - low < MOST_ALIKE && keys[end]!.startsWith(prefix)) end++;
  return keys.slice(low, end);
}

function placesOf(knowledge: Knowledge): WordPlaces {
  const known = built.get(knowledge);
  if (known !== undefined) return known;
  const { texts } = sourceIndex(knowledge);
  const places = new Map<string, number[]>();
  for (const [number, { words }] of texts.entries())
    for (const [at, { key }] of words.entries()) {
      const list = places.get(key);
      if (list === undefined) places.set(key, [number * SPREAD + at]);
      else if (list.length < MOST_PLACES) list.push(number * SPREAD + at);
    }
  const made = { texts, places, keys: [...places.keys()].sort() };
  built.set(knowledge, made);
  return made;
}
