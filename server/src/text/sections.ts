import type { Change } from "./change.ts";
import type { Comment } from "./comment.ts";
import type { Block } from "./draft.ts";
import { isTable, keptParts, type Parts, partsOf } from "./parts.ts";
import { inPieces } from "./pieces.ts";

/** A stretch of a text before and after which nothing is open: what it says depends on its words and on how it is entered. */
interface Section {
  /** In UTF-16 code units; and how many of its beginning and of what comes after were looked at to read it. */
  readonly length: number;
  readonly seen: number;
  /** How many parts it has. */
  readonly parts: number;
  /** In its own places. */
  readonly comments: readonly Comment[];
  readonly entered: Entered;
}

/** What a reader has to know of the text before a section; the same for two sections that can stand in for each other. */
export type Entered = string;

/** Reads a text from an offset on until nothing is open any more. What it gives counts from the beginning of the text. */
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
  /** Where the first of them begins: behind the front matter. */
  readonly from: number;
  /** Up to where the text has been read: to its end, unless no more was wanted. */
  readonly to: number;
  readonly all: readonly Section[];
  readonly parts: Parts;
  /** How many of the parts are tables. */
  readonly tables: number;
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
 * for a step of a few machine instructions for each part. Where no more than a beginning is wanted, or was known of the older
 * version, it may be all that there is of the text then.
 */
export function* sectionsOf(
  text: string,
  from: number,
  read: ReadSection,
  earlier?: Earlier,
  upTo = text.length,
): Generator<undefined, Sections, undefined> {
  const older = earlier?.sections ?? NO_SECTIONS;
  const stands = earlier !== undefined && older.from === from && earlier.change.start >= from;
  if (stands) return yield* spliced(text, from, upTo, read, older, earlier.change);
  // All is gone through, and what is the same as before is taken over all the same.
  const whole = { start: from, oldEnd: from, newEnd: text.length };
  return yield* spliced(text, from, upTo, read, { ...older, all: [] }, whole);
}

const NO_SECTIONS: Sections = { from: 0, to: 0, all: [], parts: { all: [], starts: [] }, tables: 0 };

function* spliced(
  text: string,
  from: number,
  upTo: number,
  read: ReadSection,
  { to, all, parts, tables }: Omit<Sections, "from">,
  { start, oldEnd, newEnd }: Change,
): Generator<undefined, Sections, undefined> {
  const by = newEnd - oldEnd;
  let [first, at, firstPart] = [0, from, 0];
  // A section that ends where something has changed may go on now.
  while (first < all.length && at + all[first]!.seen < start) {
    at += all[first]!.length;
    firstPart += all[first]!.parts;
    first++;
  }
  const fresh: Section[] = [];
  const found: { all: Parts["all"][number][]; starts: number[] } = { all: [], starts: [] };
  let [next, nextAt, nextPart] = [first, at + by, firstPart];
  let entered = all[first]?.entered ?? AT_FIRST;
  let pause = at + PACE;
  while (at < upTo) {
    if (at >= pause) {
      yield;
      pause = at + PACE;
    }
    const { end, seen = end, blocks, comments, left } = read(text, at, entered);
    const own = partsOf(text, inPieces(blocks));
    found.all.push(...own.all);
    found.starts.push(...own.starts);
    const placed = comments.map((comment) => movedComment(comment, -at));
    const extent = { length: end - at, seen: seen - at };
    fresh.push({ ...extent, parts: own.all.length, comments: placed, entered });
    at = end;
    entered = left;
    if (at < newEnd) continue;
    while (next < all.length && nextAt < at) {
      nextAt += all[next]!.length;
      nextPart += all[next]!.parts;
      next++;
    }
    if (next < all.length && nextAt === at && all[next]!.entered === entered) break;
  }
  if (at >= upTo) [next, nextPart] = [all.length, parts.all.length];
  const gone = parts.all.slice(firstPart, nextPart);
  const kept = keptParts(found.all, gone);
  return {
    from,
    to: at >= upTo ? at : to + by,
    all: spliceOf(all, first, fresh, next),
    parts: {
      all: spliceOf(parts.all, firstPart, kept, nextPart),
      starts: splicedStarts(parts.starts, firstPart, found.starts, nextPart, by),
    },
    tables: tables - gone.filter(isTable).length + kept.filter(isTable).length,
  };
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

/** The comments of a text, in its order. Linear in its sections. */
export function commentsIn({ from, all }: Sections): Comment[] {
  const found: Comment[] = [];
  let at = from;
  for (const { length, comments } of all) {
    for (const comment of comments) found.push(movedComment(comment, at));
    at += length;
  }
  return found;
}

function movedComment({ start, end, words }: Comment, by: number): Comment {
  return { start: start + by, end: end + by, words: { start: words.start + by, end: words.end + by } };
}
