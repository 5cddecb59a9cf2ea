import { CAPITAL, classAt, HIDDEN } from "./characters.ts";
import { fold } from "./fold.ts";

/** A token as written, without markup inside it, and folded for comparison. */
export interface Spelling {
  readonly text: string;
  readonly key: string;
}

/**
 * Most words come again and again, and are folded once: of all words that fall to the same place of this table the last
 * one is kept. Longer ones are not: their strings would keep the texts alive that they were cut from.
 */
const PLACES = 8192;
const LONGEST_KEPT = 12;
const kept = new Array<Spelling | undefined>(PLACES).fill(undefined);
/** The characters of each, ended by a 0: typed arrays are compared faster than strings. */
const characters = new Uint16Array(PLACES * (LONGEST_KEPT + 1));

/** The spelling of the token between two offsets of a text. */
export function spellingOf(text: string, start: number, end: number): Spelling {
  const length = end - start;
  if (length > LONGEST_KEPT) return spell(text.slice(start, end));
  let hash = 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  const place = (hash ^ (hash >>> 15)) & (PLACES - 1);
  const first = place * (LONGEST_KEPT + 1) - start;
  let at = start;
  while (at < end && characters[first + at] === text.charCodeAt(at)) at++;
  const known = kept[place];
  if (at === end && characters[first + at] === 0 && known !== undefined) return known;
  for (at = start; at < end; at++) characters[first + at] = text.charCodeAt(at);
  characters[first + end] = 0;
  return (kept[place] = spell(text.slice(start, end)));
}

function spell(written: string): Spelling {
  const text = written.includes(HIDDEN) ? written.replaceAll(HIDDEN, "") : written;
  const key = fold(text);
  const isAcronym = classAt(text, 0) & CAPITAL && text.includes(".");
  return { text, key: isAcronym ? key.replaceAll(".", "") : key };
}
