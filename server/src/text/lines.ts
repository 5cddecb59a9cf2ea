/** A zero-based line and UTF-16 character, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Converts between offsets and positions of one text; `\n`, `\r\n` and `\r` end a line. */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1);
    }
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= at) low = middle;
      else high = middle;
    }
    return { line: low, character: at - this.#starts[low]! };
  }

  /** The offset of a position; a character beyond the line's end means the line's end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.#starts.length) return this.#text.length;
    const start = this.#starts[line]!;
    const next = this.#starts[line + 1] ?? this.#text.length;
    return Math.min(start + Math.max(0, character), this.#endOfLine(start, next));
  }

  /** The line's text without its line ending. */
  line(line: number): string {
    const start = this.#starts[line] ?? this.#text.length;
    const next = this.#starts[line + 1] ?? this.#text.length;
    return this.#text.slice(start, this.#endOfLine(start, next));
  }

  #endOfLine(start: number, next: number): number {
    let end = next;
    while (end > start && (this.#text[end - 1] === "\n" || this.#text[end - 1] === "\r")) end--;
    return end;
  }
}
