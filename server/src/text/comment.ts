import type { Span } from "./span.ts";

/** A comment in the format's own syntax, with its marks; `words` is what stands between them. */
export interface Comment extends Span {
  readonly words: Span;
}
