import { ENTRY_MAPS } from "../../knowledge-base/format/schema.ts";
import { pairsOf } from "../../knowledge-base/loading/top-level.ts";
import type { TextEdit } from "../../knowledge-base/yaml/edits.ts";
import {
  parseYaml,
  type YamlFile,
  type YamlMap,
  type YamlNode,
  type YamlPair,
} from "../../knowledge-base/yaml/tree.ts";
import { type Span, slice, span } from "../../text/span.ts";
import { fold } from "../../text/tokens.ts";
import type { WrittenEntry } from "./entries.ts";
import { isEntryMap, keysInOrder } from "./format.ts";
import { reordered, type Segment, segmentsOf } from "./segments.ts";
import { lineEnd, lineStart } from "./sketch/scanner.ts";

/** A map that is out of order: its title says of what, its edit puts it in order. */
export interface Sorting {
  readonly title: string;
  /** Undefined where it turns out that it cannot be done without a change of meaning. */
  readonly edit: () => TextEdit | undefined;
}

/**
 * The sorting by id of a top-level map of entries; undefined where it is in order. A comment with room after it heads a
 * group, and each group is sorted by itself.
 */
export function entrySorting(file: YamlFile, top: YamlPair): Sorting | undefined {
  if (!isEntryMap(top.key) || top.value.kind !== "map" || !isSafe(file)) return undefined;
  const byId = (a: YamlPair, b: YamlPair) => compare(fold(a.key), fold(b.key));
  return sortingOf(file, top.value, top, byId, `Sort the ${top.key} by id`);
}

/** The sorting of an entry's keys into the order of the format; undefined where they are in it. */
export function keySorting({ file, map, pair }: WrittenEntry): Sorting | undefined {
  if (pair.value.kind !== "map" || !isSafe(file)) return undefined;
  const keys = keysInOrder(ENTRY_MAPS[map].schema);
  const rank = ({ key }: YamlPair) => keys.indexOf(key) + 1 || keys.length + 1;
  const title = `Sort the keys of \`${pair.key}\` as the format has them`;
  return sortingOf(file, pair.value, pair, (a, b) => rank(a) - rank(b), title);
}

type Order = (a: YamlPair, b: YamlPair) => number;

const known = new WeakMap<YamlMap, Sorting | "sorted">();

/** What was found out about a map is kept, for it is asked at every step of the cursor. */
function sortingOf(
  file: YamlFile,
  map: YamlMap,
  parent: Span,
  order: Order,
  title: string,
): Sorting | undefined {
  let found = known.get(map);
  if (found === undefined) {
    const isSorted = map.pairs.every((pair, i) => i === 0 || order(map.pairs[i - 1]!, pair) <= 0);
    const segments = isSorted ? undefined : segmentsOf(file.text, map, parent);
    const sorted = segments && inGroups(segments, order);
    const edit = segments && sorted && reordered(file.text, segments, sorted);
    const around = span(lineStart(file.text, parent.start), lineEnd(file.text, map.end));
    let isSound: boolean | undefined;
    const checked = () => ((isSound ??= keepsMeaning(edit!, around, file.text)) ? edit : undefined);
    found = edit === undefined ? "sorted" : { title, edit: checked };
    known.set(map, found);
  }
  return found === "sorted" ? undefined : found;
}

const safe = new WeakMap<YamlFile, boolean>();

/** A file with errors of syntax is not as its tree has it, one with anchors may depend on its order. */
function isSafe(file: YamlFile): boolean {
  const found = safe.get(file) ?? (file.problems.length === 0 && !ANCHOR.test(file.text));
  safe.set(file, found);
  return found;
}

const ANCHOR = /(?:^|[\s[{,:-])[&*][^\s,[\]{}]/;

/** Whether the lines around an edit say the same after it; the whole text, where they are nothing by themselves. */
function keepsMeaning(edit: TextEdit, around: Span, text: string): boolean {
  const before = parseYaml("", slice(text, around));
  if (before.problems.length > 0 && around.end - around.start < text.length)
    return keepsMeaning(edit, span(0, text.length), text);
  const { start, end } = edit.span;
  const after = parseYaml("", text.slice(around.start, start) + edit.newText + text.slice(end, around.end));
  return after.problems.length === 0 && meaningOf(after) === meaningOf(before);
}

function inGroups(segments: readonly Segment[], order: Order): Segment[] {
  const groups: Segment[][] = [];
  for (const segment of segments) {
    if (segment.headed || groups.length === 0) groups.push([segment]);
    else groups.at(-1)!.push(segment);
  }
  return groups.flatMap((group) => group.sort((a, b) => order(a.pair, b.pair)));
}

/** All that a file says, whatever the order of its keys. */
function meaningOf({ roots }: YamlFile): string {
  return JSON.stringify(roots.map(plain));
}

function plain(node: YamlNode): unknown {
  if (node.kind === "scalar") return [node.text, node.plain];
  if (node.kind === "list") return { items: node.items.map(plain) };
  const pairs = pairsOf(node).map(({ key, value }) => [key, plain(value)] as const);
  return { pairs: pairs.sort(([a], [b]) => compare(a, b)) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
