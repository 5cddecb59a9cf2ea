import { bisect } from "./bisect.ts";
import { copied } from "./copied.ts";
import type { Span } from "./span.ts";

/** In UTF-16 code units: of a text that is changed, so much is copied. */
const PIECE = 8192;

/**
 * A text in pieces, so that a change in a long one copies a piece and not the whole (Crowley, Data structures for text sequences,
 * 1998). Immutable. A string of all of it is made when somebody asks for one.
 */
export class Text {
  readonly length: number;
  #whole: string | undefined;
  #pieces: readonly string[] | undefined;
  #starts: Uint32Array | undefined;

  private constructor(length: number, whole: string | undefined, pieces?: readonly string[]) {
    this.length = length;
    this.#whole = whole;
    this.#pieces = pieces;
  }

  static of(text: string | Text): Text {
    return typeof text === "string" ? new Text(text.length, text) : text;
  }

  /** All of it. Linear when it is asked for the first time. */
  get whole(): string {
    return (this.#whole ??= this.#pieces!.join(""));
  }

  /** Whether a string of all of it has been made. */
  get isWhole(): boolean {
    return this.#whole !== undefined;
  }

  /** Two texts of which one was made of the other have most of them in common. */
  get pieces(): readonly string[] {
    return (this.#pieces ??= cut(this.#whole!));
  }

  /** Where each piece begins, and where the last one ends. */
  get starts(): Uint32Array {
    if (this.#starts !== undefined) return this.#starts;
    const { pieces } = this;
    const starts = new Uint32Array(pieces.length + 1);
    for (let i = 0; i < pieces.length; i++) starts[i + 1] = starts[i]! + pieces[i]!.length;
    this.#starts = starts;
    return starts;
  }

  /** As of a string, for offsets that are not below 0. */
  slice(start: number, end = this.length): string {
    if (this.#whole !== undefined) return this.#whole.slice(start, end);
    const to = Math.min(end, this.length);
    if (start >= to) return "";
    const starts = this.starts;
    let at = this.#pieceAt(start);
    let words = this.pieces[at]!.slice(start - starts[at]!, to - starts[at]!);
    while (starts[++at]! < to) words += this.pieces[at]!.slice(0, to - starts[at]!);
    return words;
  }

  /** The text with other words in place of a stretch of it. Takes as long as these, a piece, and the list of pieces are. */
  changed({ start, end }: Span, words: string): Text {
    const { pieces, starts } = this;
    const length = this.length - (end - start) + words.length;
    if (pieces.length === 0) return Text.of(words);
    const first = this.#pieceAt(start);
    let next = this.#pieceAt(end) + 1;
    let anew = pieces[first]!.slice(0, start - starts[first]!) + words;
    anew += pieces[next - 1]!.slice(end - starts[next - 1]!);
    // Small pieces would become ever more.
    if (anew.length < PIECE / 2 && next < pieces.length) anew += pieces[next++]!;
    return new Text(length, undefined, pieces.slice(0, first).concat(cut(anew, copied), pieces.slice(next)));
  }

  /** The piece that an offset is in; the last one for that behind the last character. */
  #pieceAt(offset: number): number {
    const { starts } = this;
    return bisect(starts.length - 2, (i) => starts[i + 1]! <= offset);
  }
}

/** Pieces of much the same length; what is shorter than two of them is one. */
function cut(text: string, piece: (words: string) => string = (words) => words): string[] {
  const count = Math.floor(text.length / PIECE);
  if (count < 2) return text === "" ? [] : [piece(text)];
  return Array.from({ length: count }, (_, i) =>
    piece(text.slice(i * PIECE, i === count - 1 ? text.length : (i + 1) * PIECE)),
  );
}
