import { ComputedMap } from "./computed-map.ts";
import { contentHash } from "./content-hash.ts";
import type { Id, Knowledge } from "./knowledge.ts";
import { follow } from "./tables.ts";
import { BUILT_IN, extendVocabulary, ownWords } from "./vocabulary/vocabulary.ts";

/**
 * Several knowledge bases as one: for an id that two have, in whichever maps, the later one's entry stands. Their
 * `bases` stay apart, so that {@link baseOf} can tell which one speaks. Linear in the entries of all but the largest.
 */
export function mergeKnowledge(list: readonly Knowledge[]): Knowledge {
  if (list.length === 1) return list[0]!;
  const largest = list.reduce<Knowledge | undefined>(
    (a, b) => (a && sizeOf(a) >= sizeOf(b) ? a : b),
    undefined,
  );
  const speakers = speakersOf(list, largest);
  const standing = <T>(mapOf: (knowledge: Knowledge) => ReadonlyMap<Id, T>) =>
    new MergedEntries(list.map(mapOf), speakers);
  const merged: Knowledge = {
    version: contentHash(list.map(({ version }) => version)),
    bases: list.flatMap(({ bases }) => bases),
    sources: standing(({ sources }) => sources),
    texts: textsOf(list),
    entities: standing(({ entities }) => entities),
    events: standing(({ events }) => events),
    claims: standing(({ claims }) => claims),
    figures: standing(({ figures }) => figures),
    vocabulary: list.reduce((all, { vocabulary }) => extendVocabulary(all, ownWords(vocabulary)), BUILT_IN),
  };
  if (largest !== undefined) follow(merged, largest);
  return merged;
}

/** What the next knowledge base may build upon: all of those before it, or nothing where it is the first. */
export function mergedBefore(list: readonly Knowledge[]): Knowledge | undefined {
  return list.length === 0 ? undefined : mergeKnowledge(list);
}

/** The knowledge base that an entry comes from; undefined for an entry of another knowledge. */
export function baseOf(
  knowledge: Knowledge,
  entry: { readonly origin: { readonly file: string } },
): Knowledge["bases"][number] | undefined {
  return knowledge.bases.findLast(({ files }) => files.includes(entry.origin.file));
}

/** The full texts of the sources that stand. */
function textsOf(list: readonly Knowledge[]): ReadonlyMap<Id, string> {
  const texts = new Map<Id, string>();
  for (const { sources, texts: own } of list) {
    for (const id of texts.keys()) if (sources.has(id)) texts.delete(id);
    for (const [id, text] of own) texts.set(id, text);
  }
  return texts;
}

/** The ids that several knowledge bases have, each with the number of the last that has it. */
function speakersOf(list: readonly Knowledge[], largest: Knowledge | undefined): ReadonlyMap<Id, number> {
  const speakers = new Map<Id, number>();
  for (const knowledge of list) {
    if (knowledge === largest) continue;
    for (const id of mapsOf(knowledge).flatMap((map) => [...map.keys()])) {
      const having = list.flatMap((each, i) => (mapsOf(each).some((map) => map.has(id)) ? [i] : []));
      if (having.length > 1) speakers.set(id, having.at(-1)!);
    }
  }
  return speakers;
}

function sizeOf(knowledge: Knowledge): number {
  return mapsOf(knowledge).reduce((sum, { size }) => sum + size, 0);
}

function mapsOf({ sources, entities, events, claims, figures }: Knowledge): ReadonlyMap<Id, unknown>[] {
  return [sources, entities, events, claims, figures];
}

/** The entries of one kind, looked up where they are: those of a large knowledge base are not gone through for that. */
class MergedEntries<T> extends ComputedMap<Id, T> {
  readonly size: number;
  /** The latest first, as it is asked first. */
  readonly #maps: readonly ReadonlyMap<Id, T>[];
  readonly #speakers: ReadonlyMap<Id, ReadonlyMap<Id, T>>;

  constructor(maps: readonly ReadonlyMap<Id, T>[], speakers: ReadonlyMap<Id, number>) {
    super();
    this.#maps = maps.toReversed();
    this.#speakers = new Map(Array.from(speakers, ([id, number]) => [id, maps[number]!]));
    const silent = Array.from(this.#speakers, ([id, speaker]) =>
      maps.filter((map) => map !== speaker && map.has(id)),
    );
    this.size = maps.reduce((sum, { size }) => sum + size, 0) - silent.flat().length;
  }

  get(id: Id): T | undefined {
    const speaker = this.#speakers.get(id);
    if (speaker !== undefined) return speaker.get(id);
    for (const map of this.#maps) {
      const entry = map.get(id);
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  has(id: Id): boolean {
    return this.#speakers.get(id)?.has(id) ?? this.#maps.some((map) => map.has(id));
  }

  *keys(): MapIterator<Id> {
    for (const map of this.#maps.toReversed())
      for (const id of map.keys()) if ((this.#speakers.get(id) ?? map) === map) yield id;
  }

  *entries(): MapIterator<[Id, T]> {
    for (const map of this.#maps.toReversed())
      for (const entry of map) if ((this.#speakers.get(entry[0]) ?? map) === map) yield entry;
  }
}
