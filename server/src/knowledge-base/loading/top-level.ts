import { type Span, span } from "../../text/span.ts";
import { ENTRY_MAPS, type EntryMap, TOP_LEVEL_KEYS } from "../format/schema.ts";
import { ENTITY_TYPES, type EntityType } from "../knowledge.ts";
import type { YamlFile, YamlNode, YamlPair } from "../yaml/tree.ts";
import type { Inspection } from "./inspection.ts";
import { didYouMean, isNothing } from "./validate.ts";

/** A top-level map of one file, or an entry of one: its key and its value. */
export interface Entry {
  readonly file: string;
  readonly pair: YamlPair;
}

/** The known top-level maps of all files; what else is there is reported. */
export function topLevelMaps(trees: readonly YamlFile[], inspection: Inspection): Entry[] {
  return trees.flatMap((tree) => {
    inspection.enter(tree.file);
    for (const key of tree.lost) inspection.lost.add(key);
    return mapsOf(tree, inspection).map((pair) => ({ file: tree.file, pair }));
  });
}

function mapsOf({ roots, text }: YamlFile, inspection: Inspection): readonly YamlPair[] {
  const pairs = roots.flatMap((root) => mapPairs(root, inspection, "A knowledge base"));
  const known = pairs.filter((pair) => TOP_LEVEL_KEYS.includes(pair.key));
  if (known.length > 0) reportOthers(pairs, inspection, roots.length === 1);
  else if (pairs.length > 0 || text.trim() === "") reportNoEntries(pairs[0] ?? span(0, 0), inspection);
  return known;
}

function reportOthers(pairs: readonly YamlPair[], inspection: Inspection, single: boolean): void {
  const seen = new Set<string>();
  for (const pair of pairs) {
    if (!TOP_LEVEL_KEYS.includes(pair.key)) {
      reportUnknown(pair, TOP_LEVEL_KEYS, inspection);
    } else if (single && seen.has(pair.key)) {
      inspection.report("duplicate-key", pair, `The key \`${pair.key}\` is here twice.`);
    }
    seen.add(pair.key);
  }
}

/** Reports a key that is not one of a few; what is under it counts as lost, not as missing. */
export function reportUnknown(pair: YamlPair, keys: readonly string[], inspection: Inspection): void {
  const guess = didYouMean(pair.key, keys) || `; the keys are ${keys.join(", ")}.`;
  inspection.report("unknown-key", pair, `Unknown key \`${pair.key}\`${guess}`);
  for (const { key, value } of pairsOf(pair.value)) {
    inspection.lost.add(key);
    for (const inner of pairsOf(value)) inspection.lost.add(inner.key);
  }
}

function reportNoEntries(at: Span, inspection: Inspection): void {
  const maps = TOP_LEVEL_KEYS.map((key) => `\`${key}\``).join(", ");
  inspection.report("no-entries", at, `This file has nothing for a knowledge base: none of ${maps}.`);
}

/** The entries by their map, their ids declared to the inspection; a second entry of an id is reported and left out. */
export function declareEntries(maps: readonly Entry[], inspection: Inspection): Record<EntryMap, Entry[]> {
  const entries: Record<EntryMap, Entry[]> = {
    sources: [],
    entities: [],
    events: [],
    claims: [],
    figures: [],
  };
  for (const { file, pair: map } of maps) {
    if (!isEntryMap(map.key)) continue;
    const { kind } = ENTRY_MAPS[map.key];
    inspection.enter(file);
    for (const pair of mapPairs(map.value, inspection, `\`${map.key}\``)) {
      const first = inspection.declared.get(pair.key);
      if (first !== undefined) {
        const message = `The id \`${pair.key}\` is taken: ${first.file} has it already.`;
        inspection.report("duplicate-id", pair, message);
        continue;
      }
      inspection.declared.set(pair.key, {
        kind,
        type: kind === "entity" ? entityType(pair) : undefined,
        file,
      });
      entries[map.key].push({ file, pair });
    }
  }
  return entries;
}

/** The pairs of what should be a map, or nothing; it is reported if it is anything else. */
export function mapPairs(node: YamlNode, inspection: Inspection, label: string): readonly YamlPair[] {
  const empty = node.kind === "scalar" && isNothing(node);
  if (node.kind !== "map" && !empty) {
    inspection.report("not-a-map", node, `${label} must be a map: lines of \`key: value\`.`);
  }
  return pairsOf(node);
}

export function pairsOf(node: YamlNode | undefined): readonly YamlPair[] {
  return node?.kind === "map" ? node.pairs : [];
}

export function valueAt(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return pairsOf(node).find((pair) => pair.key === key)?.value;
}

function isEntryMap(key: string): key is EntryMap {
  return Object.hasOwn(ENTRY_MAPS, key);
}

/** An entity's type, if it is one. */
function entityType(entry: YamlPair): EntityType | undefined {
  const node = valueAt(entry.value, "type");
  return node?.kind === "scalar" ? ENTITY_TYPES.find((type) => type === node.text) : undefined;
}
