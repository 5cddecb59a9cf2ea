/** Markup that a reader does not see (the asterisks of emphasis): no token, breaks no word. A Unicode noncharacter. */
export const HIDDEN = "\uFDD0";
/** Matter that is no prose but stands where prose could (code, a URL): breaks words, becomes one `opaque` token. */
export const OPAQUE = "\uFFFC";

/** Classes of characters, as bits: a capital is a letter too. */
export const LETTER = 1;
export const CAPITAL = 2;
export const DIGIT = 4;
export const SPACE = 8;
/** {@link HIDDEN} itself. */
export const MARKUP = 16;
export const APOSTROPHE = 32;
/** Punctuation, symbols, and all the rest. */
export const OTHER = 64;
/** It takes two UTF-16 code units. */
export const WIDE = 128;

/** Of each UTF-16 code unit, once it has been asked for. Halves of a pair stay 0: their class is that of the pair. */
const classes = new Uint8Array(0x10000);

/** The class of the character at an offset; 0 at the end of the text. */
export function classAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  return classes[text.charCodeAt(at)]! || askUnicode(text, at);
}

/** How many code units a character of a class takes. */
export function widthOf(charClass: number): number {
  return charClass & WIDE ? 2 : 1;
}

function askUnicode(text: string, at: number): number {
  const code = text.codePointAt(at)!;
  const charClass = classOf(String.fromCodePoint(code));
  if (code > 0xffff) return charClass | WIDE;
  if (code < 0xd800 || code > 0xdfff) classes[code] = charClass;
  return charClass;
}

/** A combining mark belongs to a letter, and counts as one. */
function classOf(char: string): number {
  if (/\p{Lu}/u.test(char)) return LETTER | CAPITAL;
  if (/[\p{L}\p{M}]/u.test(char)) return LETTER;
  if (/\p{Nd}/u.test(char)) return DIGIT;
  if (/\s/u.test(char)) return SPACE;
  if (char === HIDDEN) return MARKUP;
  return /['’]/u.test(char) ? APOSTROPHE : OTHER;
}
