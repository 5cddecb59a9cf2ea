import { withCaptions } from "../../text/captions.ts";
import type { Comment } from "../../text/comment.ts";
import type { Block, Cell } from "../../text/draft.ts";
import { addressesMasked } from "../../text/formats/plain-text.ts";
import type { Structure } from "../../text/read-draft.ts";
import type { Span } from "../../text/span.ts";
import { HIDDEN, OPAQUE } from "../../text/tokens.ts";

/** What a paragraph is, for a reader. */
export interface Role {
  readonly kind: Block["kind"];
  readonly quoted?: boolean;
  /** Of a heading, from 1. */
  readonly level?: number;
  /** Of a heading: the number before it, where it is no part of the words. */
  readonly number?: string | undefined;
  readonly cell?: Cell;
  /** Where it stands outside the run of the text: "footnote 3", and the place in the text that it hangs on. */
  readonly aside?: Block["aside"];
}

/** A stretch of the text with what it was read from. */
export interface Piece<Origin> extends Span {
  readonly origin: Origin;
}

/** The text that is made of a document, paragraph by paragraph, with an empty line between two. */
export interface Written<Origin> extends Structure {
  readonly text: string;
  /** In the order of the text; they do not overlap. */
  readonly pieces: readonly Piece<Origin>[];
}

const PROSE = new RegExp(`[^\\s${HIDDEN}${OPAQUE}]`);

/** Makes a text of a document's paragraphs, and remembers where each stretch of it comes from. */
export class DocumentWriter<Origin> {
  readonly #blocks: Block[] = [];
  readonly #comments: Comment[] = [];
  readonly #pieces: Piece<Origin>[] = [];
  readonly #parts: string[] = [];
  #length = 0;
  /** The words of the paragraph that is open, beside what a reader takes for prose of them. */
  #words = "";
  #prose = "";
  #tables = 0;

  /** Where the next words will stand, in the whole text. */
  get at(): number {
    return this.#length + this.#words.length;
  }

  /** Goes on with the open paragraph. `isProse: false` is for code and formulas, which stand there and are not read. */
  add(words: string, origin: Origin, isProse = true): void {
    if (words === "") return;
    const start = this.at;
    this.#pieces.push({ start, end: start + words.length, origin });
    this.#words += words;
    this.#prose += isProse ? words : OPAQUE.repeat(words.length);
  }

  /** Ends the open paragraph. */
  close({ aside, number, ...role }: Role): void {
    const words = this.#words;
    const shown = words.trim();
    this.#words = "";
    const prose = this.#prose;
    this.#prose = "";
    const from = this.#length + words.length - words.trimStart().length;
    this.#parts.push(words, shown === "" ? "" : "\n\n");
    this.#length += words.length + this.#parts.at(-1)!.length;
    if (shown === "") return;
    const span = { start: from, end: from + shown.length };
    const cut = words.length - words.trimStart().length;
    const { masked, comments } = addressesMasked(prose.slice(cut, cut + shown.length), from);
    this.#comments.push(...comments);
    if (!PROSE.test(masked)) return;
    const rest = { ...(aside && { aside }), ...(number && { number }) };
    this.#blocks.push({ quoted: false, ...role, span, prose: masked, ...rest });
  }

  /** A number for the next table. */
  table(): number {
    return this.#tables++;
  }

  result(): Written<Origin> {
    return {
      text: this.#parts.join("").trimEnd(),
      blocks: withCaptions(this.#blocks),
      pieces: this.#pieces,
      comments: this.#comments,
      frontMatter: {},
    };
  }
}
