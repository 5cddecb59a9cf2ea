import { pairsOf } from "../../../knowledge-base/loading/top-level.ts";
import type { YamlFile, YamlNode, YamlPair } from "../../../knowledge-base/yaml/tree.ts";
import { beginningsIn, type Section, sectionsOf } from "./passage.ts";
import { sketch } from "./sketch.ts";

const known = new WeakMap<YamlFile, readonly YamlNode[]>();

/**
 * The values of a file: its tree; where a syntax error has taken entries away, with what their lines are most likely
 * meant to say. Linear the first time, then O(1).
 */
export function rootsOf(file: YamlFile): readonly YamlNode[] {
  if (file.problems.length === 0) return file.roots;
  let roots = known.get(file);
  if (roots === undefined) {
    const sound = new Map(file.roots.flatMap(pairsOf).map((pair) => [pair.start, pair]));
    roots = sectionsOf(file).flatMap((section) => rootOf(section, sound, file));
    known.set(file, roots);
  }
  return roots;
}

/** One section as a file of its own. */
function rootOf(section: Section, sound: ReadonlyMap<number, YamlPair>, { text }: YamlFile): YamlNode[] {
  const head = sketch(text, section.inline ? section : { start: section.start, end: section.head }).root;
  const [pair] = head.kind === "map" ? head.pairs : [];
  if (pair === undefined) return [];
  const old = sound.get(pair.start);
  // Of the vocabulary single words are lost, deep inside.
  const whole = section.inline || pair.key === "vocabulary" || old === undefined;
  if (whole) return [old !== undefined && section.inline ? mapOf([old]) : sketch(text, section).root];
  const pairs = [...pairsOf(old.value), ...lostIn(section, pairsOf(old.value), text)];
  return [mapOf([{ ...old, value: mapOf(pairs.sort((a, b) => a.start - b.start)) }])];
}

/** The entries of a section that its tree does not have. */
function lostIn(section: Section, sound: readonly YamlPair[], text: string): YamlPair[] {
  const there = new Set(sound.map(({ start }) => start));
  const lost: YamlPair[] = [];
  for (const { start, end, key } of beginningsIn(text, section)) {
    if (there.has(key) || there.has(key + 1)) continue;
    for (const pair of pairsOf(sketch(text, { start, end }).root))
      if (!there.has(pair.start)) lost.push(pair);
  }
  return lost;
}

function mapOf(pairs: readonly YamlPair[]): YamlNode {
  const last = pairs.at(-1);
  return {
    kind: "map",
    start: pairs[0]?.start ?? 0,
    end: Math.max(last?.end ?? 0, last?.value.end ?? 0),
    pairs,
  };
}
