import type { Comment } from "./comment.ts";
import { copied } from "./copied.ts";
import { Mask } from "./mask.ts";
import type { Span } from "./span.ts";

/** Cuts the inline markup of a stretch of text out of a mask. */
export type MaskInline = (text: string, start: number, end: number, mask: Mask) => void;

/** What a reader sees of a stretch, and the comments in it. */
interface Masked {
  readonly prose: string;
  readonly comments: readonly Comment[];
}

/**
 * Makes prose of stretches of text. What an older version of the text had as well is not masked again: that depends on
 * the stretch alone.
 */
export class Masker {
  readonly #earlier: ReadonlyMap<string, Masked>;
  readonly #masked = new Map<string, Masked>();

  constructor(earlier?: Masker) {
    this.#earlier = earlier === undefined ? NONE : earlier.#masked;
  }

  /** The prose of a stretch, its inline markup and the given `gaps` cut out, and the comments in it. */
  mask(text: string, span: Span, gaps: readonly Span[], inline: MaskInline): Masked {
    const raw = text.slice(span.start, span.end);
    const key = gaps.reduce(
      (all, { start, end }) => `${all}\n${start - span.start}:${end - span.start}`,
      raw,
    );
    const known = this.#masked.get(key) ?? this.#earlier.get(key) ?? maskedOf(raw, span.start, gaps, inline);
    this.#masked.set(key, known);
    return placed(known, span.start);
  }
}

/** The prose of a stretch, its inline markup and the given `gaps` cut out, and the comments in it. */
export function masked(text: string, span: Span, gaps: readonly Span[], inline: MaskInline): Masked {
  return placed(maskedOf(text.slice(span.start, span.end), span.start, gaps, inline), span.start);
}

function maskedOf(raw: string, offset: number, gaps: readonly Span[], inline: MaskInline): Masked {
  const mask = new Mask();
  for (const { start, end } of gaps) mask.hide(start - offset, end - offset);
  inline(raw, 0, raw.length, mask);
  return { prose: copied(mask.prose(raw, { start: 0, end: raw.length })), comments: mask.comments };
}

function placed({ prose, comments }: Masked, start: number): Masked {
  return comments.length === 0
    ? { prose, comments }
    : { prose, comments: comments.map((comment) => moved(comment, start)) };
}

const NONE: ReadonlyMap<string, Masked> = new Map();

function moved({ start, end, words }: Comment, by: number): Comment {
  return { start: start + by, end: end + by, words: { start: words.start + by, end: words.end + by } };
}
