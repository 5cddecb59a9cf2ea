import { type Span, span } from "../../text/span.ts";
import { ENTRY_MAPS, type EntryMap } from "../format/schema.ts";
import type { Id, Origin } from "../knowledge.ts";
import type { YamlFile, YamlNode, YamlPair } from "../yaml/tree.ts";
import { pairsOf } from "./top-level.ts";

/** An entry as it is written: `map` is the top-level map that it is in, the pair its id and what is said of it. */
export interface WrittenEntry {
  readonly file: YamlFile;
  readonly map: EntryMap;
  readonly pair: YamlPair;
}

/** A value as it is written, in its file. */
export interface Place {
  readonly file: YamlFile;
  readonly node: YamlNode;
  /** The key that it belongs to; absent for an item of a list. */
  readonly pair?: YamlPair;
}

/** Keys of maps and indices of lists, from an entry inwards: `["roles", 0, "during"]`. */
export type Path = readonly (string | number)[];

/** Where the entries of a knowledge base and their values are written. Built in a time linear in the entries. */
export class Places {
  readonly #entries = new Map<Id, WrittenEntry>();

  constructor(files: Iterable<YamlFile>) {
    for (const file of files) {
      for (const top of file.roots.flatMap((root) => pairsOf(root))) {
        if (!isEntryMap(top.key)) continue;
        for (const pair of pairsOf(top.value)) this.#add({ file, map: top.key, pair });
      }
    }
  }

  /** All entries, as they are written; of several with one id the first, which is the one that counts. */
  get entries(): Iterable<WrittenEntry> {
    return this.#entries.values();
  }

  entry(id: Id): WrittenEntry | undefined {
    return this.#entries.get(id);
  }

  /**
   * The value at a path of an entry, as the format reads it: a single value is a list of one, and an id where a map
   * of `of` and `during` may stand is that map's `of`. Undefined where nothing is written.
   */
  at(id: Id, path: Path): Place | undefined {
    const entry = this.#entries.get(id);
    if (entry === undefined) return undefined;
    let place: Place = { file: entry.file, node: entry.pair.value, pair: entry.pair };
    for (const step of path) {
      const next = stepInto(place, step);
      if (next === undefined) return undefined;
      place = next;
    }
    return place;
  }

  /** Where to point for a value: at it, or at the last thing written on the way to it; in the end at the id. */
  origin(id: Id, path: Path = []): Origin | undefined {
    const entry = this.#entries.get(id);
    if (entry === undefined) return undefined;
    for (let length = path.length; length > 0; length--) {
      const place = this.at(id, path.slice(0, length));
      if (place !== undefined) return { file: entry.file.file, span: placeSpan(place) };
    }
    return { file: entry.file.file, span: span(entry.pair.start, entry.pair.end) };
  }

  #add(entry: WrittenEntry): void {
    if (!this.#entries.has(entry.pair.key)) this.#entries.set(entry.pair.key, entry);
  }
}

function stepInto({ file, node, pair }: Place, step: string | number): Place | undefined {
  if (node.kind === "map") {
    const found = node.pairs.find(({ key }) => key === step);
    if (found !== undefined) return { file, node: found.value, pair: found };
  }
  if (node.kind === "list") {
    const item = typeof step === "number" ? node.items[step] : undefined;
    return item && { file, node: item };
  }
  const same = step === 0 || (step === "of" && node.kind === "scalar");
  return same ? { file, node, ...(pair && { pair }) } : undefined;
}

/** A scalar is pointed at as it stands, what is longer at its key, or at its first key; an empty value has only its key. */
function placeSpan({ node, pair }: Place): Span {
  if (node.kind === "scalar" && node.start < node.end) return span(node.start, node.end);
  const head = pair ?? (node.kind === "map" ? node.pairs[0] : undefined) ?? node;
  return span(head.start, head.end);
}

function isEntryMap(key: string): key is EntryMap {
  return Object.hasOwn(ENTRY_MAPS, key);
}
