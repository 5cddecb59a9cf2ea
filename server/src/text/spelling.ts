import { CAPITAL, classAt, HIDDEN } from "./characters.ts";
import { fold } from "./fold.ts";

/** A token as written, without markup inside it, and folded for comparison. */
export interface Spelling {
  readonly text: string;
  readonly key: string;
}

/**
 * Most words come again and again, and are folded once: each place of this table keeps the last spelling that fell to
 * it. Longer ones are not kept: their strings would keep the texts alive that they were cut from.
 */
const kept = new Array<Spelling | undefined>(8192).fill(undefined);
const LONGEST_KEPT = 12;

export function spellingOf(text: string, start: number, end: number): Spelling {
  if (end - start > LONGEST_KEPT) return spell(text.slice(start, end));
  let hash = 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  const place = (hash ^ (hash >>> 15)) & (kept.length - 1);
  const known = kept[place];
  if (known !== undefined && isWritten(known.text, text, start, end)) return known;
  return (kept[place] = spell(text.slice(start, end)));
}

function isWritten(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) {
    if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  }
  return true;
}

function spell(written: string): Spelling {
  const text = written.includes(HIDDEN) ? written.replaceAll(HIDDEN, "") : written;
  const key = fold(text);
  const isAcronym = classAt(text, 0) & CAPITAL && text.includes(".");
  return { text, key: isAcronym ? key.replaceAll(".", "") : key };
}
