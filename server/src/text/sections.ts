import { bisect } from "./bisect.ts";
import type { Change } from "./change.ts";
import type { Comment } from "./comment.ts";
import type { Block } from "./draft.ts";
import { isTable, keptParts, type Part, type Parts, partsOf } from "./parts.ts";
import { inPieces } from "./pieces.ts";
import type { Text } from "./text.ts";
import { Window } from "./window.ts";

/** A stretch of a text before and after which nothing is open: what it says depends on its words and on how it is entered. */
interface Section {
  /** How far its reader looked, from its beginning on, in UTF-16 code units. */
  readonly seen: number;
  readonly entered: Entered;
}

/** What a reader has to know of the text before a section; the same for two sections that can stand in for each other. */
export type Entered = string;

/**
 * Reads a text from an offset on until nothing is open any more. What it gives counts from the beginning of the text, and does not
 * depend on what comes before the offset.
 */
export type ReadSection = (
  text: string,
  from: number,
  entered: Entered,
) => {
  readonly end: number;
  /** Up to where it has looked, where that is beyond its end. */
  readonly seen?: number;
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
  /** How the next section is entered. */
  readonly left: Entered;
};

/** A text in sections, and what they have in them. */
export interface Sections {
  readonly all: readonly Section[];
  /** Where each begins, the first behind the front matter; and where the last one ends. */
  readonly bounds: ArrayLike<number>;
  /** How the text is entered behind the last one. */
  readonly left: Entered;
  /** No section has looked farther beyond its end. */
  readonly reach: number;
  readonly parts: Parts;
  /** How many of the parts are tables. */
  readonly tables: number;
  /** In the order of the text. */
  readonly comments: readonly Comment[];
}

/** An older version of a text, and what is different now. */
export interface Earlier {
  readonly sections: Sections;
  readonly change: Change;
}

/** How the first section of a text is entered. */
export const AT_FIRST: Entered = "";

/** In UTF-16 code units: how much is read between two pauses, but that a section is read as a whole. */
const PACE = 8000;

/**
 * Reads a text section by section, with pauses. Of an older version all sections are taken over but those that have changed, and those
 * after them that are entered in another way. What comes out is the same as without. In time with what has changed, but
 * for lists that are copied. Where no more than a beginning is wanted, or was known of the older version, it may be all that
 * there is of the text then.
 */
export function* sectionsOf(
  text: Text,
  from: number,
  read: ReadSection,
  earlier?: Earlier,
  upTo = text.length,
): Generator<undefined, Sections, undefined> {
  const older = earlier?.sections ?? NO_SECTIONS;
  const stands = earlier !== undefined && older.bounds[0] === from && earlier.change.start >= from;
  if (stands) return yield* spliced(text, upTo, read, older, earlier.change);
  // All is gone through, and what is the same as before is taken over all the same.
  const whole = { start: from, oldEnd: from, newEnd: text.length };
  return yield* spliced(text, upTo, read, { ...older, all: [], bounds: [from], left: AT_FIRST }, whole);
}

const NO_SECTIONS: Sections = {
  all: [],
  bounds: [0],
  left: AT_FIRST,
  reach: 0,
  parts: { all: [], starts: [] },
  tables: 0,
  comments: [],
};

function* spliced(
  text: Text,
  upTo: number,
  read: ReadSection,
  { all, bounds, parts, tables, comments, ...older }: Sections,
  { start, oldEnd, newEnd }: Change,
): Generator<undefined, Sections, undefined> {
  const by = newEnd - oldEnd;
  let { reach } = older;
  // A section that has looked as far as where something has changed may go on now.
  let first = bisect(all.length, (i) => bounds[i + 1]! + reach < start);
  while (first < all.length && bounds[first]! + all[first]!.seen < start) first++;
  const fresh: Section[] = [];
  const starts: number[] = [];
  const found: { all: Part[]; starts: number[]; comments: Comment[] } = { all: [], starts: [], comments: [] };
  let next = first;
  let at = bounds[first]!;
  let entered = all[first]?.entered ?? older.left;
  let pause = at + PACE;
  const window = new Window(text, read);
  while (at < upTo) {
    if (at >= pause) {
      yield;
      pause = at + PACE;
    }
    const least = bounds[Math.min(next + 1, all.length)]! + by - at;
    const { end, seen = end, blocks, comments: own, left } = window.section(at, entered, least);
    const { all: those, starts: their } = partsOf(window.words, inPieces(blocks));
    found.all.push(...those);
    for (const start of their) found.starts.push(start + window.start);
    for (const comment of own) found.comments.push(movedComment(comment, window.start));
    fresh.push({ seen: seen + window.start - at, entered });
    starts.push(at);
    reach = Math.max(reach, seen - end);
    at = end + window.start;
    entered = left;
    if (at < newEnd) continue;
    while (next < all.length && bounds[next]! + by < at) next++;
    if (next < all.length && bounds[next]! + by === at && all[next]!.entered === entered) break;
  }
  const isToEnd = at >= upTo;
  if (isToEnd) next = all.length;
  // Where nothing is taken over, all that there was is gone.
  const [goneFrom, goneTo] = all.length === 0 ? [0, Infinity] : [bounds[first]!, bounds[next]!];
  const between = (count: number, startOf: (i: number) => number): readonly [number, number] => [
    bisect(count, (i) => startOf(i) < goneFrom),
    bisect(count, (i) => startOf(i) < goneTo),
  ];
  const [firstPart, nextPart] = between(parts.all.length, (i) => parts.starts[i]!);
  const [firstComment, nextComment] = between(comments.length, (i) => comments[i]!.start);
  const gone = parts.all.slice(firstPart, nextPart);
  const kept = keptParts(found.all, gone);
  const boundsNow = splicedStarts(bounds, first, starts, next, by);
  if (isToEnd) boundsNow[boundsNow.length - 1] = at;
  return {
    all: spliceOf(all, first, fresh, next),
    bounds: boundsNow,
    left: isToEnd ? entered : older.left,
    reach,
    parts: {
      all: spliceOf(parts.all, firstPart, kept, nextPart),
      starts: splicedStarts(parts.starts, firstPart, found.starts, nextPart, by),
    },
    tables: tables - gone.filter(isTable).length + kept.filter(isTable).length,
    comments: [
      ...comments.slice(0, firstComment),
      ...found.comments,
      ...comments.slice(nextComment).map((comment) => movedComment(comment, by)),
    ],
  };
}

/** Up to where a text has been read: to its end, unless no more was wanted. */
export function endOf({ all, bounds }: Sections): number {
  return bounds[all.length]!;
}

/** A list with others in place of those from one number to another; in one step, where spreading would take one for each. */
export function spliceOf<T>(list: readonly T[], from: number, others: readonly T[], to: number): T[] {
  return list.slice(0, from).concat(others, list.slice(to));
}

function splicedStarts(
  starts: ArrayLike<number>,
  first: number,
  fresh: readonly number[],
  next: number,
  by: number,
): Uint32Array {
  const all = new Uint32Array(first + fresh.length + starts.length - next);
  for (let i = 0; i < first; i++) all[i] = starts[i]!;
  all.set(fresh, first);
  for (let i = next, to = first + fresh.length; i < starts.length; i++, to++) all[to] = starts[i]! + by;
  return all;
}

function movedComment({ start, end, words }: Comment, by: number): Comment {
  return { start: start + by, end: end + by, words: { start: words.start + by, end: words.end + by } };
}
