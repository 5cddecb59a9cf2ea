import { isFlow, newlineOf, type TextEdit, writtenSpan } from "../../knowledge-base/yaml/edits.ts";
import {
  isNothing,
  type YamlFile,
  type YamlMap,
  type YamlNode,
  type YamlPair,
} from "../../knowledge-base/yaml/tree.ts";
import { span } from "../../text/span.ts";
import { columnOfKey, type Segment, segmentsOf } from "./segments.ts";
import { rootsOf } from "./sketch/roots.ts";
import { lineEnd, lineStart } from "./sketch/scanner.ts";

/** A value to be written: a scalar or list as YAML between brackets has it, or a map. */
export type Written = string | readonly (readonly [key: string, value: Written])[];

const STEP = 2;

/**
 * The edit that puts a new pair into the map at a path of a file, at its end and in the manner of its neighbours; what
 * there is not yet of the path is written as well. Undefined where something else is in the way.
 */
export function inserted(
  file: YamlFile,
  path: readonly string[],
  key: string,
  value: Written,
): TextEdit | undefined {
  const whole = path.reduceRight<readonly [string, Written]>((inner, step) => [step, [inner]], [key, value]);
  const roots = rootsOf(file).filter((root) => root.kind === "map");
  const root = roots.find(({ pairs }) => pairs.some((pair) => pair.key === path[0])) ?? roots.at(-1);
  if (root !== undefined) return intoMap(file, root, undefined, whole, path);
  return rootsOf(file).every(isUnwritten) ? appended(file, whole) : undefined;
}

/** `path` is what of the new pair's keys may be there already. */
function intoMap(
  file: YamlFile,
  map: YamlMap,
  parent: YamlPair | undefined,
  pair: readonly [string, Written],
  path: readonly string[],
): TextEdit | undefined {
  const [step, ...rest] = path;
  const there = step === undefined ? undefined : map.pairs.findLast(({ key }) => key === step);
  if (there === undefined)
    return isFlow(file.text, map) ? intoFlow(file, map, pair) : below(file, map, parent, pair);
  const inner = (pair[1] as readonly (readonly [string, Written])[])[0]!;
  if (there.value.kind === "map") return intoMap(file, there.value, there, inner, rest);
  const column = columnOfKey(file.text, there);
  if (!isUnwritten(there.value) || column === undefined) return undefined;
  const written = lines(inner, column + STEP, STEP, newlineOf(file.text)).join("");
  const { start, end } = there.value;
  return start < end
    ? { span: span(start, end), newText: written }
    : insertion(lineEnd(file.text, there.end), written);
}

function intoFlow({ text }: YamlFile, map: YamlMap, pair: readonly [string, Written]): TextEdit | undefined {
  if (text[map.end - 1] !== "}") return undefined;
  const last = map.pairs.at(-1);
  if (last === undefined) return { span: span(map.start + 1, map.end - 1), newText: ` ${flow(pair)} ` };
  if (isUnwritten(last.value)) return undefined;
  const column = columnOfKey(text, last);
  const gap = column === undefined ? " " : newlineOf(text) + " ".repeat(column);
  return insertion(writtenSpan(text, last.value).end, `,${gap}${flow(pair)}`);
}

/** Under the last pair of a block, laid out as that is, and with as much room. */
function below(
  file: YamlFile,
  map: YamlMap,
  parent: YamlPair | undefined,
  pair: readonly [string, Written],
): TextEdit | undefined {
  const { text } = file;
  const segments = segmentsOf(text, map, parent ?? span(-1, -1));
  const last = segments?.at(-1);
  const column = last && columnOfKey(text, last.pair);
  if (segments === undefined || last === undefined || column === undefined) return undefined;
  const newline = newlineOf(text);
  const room = parent === undefined || hasRoom(text, segments) ? newline : "";
  const { value } = likeWhat(map, pair, last.pair);
  const onOneLine = parent !== undefined && value.kind === "map" && isFlow(text, value);
  const written = onOneLine
    ? `${newline}${" ".repeat(column)}${flow(pair)}`
    : lines(pair, column, stepOf(text, value, column), newline).join("");
  return insertion(last.end, room + written);
}

/** The last pair of the same type, whose layout is taken over; else the last one. */
function likeWhat({ pairs }: YamlMap, [, value]: readonly [string, Written], last: YamlPair): YamlPair {
  const type = typeof value === "string" ? undefined : value.find(([key]) => key === "type")?.[1];
  return pairs.findLast((pair) => type !== undefined && typeOf(pair.value) === type) ?? last;
}

function typeOf(node: YamlNode): string | undefined {
  const value = node.kind === "map" ? node.pairs.find(({ key }) => key === "type")?.value : undefined;
  return value?.kind === "scalar" ? value.text : undefined;
}

/** Whether an empty line stands between the last two of some segments. */
function hasRoom(text: string, segments: readonly Segment[]): boolean {
  const [one, other] = segments.slice(-2);
  return other !== undefined && /(?:\r\n|\r|\n)[ \t]*[\r\n]/.test(text.slice(one!.end, other.start));
}

function appended({ text }: YamlFile, pair: readonly [string, Written]): TextEdit {
  const newline = newlineOf(text);
  const written = lines(pair, 0, STEP, newline).join("").slice(newline.length) + newline;
  const isOpen = text !== "" && lineStart(text, text.length) < text.length;
  return insertion(text.length, (isOpen ? newline : "") + written);
}

/** The lines of a pair, each with the break before it: all maps but the innermost as blocks. */
function lines(
  [key, value]: readonly [string, Written],
  column: number,
  step: number,
  newline: string,
): string[] {
  const begin = newline + " ".repeat(column);
  if (typeof value === "string") return [`${begin}${key}: ${value}`];
  return [`${begin}${key}:`, ...value.flatMap((inner) => lines(inner, column + step, step, newline))];
}

function flow([key, value]: readonly [string, Written]): string {
  return `${key}: ${typeof value === "string" ? value : `{ ${value.map(flow).join(", ")} }`}`;
}

/** By how many columns a map that is like another one is indented. */
function stepOf(text: string, value: YamlNode, column: number): number {
  const first = value.kind === "map" && !isFlow(text, value) ? value.pairs[0] : undefined;
  const inner = first && columnOfKey(text, first);
  return inner === undefined || inner <= column ? STEP : inner - column;
}

function isUnwritten(node: YamlNode): boolean {
  return node.kind === "scalar" && isNothing(node);
}

function insertion(at: number, newText: string): TextEdit {
  return { span: span(at, at), newText };
}
