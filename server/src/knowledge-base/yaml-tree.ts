import { type Event, getScalarValue, parseEvents, YAMLException } from "js-yaml";
import { type Span, span } from "../text/span.ts";
import type { Origin, Problem } from "./knowledge.ts";
import { brokenPassages, firstKey } from "./yaml-recovery.ts";

/** A value of a YAML file with its place in the text; quotation marks and block indicators lie outside the span. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar extends Span {
  readonly kind: "scalar";
  /** The text as written, decoded: "2025-10-19", "1893", "true" are texts here; empty where nothing is written. */
  readonly text: string;
  /** Neither quoted nor a block: what YAML may take for a number, a truth value or nothing at all. */
  readonly plain: boolean;
  /** Something is written that cannot be read; a syntax problem says so. */
  readonly broken?: true;
}

export interface YamlList extends Span {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
}

export interface YamlMap extends Span {
  readonly kind: "map";
  /** In the order written; a key may occur twice. */
  readonly pairs: readonly YamlPair[];
}

/** The span is that of the key. */
export interface YamlPair extends Span {
  readonly key: string;
  readonly value: YamlNode;
}

export interface YamlFile {
  readonly file: string;
  readonly text: string;
  /** The top-level value of each document of the file. */
  readonly roots: readonly YamlNode[];
  readonly problems: readonly Problem[];
  /** Keys of the entries that a syntax error took away: they are declared, but nothing is known of them. */
  readonly lost: readonly { readonly key: string; readonly span: Span }[];
}

/** Parses of one file at most: 20, and fewer of large files, so that a file of many errors does not stall the editor. */
const MOST_PARSES = 20;
const MOST_CHARACTERS = 40_000_000;

/**
 * The values of a YAML file with their positions; never throws. A syntax error takes away only the entry
 * that it is in. Linear in the length of the text for each error, up to a limit, after which the rest is left out.
 */
export function parseYaml(file: string, text: string): YamlFile {
  if (isBinary(text)) {
    const origin = { file, span: span(0, 0) };
    const message = "This file is not text.";
    const problem: Problem = { code: "unreadable-file", severity: "error", message, origin };
    return { file, text, roots: [], problems: [problem], lost: [] };
  }
  const problems: Problem[] = [];
  const lost: { key: string; span: Span }[] = [];
  const { events, sound } = eventsOf(file, text, problems, lost);
  const roots = new TreeBuilder(file, sound, events, problems).roots();
  return { file, text, roots, problems, lost };
}

function isBinary(text: string): boolean {
  return text.includes("\0") || text.startsWith("\uFFFD\uFFFD");
}

/** The parser's events, and the text that they belong to: the given one with its broken passages blanked. */
function eventsOf(file: string, text: string, problems: Problem[], lost: { key: string; span: Span }[]) {
  let sound = text;
  let result = tryParse(sound);
  for (let parses = 1; "reason" in result; ) {
    const error = result;
    let passage = span(0, text.length);
    for (const candidate of brokenPassages(sound, error.offset)) {
      passage = candidate;
      sound = blank(text, sound, candidate);
      result = tryParse(sound);
      parses++;
      if (!("reason" in result) || result.offset > error.offset) break;
    }
    const hopeless = "reason" in result && result.offset <= error.offset;
    if (hopeless || parses >= MOST_PARSES || parses * text.length > MOST_CHARACTERS) {
      passage = span(passage.start, text.length);
      sound = blank(text, sound, passage);
      result = tryParse(sound);
      if ("reason" in result) result = { events: [] };
    }
    problems.push(syntaxProblem(file, text, passage, error));
    const key = firstKey(text, passage);
    if (key !== undefined) lost.push(key);
  }
  return { events: result.events, sound };
}

interface SyntaxError {
  readonly offset: number;
  readonly reason: string;
}

function tryParse(text: string): { readonly events: readonly Event[] } | SyntaxError {
  try {
    return { events: parseEvents(text, {}) };
  } catch (error) {
    const offset = error instanceof YAMLException ? error.mark?.position : undefined;
    const reason = error instanceof YAMLException ? error.reason : String(error);
    return { offset: Math.min(offset ?? 0, text.length), reason };
  }
}

/** `sound` with one more passage as white space, so that all offsets stay as they are. */
function blank(text: string, sound: string, { start, end }: Span): string {
  return sound.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, " ") + sound.slice(end);
}

/** Points to the guilty place, or to the end of the passage where the parser noticed only afterwards. */
function syntaxProblem(file: string, text: string, passage: Span, { offset, reason }: SyntaxError): Problem {
  const inside = text.slice(0, Math.min(offset, passage.end)).trimEnd().length;
  const start =
    offset < passage.end && /^[ \t]*\S/.test(text.slice(offset)) ? offset : lineStart(text, inside);
  const rest = /[^\r\n]*/y;
  rest.lastIndex = start;
  const end = start + (rest.exec(text)?.[0].trimEnd().length ?? 0);
  const message = `This is not YAML: ${PLAIN_REASONS.find(([key]) => reason.includes(key))?.[1] ?? reason}.`;
  return { code: "yaml-syntax", severity: "error", message, origin: { file, span: span(start, end) } };
}

function lineStart(text: string, offset: number): number {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return start + (/^[ \t]*/.exec(text.slice(start, offset))?.[0].length ?? 0);
}

const PLAIN_REASONS: readonly (readonly [string, string])[] = [
  ["tab characters", "a tab stands where spaces should indent the line"],
  ["quoted scalar", "a quotation mark is opened and not closed"],
  ["flow collection entries", "a comma is missing in the list or map in brackets"],
  ["flow collection", "a bracket is opened and not closed"],
  ["deficient indentation", "a quotation mark or a bracket is opened and not closed"],
  [
    "bad indentation",
    "the line is indented by too many or too few spaces, or a text with `: ` needs quotation marks",
  ],
  ["multiline key", "a key lacks its colon, or a text with a colon needs quotation marks"],
  ["expected ':'", "a key lacks its colon"],
  ["whitespace character is expected after", "a space is missing after the colon"],
  ["maxDepth", "the values are nested too deeply"],
  [
    "unknown escape",
    "a backslash in double quotation marks begins no known escape; use single ones, or \\\\",
  ],
  ["end of the stream", "this line belongs to no map or list"],
];

const { DOCUMENT, SEQUENCE, MAPPING, SCALAR, ALIAS, POP } = {
  DOCUMENT: 1,
  SEQUENCE: 2,
  MAPPING: 3,
  SCALAR: 4,
  ALIAS: 5,
  POP: 6,
} as const;
const PLAIN = 1;
const FLOW = 2;
/** Values that aliases may stand for in one file, so that a few lines cannot expand without end. */
const MOST_ALIASED = 100_000;

/** Builds the tree; recursion is bounded by the parser's own limit of depth. */
class TreeBuilder {
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
    const origin: Origin = { file: this.#file, span: span(start, end) };
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
