import { type Span, span } from "../../text/span.ts";
import { ENTRY_MAPS, type EntryMap, TOP_LEVEL_KEYS } from "../format/schema.ts";
import { ENTITY_TYPES, type EntityType } from "../knowledge.ts";
import { near } from "../nearest.ts";
import type { ProblemFix } from "../problems.ts";
import { removePair } from "../yaml/edits.ts";
import { joinMaps, replaceKey } from "../yaml/rewrites.ts";
import { isNothing, type YamlFile, type YamlNode, type YamlPair } from "../yaml/tree.ts";
import { fixOf, type Inspection, meant, quoted, replaceBy } from "./inspection.ts";

/** A top-level map of one file, or an entry of one: its key and its value. */
export interface Entry {
  readonly tree: YamlFile;
  readonly pair: YamlPair;
}

/** The known top-level maps of all files, misspelt ones among them; what else is there is reported. */
export function topLevelMaps(trees: readonly YamlFile[], inspection: Inspection): Entry[] {
  return trees.flatMap((tree) => {
    inspection.enter(tree);
    for (const key of tree.lost) inspection.lost.add(key);
    return mapsOf(tree, inspection).map((pair) => ({ tree, pair }));
  });
}

function mapsOf(tree: YamlFile, inspection: Inspection): readonly YamlPair[] {
  const { errors } = inspection;
  const pairs = tree.roots.flatMap((root) => mapPairs(root, inspection, "A knowledge base"));
  const sound = inspection.errors === errors && tree.problems.length === 0;
  if (!pairs.some(({ key }) => TOP_LEVEL_KEYS.includes(key) || near(key, TOP_LEVEL_KEYS))) {
    if (pairs.length > 0 || sound) reportNoEntries(pairs[0] ?? span(0, 0), inspection);
    return [];
  }
  if (tree.roots.length === 1) reportTwice(tree.roots[0]!, inspection);
  return knownPairs(pairs, TOP_LEVEL_KEYS, inspection);
}

/** The pairs whose key is one of a few, or is meant to be; of the others, which are reported, the ids count as lost. */
export function knownPairs(
  pairs: readonly YamlPair[],
  keys: readonly string[],
  inspection: Inspection,
): readonly YamlPair[] {
  const taken = new Set(pairs.map(({ key }) => key));
  return pairs.flatMap((pair) => {
    if (keys.includes(pair.key)) return [pair];
    const known = near(pair.key, keys);
    const free = known !== undefined && !taken.has(known.word);
    const way = meant(known) || `; the keys are ${keys.join(", ")}.`;
    inspection.report("unknown-key", pair, `Unknown key ${quoted(pair.key)}${way}`, () => {
      return { fix: free ? replaceBy(known, replaceKey(pair, known.word)) : undefined };
    });
    if (free) {
      taken.add(known.word);
      return [{ ...pair, key: known.word }];
    }
    for (const { key, value } of pairsOf(pair.value)) {
      inspection.lost.add(key);
      for (const inner of pairsOf(value)) inspection.lost.add(inner.key);
    }
    return [];
  });
}

/** Reports the keys that a map has twice. */
export function reportTwice(map: YamlNode, inspection: Inspection): void {
  const first = new Map<string, YamlPair>();
  for (const pair of pairsOf(map)) {
    const earlier = first.get(pair.key);
    if (earlier === undefined) {
      first.set(pair.key, pair);
      continue;
    }
    inspection.report("duplicate-key", pair, `The key ${quoted(pair.key)} is here twice.`, () => ({
      fix: fixOfTwice(map, earlier, pair, inspection.text),
      related: [{ origin: inspection.originOf(earlier), message: `${quoted(pair.key)} is here first.` }],
    }));
  }
}

/** What stands under both is put together; or else the second goes, if no entries go with it. */
function fixOfTwice(map: YamlNode, first: YamlPair, second: YamlPair, text: string): ProblemFix | undefined {
  const keys = new Set(pairsOf(first.value).map(({ key }) => key));
  const collides = !isEntryMap(first.key) && pairsOf(second.value).some(({ key }) => keys.has(key));
  const joined = collides ? undefined : joinMaps(text, first, second);
  if (joined !== undefined) return fixOf(`Join it to the first \`${first.key}\``, joined, true);
  if (map.kind !== "map" || isEntryMap(first.key) || first.key === "vocabulary") return undefined;
  const edit = removePair(text, map, map.pairs.indexOf(second));
  const same = contentOf(text, first) === contentOf(text, second);
  return fixOf(`Remove the second \`${first.key}\``, edit && [edit], same);
}

function reportNoEntries(at: Span, inspection: Inspection): void {
  const maps = TOP_LEVEL_KEYS.map((key) => `\`${key}\``).join(", ");
  inspection.report("no-entries", at, `This file has nothing for a knowledge base: none of ${maps}.`);
}

/** The entries by their map, their ids declared to the inspection; a second entry of an id is reported and left out. */
export function* declareEntries(
  maps: readonly Entry[],
  inspection: Inspection,
): Generator<undefined, Record<EntryMap, Entry[]>, undefined> {
  const entries: Record<EntryMap, Entry[]> = {
    sources: [],
    entities: [],
    events: [],
    claims: [],
    figures: [],
  };
  const { declared } = inspection;
  for (const { tree, pair: map } of maps) {
    if (!isEntryMap(map.key)) continue;
    const { kind } = ENTRY_MAPS[map.key];
    inspection.enter(tree);
    for (const pair of mapPairs(map.value, inspection, `\`${map.key}\``)) {
      if (declared.has(pair.key)) {
        reportTaken(map.value, pair, inspection);
        continue;
      }
      if (declared.size % PACE === 0) yield;
      const type = kind === "entity" ? entityType(pair) : undefined;
      declared.set(pair.key, { kind, type, origin: inspection.originOf(pair) });
      if (BAD_ID.test(pair.key)) reportBadId(pair, maps, inspection);
      else entries[map.key].push({ tree, pair });
    }
  }
  return entries;
}

/** Entries between two pauses. */
const PACE = 1024;

function reportTaken(map: YamlNode, pair: YamlPair, inspection: Inspection): void {
  const { origin } = inspection.declared.get(pair.key)!;
  const message = `The id ${quoted(pair.key)} is taken: ${origin.file} has it already.`;
  inspection.report("duplicate-id", pair, message, () => {
    const { text } = inspection;
    const here = origin.file === inspection.originOf(pair).file;
    const first = pairsOf(map).find(({ key, start }) => key === pair.key && start === origin.span.start);
    const same = here && first !== undefined && contentOf(text, first) === contentOf(text, pair);
    const edit = same && map.kind === "map" ? removePair(text, map, map.pairs.indexOf(pair)) : undefined;
    return {
      fix: fixOf("Remove it, for it is the same as the first", edit && [edit], true),
      related: [{ origin, message: `${quoted(pair.key)} is here first.` }],
    };
  });
}

function contentOf(text: string, { value }: YamlPair): string {
  return text.slice(value.start, value.end);
}

/** Nothing, or white space that nobody sees. */
const BAD_ID = /^$|^\s|\s$|[\n\r]/u;

/** Without the white space it is an id, but whoever names it must be told; so only if nobody does. */
function reportBadId(pair: YamlPair, maps: readonly Entry[], inspection: Inspection): void {
  const id = pair.key.trim().replace(/\s+/g, "-");
  const message =
    id === "" ? "An id is missing here." : `The id ${quoted(pair.key)} begins or ends with white space.`;
  inspection.report("bad-id", pair, message, () => {
    const trees = new Set(maps.map(({ tree }) => tree));
    const mentions = [...trees].reduce((sum, { text }) => sum + text.split(pair.key, 3).length - 1, 0);
    const free = id !== "" && mentions === 1 && !inspection.declared.has(id);
    return { fix: free ? replaceBy({ word: id, sure: true }, replaceKey(pair, id)) : undefined };
  });
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
