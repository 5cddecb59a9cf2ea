import type { Comment } from "./comment.ts";
import type { Span } from "./span.ts";
import { HIDDEN, OPAQUE } from "./tokens.ts";

/** Collects what a reader does not see of a text, and gives back prose of the same length. */
export class Mask {
  readonly #cuts: { start: number; end: number; fill: string }[] = [];
  /** The comments among what was cut away. */
  readonly comments: Comment[] = [];

  /** A comment, whose marks have so many characters before and after its words. */
  comment(start: number, end: number, before: number, after: number): void {
    this.hide(start, end);
    this.comments.push({ start, end, words: { start: start + before, end: end - after } });
  }

  /** Markup: leaves no trace, joins what stands on either side. */
  hide(start: number, end: number): void {
    this.#cuts.push({ start, end, fill: HIDDEN });
  }

  /** Code, a URL: stands there, but is no prose. */
  blank(start: number, end: number): void {
    this.#cuts.push({ start, end, fill: OPAQUE });
  }

  /** An entity such as `&nbsp;`: one character in place of several. */
  replace(start: number, end: number, character: string): void {
    this.#cuts.push({ start, end: start + 1, fill: character });
    this.#cuts.push({ start: start + 1, end, fill: HIDDEN });
  }

  /** The text of `span` with everything cut away. Of overlapping cuts the first, or the longer, holds. */
  prose(text: string, { start, end }: Span): string {
    const cuts = this.#cuts
      .filter((cut) => cut.start < end && cut.end > start)
      .sort((a, b) => a.start - b.start || b.end - a.end);
    let prose = "";
    let at = start;
    for (const cut of cuts) {
      const from = Math.max(cut.start, at);
      const to = Math.min(cut.end, end);
      if (to <= from) continue;
      prose += text.slice(at, from) + cut.fill.repeat(to - from);
      at = to;
    }
    return prose + text.slice(at, end);
  }
}
