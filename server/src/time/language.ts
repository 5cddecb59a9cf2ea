import type { Token } from "../text/tokens.ts";
import type { TimeExpression } from "./time.ts";

/** What a reader found: its expressions in the order of the text, and the index of the token after them. */
export interface Reading {
  readonly expressions: readonly TimeExpression[];
  readonly next: number;
}

/**
 * Tries to read expressions at a token. It may look back as far as `floor`, the token after the last expression, and
 * looks at a bounded number of tokens, so that a sentence costs time in proportion to its length.
 */
export type Reader = (tokens: readonly Token[], index: number, floor: number) => Reading | undefined;

/** How one language writes dates: which tokens can hold one, and how it is read there. */
export interface Language {
  readonly words: ReadonlyMap<string, Reader>;
  /** For numbers, ordinals in digits, and words that begin with a digit ("1990s"). */
  readonly number: Reader;
}
