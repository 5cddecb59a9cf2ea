import { type Span, span } from "../../text/span.ts";
import type { YamlList, YamlMap, YamlNode } from "./tree.ts";

/** Replaces a span of a file's text. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

// Edits of YAML that leave all else as it is written, comments and layout included. Undefined where that cannot be done.

/** Adds a key with a value, written on one line: before the first of the keys `before` that is there, else at the end. */
export function addKey(
  text: string,
  map: YamlMap,
  key: string,
  value: string,
  before: readonly string[] = [],
): TextEdit | undefined {
  const added = `${key}: ${value}`;
  const next = map.pairs.find((pair) => before.includes(pair.key));
  if (isFlow(text, map)) {
    const isPlain = next !== undefined && /[\s,{]/.test(text[next.start - 1]!);
    return isPlain ? insert(next.start, `${added}, `) : addToFlow(text, map.pairs.at(-1)?.value, map, added);
  }
  const first = map.pairs[0];
  const indent = first && columnOf(text, first.start);
  if (indent === undefined) return undefined;
  const newline = newlineOf(text);
  if (next !== undefined) return insert(next.start, `${added}${newline}${indent}`);
  if (text[map.end - 1] === "\n") return insert(map.end, `${indent}${added}${newline}`);
  return insert(endOfLine(text, map.end), `${newline}${indent}${added}`);
}

/** Adds an item, written on one line, at the end of a list. */
export function addItem(text: string, list: YamlList, item: string): TextEdit | undefined {
  const last = list.items.at(-1);
  if (isFlow(text, list)) return addToFlow(text, last, list, item);
  const dash = last && dashBefore(text, last);
  const indent = dash === undefined ? undefined : columnOf(text, dash);
  if (last === undefined || indent === undefined || text[list.end - 1] === "\n") return undefined;
  return insert(endOfLine(text, list.end), `${newlineOf(text)}${indent}- ${item}`);
}

/** Takes away an item of a list that has others. */
export function removeItem(text: string, list: YamlList, at: number): TextEdit | undefined {
  const item = list.items[at];
  if (item === undefined || list.items.length < 2) return undefined;
  if (isFlow(text, list)) {
    return removeFromFlow(
      text,
      list.items.map((each) => writtenSpan(text, each)),
      at,
    );
  }
  const dash = dashBefore(text, item);
  return dash === undefined ? undefined : removeLines(text, dash, item);
}

/** Takes away a key of a map with its value; a map that is left empty stays, as nothing. */
export function removePair(text: string, map: YamlMap, at: number): TextEdit | undefined {
  const pair = map.pairs[at];
  if (pair === undefined) return undefined;
  if (!isFlow(text, map)) return removeLines(text, pair.start, pair.value);
  const spans = map.pairs.map(({ start, value }) => span(start, writtenSpan(text, value).end));
  return removeFromFlow(text, spans, at);
}

/** Whether a map or list is written between brackets. */
export function isFlow(text: string, node: YamlNode): boolean {
  return text[node.start] === "[" || text[node.start] === "{";
}

/** A node with its quotation marks. */
export function writtenSpan(text: string, node: YamlNode): Span {
  const mark = text[node.end];
  const quoted = node.kind === "scalar" && !node.plain && (mark === '"' || mark === "'");
  return quoted && text[node.start - 1] === mark ? span(node.start - 1, node.end + 1) : node;
}

function addToFlow(
  text: string,
  last: YamlNode | undefined,
  whole: Span,
  added: string,
): TextEdit | undefined {
  if (last === undefined) return insert(whole.start + 1, added);
  const { end } = writtenSpan(text, last);
  return end > whole.start && end < whole.end ? insert(end, `, ${added}`) : undefined;
}

/** With the comma after it; the last one with the comma before it. */
function removeFromFlow(text: string, spans: readonly Span[], at: number): TextEdit | undefined {
  const { start, end } = spans[at]!;
  const [before, after] = [spans[at - 1], spans[at + 1]];
  const gone =
    after !== undefined
      ? span(start, after.start)
      : before !== undefined
        ? span(before.end, end)
        : { start, end };
  const inOrder = gone.start <= start && end <= gone.end;
  return inOrder && !text.slice(gone.start, gone.end).includes("#") ? { span: gone, newText: "" } : undefined;
}

/** The lines from an indicator or a key to the end of a value, if nothing else stands on them. */
function removeLines(text: string, from: number, value: YamlNode): TextEdit | undefined {
  const { start, end } = writtenSpan(text, value);
  const lineStart = startOfLine(text, from);
  // The value of an alias stands elsewhere.
  if (text.slice(lineStart, from).trim() !== "" || (start < from && start !== end)) return undefined;
  const last = Math.max(end, from);
  if (text[last - 1] === "\n") return { span: span(lineStart, last), newText: "" };
  const lineEnd = endOfLine(text, last);
  const next = lineEnd + (/^(?:\r\n|\r|\n)/.exec(text.slice(lineEnd, lineEnd + 2))?.[0].length ?? 0);
  return { span: span(lineStart, next), newText: "" };
}

/** White space as wide as what stands before an offset on its line; undefined if a tab is among it. */
function columnOf(text: string, offset: number): string | undefined {
  const before = text.slice(startOfLine(text, offset), offset);
  return before.includes("\t") ? undefined : " ".repeat(before.length);
}

function dashBefore(text: string, { start }: Span): number | undefined {
  const before = /-[ \t]*["']?$/.exec(text.slice(startOfLine(text, start), start));
  return before === null ? undefined : startOfLine(text, start) + before.index;
}

function insert(at: number, newText: string): TextEdit {
  return { span: span(at, at), newText };
}

export function startOfLine(text: string, offset: number): number {
  // Not by the last index of a line break: of those that the file does not use, none is there to stop at.
  let at = offset;
  while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
  return at;
}

export function endOfLine(text: string, offset: number): number {
  const end = /[\r\n]|$/g;
  end.lastIndex = offset;
  return end.exec(text)!.index;
}

export function newlineOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}
