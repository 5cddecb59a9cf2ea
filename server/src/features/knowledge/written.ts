import {
  ENTRY_MAPS,
  type EntryMap,
  Info,
  TOP_LEVEL_KEYS,
  VOCABULARY_PARTS,
} from "../../knowledge-base/format/schema.ts";
import type { EntryKind, FormatKeywords, VocabularyPart } from "../../knowledge-base/format/terms.ts";
import type { Id } from "../../knowledge-base/knowledge.ts";
import { pairsOf } from "../../knowledge-base/loading/top-level.ts";
import type { YamlFile, YamlNode, YamlPair } from "../../knowledge-base/yaml/tree.ts";
import { type Span, span } from "../../text/span.ts";

/** What the format takes a key or a value for. */
export type Meaning =
  /** The id of an entry, where the entry is. */
  | { readonly kind: "entry"; readonly map: EntryMap; readonly value: YamlNode }
  /** The id of an entry, where another speaks of it. */
  | { readonly kind: "id"; readonly of: readonly EntryKind[] }
  /** A word of the vocabulary; `declared` where it is defined. */
  | { readonly kind: "word"; readonly part: VocabularyPart; readonly declared: boolean }
  | { readonly kind: "date" }
  | { readonly kind: "text" };

/** A key or a value of a file that the format gives a meaning. */
export interface Written {
  readonly span: Span;
  readonly text: string;
  readonly meaning: Meaning;
  /** The key under which it stands, in a list as well; of an entry's id the map's. */
  readonly key: string;
  /** The entry that it is in, or whose id it is. */
  readonly entry?: Id;
}

const known = new WeakMap<YamlFile, readonly Written[]>();

/** Everything in a file that means something, in the order of the text. Linear the first time, then O(1). */
export function writtenIn(file: YamlFile): readonly Written[] {
  let written = known.get(file);
  if (written === undefined) {
    const found: Written[] = [];
    for (const root of file.roots) collectTop(root, found);
    written = found.sort((a, b) => a.span.start - b.span.start);
    known.set(file, written);
  }
  return written;
}

function collectTop(root: YamlNode, found: Written[]): void {
  for (const top of pairsOf(root)) {
    if (!TOP_LEVEL_KEYS.includes(top.key)) continue;
    if (isEntryMap(top.key)) collectEntries(top, top.key, found);
    else if (top.key === "vocabulary") collectWords(top.value, found);
    else collect(top.value, Info, { key: top.key }, found);
  }
}

function collectEntries(top: YamlPair, map: EntryMap, found: Written[]): void {
  for (const pair of pairsOf(top.value)) {
    const meaning: Meaning = { kind: "entry", map, value: pair.value };
    found.push({ span: placeOf(pair), text: pair.key, meaning, key: map, entry: pair.key });
    collect(pair.value, ENTRY_MAPS[map].schema, { key: pair.key, entry: pair.key }, found);
  }
}

function collectWords(vocabulary: YamlNode, found: Written[]): void {
  for (const part of pairsOf(vocabulary)) {
    if (!isPart(part.key)) continue;
    for (const pair of pairsOf(part.value)) {
      const meaning: Meaning = { kind: "word", part: part.key, declared: true };
      found.push({ span: placeOf(pair), text: pair.key, meaning, key: part.key });
      collect(pair.value, VOCABULARY_PARTS[part.key], { key: pair.key }, found);
    }
  }
}

/** Where in the file a value is: its key and its entry. */
type Where = Pick<Written, "key" | "entry">;

function collect(node: YamlNode, schema: FormatKeywords, where: Where, found: Written[]): void {
  const form = formFor(schema, node.kind);
  if (form === undefined) return;
  if (node.kind === "scalar") {
    const meaning = meaningOf(form);
    if (meaning !== undefined && node.start < node.end)
      found.push({ span: placeOf(node), text: node.text, meaning, ...where });
  } else if (node.kind === "list") {
    for (const item of node.items) collect(item, form.items ?? {}, where, found);
  } else {
    collectPairs(node.pairs, form, where, found);
  }
}

function collectPairs(
  pairs: readonly YamlPair[],
  { properties, patternProperties = {}, "x-keys": part }: FormatKeywords,
  where: Where,
  found: Written[],
): void {
  const any = Object.values(patternProperties)[0];
  for (const pair of pairs) {
    if (part !== undefined) {
      const meaning: Meaning = { kind: "word", part, declared: false };
      found.push({ span: placeOf(pair), text: pair.key, meaning, ...where });
    }
    const schema = properties === undefined ? any : own(properties, pair.key);
    if (schema !== undefined) collect(pair.value, schema, { ...where, key: pair.key }, found);
  }
}

function meaningOf(schema: FormatKeywords): Meaning | undefined {
  if (schema["x-id"] !== undefined) return { kind: "id", of: schema["x-id"] };
  if (schema["x-word"] !== undefined) return { kind: "word", part: schema["x-word"], declared: false };
  if (schema["x-date"] === true) return { kind: "date" };
  return schema.type === "string" && schema.enum === undefined ? { kind: "text" } : undefined;
}

/** Of several forms that a value may have, the one for its kind: a list of ids, or the one id itself. */
export function formFor(schema: FormatKeywords, kind: YamlNode["kind"]): FormatKeywords | undefined {
  if (schema.anyOf !== undefined) {
    for (const alternative of schema.anyOf) {
      const form = formFor(alternative, kind);
      if (form !== undefined) return form;
    }
    return undefined;
  }
  const expected = schema.type === "array" ? "list" : schema.type === "object" ? "map" : "scalar";
  return expected === kind ? schema : undefined;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function placeOf({ start, end }: Span): Span {
  return span(start, end);
}

function isEntryMap(key: string): key is EntryMap {
  return Object.hasOwn(ENTRY_MAPS, key);
}

function isPart(key: string): key is VocabularyPart {
  return Object.hasOwn(VOCABULARY_PARTS, key);
}
