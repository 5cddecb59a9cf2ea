import { contentHash } from "./content-hash.ts";
import type { Id, Knowledge } from "./knowledge.ts";
import { BUILT_IN, extendVocabulary } from "./vocabulary/vocabulary.ts";

/**
 * Several knowledge bases as one: for an id that two have, in whichever maps, the later one's entry stands. Their
 * `bases` stay apart, so that an entry's origin tells which one speaks ({@link baseOf}). Linear in the entries.
 */
export function mergeKnowledge(list: readonly Knowledge[]): Knowledge {
  if (list.length === 1) return list[0]!;
  const maps = {
    sources: new Map<Id, unknown>(),
    entities: new Map<Id, unknown>(),
    events: new Map<Id, unknown>(),
    claims: new Map<Id, unknown>(),
    figures: new Map<Id, unknown>(),
  };
  const keys = Object.keys(maps) as (keyof typeof maps)[];
  for (const knowledge of list) {
    for (const key of keys) {
      for (const [id, entry] of knowledge[key]) {
        for (const other of keys) if (other !== key) maps[other].delete(id);
        maps[key].set(id, entry);
      }
    }
  }
  return {
    ...(maps as unknown as Pick<Knowledge, keyof typeof maps>),
    version: contentHash(list.map(({ version }) => version)),
    bases: list.flatMap(({ bases }) => bases),
    vocabulary: list
      .map((each) => each.vocabulary)
      .reduce((all, each) => extendVocabulary(all, each), BUILT_IN),
  };
}

/** The knowledge base that an entry comes from; undefined for an entry of another knowledge. */
export function baseOf(
  knowledge: Knowledge,
  entry: { readonly origin: { readonly file: string } },
): Knowledge["bases"][number] | undefined {
  return knowledge.bases.findLast(({ files }) => files.includes(entry.origin.file));
}
