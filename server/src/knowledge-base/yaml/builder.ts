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
/** Values that aliases may stand for in one file, so that a few lines cannot expand without end. */
const MOST_ALIASED = 100_000;

/** Builds the tree; recursion is bounded by the parser's own limit of depth. */
export class TreeBuilder {
  readonly #file: string;
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #problems: Problem[];
  readonly #anchors = new Map<string, { node: YamlNode; size: number }>();
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
      this.#anchors.clear();
      roots.push(this.#node());
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

  #scalar(event: Extract<Event, { type: typeof SCALAR }>): YamlScalar {
    if (event.valueStart < 0) return this.#empty();
    this.#end = event.valueEnd;
    const text = event.fast
      ? this.#text.slice(event.valueStart, event.valueEnd)
      : getScalarValue(this.#text, event);
    return {
      kind: "scalar",
      start: event.valueStart,
      end: event.valueEnd,
      text,
      plain: event.style === PLAIN,
    };
  }

  #empty(): YamlScalar {
    return { kind: "scalar", start: this.#end, end: this.#end, text: "", plain: true };
  }

  #list(event: Extract<Event, { type: typeof SEQUENCE }>): YamlList {
    const items: YamlNode[] = [];
    this.#end = event.start + 1;
    while (!this.#closed()) items.push(this.#node());
    if (event.style === FLOW) this.#closeFlow("]");
    return { kind: "list", start: event.start, end: this.#end, items };
  }

  #map(event: Extract<Event, { type: typeof MAPPING }>): YamlMap {
    const pairs: YamlPair[] = [];
    this.#end = event.style === FLOW ? event.start + 1 : event.start;
    while (!this.#closed()) {
      const key = this.#node();
      const value = this.#node();
      if (key.kind === "scalar") pairs.push({ key: key.text, start: key.start, end: key.end, value });
      else this.#report(key, "a key must be a single word or text");
    }
    if (event.style === FLOW) this.#closeFlow("}");
    return { kind: "map", start: event.start, end: this.#end, pairs };
  }

  #closed(): boolean {
    const event = this.#events[this.#at];
    if (event !== undefined && event.type !== POP) return false;
    this.#at++;
    return true;
  }

  /** Moves the end past the closing bracket, which the parser does not report; a pair without braces has none. */
  #closeFlow(bracket: string): void {
    for (let i = this.#end; i < this.#text.length; i++) {
      const c = this.#text[i]!;
      if (c === "#" && /\s/.test(this.#text[i - 1] ?? " ")) i = endOfLine(this.#text, i);
      else if (c === bracket) this.#end = i + 1;
      if (c === bracket || c === "]" || c === "}") return;
    }
  }

  #anchored<T extends YamlNode>(
    event: { anchorStart: number; anchorEnd: number },
    before: number,
    node: T,
  ): T {
    if (event.anchorStart >= 0) {
      const size = this.#built + this.#aliased - before;
      this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), { node, size });
    }
    return node;
  }

  #alias(start: number, end: number): YamlNode {
    const anchor = this.#anchors.get(this.#text.slice(start, end));
    this.#end = end;
    if (anchor !== undefined && (this.#aliased += anchor.size) <= MOST_ALIASED) return anchor.node;
    const reason =
      anchor === undefined ? "no value before it is marked with this anchor" : "too many aliases";
    this.#report(span(start, end), reason);
    return { kind: "scalar", start, end, text: "", plain: true, broken: true };
  }

  #report({ start, end }: Span, reason: string): void {
    const origin = { file: this.#file, span: span(start, end) };
    this.#problems.push({
      code: "yaml-syntax",
      severity: "error",
      message: `This is not YAML: ${reason}.`,
      origin,
    });
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
