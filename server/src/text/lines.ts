import { bisect } from "./bisect.ts";
import type { Change } from "./change.ts";
import { Text } from "./text.ts";

/** A zero-based line and UTF-16 character, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Converts between offsets and positions of one text; `\n`, `\r\n` and `\r` end a line. */
export class Lines {
  readonly #text: Text;
  readonly #starts: ArrayLike<number>;

  /** With the lines of an older version of the text, only what has changed since is gone through. */
  constructor(text: string | Text, earlier?: { readonly lines: Lines; readonly change: Change }) {
    this.#text = Text.of(text);
    this.#starts =
      earlier === undefined
        ? [0, ...startsIn(this.#text.whole, 0, text.length)]
        : splicedStarts(this.#text, earlier.lines.#starts, earlier.change);
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    const line = bisect(this.#starts.length, (i) => this.#starts[i]! <= at) - 1;
    return { line, character: at - this.#starts[line]! };
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
    const line = this.#text.slice(start, next);
    let length = line.length;
    while (length > 0 && (line[length - 1] === "\n" || line[length - 1] === "\r")) length--;
    return start + length;
  }
}

/** Where lines begin because of the line ends among the first characters of some words, which stand at an offset. */
function startsIn(words: string, offset: number, length: number): number[] {
  const starts: number[] = [];
  for (let i = 0; i < length; i++) {
    const c = words.charCodeAt(i);
    if (c === 10 || (c === 13 && words.charCodeAt(i + 1) !== 10)) starts.push(offset + i + 1);
  }
  return starts;
}

function splicedStarts(
  text: Text,
  starts: ArrayLike<number>,
  { start, oldEnd, newEnd }: Change,
): Uint32Array {
  // Whether "\r" ends a line, the character after it tells.
  const from = Math.max(0, start - 1);
  const fresh = startsIn(text.slice(from, newEnd + 1), from, newEnd - from);
  const head = Math.max(
    1,
    bisect(starts.length, (i) => starts[i]! < start),
  );
  const tail = bisect(starts.length, (i) => starts[i]! <= oldEnd);
  const all = new Uint32Array(head + fresh.length + starts.length - tail);
  for (let i = 0; i < head; i++) all[i] = starts[i]!;
  all.set(fresh, head);
  const by = newEnd - oldEnd;
  for (let i = tail, to = head + fresh.length; i < starts.length; i++, to++) all[to] = starts[i]! + by;
  return all;
}
