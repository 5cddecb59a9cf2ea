import { isFlow, type TextEdit, writtenSpan } from "../../knowledge-base/yaml/edits.ts";
import type { YamlMap, YamlPair } from "../../knowledge-base/yaml/tree.ts";
import { type Span, slice, span } from "../../text/span.ts";
import { isBlank, isBreak, lineEnd, lineStart, nextLine } from "./sketch/scanner.ts";

/** A key with its value and whatever is written about it, which can be moved as a whole. */
export interface Segment extends Span {
  readonly pair: YamlPair;
  /** A comment of its own stands before it: what comes now is another group. */
  readonly headed: boolean;
}

/**
 * The pairs of a map as they can be moved: in a block their lines, with the comments right above and the deeper ones
 * right below; between brackets just key and value. `parent` is the key of the map. Undefined where it is written in a way
 * that allows of no moving. Linear.
 */
export function segmentsOf(text: string, map: YamlMap, parent: Span): Segment[] | undefined {
  const inOrder = map.pairs.every(
    ({ start, end, value }, i) =>
      start > (map.pairs[i - 1]?.value.end ?? -1) && (isUnwritten(value) || value.start >= end),
  );
  if (!inOrder) return undefined;
  return isFlow(text, map) ? betweenBrackets(text, map) : inLines(text, map, parent);
}

/** The columns before a key, if nothing else is before it on its line. */
export function columnOfKey(text: string, { start }: Span): number | undefined {
  const line = lineStart(text, start);
  return /^\uFEFF?[ \t]*["']?$/.test(text.slice(line, start)) ? keyStart(text, start) - line : undefined;
}

/** The edit that puts segments in another order, each into the place of another; what is between them stays. */
export function reordered(
  text: string,
  segments: readonly Segment[],
  order: readonly Segment[],
): TextEdit | undefined {
  const first = segments.findIndex((segment, i) => segment !== order[i]);
  const last = segments.findLastIndex((segment, i) => segment !== order[i]);
  if (first < 0) return undefined;
  let newText = "";
  for (let i = first; i <= last; i++) {
    newText += slice(text, order[i]!);
    if (i < last) newText += text.slice(segments[i]!.end, segments[i + 1]!.start);
  }
  return { span: span(segments[first]!.start, segments[last]!.end), newText };
}

function betweenBrackets(text: string, { start, end, pairs }: YamlMap): Segment[] | undefined {
  if (/(?:^|\s)#/.test(text.slice(start, end))) return undefined;
  return pairs.map((pair) => {
    const from = keyStart(text, pair.start);
    const to = Math.max(keyEnd(text, pair), isUnwritten(pair.value) ? 0 : writtenSpan(text, pair.value).end);
    const colon = /^\s*:/.exec(text.slice(to, to + 20));
    return {
      pair,
      start: from,
      end: isUnwritten(pair.value) ? to + (colon?.[0].length ?? 0) : to,
      headed: false,
    };
  });
}

function inLines(text: string, { pairs }: YamlMap, parent: Span): Segment[] | undefined {
  const segments: Segment[] = [];
  let floor = nextLine(text, parent.end);
  for (const [i, pair] of pairs.entries()) {
    const column = columnOfKey(text, pair);
    if (column === undefined) return undefined;
    const line = lineStart(text, pair.start);
    const next = pairs[i + 1];
    const start = withComments(text, line, floor);
    const end = bodyEnd(text, pair, column, next === undefined ? text.length : lineStart(text, next.start));
    segments.push({ pair, start, end, headed: text.slice(floor, start).includes("#") });
    floor = nextLine(text, end);
  }
  return segments;
}

/** The beginning of the comments right above a line, none of them before `floor`. */
function withComments(text: string, line: number, floor: number): number {
  let start = line;
  while (start > floor) {
    const above = lineStart(text, start - (text[start - 1] === "\n" && text[start - 2] === "\r" ? 2 : 1));
    if (above < floor || commentColumn(text, above) < 0) break;
    start = above;
  }
  return start;
}

/** The end of a value's last line, or of the comments right below that are deeper than its key. */
function bodyEnd(text: string, pair: YamlPair, column: number, limit: number): number {
  let end = isUnwritten(pair.value) ? pair.end : Math.max(pair.end, writtenSpan(text, pair.value).end);
  while (end > pair.end && isBreak(text[end - 1]!)) end--;
  end = lineEnd(text, end);
  for (let next = nextLine(text, end); next < limit; next = nextLine(text, end)) {
    if (commentColumn(text, next) <= column) break;
    end = lineEnd(text, next);
  }
  return end;
}

/** The columns before a comment that has its line for itself; -1 for other lines. */
function commentColumn(text: string, line: number): number {
  let at = line;
  while (isBlank(text[at] ?? "")) at++;
  return text[at] === "#" ? at - line : -1;
}

function keyStart(text: string, start: number): number {
  return /["']/.test(text[start - 1] ?? "") ? start - 1 : start;
}

function keyEnd(text: string, { start, end }: Span): number {
  return end + (start - keyStart(text, start));
}

function isUnwritten({ start, end, kind }: YamlPair["value"]): boolean {
  return kind === "scalar" && start === end;
}
