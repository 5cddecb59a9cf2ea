import type { Span } from "./span.ts";

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

/** Markup that a reader does not see (the asterisks of emphasis): no token, breaks no word. A Unicode noncharacter. */
export const HIDDEN = "\uFDD0";
/** Matter that is no prose but stands where prose could (code, a URL): breaks words, becomes one `opaque` token. */
export const OPAQUE = "\uFFFC";

/** Bounded, because a regular expression that repeats without end fails on texts without end. */
const TOKEN =
  /(?<opaque>\uFFFC[\uFFFC\uFDD0]{0,9999})|(?<number>\p{Nd}(?:[\p{Nd}\uFDD0]|[.,](?=\p{Nd}{3}(?!\p{Nd}))|\.(?=\p{Nd})){0,999})(?<suffix>st|nd|rd|th)?(?![\p{L}\p{M}\p{Nd}])|(?<acronym>(?:\p{Lu}\.){2,99})|(?<word>[\p{L}\p{M}\p{Nd}](?:[\p{L}\p{M}\p{Nd}\uFDD0]|['’ʼ](?=[\p{L}\p{M}\p{Nd}\uFDD0])){0,999})|(?<mark>[^\s\uFDD0])/gu;

const POSSESSIVE = /['’ʼ][\uFDD0]*[sS][\uFDD0]*$/u;

/**
 * The tokens of a piece of prose. `prose` has the draft's own length and offsets, with markup blanked by
 * {@link HIDDEN} and {@link OPAQUE}; `offset` is where it begins in the draft. Linear in its length.
 */
export function tokenize(prose: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of prose.matchAll(TOKEN)) {
    const start = match.index;
    const spaced = tokens.length === 0 || hasSpace(prose, end, start);
    end = start + match[0].length;
    const groups = match.groups!;
    if (groups.word !== undefined) pushWord(tokens, groups.word, offset + start, spaced);
    else tokens.push(token(kindOf(groups), match[0], offset + start, spaced));
  }
  return tokens;
}

/** The form under which two spellings count as the same letters: NFKD without marks, lower case, plain marks. */
export function fold(text: string): string {
  if (ASCII_LOWER.test(text)) return text;
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’ʼ‘ʻ`´]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‐-―−]/gu, "-")
    .replace(/[ıøłđßæœðþ]/gu, (letter) => FOLDED[letter] ?? letter);
}

const ASCII_LOWER = /^[a-z0-9]*$/;
/** But for the grave accent, which may stand for an apostrophe. */
const ASCII = /^[\0-_a-~]*$/;
const FOLDED: Record<string, string> = {
  ı: "i",
  ø: "o",
  ł: "l",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ð: "d",
  þ: "th",
};

function kindOf(groups: Record<string, string | undefined>): TokenKind {
  if (groups.opaque !== undefined) return "opaque";
  if (groups.number !== undefined) return groups.suffix === undefined ? "number" : "ordinal";
  return groups.acronym === undefined ? "mark" : "word";
}

function pushWord(tokens: Token[], word: string, start: number, spaced: boolean): void {
  const possessive = POSSESSIVE.exec(word);
  if (possessive === null || possessive.index === 0) {
    tokens.push(token("word", word, start, spaced));
    return;
  }
  tokens.push(token("word", word.slice(0, possessive.index), start, spaced));
  tokens.push(token("word", possessive[0], start + possessive.index, false));
}

function token(kind: TokenKind, raw: string, start: number, spaced: boolean): Token {
  const trimmed = raw.replace(/(?<!\uFDD0)\uFDD0+$/u, "");
  const text = trimmed.includes(HIDDEN) ? trimmed.replaceAll(HIDDEN, "") : trimmed;
  const key = kind === "word" && text.includes(".") ? fold(text).replaceAll(".", "") : fold(text);
  return { kind, text, key, start, end: start + trimmed.length, spaced };
}

function hasSpace(prose: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (prose[i] !== HIDDEN) return true;
  return false;
}
