import { ENTRY_MAPS } from "../../knowledge-base/format/schema.ts";
import type { EntryKind } from "../../knowledge-base/format/terms.ts";
import { pairsOf } from "../../knowledge-base/loading/top-level.ts";
import { finish, PACE } from "../../knowledge-base/steps.ts";
import type { YamlFile, YamlNode, YamlPair } from "../../knowledge-base/yaml/tree.ts";
import { type Span, span } from "../../text/span.ts";
import { textOf } from "./entries.ts";
import { isEntryMap } from "./format.ts";
import { rootsOf } from "./sketch/roots.ts";

/** A part of a file, for an outline. */
export interface OutlineItem {
  readonly label: string;
  /** What it is called, where it has an id. */
  readonly detail: string;
  readonly kind: EntryKind | "map" | "word";
  /** Of an entity or event. */
  readonly type: string;
  /** From its key to the end of its value. */
  readonly span: Span;
  /** Its key. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** The top-level maps of a file with their entries, and the vocabulary with its parts and words. */
export function outline(file: YamlFile): OutlineItem[] {
  return finish(outlineInSteps(file));
}

/** The same in steps, for a file may have a hundred thousand entries. */
export function* outlineInSteps(file: YamlFile): Generator<undefined, OutlineItem[], undefined> {
  const items: OutlineItem[] = [];
  for (const root of rootsOf(file)) for (const pair of pairsOf(root)) items.push(yield* topItem(pair, file));
  return items;
}

function* topItem(pair: YamlPair, file: YamlFile): Generator<undefined, OutlineItem, undefined> {
  const { key, value } = pair;
  const children: OutlineItem[] = [];
  if (isEntryMap(key)) {
    const { kind } = ENTRY_MAPS[key];
    for (const entry of pairsOf(value)) {
      children.push(item(entry, file, kind));
      if (children.length % PACE === 0) yield;
    }
  } else if (key === "vocabulary") {
    for (const part of pairsOf(value)) {
      const words = pairsOf(part.value).map((word) => item(word, file, "word"));
      children.push(item(part, file, "map", words));
    }
  }
  return item(pair, file, "map", children);
}

function item(
  { key, start, end, value }: YamlPair,
  file: YamlFile,
  kind: OutlineItem["kind"],
  children: readonly OutlineItem[] = [],
): OutlineItem {
  const detail = NAMES.map((name) => textOf(value, name)).find((name) => name !== "");
  return {
    label: key,
    detail: kind === "word" ? "" : (detail ?? ""),
    kind,
    type: kind === "entity" || kind === "event" ? textOf(value, "type") : "",
    span: span(start, Math.max(end, writtenEnd(value, file.text))),
    selection: span(start, end),
    children,
  };
}

const NAMES = ["name", "title", "label", "statement"];

/** The end of a value with its quotation mark. */
function writtenEnd(node: YamlNode, text: string): number {
  const last =
    node.kind === "map" ? node.pairs.at(-1)?.value : node.kind === "list" ? node.items.at(-1) : node;
  if (last === undefined) return node.end;
  if (last !== node) return Math.max(node.end, writtenEnd(last, text));
  return (
    node.end + (/["']/.test(text[node.start - 1] ?? "") && text[node.end] === text[node.start - 1] ? 1 : 0)
  );
}
