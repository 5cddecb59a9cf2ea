import type { Id } from "../knowledge.ts";
import type { Places } from "../loading/places.ts";
import type { YamlNode } from "../yaml/tree.ts";
import type { LintRule } from "./rule.ts";

export const unmentionedEntry: LintRule<"unmentioned-entry"> = {
  id: "unmentioned-entry",
  title: "A place, a document or an event that nothing mentions and of which nothing but the name is known",
  severity: "hint",
  *run({ knowledge: { entities, events }, files, places }) {
    // What a syntax error took away may have mentioned it.
    if (files.some(({ lost }) => lost.length > 0)) return;
    const things = [...entities.values()].filter(({ type }) => THINGS.has(type));
    const lonely = [...things, ...events.values()].filter(({ id }) => hasNothingButNames(id, places));
    if (lonely.length === 0) return;
    const mentioned = mentionedIds(places);
    for (const { id, name, origin } of lonely) {
      if (!mentioned.has(id))
        yield { message: `Nothing mentions \`${id}\`, and nothing is said of ${name}.`, origin };
    }
  },
};

/** Actors are known for their own sake: drafts name them. A place or a document is known for what refers to it. */
const THINGS: ReadonlySet<string> = new Set([
  "place",
  "facility",
  "boundary",
  "agreement",
  "document",
  "concept",
]);

/** Looks at what is written, for what was lost to an error was said all the same. */
function hasNothingButNames(id: Id, places: Places): boolean {
  const value = places.entry(id)?.pair.value;
  return value?.kind === "map" && value.pairs.every(({ key }) => NAMES.has(key));
}

const NAMES: ReadonlySet<string> = new Set([
  "type",
  "name",
  "aliases",
  "weakAliases",
  "abbreviation",
  "demonyms",
  "metonyms",
  "distinctFrom",
]);

/** Whatever is written in the entry of another: ids, and texts that look like one. */
function mentionedIds(places: Places): ReadonlySet<Id> {
  const mentioned = new Set<Id>();
  for (const { pair } of places.entries) collect(pair.value, pair.key, mentioned);
  return mentioned;
}

function collect(node: YamlNode, own: Id, mentioned: Set<Id>): void {
  if (node.kind === "scalar") {
    if (node.text !== own) mentioned.add(node.text);
  } else if (node.kind === "list") for (const item of node.items) collect(item, own, mentioned);
  else for (const { value } of node.pairs) collect(value, own, mentioned);
}
