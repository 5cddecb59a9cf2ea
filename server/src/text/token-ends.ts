import {
  APOSTROPHE,
  CAPITAL,
  classAt,
  DIGIT,
  HIDDEN,
  LETTER,
  MARKUP,
  OPAQUE,
  widthOf,
} from "./characters.ts";

// Where a token that begins at `start` ends. Each looks at a bounded number of characters, so that any text costs time in
// proportion to its length; what is longer is cut there, and goes on as another token.

/** In characters. */
export const LONGEST_TOKEN = 1000;
const LONGEST_OPAQUE = 10_000;
/** In letters, each with its full stop. */
const LONGEST_ACRONYM = 99;

const IN_WORD = LETTER | DIGIT | MARKUP;

/** "2025", "1,500", "26.5", with the suffix of an ordinal ("19th"); `start` where it is no number ("5G"). */
export function numberEnd(text: string, start: number): number {
  let end = start;
  for (let length = 0; length < LONGEST_TOKEN; length++) {
    const charClass = classAt(text, end);
    if (charClass & (DIGIT | MARKUP)) end += widthOf(charClass);
    else if (separatesDigits(text, end)) end++;
    else break;
  }
  if (isSuffix(text, end) && !isLetterOrDigit(text, end + 2)) return end + 2;
  if (!isLetterOrDigit(text, end)) return end;
  // Letters go on after it: what stands before its last separator may still be a number ("1.5G").
  do end--;
  while (end > start && !(text[end] === "." || text[end] === "," || text[end] === HIDDEN));
  return end;
}

/** A full stop before a digit, or a comma before exactly three. */
function separatesDigits(text: string, at: number): boolean {
  const mark = text[at];
  if (mark === ".") return (classAt(text, at + 1) & DIGIT) > 0;
  if (mark !== ",") return false;
  let end = at + 1;
  for (let digits = 0; digits < 3; digits++) {
    const charClass = classAt(text, end);
    if (!(charClass & DIGIT)) return false;
    end += widthOf(charClass);
  }
  return !(classAt(text, end) & DIGIT);
}

function isSuffix(text: string, at: number): boolean {
  const [first, second] = [text[at], text[at + 1]];
  if (first === "s" || first === "t") return second === (first === "s" ? "t" : "h");
  return second === "d" && (first === "n" || first === "r");
}

function isLetterOrDigit(text: string, at: number): boolean {
  return (classAt(text, at) & (LETTER | DIGIT)) > 0;
}

/** "U.S.", "U.N.": two capitals or more, each with its full stop; `start` where there are none. */
export function acronymEnd(text: string, start: number): number {
  let end = start;
  let letters = 0;
  for (; letters < LONGEST_ACRONYM; letters++) {
    const charClass = classAt(text, end);
    const stop = end + widthOf(charClass);
    if (!(charClass & CAPITAL) || text[stop] !== ".") break;
    end = stop + 1;
  }
  return letters < 2 ? start : end;
}

/** Letters, digits, and apostrophes between them; markup inside, and what of it follows. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  for (let length = 0; length < LONGEST_TOKEN; length++) {
    const charClass = classAt(text, end);
    if (charClass & IN_WORD) end += widthOf(charClass);
    else if (charClass & APOSTROPHE && classAt(text, end + 1) & IN_WORD) end++;
    else break;
  }
  return end;
}

/** Where in a word its possessive "'s" begins; its end where it has none. */
export function possessiveStart(text: string, start: number, end: number): number {
  const letter = beforeMarkup(text, end) - 1;
  if (text[letter] !== "s" && text[letter] !== "S") return end;
  const mark = beforeMarkup(text, letter) - 1;
  return mark > start && /['’ʼ]/u.test(text[mark]!) ? mark : end;
}

/** Code, a URL and the like. */
export function opaqueEnd(text: string, start: number): number {
  let end = start;
  while (end - start < LONGEST_OPAQUE && (text[end] === OPAQUE || text[end] === HIDDEN)) end++;
  return end;
}

/** The end of a token, without the markup behind it. */
export function beforeMarkup(text: string, end: number): number {
  let last = end;
  while (text[last - 1] === HIDDEN) last--;
  return last;
}
