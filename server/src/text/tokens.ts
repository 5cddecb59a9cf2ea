import { CAPITAL, classAt, DIGIT, LETTER, MARKUP, OPAQUE, SPACE, widthOf } from "./characters.ts";
import type { Span } from "./span.ts";
import { spellingOf } from "./spelling.ts";
import { acronymEnd, beforeMarkup, numberEnd, opaqueEnd, possessiveStart, wordEnd } from "./token-ends.ts";

export { HIDDEN, OPAQUE } from "./characters.ts";
export { fold } from "./fold.ts";

/**
 * - `word`: letters with marks, inner apostrophes and digits; a possessive `'s` is a word of its own
 * - `number`: digits, grouped or decimal ("2025", "1,500", "26.5")
 * - `ordinal`: digits with their suffix ("19th")
 * - `mark`: one character of punctuation, or a symbol
 * - `opaque`: code, a URL or other matter that is no prose but stands in its place
 */
export type TokenKind = "word" | "number" | "ordinal" | "mark" | "opaque";

export interface Token extends Span {
  readonly kind: TokenKind;
  /** As written, without markup inside it. */
  readonly text: string;
  /** Folded for comparison: lower case, no accents, plain apostrophes, hyphens and quotes. */
  readonly key: string;
  /** White space, or the start of the prose, comes before it. */
  readonly spaced: boolean;
}

/**
 * The tokens of a piece of prose. `prose` has the draft's own length and offsets, with markup blanked by
 * {@link HIDDEN} and {@link OPAQUE}; `offset` is where it begins in the draft. Linear in its length: what a token is
 * shows in its first character, and where it ends in a bounded number of those after it.
 */
export function tokenize(prose: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  let spaced = true;
  for (let at = 0; at < prose.length; ) {
    const first = classAt(prose, at);
    const start = at;
    if (first & (SPACE | MARKUP)) {
      if (first & SPACE) spaced = true;
      at++;
      continue;
    }
    let kind: TokenKind = "word";
    if (first & DIGIT && (at = numberEnd(prose, start)) > start) {
      // Only an ordinal ends with a letter.
      kind = classAt(prose, at - 1) & LETTER ? "ordinal" : "number";
    } else if (first & CAPITAL && (at = acronymEnd(prose, start)) > start) {
      kind = "word";
    } else if (first & (LETTER | DIGIT)) {
      at = wordEnd(prose, start);
      const possessive = possessiveStart(prose, start, at);
      if (possessive < at) {
        tokens.push(tokenAt(prose, offset, kind, start, possessive, spaced));
        tokens.push(tokenAt(prose, offset, kind, possessive, at, false));
        spaced = false;
        continue;
      }
    } else if (prose[start] === OPAQUE) {
      at = opaqueEnd(prose, start);
      kind = "opaque";
    } else {
      at += widthOf(first);
      kind = "mark";
    }
    tokens.push(tokenAt(prose, offset, kind, start, at, spaced));
    spaced = false;
  }
  return tokens;
}

/** The token from one offset to another, without the markup behind it. */
function tokenAt(
  prose: string,
  offset: number,
  kind: TokenKind,
  start: number,
  to: number,
  spaced: boolean,
): Token {
  const end = beforeMarkup(prose, to);
  const { text, key } = spellingOf(prose, start, end);
  return { kind, text, key, start: offset + start, end: offset + end, spaced };
}
