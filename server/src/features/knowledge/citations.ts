import type { Id } from "../../knowledge-base/knowledge.ts";
import { type Span, span } from "../../text/span.ts";

/** A citation of a source in a draft. The span is that of the key behind the `@`, with its braces if it has some. */
export interface Citation {
  readonly id: Id;
  readonly span: Span;
}

/**
 * Pandoc's citation keys: `@` that no letter, digit or backslash comes before, then letters, digits and underscores,
 * among them single marks of punctuation; anything between braces.
 */
const CITATION =
  /(?<![\p{L}\p{N}\\@])@(?:\{([^{}\s]+)\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*))/gu;

/** What is code or a comment, and so cites nothing; code within a line no further than its paragraph. */
const CODE =
  /^[ \t]*(`{3,}|~{3,})[\s\S]*?(?:^[ \t]*\1|$(?![\s\S]))|(`+)(?!`)(?:(?!\n[ \t]*\r?\n)[\s\S]){0,999}?(?<!`)\2(?!`)|<!--[\s\S]*?(?:-->|$(?![\s\S]))/gm;

/** Every citation in the text of a draft: `[@id]`, `[see @id, p. 4; @other]`, `@id` in a sentence, `@{id}`. Linear. */
export function citationsIn(text: string): Citation[] {
  const prose = text.replace(CODE, (code) => " ".repeat(code.length));
  return Array.from(prose.matchAll(CITATION), ({ 0: all, 1: braced, 2: bare, index }) => {
    return { id: (braced ?? bare)!, span: span(index + 1, index + all.length) };
  });
}

/** Where a draft cites a source. */
export function citationsOf(text: string, id: Id): Span[] {
  if (!text.includes(`@${id}`) && !text.includes(`@{${id}}`)) return [];
  return citationsIn(text).flatMap((citation) => (citation.id === id ? [citation.span] : []));
}

/** An id as it stands behind the `@`: in braces where it would end too early without. */
export function citationKey(id: Id): string {
  return citationsIn(`@${id}`)[0]?.id === id ? id : `{${id}}`;
}
