import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from "js-yaml";
import { type Span, span } from "../../text/span.ts";
import type { Problem } from "../problems.ts";
import type { Cut } from "./cuts.ts";
import { endOfLine } from "./edits.ts";
import { aliasProblem, keyProblem, tagProblem, unusedProblem } from "./marks.ts";
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from "./tree.ts";
import { Words } from "./words.ts";

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
type DocumentEvent = Extract<Event, { type: typeof DOCUMENT }>;
type ScalarEvent = Extract<Event, { type: typeof SCALAR }>;

/** Values that aliases may stand for in one file, so that a few lines cannot expand without end. */
const MOST_ALIASED = 100_000;

/** A map to which the next piece of its text may add. */
interface OpenMap extends YamlMap {
  end: number;
  readonly pairs: YamlPair[];
}

/**
 * Builds the tree from the events of a text, or of its pieces one after the other; recursion is bounded by the parser's own
 * limit of depth.
 */
export class TreeBuilder {
  readonly file: string;
  readonly text: string;
  readonly #problems: Problem[];
  readonly #roots: YamlNode[] = [];
  #events: readonly Event[] = [];
  /** The text whose events these are, and what is to be added to an offset in it. */
  #piece = "";
  #shift = 0;
  readonly #anchors = new Map<string, { node: YamlNode; size: number; at: Span; used: boolean }>();
  /** The items and pairs of the lists and maps that are still open; each is cut off at its exact length. */
  readonly #items: YamlNode[] = [];
  readonly #pairs: YamlPair[] = [];
  readonly #words = new Words();
  #at = 0;
  #built = 0;
  #aliased = 0;
  /** The end of the last value or key: where an empty value stands, and what closes a block. */
  #end = 0;

  /** The map at the margin that has not ended, and the last value in it, if that is a map that has not ended. */
  #open: OpenMap | undefined;
  #inner: OpenMap | undefined;
  /** The last map that was built of those that are blocks and have no anchor. */
  #block: YamlMap | undefined;

  constructor(file: string, text: string, problems: Problem[]) {
    this.file = file;
    this.text = text;
    this.#problems = problems;
  }

  /** Builds what begins the text, or all of it. */
  begin(piece: string, events: readonly Event[]): void {
    this.#piece = piece;
    this.#events = events;
    while (this.#at < events.length) this.#document();
  }

  /** Whether the text may be cut here: what stands at this column adds to one of the maps that have not ended. */
  canGoOn({ column }: Cut): boolean {
    if (this.#open === undefined) return false;
    return column === 0 || (this.#inner !== undefined && this.#columnOf(this.#inner.start) === column);
  }

  /** Builds what comes next, of which `from` is where its own text begins in the piece, and `start` where in the whole. */
  goOn(piece: string, events: readonly Event[], { column, at: start }: Cut, from: number): void {
    this.#piece = piece;
    this.#shift = start - from;
    this.#events = events;
    // The map around it all, and in it the keys, each with nothing as its value, that had to be written before it.
    this.#at = column === 0 ? 4 : 6;
    if (column > 0) this.#extend(this.#inner!);
    this.#extendRoot(this.#open!, events[0] as DocumentEvent);
    while (this.#at < events.length) this.#document();
  }

  roots(): readonly YamlNode[] {
    this.#endDocument();
    return this.#roots;
  }

  #document(): void {
    const event = this.#events[this.#at++]!;
    if (event.type !== DOCUMENT) return;
    this.#endDocument();
    const root = this.#events[this.#at];
    const start = root?.type === MAPPING ? root.start + this.#shift : -1;
    const isBlock = root?.type === MAPPING && root.style !== FLOW && root.anchorStart < 0;
    if (!isBlock || event.directives.length > 0 || this.#columnOf(start) > 0) {
      this.#roots.push(this.#node());
      return;
    }
    this.#at++;
    this.#end = start;
    const open: OpenMap = { kind: "map", start, end: start, pairs: [] };
    this.#roots.push(open);
    this.#extendRoot(open, event);
  }

  #endDocument(): void {
    this.#open = undefined;
    for (const anchor of this.#anchors.values()) if (!anchor.used) this.#reportUnused(anchor);
    this.#anchors.clear();
  }

  #extendRoot(map: OpenMap, { explicitEnd }: DocumentEvent): void {
    while (!this.#closed()) {
      const pair = this.#pair(map.pairs);
      this.#inner = pair !== undefined && pair.value === this.#block ? (pair.value as OpenMap) : undefined;
    }
    map.end = this.#end;
    this.#open = explicitEnd ? undefined : map;
  }

  #extend(map: OpenMap): void {
    while (!this.#closed()) this.#pair(map.pairs);
    map.end = this.#end;
  }

  #columnOf(offset: number): number {
    let start = offset;
    while (start > 0 && !LINE_START.test(this.text[start - 1]!)) start--;
    return offset - start;
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
        return this.#alias(event.anchorStart + this.#shift, event.anchorEnd + this.#shift);
      default:
        return this.#empty();
    }
  }

  #scalar(event: ScalarEvent): YamlScalar {
    if (event.valueStart < 0) {
      const empty = this.#empty();
      if (event.tagStart < 0 || this.#isKnownTag(event)) return empty;
      const end = event.tagEnd + this.#shift;
      return this.#tagged({ ...empty, start: end, end }, event.tagStart + this.#shift);
    }
    const start = event.valueStart + this.#shift;
    const end = event.valueEnd + this.#shift;
    this.#end = end;
    const text = event.fast ? this.text.slice(start, end) : getScalarValue(this.#piece, event);
    const scalar: YamlScalar = { kind: "scalar", start, end, text, plain: event.style === PLAIN };
    if (event.tagStart < 0 || this.#isKnownTag(event)) return scalar;
    return this.#tagged(scalar, event.tagStart + this.#shift);
  }

  /** The standard's own tags, such as `!!str`, take nothing away from a text. */
  #isKnownTag({ tagStart, tagEnd }: { tagStart: number; tagEnd: number }): boolean {
    return tagEnd - tagStart === 1 || this.#piece.startsWith("!!", tagStart);
  }

  #tagged(scalar: YamlScalar, start: number): YamlScalar {
    this.#problems.push(tagProblem(this, scalar, start));
    return { ...scalar, broken: true };
  }

  #reportUnused({ node, at }: { node: YamlNode; at: Span }): void {
    const problem = unusedProblem(this, node, at);
    if (problem !== undefined) this.#problems.push(problem);
  }

  #empty(): YamlScalar {
    return { kind: "scalar", start: this.#end, end: this.#end, text: "", plain: true };
  }

  #list(event: Extract<Event, { type: typeof SEQUENCE }>): YamlList {
    const { length: before } = this.#items;
    const start = event.start + this.#shift;
    this.#end = start + 1;
    while (!this.#closed()) {
      const later = this.#items.length > before;
      if (later && event.style !== FLOW && this.#atNothing()) this.#end = this.#next("-") + 1;
      this.#items.push(this.#node());
    }
    if (event.style === FLOW) this.#closeFlow(LIST_END);
    const items = this.#items.slice(before);
    this.#items.length = before;
    return { kind: "list", start, end: this.#end, items };
  }

  /** Whether the next value is one that is not written. */
  #atNothing(): boolean {
    const event = this.#events[this.#at];
    return event?.type === SCALAR && event.valueStart < 0;
  }

  /** The next dash of an item or colon of a pair, which the parser does not report. */
  #next(sign: "-" | ":"): number {
    let at = this.#end;
    while (at < this.text.length && this.text[at] !== sign) {
      at = this.text[at] === "#" ? endOfLine(this.text, at) : at + 1;
    }
    return at;
  }

  #map(event: Extract<Event, { type: typeof MAPPING }>): YamlMap {
    const { length: before } = this.#pairs;
    const start = event.start + this.#shift;
    this.#end = event.style === FLOW ? start + 1 : start;
    while (!this.#closed()) this.#pair(this.#pairs);
    if (event.style === FLOW) this.#closeFlow(MAP_END);
    const pairs = this.#pairs.slice(before);
    this.#pairs.length = before;
    const map: YamlMap = { kind: "map", start, end: this.#end, pairs };
    if (event.style !== FLOW && event.anchorStart < 0) this.#block = map;
    return map;
  }

  /** Adds the next pair; undefined where its key is no text, which is a problem. */
  #pair(pairs: YamlPair[]): YamlPair | undefined {
    const word = this.#wordAhead();
    if (word !== undefined) {
      this.#at++;
      this.#built++;
      const start = word.valueStart + this.#shift;
      const end = word.valueEnd + this.#shift;
      this.#end = end;
      const pair = { key: this.#words.of(this.text, start, end), start, end, value: this.#node() };
      pairs.push(pair);
      return pair;
    }
    if (this.#atNothing()) this.#end = this.#next(":");
    const key = this.#node();
    const value = this.#node();
    if (key.kind === "scalar") {
      const pair = { key: key.text, start: key.start, end: key.end, value };
      pairs.push(pair);
      return pair;
    }
    this.#problems.push(keyProblem(this, key));
    return undefined;
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

  #closed(): boolean {
    const event = this.#events[this.#at];
    if (event !== undefined && event.type !== POP) return false;
    this.#at++;
    return true;
  }

  /** Moves the end past the closing bracket, which the parser does not report; a pair without braces has none. */
  #closeFlow(bracket: number): void {
    for (let i = this.#end; i < this.text.length; i++) {
      const c = this.text.charCodeAt(i);
      if (c === bracket) this.#end = i + 1;
      if (c === LIST_END || c === MAP_END) return;
      if (c === HASH && /\s/.test(this.text[i - 1] ?? " ")) i = endOfLine(this.text, i);
    }
  }

  #anchored<T extends YamlNode>(
    event: { anchorStart: number; anchorEnd: number },
    before: number,
    node: T,
  ): T {
    if (event.anchorStart >= 0) {
      const size = this.#built + this.#aliased - before;
      const name = this.#piece.slice(event.anchorStart, event.anchorEnd);
      const earlier = this.#anchors.get(name);
      if (earlier?.used === false) this.#reportUnused(earlier);
      const at = span(event.anchorStart - 1 + this.#shift, event.anchorEnd + this.#shift);
      this.#anchors.set(name, { node, size, at, used: false });
    }
    return node;
  }

  #alias(start: number, end: number): YamlNode {
    const anchor = this.#anchors.get(this.text.slice(start, end));
    this.#end = end;
    if (anchor !== undefined) anchor.used = true;
    if (anchor !== undefined && (this.#aliased += anchor.size) <= MOST_ALIASED) return anchor.node;
    this.#problems.push(aliasProblem(this, span(start - 1, end), anchor === undefined));
    return { kind: "scalar", start, end, text: "", plain: true, broken: true };
  }
}

/** What a line begins behind. */
const LINE_START = /[\n\r\uFEFF]/;
