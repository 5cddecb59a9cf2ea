import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from "js-yaml";
import { type Span, span } from "../../text/span.ts";
import type { Problem } from "../problems.ts";
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from "./tree.ts";

const DOCUMENT = EVENT_ID.DOCUMENT;
const SEQUENCE = EVENT_ID.SEQUENCE;
const MAPPING = EVENT_ID.MAPPING;
const SCALAR = EVENT_ID.SCALAR;
const ALIAS = EVENT_ID.ALIAS;
const POP = EVENT_ID.POP;
const PLAIN = SCALAR_STYLE.PLAIN;
const FLOW = COLLECTION_STYLE.FLOW;
const HASH = 35;
const LIST_END = 93;
const MAP_END = 125;
/** How many keys are kept at most, and up to which length: the format's own are fewer, and ids mostly longer. */
const WORDS = 1021;
const LONGEST_WORD = 16;

type ScalarEvent = Extract<Event, { type: typeof SCALAR }>;

/** Values that aliases may stand for in one file, so that a few lines cannot expand without end. */
const MOST_ALIASED = 100_000;

/** Builds the tree; recursion is bounded by the parser's own limit of depth. */
export class TreeBuilder {
  readonly #file: string;
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #problems: Problem[];
  readonly #anchors = new Map<string, { node: YamlNode; size: number; at: Span; used: boolean }>();
  /** The items and pairs of the lists and maps that are still open; each is cut off at its exact length. */
  readonly #items: YamlNode[] = [];
  readonly #pairs: YamlPair[] = [];
  readonly #words = new Array<string | undefined>(WORDS).fill(undefined);
  #at = 0;
  #built = 0;
  #aliased = 0;
  /** The end of the last value or key: where an empty value stands, and what closes a block. */
  #end = 0;

  constructor(file: string, text: string, events: readonly Event[], problems: Problem[]) {
    this.#file = file;
    this.#text = text;
    this.#events = events;
    this.#problems = problems;
  }

  roots(): YamlNode[] {
    const roots: YamlNode[] = [];
    while (this.#at < this.#events.length) {
      const event = this.#events[this.#at++]!;
      if (event.type !== DOCUMENT) continue;
      roots.push(this.#node());
      for (const anchor of this.#anchors.values()) if (!anchor.used) this.#reportUnused(anchor);
      this.#anchors.clear();
    }
    return roots;
  }

  #node(): YamlNode {
    const event = this.#events[this.#at++]!;
    const before = this.#built++ + this.#aliased;
    switch (event.type) {
      case SCALAR:
        return this.#anchored(event, before, this.#scalar(event));
      case SEQUENCE:
        return this.#anchored(event, before, this.#list(event));
      case MAPPING:
        return this.#anchored(event, before, this.#map(event));
      case ALIAS:
        return this.#alias(event.anchorStart, event.anchorEnd);
      default:
        return this.#empty();
    }
  }

  #scalar(event: ScalarEvent): YamlScalar {
    if (event.valueStart < 0) {
      const empty = this.#empty();
      const end = { ...empty, start: event.tagEnd, end: event.tagEnd };
      return event.tagStart < 0 || this.#isKnownTag(event) ? empty : this.#tagged(end, event.tagStart);
    }
    this.#end = event.valueEnd;
    const text = event.fast
      ? this.#text.slice(event.valueStart, event.valueEnd)
      : getScalarValue(this.#text, event);
    const { valueStart: start, valueEnd: end } = event;
    const scalar: YamlScalar = { kind: "scalar", start, end, text, plain: event.style === PLAIN };
    return event.tagStart < 0 || this.#isKnownTag(event) ? scalar : this.#tagged(scalar, event.tagStart);
  }

  /** The standard's own tags, such as `!!str`, take nothing away from a text. */
  #isKnownTag({ tagStart, tagEnd }: { tagStart: number; tagEnd: number }): boolean {
    return tagEnd - tagStart === 1 || this.#text.startsWith("!!", tagStart);
  }

  #tagged(scalar: YamlScalar, start: number): YamlScalar {
    const at = span(start, scalar.end);
    const message = "A text that begins with `!` needs quotation marks.";
    // One word alone may as well be a word with a sign too much.
    const isText = scalar.plain && /\s/.test(this.#text.slice(at.start, at.end));
    this.#problems.push(this.#problem(at, message, isText ? at : undefined));
    return { ...scalar, broken: true };
  }

  #reportUnused({ node, at }: { node: YamlNode; at: Span }): void {
    if (node.kind !== "scalar" || !node.plain || node.broken === true) return;
    const message = `Nothing refers to \`${this.#text.slice(at.start, at.end)}\`; a text that begins with \`&\` needs quotation marks.`;
    // Of a mark that stands alone, it may be the sign that is too much.
    const text = node.end > node.start ? span(at.start, node.end) : undefined;
    const problem = this.#problem(at, message, text);
    this.#problems.push({ ...problem, severity: "warning" });
  }

  /** With the way out to quote what is meant as a text. */
  #problem({ start, end }: Span, message: string, text?: Span): Problem {
    const origin = { file: this.#file, span: span(start, end) };
    const problem: Problem = { code: "yaml-syntax", severity: "error", message, origin };
    if (text === undefined) return problem;
    const newText = JSON.stringify(this.#text.slice(text.start, text.end).replace(/\s+/g, " "));
    return {
      ...problem,
      fix: { title: "Put the text into quotation marks", edits: [{ span: text, newText }], unsafe: true },
    };
  }

  #empty(): YamlScalar {
    return { kind: "scalar", start: this.#end, end: this.#end, text: "", plain: true };
  }

  #list(event: Extract<Event, { type: typeof SEQUENCE }>): YamlList {
    const { length: before } = this.#items;
    this.#end = event.start + 1;
    while (!this.#closed()) {
      const later = this.#items.length > before;
      if (later && event.style !== FLOW && this.#atNothing()) this.#end = this.#next("-") + 1;
      this.#items.push(this.#node());
    }
    if (event.style === FLOW) this.#closeFlow(LIST_END);
    const items = this.#items.slice(before);
    this.#items.length = before;
    return { kind: "list", start: event.start, end: this.#end, items };
  }

  /** Whether the next value is one that is not written. */
  #atNothing(): boolean {
    const event = this.#events[this.#at];
    return event?.type === SCALAR && event.valueStart < 0;
  }

  /** The next dash of an item or colon of a pair, which the parser does not report. */
  #next(sign: "-" | ":"): number {
    let at = this.#end;
    while (at < this.#text.length && this.#text[at] !== sign) {
      at = this.#text[at] === "#" ? endOfLine(this.#text, at) : at + 1;
    }
    return at;
  }

  #map(event: Extract<Event, { type: typeof MAPPING }>): YamlMap {
    const { length: before } = this.#pairs;
    this.#end = event.style === FLOW ? event.start + 1 : event.start;
    while (!this.#closed()) {
      const word = this.#wordAhead();
      if (word !== undefined) {
        this.#at++;
        this.#built++;
        const { valueStart: start, valueEnd: end } = word;
        this.#end = end;
        this.#pairs.push({ key: this.#word(start, end), start, end, value: this.#node() });
        continue;
      }
      if (this.#atNothing()) this.#end = this.#next(":");
      const key = this.#node();
      const value = this.#node();
      if (key.kind === "scalar") this.#pairs.push({ key: key.text, start: key.start, end: key.end, value });
      else this.#problems.push(this.#problem(key, `${NOT_YAML} a key must be a single word or text.`));
    }
    if (event.style === FLOW) this.#closeFlow(MAP_END);
    const pairs = this.#pairs.slice(before);
    this.#pairs.length = before;
    return { kind: "map", start: event.start, end: this.#end, pairs };
  }

  /** The next value, if it is no more than a word as it stands: as nearly all keys are, for which no node is made. */
  #wordAhead(): ScalarEvent | undefined {
    const event = this.#events[this.#at];
    return event?.type === SCALAR &&
      event.fast &&
      event.valueStart >= 0 &&
      event.tagStart < 0 &&
      event.anchorStart < 0
      ? event
      : undefined;
  }

  /** A key. The same ones come again and again: of each the last is kept, and neither cut out nor hashed anew. */
  #word(start: number, end: number): string {
    const text = this.#text;
    const length = end - start;
    const first = text.charCodeAt(start) * 31 + text.charCodeAt(start + 1);
    const slot = (first * 31 + text.charCodeAt(end - 1) * 7 + length) % WORDS;
    const known = this.#words[slot];
    if (known?.length === length && text.startsWith(known, start)) return known;
    const word = text.slice(start, end);
    if (length <= LONGEST_WORD) this.#words[slot] = word;
    return word;
  }

  #closed(): boolean {
    const event = this.#events[this.#at];
    if (event !== undefined && event.type !== POP) return false;
    this.#at++;
    return true;
  }

  /** Moves the end past the closing bracket, which the parser does not report; a pair without braces has none. */
  #closeFlow(bracket: number): void {
    for (let i = this.#end; i < this.#text.length; i++) {
      const c = this.#text.charCodeAt(i);
      if (c === bracket) this.#end = i + 1;
      if (c === LIST_END || c === MAP_END) return;
      if (c === HASH && /\s/.test(this.#text[i - 1] ?? " ")) i = endOfLine(this.#text, i);
    }
  }

  #anchored<T extends YamlNode>(
    event: { anchorStart: number; anchorEnd: number },
    before: number,
    node: T,
  ): T {
    if (event.anchorStart >= 0) {
      const size = this.#built + this.#aliased - before;
      const name = this.#text.slice(event.anchorStart, event.anchorEnd);
      const earlier = this.#anchors.get(name);
      if (earlier?.used === false) this.#reportUnused(earlier);
      const at = span(event.anchorStart - 1, event.anchorEnd);
      this.#anchors.set(name, { node, size, at, used: false });
    }
    return node;
  }

  #alias(start: number, end: number): YamlNode {
    const anchor = this.#anchors.get(this.#text.slice(start, end));
    this.#end = end;
    if (anchor !== undefined) anchor.used = true;
    if (anchor !== undefined && (this.#aliased += anchor.size) <= MOST_ALIASED) return anchor.node;
    const at = span(start - 1, end);
    const problem =
      anchor === undefined
        ? this.#problem(
            at,
            `${NOT_YAML} no value before it is marked with this anchor; a text that begins with \`*\` needs quotation marks.`,
          )
        : this.#problem(at, `${NOT_YAML} too many aliases.`);
    this.#problems.push(problem);
    return { kind: "scalar", start, end, text: "", plain: true, broken: true };
  }
}

const NOT_YAML = "This is not YAML:";

function endOfLine(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  return end;
}
