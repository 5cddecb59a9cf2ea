import { type Span, span } from "../../../text/span.ts";

/** A key with its colon; -1 where none is written yet. `outer` has its quotation marks in it. */
export interface ScannedKey extends Span {
  readonly key: string;
  readonly outer: Span;
  readonly colon: number;
}

/** A scalar as it stands; `outer` has its quotation marks in it. */
export interface ScannedScalar extends Span {
  readonly text: string;
  readonly outer: Span;
  readonly style: "plain" | "single" | "double" | "block";
}

/** Goes through a passage of YAML character by character, and always gets through, however broken it is. */
export class Scanner {
  readonly text: string;
  readonly #end: number;
  readonly comments: Span[] = [];
  pos: number;
  /** Where the current line begins. */
  #line: number;

  /** From the beginning of a line. */
  constructor(text: string, { start, end }: Span) {
    this.text = text;
    this.#end = end;
    this.pos = start;
    this.#line = start;
  }

  get column(): number {
    return this.pos - this.#line;
  }

  get char(): string {
    return this.pos < this.#end ? this.text[this.pos]! : "";
  }

  mark(): { readonly pos: number; readonly line: number } {
    return { pos: this.pos, line: this.#line };
  }

  back({ pos, line }: { readonly pos: number; readonly line: number }): void {
    this.pos = pos;
    this.#line = line;
  }

  /** Moves to the next character that is neither white space nor in a comment; false where there is none. */
  next(): boolean {
    while (this.pos < this.#end) {
      const c = this.text[this.pos]!;
      if (isBreak(c) || (c === "\uFEFF" && this.pos === 0)) this.#line = ++this.pos;
      else if (isBlank(c)) this.pos++;
      else if (c === "#" && this.#mayBeComment()) this.#comment();
      else return true;
    }
    return false;
  }

  /** Moves over blanks within the line; false where nothing but a comment follows on it. */
  nextInLine(): boolean {
    while (isBlank(this.char)) this.pos++;
    return this.char !== "" && !isBreak(this.char) && !(this.char === "#" && this.#mayBeComment());
  }

  /** Moves to the end of the line, whatever else is on it. */
  endLine(): void {
    if (this.nextInLine()) this.pos = this.#lineEnd(this.pos);
    else if (this.char === "#") this.#comment();
  }

  /** Whether a list's dash is here. */
  get atDash(): boolean {
    return this.char === "-" && !isSolid(this.text[this.pos + 1]);
  }

  /** The key that begins here, with its colon if that stands on the same line. Does not move. */
  keyHere(flow: boolean): ScannedKey {
    let start = this.pos;
    const lineEnd = this.#lineEnd(start);
    if (/[&!]/.test(this.char))
      start += /^(?:[&!]\S*[ \t]+)*/.exec(this.text.slice(start, lineEnd))![0].length;
    const quote = this.text[start];
    if (quote === '"' || quote === "'") {
      const close = closingQuote(this.text, start, lineEnd);
      const end = close < 0 ? lineEnd : close;
      const outer = span(start, close < 0 ? lineEnd : close + 1);
      const key = decoded(this.text.slice(start + 1, end), quote);
      return { key, start: start + 1, end, outer, colon: this.#colonAfter(outer.end, lineEnd, flow) };
    }
    const { end, colon } = this.#plainUpTo(start, lineEnd, flow);
    return { key: this.text.slice(start, end), start, end, outer: span(start, end), colon };
  }

  /** Whether a line of a block begins here with a key and its colon. */
  get atKey(): boolean {
    return !/[{[|>]/.test(this.char) && this.keyHere(false).colon >= 0;
  }

  /** A scalar that begins here. It goes on over lines that are indented by more than `limit` columns. */
  scalar(limit: number, flow: boolean): ScannedScalar {
    if (this.char === '"' || this.char === "'") return this.#quoted(limit);
    if (!flow && (this.char === "|" || this.char === ">")) return this.#block(limit);
    return this.#plain(limit, flow);
  }

  #quoted(limit: number): ScannedScalar {
    const start = this.pos;
    const quote = this.text[start]!;
    const before = this.mark();
    let close = closingQuote(this.text, start, this.#lineEnd(start));
    while (close < 0 && this.#continues(limit)) {
      close = closingQuote(this.text, this.pos - 1, this.#lineEnd(this.pos), quote);
    }
    // A mark that nothing closes quotes no more than its own line.
    if (close < 0) this.back(before);
    const end = close < 0 ? this.#lineEnd(start) : close;
    this.pos = close < 0 ? end : close + 1;
    const style = quote === '"' ? "double" : "single";
    const text = decoded(this.text.slice(start + 1, end), quote);
    return { text, start: start + 1, end, outer: span(start, this.pos), style };
  }

  #plain(limit: number, flow: boolean): ScannedScalar {
    const start = this.pos;
    for (;;) {
      const { end } = this.#plainUpTo(this.pos, this.#lineEnd(this.pos), flow);
      this.pos = Math.max(end, this.pos);
      const before = this.mark();
      const ended = this.nextInLine() || this.char === "#";
      const goesOn = !ended && this.#continues(limit) && this.char !== "#" && this.keyHere(flow).colon < 0;
      if (goesOn && !(flow && /[,[\]{}]/.test(this.char))) continue;
      this.back(before);
      const text = this.text.slice(start, this.pos).replace(/[ \t]*(?:\r\n?|\n)\s*/g, " ");
      return { text, start, end: this.pos, outer: span(start, this.pos), style: "plain" };
    }
  }

  /** From its `|` or `>` up to the next line that is not indented by more than `limit`. */
  #block(limit: number): ScannedScalar {
    const start = this.pos;
    this.pos = this.#lineEnd(start);
    while (this.#continues(limit)) this.pos = this.#lineEnd(this.pos);
    const text = this.text.slice(this.#lineEnd(start), this.pos).replace(/\s+/g, " ").trim();
    return { text, start, end: this.pos, outer: span(start, this.pos), style: "block" };
  }

  /** Moves to the next line with anything on it, if it is indented by more than `limit` columns. */
  #continues(limit: number): boolean {
    const before = this.mark();
    this.pos = this.#lineEnd(this.pos);
    while (this.pos < this.#end && isSpace(this.text[this.pos]!)) {
      if (isBreak(this.text[this.pos]!)) this.#line = this.pos + 1;
      this.pos++;
    }
    if (this.pos < this.#end && this.#line > before.line && this.column > limit) return true;
    this.back(before);
    return false;
  }

  /** Where a plain text ends on its line, and the colon after it, if it is a key. */
  #plainUpTo(start: number, lineEnd: number, flow: boolean): { end: number; colon: number } {
    let at = start;
    for (; at < lineEnd; at++) {
      const c = this.text[at]!;
      if (flow && /[,[\]{}]/.test(c)) break;
      if (c === "#" && at > start && isBlank(this.text[at - 1]!)) break;
      if (c === ":" && this.#endsKey(at, lineEnd, flow))
        return { end: trimmedEnd(this.text, start, at), colon: at };
    }
    return { end: trimmedEnd(this.text, start, at), colon: -1 };
  }

  #colonAfter(at: number, lineEnd: number, flow: boolean): number {
    while (at < lineEnd && isBlank(this.text[at]!)) at++;
    return this.text[at] === ":" && at < lineEnd && (flow || this.#endsKey(at, lineEnd, flow)) ? at : -1;
  }

  #endsKey(colon: number, lineEnd: number, flow: boolean): boolean {
    if (colon + 1 >= lineEnd) return true;
    const next = this.text[colon + 1]!;
    return isBlank(next) || (flow && /[,[\]{}]/.test(next));
  }

  #comment(): void {
    const start = this.pos;
    this.pos = this.#lineEnd(start);
    if (start > (this.comments.at(-1)?.start ?? -1)) this.comments.push(span(start, this.pos));
  }

  #mayBeComment(): boolean {
    return this.pos === this.#line || isSpace(this.text[this.pos - 1]!);
  }

  #lineEnd(from: number): number {
    return Math.min(lineEnd(this.text, from), this.#end);
  }
}

/** The end of the line that an offset is on, before what breaks it. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isBreak(text[at]!)) at++;
  return at;
}

/** Where the next line begins, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : Math.min(end + 1, text.length);
}

/** The beginning of the line that an offset is on. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isBreak(text[at - 1]!)) at--;
  return at;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text[at - 1]!)) at--;
  return at;
}

/** The mark that closes what the one at `open` opened, before `end`; -1 where none does. */
function closingQuote(text: string, open: number, end: number, quote = text[open]!): number {
  for (let at = open + 1; at < end; at++) {
    if (quote === '"' && text[at] === "\\") at++;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== "'") return at;
      at++;
    }
  }
  return -1;
}

function decoded(raw: string, quote: string): string {
  const joined = raw.replace(/[ \t]*(?:\r\n?|\n)\s*/g, " ");
  if (quote === "'") return joined.replaceAll("''", "'");
  return joined.replace(/\\u([\da-fA-F]{4})|\\(.)/g, (_, code, c) =>
    code === undefined ? (ESCAPES[c] ?? c) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "0": "\0" };

export function isBreak(c: string): boolean {
  return c === "\n" || c === "\r";
}

export function isBlank(c: string): boolean {
  return c === " " || c === "\t";
}

function isSpace(c: string): boolean {
  return isBlank(c) || isBreak(c);
}

function isSolid(c: string | undefined): boolean {
  return c !== undefined && !isSpace(c);
}
