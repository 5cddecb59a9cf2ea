import { fold, HIDDEN, type Token, type TokenKind } from "../../server/src/text/tokens.ts";

/** Tokens as one regular expression defines them: slow, and plain to see. What `tokenize` must give for any text. */
export function tokensByDefinition(prose: string, offset = 0): Token[] {
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

/** Bounded, because a regular expression that repeats without end fails on texts without end. */
const TOKEN =
  /(?<opaque>\uFFFC[\uFFFC\uFDD0]{0,9999})|(?<number>\p{Nd}(?:[\p{Nd}\uFDD0]|[.,](?=\p{Nd}{3}(?!\p{Nd}))|\.(?=\p{Nd})){0,999})(?<suffix>st|nd|rd|th)?(?![\p{L}\p{M}\p{Nd}])|(?<acronym>(?:\p{Lu}\.){2,99})|(?<word>[\p{L}\p{M}\p{Nd}](?:[\p{L}\p{M}\p{Nd}\uFDD0]|['’ʼ](?=[\p{L}\p{M}\p{Nd}\uFDD0])){0,999})|(?<mark>[^\s\uFDD0])/gu;

const POSSESSIVE = /['’ʼ][\uFDD0]*[sS][\uFDD0]*$/u;

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
