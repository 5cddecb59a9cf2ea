import { contentHash } from "./content-hash.ts";
import type { Id, Knowledge } from "./knowledge.ts";
import { BUILT_IN, extendVocabulary, ownWords } from "./vocabulary/vocabulary.ts";

/**
 * Several knowledge bases as one: for an id that two have, in whichever maps, the later one's entry stands. Their
 * `bases` stay apart, so that {@link baseOf} can tell which one speaks. Linear in the entries.
 */
export function mergeKnowledge(list: readonly Knowledge[]): Knowledge {
  if (list.length === 1) return list[0]!;
  const speaker = new Map<Id, Knowledge>();
  for (const knowledge of list) for (const id of idsOf(knowledge)) speaker.set(id, knowledge);
  const standing = <T>(mapOf: (knowledge: Knowledge) => ReadonlyMap<Id, T>) =>
    new Map(list.flatMap((each) => [...mapOf(each)].filter(([id]) => speaker.get(id) === each)));
  return {
    version: contentHash(list.map(({ version }) => version)),
    bases: list.flatMap(({ bases }) => bases),
    sources: standing(({ sources }) => sources),
    entities: standing(({ entities }) => entities),
    events: standing(({ events }) => events),
    claims: standing(({ claims }) => claims),
    figures: standing(({ figures }) => figures),
    vocabulary: list.reduce((all, { vocabulary }) => extendVocabulary(all, ownWords(vocabulary)), BUILT_IN),
  };
}

/** The knowledge base that an entry comes from; undefined for an entry of another knowledge. */
export function baseOf(
  knowledge: Knowledge,
  entry: { readonly origin: { readonly file: string } },
): Knowledge["bases"][number] | undefined {
  return knowledge.bases.findLast(({ files }) => files.includes(entry.origin.file));
}

function* idsOf({ sources, entities, events, claims, figures }: Knowledge): Generator<Id> {
  for (const map of [sources, entities, events, claims, figures]) yield* map.keys();
}
