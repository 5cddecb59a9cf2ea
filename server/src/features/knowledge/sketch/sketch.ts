import { type Span, span } from "../../../text/span.ts";
import { type ScannedKey, type ScannedScalar, Scanner } from "./scanner.ts";

// YAML as it looks while somebody writes it: half a key, an open bracket, an indented line with nothing on it. The
// sketch of sound YAML has the structure of its tree; what is broken is read as it was most likely meant.

export type Sketch = SketchScalar | SketchList | SketchMap;

/** Where nothing is written, the span is empty and so is the text. */
export interface SketchScalar extends Span {
  readonly kind: "scalar";
  readonly text: string;
  readonly plain: boolean;
  readonly style: ScannedScalar["style"];
  /** With quotation marks. */
  readonly outer: Span;
}

export interface SketchList extends Span {
  readonly kind: "list";
  readonly items: readonly Sketch[];
  /** Of a list in a block, the offset of each item's dash. */
  readonly dashes: readonly number[];
  readonly shape: Shape;
}

export interface SketchMap extends Span {
  readonly kind: "map";
  readonly pairs: readonly SketchPair[];
  readonly shape: Shape;
}

/** In brackets, closed or not yet (then up to `reach`, on lines beyond the column), or a block at a column. */
export type Shape =
  | { readonly flow: true; readonly closed: boolean; readonly reach: number; readonly column: number }
  | { readonly flow: false; readonly column: number };

/** The span is that of the key; one without colon has a value only in the lines below. */
export interface SketchPair extends ScannedKey {
  readonly value: Sketch;
}

export interface Sketched {
  readonly root: Sketch;
  readonly comments: readonly Span[];
}

/** Beyond this, what is nested deeper is left out. */
const DEEPEST = 60;

/**
 * A passage of whole lines, all of them deeper than `limit` columns; a map if there is any doubt. Never fails. Linear in
 * its length, times the depth.
 */
export function sketch(text: string, passage: Span, limit = -1): Sketched {
  const sketcher = new Sketcher(text, passage);
  return { root: sketcher.whole(limit), comments: sketcher.comments };
}

class Sketcher {
  readonly #scanner: Scanner;
  /** The brackets that are open. */
  readonly #open: string[] = [];
  #depth = 0;

  constructor(text: string, passage: Span) {
    this.#scanner = new Scanner(text, passage);
  }

  get comments(): readonly Span[] {
    return this.#scanner.comments;
  }

  whole(limit: number): Sketch {
    const s = this.#scanner;
    if (!s.next()) return this.#empty(s.pos);
    if (s.atDash || /[{[]/.test(s.char)) return this.#block(limit);
    return this.#map(limit);
  }

  /** What begins on a line of its own, or after a dash. */
  #block(limit: number): Sketch {
    const s = this.#scanner;
    if (this.#depth > DEEPEST) return this.#skipped();
    this.#depth++;
    const node = s.atDash
      ? this.#list(s.column)
      : s.atKey || this.#keyFollows()
        ? this.#map(limit)
        : this.#inline(limit);
    this.#depth--;
    return node;
  }

  /** Whether half a key stands here: a lone word above whole keys, or above the value that it is to have. */
  #keyFollows(): boolean {
    const s = this.#scanner;
    if (/["'{[|>&*!]/.test(s.char) || /\s/.test(s.keyHere(false).key)) return false;
    const before = s.mark();
    const { column } = s;
    s.endLine();
    while (s.next() && s.column > column && !s.atKey && !s.atDash) s.endLine();
    const follows = s.char !== "" && s.column >= column && (s.atKey || s.atDash);
    s.back(before);
    return follows;
  }

  /** A line that is too deep, or not as deep as the first one, belongs to the map all the same. */
  #map(limit: number): SketchMap {
    const s = this.#scanner;
    const { column } = s;
    const pairs: SketchPair[] = [];
    let after = s.mark();
    do {
      pairs.push(this.#pair(s.column));
      s.endLine();
      after = s.mark();
    } while (s.next() && s.column > limit);
    s.back(after);
    const last = pairs.at(-1)!;
    const end = Math.max(last.outer.end, last.colon + 1, outerOf(last.value).end);
    return { kind: "map", start: pairs[0]!.start, end, pairs, shape: { flow: false, column } };
  }

  /** A key that wants its colon, above the lines that are its value already. */
  #halfPair(key: ScannedKey, column: number): SketchPair {
    const s = this.#scanner;
    s.pos = Math.max(key.outer.end, s.pos + 1);
    const isWord = key.outer.start < key.outer.end && !/\s/.test(key.key);
    const under = isWord ? this.#below(() => s.column > column && (s.atKey || s.atDash), column) : undefined;
    return { ...key, value: under ?? this.#empty(key.outer.end) };
  }

  #pair(column: number): SketchPair {
    const s = this.#scanner;
    const key = s.keyHere(false);
    if (key.colon < 0) return this.#halfPair(key, column);
    s.pos = key.colon + 1;
    if (s.nextInLine()) return { ...key, value: this.#inline(column) };
    const value = this.#below(() => s.column > column || (s.column === column && s.atDash), column);
    return { ...key, value: value ?? this.#empty(key.colon + 1) };
  }

  /** What stands on the lines below, if it belongs here. */
  #below(belongs: () => boolean, limit: number): Sketch | undefined {
    const s = this.#scanner;
    s.endLine();
    const before = s.mark();
    if (s.next() && belongs()) return this.#block(limit);
    s.back(before);
    return undefined;
  }

  #list(column: number): SketchList {
    const s = this.#scanner;
    const { pos: start } = s;
    const items: Sketch[] = [];
    const dashes: number[] = [];
    let after = s.mark();
    do {
      if (s.atDash && s.column === column) {
        const dash = s.pos++;
        const item = s.nextInLine() ? this.#block(column) : this.#below(() => s.column > column, column);
        dashes.push(dash);
        items.push(item ?? this.#empty(dash + 1));
      }
      s.endLine();
      after = s.mark();
    } while (s.next() && (s.column > column || (s.column === column && s.atDash)));
    s.back(after);
    const end = Math.max(outerOf(items.at(-1)!).end, dashes.at(-1)! + 1);
    return { kind: "list", start, end, items, dashes, shape: { flow: false, column } };
  }

  /** A value that begins on the line of its key or dash. */
  #inline(limit: number): Sketch {
    const s = this.#scanner;
    while (/[&!]/.test(s.char)) {
      while (/\S/.test(s.char)) s.pos++;
      if (!s.nextInLine()) return this.#below(() => s.column > limit, limit) ?? this.#empty(s.pos);
    }
    return this.#value(limit, false);
  }

  #value(limit: number, flow: boolean): Sketch {
    const s = this.#scanner;
    if (s.char === "{" || s.char === "[") return this.#flow(limit);
    const scalar = s.scalar(limit, flow);
    return { kind: "scalar", ...scalar, plain: scalar.style === "plain" };
  }

  #flow(limit: number): SketchList | SketchMap {
    const s = this.#scanner;
    if (this.#open.length > DEEPEST) return { ...this.#skipped(), kind: "list", ...NOTHING };
    const start = s.pos++;
    const isMap = s.text[start] === "{";
    const pairs: SketchPair[] = [];
    const items: Sketch[] = [];
    const close = isMap ? "}" : "]";
    this.#open.push(close);
    let end = s.pos;
    for (; this.#inFlow(limit) && !this.#closesOuter(close); end = s.pos) {
      if (s.char === close) break;
      if (/[,\]}]/.test(s.char)) s.pos++;
      else if (isMap) pairs.push(this.#flowPair(limit));
      else items.push(this.#flowItem(limit));
    }
    this.#open.pop();
    const closed = s.char === close;
    if (closed) end = ++s.pos;
    const shape: Shape = { flow: true, closed, reach: closed ? end : this.#nextContent(), column: limit };
    return isMap
      ? { kind: "map", start, end, pairs, shape }
      : { kind: "list", start, end, items, dashes: [], shape };
  }

  /** Moves to what comes next between brackets; false where a line begins that cannot be inside them. */
  #inFlow(limit: number): boolean {
    const s = this.#scanner;
    const before = s.mark();
    if (s.next() && (s.mark().line === before.line || s.column > limit || /[\]}]/.test(s.char))) return true;
    s.back(before);
    return false;
  }

  #nextContent(): number {
    const s = this.#scanner;
    const before = s.mark();
    s.next();
    const { pos } = s;
    s.back(before);
    return pos;
  }

  #closesOuter(close: string): boolean {
    const { char } = this.#scanner;
    return char !== close && /[\]}]/.test(char) && this.#open.includes(char);
  }

  #flowPair(limit: number): SketchPair {
    const s = this.#scanner;
    if (s.char === "{" || s.char === "[") {
      const { start, end } = this.#flow(limit);
      const outer = span(start, end);
      return { key: "", start, end, outer, colon: -1, value: this.#empty(end) };
    }
    const key = s.keyHere(true);
    s.pos = Math.max(key.outer.end, s.pos + (key.colon < 0 ? 1 : 0));
    if (key.colon < 0) return { ...key, value: this.#empty(key.outer.end) };
    return { ...key, value: this.#flowValue(key.colon, limit) };
  }

  #flowValue(colon: number, limit: number): Sketch {
    const s = this.#scanner;
    s.pos = colon + 1;
    if (!this.#inFlow(limit) || /[,\]}]/.test(s.char)) return this.#empty(colon + 1);
    return this.#value(limit, true);
  }

  /** An item between square brackets; `a: b` there is a map of one pair. */
  #flowItem(limit: number): Sketch {
    const s = this.#scanner;
    if (s.char === "{" || s.char === "[") return this.#flow(limit);
    const key = s.keyHere(true);
    if (key.colon < 0) {
      const before = s.pos;
      const item = this.#value(limit, true);
      if (s.pos === before) s.pos++;
      return item;
    }
    const value = this.#flowValue(key.colon, limit);
    const end = Math.max(key.colon + 1, outerOf(value).end);
    const shape: Shape = { flow: true, closed: true, reach: end, column: limit };
    return { kind: "map", start: key.outer.start, end, pairs: [{ ...key, value }], shape };
  }

  #empty(at: number): SketchScalar {
    const none = span(at, at);
    return { kind: "scalar", ...none, text: "", plain: true, style: "plain", outer: none };
  }

  #skipped(): SketchScalar {
    const { pos } = this.#scanner;
    this.#scanner.pos = pos + 1;
    this.#scanner.endLine();
    return this.#empty(pos);
  }
}

const NOTHING = {
  items: [],
  dashes: [],
  shape: { flow: true, closed: true, reach: 0, column: 0 },
} as const;

export function outerOf(node: Sketch): Span {
  return node.kind === "scalar" ? node.outer : node;
}

/** Whether nothing is written. */
export function isEmpty(node: Sketch): boolean {
  return node.kind === "scalar" && node.outer.start === node.outer.end;
}

/** From where on a pair's value stands or may stand; -1 where a key wants its colon and has nothing below it. */
export function valueStart({ outer, colon, value }: SketchPair): number {
  if (colon >= 0) return colon + 1;
  return isEmpty(value) ? -1 : outer.end;
}
