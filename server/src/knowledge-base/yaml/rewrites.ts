import { span } from "../../text/span.ts";
import { endOfLine, isFlow, newlineOf, startOfLine, type TextEdit, writtenSpan } from "./edits.ts";
import { yamlText } from "./text.ts";
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from "./tree.ts";

// Edits that give what is written another form, all else being left as it is. Undefined where that cannot be done.

/** Whether a text is written behind `|` or `>`. */
export function isBlockScalar(text: string, node: YamlNode): boolean {
  return node.kind === "scalar" && !node.plain && markOf(text, node) === "";
}

function markOf(text: string, { start, end, plain }: YamlScalar): string {
  const mark = text.charAt(start - 1);
  return !plain && (mark === '"' || mark === "'") && text.charAt(end) === mark ? mark : "";
}

/** A text of the kind that stands where the format wants no prose: an id, a date, a word. */
export function wordText(word: string): string {
  return /^[\p{L}\p{N}_./][\p{L}\p{M}\p{N}_./'?~%-]*(?::[\p{L}\p{N}][\p{L}\p{N}_./-]*)*$/u.test(word)
    ? word
    : yamlText(word);
}

/** Another text in place of one, in the same quotation marks. */
export function replaceText(text: string, node: YamlScalar, value: string): TextEdit | undefined {
  if (isBlockScalar(text, node)) return undefined;
  const mark = markOf(text, node);
  const inDouble = mark === '"' ? JSON.stringify(value).slice(1, -1) : undefined;
  const inSingle = mark === "'" ? value.replaceAll("'", "''") : undefined;
  return { span: span(node.start, node.end), newText: inDouble ?? inSingle ?? wordText(value) };
}

/** A key in place of another; it needs no quotation marks. */
export function replaceKey({ start, end }: YamlPair, key: string): TextEdit {
  return { span: span(start, end), newText: key };
}

/** A value for a key that has none, or `""` or `~`. */
export function fillPair(text: string, { end, value }: YamlPair, filling: string): TextEdit | undefined {
  const written = writtenSpan(text, value);
  if (written.end > written.start) return { span: span(written.start, written.end), newText: filling };
  const colon = /["']?[ \t]*:/y;
  colon.lastIndex = end;
  if (!colon.test(text)) return undefined;
  return { span: span(colon.lastIndex, colon.lastIndex), newText: ` ${filling}` };
}

/** Makes a list of the one value that stands where a list belongs. */
export function wrapInList(text: string, node: YamlNode): readonly TextEdit[] | undefined {
  if (node.kind === "list" || isBlockScalar(text, node)) return undefined;
  if (node.kind === "map" && !isFlow(text, node)) return itemOfLines(text, node);
  const { start, end } = writtenSpan(text, node);
  if (node.kind === "scalar" && node.plain)
    return [{ span: span(start, end), newText: `[${wordText(node.text)}]` }];
  return [
    { span: span(start, start), newText: "[" },
    { span: span(end, end), newText: "]" },
  ];
}

/** A dash before the first line of a map, and the others moved in line with it. */
function itemOfLines(text: string, map: YamlMap): readonly TextEdit[] {
  const edits = [{ span: span(map.start, map.start), newText: "- " }];
  for (let at = nextLine(text, map.start); at < map.end; at = nextLine(text, at)) {
    if (text.slice(at, endOfLine(text, at)).trim() !== "") edits.push({ span: span(at, at), newText: "  " });
  }
  return edits;
}

/** Leaves of a list of one item that item. */
export function unwrapList(text: string, list: YamlList): readonly TextEdit[] | undefined {
  const [item] = list.items;
  if (item === undefined || list.items.length > 1 || isBlockScalar(text, item)) return undefined;
  const inner = writtenSpan(text, item);
  const end = Math.max(inner.end, list.end);
  const isBare =
    /^[[-]\s*$/.test(text.slice(list.start, inner.start)) && /^[\s,]*\]?$/.test(text.slice(inner.end, end));
  if (!isBare) return undefined;
  const cuts = [span(list.start, inner.start), span(inner.end, end)];
  return cuts.filter((cut) => cut.end > cut.start).map((cut) => ({ span: cut, newText: "" }));
}

/** Moves the lines of a map to the end of another one in the same file, and drops the key that they stood under. */
export function joinMaps(text: string, first: YamlPair, second: YamlPair): readonly TextEdit[] | undefined {
  const [into, from] = [first.value, second.value];
  if (into.kind !== "map" || from.kind !== "map" || isFlow(text, into) || isFlow(text, from))
    return undefined;
  const [column, other] = [into, from].map(({ start }) => start - startOfLine(text, start));
  const key = startOfLine(text, second.start);
  const lines = nextLine(text, second.end);
  const [end, last] = [endOfLine(text, into.end), endOfLine(text, from.end)];
  if (column !== other || lines > from.start || end > key) return undefined;
  return [
    { span: span(end, end), newText: newlineOf(text) + text.slice(lines, last) },
    { span: span(key, nextLine(text, from.end)), newText: "" },
  ];
}

function nextLine(text: string, offset: number): number {
  const end = endOfLine(text, offset);
  return end + (text.startsWith("\r\n", end) ? 2 : Number(end < text.length));
}

/** The text with some edits made, none of which overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
