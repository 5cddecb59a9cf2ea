import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { type Alignment, align } from "./alignment.ts";
import { type SourcePlace, type SourceText, sourceIndex } from "./source-index.ts";
import type { QuotedWord } from "./words.ts";

/** A source's words that a quotation has, or nearly has. */
export interface Match extends Alignment {
  readonly text: SourceText;
}

/**
 * Which words of the sources a quotation gives, if it is recognised: word for word, or close to them. What is about it in
 * the draft (`around`) must speak of the same the more, the less of the quotation is right: with nothing else in common
 * only one word in six may differ, and of a phrase of a few words the source must itself have it in quotation marks.
 */
export function matchOf(
  words: readonly QuotedWord[],
  around: readonly QuotedWord[],
  knowledge: Knowledge,
): Match | undefined {
  const counted = words.filter(({ free }) => !free);
  if (counted.length < 2 || !counted.some(({ content }) => content)) return undefined;
  const index = sourceIndex(knowledge);
  const aligned = (places: readonly SourcePlace[]) =>
    places
      .map(({ text, from, to }) => ({ text, ...align(words, text.words, from, to) }))
      .sort((a, b) => a.distance - b.distance);
  const [best] = aligned(index.placesOf(words));
  if (best?.distance === 0) return best;
  const near = new Set(around.filter(({ content }) => content).map(({ key }) => key));
  if (best !== undefined && isBent(words, counted.length, best, near)) return best;
  if (counted.length > LONGEST_PHRASE) return undefined;
  return aligned(index.quotedWith(words).filter(({ from, to }) => to - from <= words.length + 2)).find(
    (match) => isBentPhrase(words, counted.length, match, near, around),
  );
}

const LONGEST_PHRASE = 6;

/** What of a quotation stands in the source as well. */
function sharedOf(words: readonly QuotedWord[], { text, partners }: Match) {
  const shared = words.filter(({ key, content, free }, i) => {
    const partner = partners[i];
    return content && !free && partner !== undefined && text.words[partner]!.key === key;
  });
  // A name says only of whom it is spoken.
  const plain = shared.filter(({ capital }, i) => !capital || (i === 0 && words[0] === shared[0]));
  return { shared: shared.length, plain: plain.length };
}

function isBent(
  words: readonly QuotedWord[],
  length: number,
  match: Match,
  near: ReadonlySet<string>,
): boolean {
  const { shared, plain } = sharedOf(words, match);
  const support = supportOf(match, near);
  // A sentence of common words, of which one is another, told of the same matter.
  if (shared === 2 && plain === 2) return length >= 7 && match.distance === 1 && support >= 2;
  if (shared < 3 || plain < 2 || length < 5) return false;
  const rate = support >= 2 ? 1 / 3 : 1 / 6;
  // What begins or ends otherwise is another saying.
  const isOther = (ends: readonly number[]) =>
    length < 12 && ends.every((i) => i >= 0 && !isRight(words, match, i));
  if (isOther([0, 1]) || isOther([words.length - 2, words.length - 1])) return false;
  return changesIn(words, match) <= Math.max(1, Math.floor(length * rate));
}

/** Words that are others, and places where some are left out. */
function changesIn(words: readonly QuotedWord[], match: Match): number {
  return words.filter((_, i) => !isRight(words, match, i) || !follows(words, match, i)).length;
}

function isRight(words: readonly QuotedWord[], { text, partners }: Match, i: number): boolean {
  const partner = partners[i];
  return words[i]!.free || (partner !== undefined && text.words[partner]!.key === words[i]!.key);
}

/** Whether nothing of the source is left out between a word and the one before it. */
function follows(words: readonly QuotedWord[], { partners }: Match, i: number): boolean {
  const [before, here] = [partners[i - 1], partners[i]];
  if (before === undefined || here === undefined || words[i]!.free || words[i - 1]!.free) return true;
  return here === before + 1;
}

/** A phrase that the source has in quotation marks too, told of the same matter. */
function isBentPhrase(
  words: readonly QuotedWord[],
  length: number,
  match: Match,
  near: ReadonlySet<string>,
  around: readonly QuotedWord[],
): boolean {
  const { shared } = sharedOf(words, match);
  const { text, distance } = match;
  if (shared < 1 || distance > Math.ceil(length / 2)) return false;
  if (!isRight(words, match, 0) && !isRight(words, match, words.length - 1)) return false;
  if (shared >= 2) return supportOf(match, near) >= 2;
  // With one word alone in common, what stands beside it must be the same too.
  const after = around.filter(({ start }) => start >= words.at(-1)!.end).slice(0, BESIDE);
  const before = around.filter(({ end }) => end <= words[0]!.start).slice(-BESIDE);
  const beside = new Set([...before, ...after].filter(({ content }) => content).map(({ key }) => key));
  const theirs = [
    ...text.words.slice(Math.max(0, match.from - BESIDE), match.from),
    ...text.words.slice(match.to, match.to + BESIDE),
  ];
  const common = theirs.filter(({ key, content }) => content && beside.has(key));
  return common.length >= 2 && supportOf(match, near) >= 4;
}

/** In words: what stands beside a phrase. */
const BESIDE = 6;
/** In words: what a source says around a place. */
const AROUND = 40;

/** How many of the words around a place of a source stand around the quotation as well. */
function supportOf({ text, from, to }: Match, near: ReadonlySet<string>): number {
  const words = [...text.words.slice(Math.max(0, from - AROUND), from), ...text.words.slice(to, to + AROUND)];
  return new Set(words.flatMap(({ key, content }) => (content && near.has(key) ? [key] : []))).size;
}

/** The stretch of a quotation that differs from its source, as its words, and the source's words that belong there. */
export function differenceOf(
  words: readonly QuotedWord[],
  match: Match,
): { readonly first: number; readonly last: number; readonly from: number; readonly to: number } | undefined {
  const { partners, from, to } = match;
  const wrong = words.flatMap((_, i) => (isRight(words, match, i) ? [] : [i]));
  const gaps = words.flatMap((_, i) => (follows(words, match, i) ? [] : [i]));
  if (wrong.length === 0 && gaps.length === 0) return undefined;
  let first = Math.min(...wrong, ...gaps.map((i) => i - 1));
  let last = Math.max(...wrong, ...gaps);
  // What is only too much or too little is shown with a word beside it.
  const isPut = (i: number) => partners[i] !== undefined;
  const anyPut = () => words.slice(first, last + 1).some((_, k) => isPut(first + k));
  if (!anyPut()) {
    if (first > 0) first--;
    else last++;
  }
  const before = partners.slice(0, first).findLast((partner) => partner !== undefined);
  const after = partners.slice(last + 1).find((partner) => partner !== undefined);
  return { first, last, from: before === undefined ? from : before + 1, to: after ?? to };
}
