import type { Comment } from "./comment.ts";
import { type Span, span } from "./span.ts";
import type { Text } from "./text.ts";

/**
 * What a comment says is known, for a line or from there on:
 * `aide-memoire-disable-next-line shared-name, event-date -- why`.
 */
export interface IgnoreComment extends Span {
  /** Undefined: there is no such word. */
  readonly kind: IgnoreKind | undefined;
  /** The first word as written. */
  readonly word: string;
  /** What it is about; everything, if empty. */
  readonly names: readonly IgnoredName[];
  readonly reason: string | undefined;
}

export interface IgnoredName extends Span {
  readonly name: string;
}

/** Of its own line, of the line below, of all lines until it is enabled again. */
export type IgnoreKind = (typeof IGNORE_KINDS)[number];

export const IGNORE_KINDS = ["disable", "enable", "disable-line", "disable-next-line"] as const;

export const IGNORE_PREFIX = "aide-memoire-";

/**
 * Reads the words of a comment, without what makes it one in its language; `offset` is where they begin in the text.
 * Undefined for a comment of another kind.
 */
export function parseIgnoreComment(words: string, offset: number): IgnoreComment | undefined {
  const match = /^\s*(aide-memoire-[\w-]*)(?=[\s,]|$)/.exec(words);
  if (match === null) return undefined;
  const word = match[1]!;
  const rest = words.slice(match[0].length);
  const dashes = /\s--(?=\s|$)/.exec(rest);
  const listed = dashes === null ? rest : rest.slice(0, dashes.index);
  const reason = dashes === null ? "" : rest.slice(dashes.index + dashes[0].length).trim();
  const names = Array.from(listed.matchAll(/[^\s,]+/g), ({ 0: name, index }) => {
    const start = offset + match[0].length + index;
    return { name, start, end: start + name.length };
  });
  return {
    ...span(offset + match[0].length - word.length, offset + words.trimEnd().length),
    kind: IGNORE_KINDS.find((kind) => IGNORE_PREFIX + kind === word),
    word,
    names,
    reason: reason === "" ? undefined : reason,
  };
}

/** Such a comment in a draft, with the marks that make it one. */
export interface DraftIgnore extends IgnoreComment {
  readonly whole: Span;
}

/** Those of a draft's comments that tell us to ignore something. */
export function draftIgnores(text: Text, comments: readonly Comment[]): DraftIgnore[] {
  return comments.flatMap(({ start, end, words }) => {
    const comment = parseIgnoreComment(text.slice(words.start, words.end), words.start);
    return comment === undefined ? [] : [{ ...comment, whole: { start, end } }];
  });
}
