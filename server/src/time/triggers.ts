import { classAt, DIGIT, LETTER, MARKUP } from "../text/characters.ts";
import { LONGEST_TOKEN } from "../text/token-ends.ts";
import type { Language } from "./language.ts";

/** The words at which a language's readers try to read, as a scan of characters asks for them. */
export interface Triggers {
  /** A hash table of the words' hashes, 0 where empty. What it lets through by chance is merely read in vain. */
  readonly hashes: Int32Array;
  /** In letters. */
  readonly longest: number;
}

const known = new WeakMap<Language, Triggers>();

/** The triggers of a language, made once. */
export function triggersOf(language: Language): Triggers {
  let triggers = known.get(language);
  if (triggers === undefined) known.set(language, (triggers = compile([...language.words.keys()])));
  return triggers;
}

/**
 * Whether a token between two offsets may be one that a reader is called for: a digit or a trigger word is there, or what
 * this scan does not look into (an acronym, a word with letters beyond ASCII, which may fold to a trigger). "No" is sure.
 */
export function mayHoldTime(text: string, from: number, to: number, triggers: Triggers): boolean {
  for (let at = from; at < to; ) {
    if (!isAsciiLetter(text.charCodeAt(at))) {
      if (classAt(text, at) & (LETTER | DIGIT | MARKUP)) return true;
      at++;
      continue;
    }
    const start = at;
    let hash = 0;
    for (let code = text.charCodeAt(at); at < to && isAsciiLetter(code); code = text.charCodeAt(++at)) {
      hash = withLetter(hash, code);
    }
    const length = at - start;
    if (length <= triggers.longest ? hasHash(triggers.hashes, hash) : length >= LONGEST_TOKEN) return true;
    if (length === 1 && text[at] === "." && isAsciiLetter(text.charCodeAt(at + 1))) return true;
  }
  return false;
}

/** A word is known by its letters up to the first other character: a scan breaks words there ("aujourd'hui"). */
function compile(words: readonly string[]): Triggers {
  const starts = words.map((word) => /^[a-z]*/.exec(word)![0]).filter((start) => start !== "");
  const hashes = new Int32Array(2 ** Math.ceil(Math.log2(starts.length * 4 + 1)));
  for (const start of starts) {
    let hash = 0;
    for (let i = 0; i < start.length; i++) hash = withLetter(hash, start.charCodeAt(i));
    let place = placeOf(hashes, hash);
    while (hashes[place] !== 0 && hashes[place] !== hash) place = (place + 1) & (hashes.length - 1);
    hashes[place] = hash;
  }
  return { hashes, longest: Math.max(0, ...starts.map((start) => start.length)) };
}

function hasHash(hashes: Int32Array, hash: number): boolean {
  let place = placeOf(hashes, hash);
  while (hashes[place] !== 0) {
    if (hashes[place] === hash) return true;
    place = (place + 1) & (hashes.length - 1);
  }
  return false;
}

function placeOf(hashes: Int32Array, hash: number): number {
  return (hash ^ (hash >>> 15)) & (hashes.length - 1);
}

/** Capitals count as small letters. */
function withLetter(hash: number, code: number): number {
  return Math.imul(hash ^ (code | 32), 0x01000193);
}

function isAsciiLetter(code: number): boolean {
  const small = code | 32;
  return small >= 97 && small <= 122;
}
