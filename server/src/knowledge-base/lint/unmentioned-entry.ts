import type { Entity, Event, Id } from "../knowledge.ts";
import type { Places } from "../loading/places.ts";
import type { YamlNode } from "../yaml/tree.ts";
import type { LintRule } from "./rule.ts";

export const unmentionedEntry: LintRule<"unmentioned-entry"> = {
  id: "unmentioned-entry",
  title: "An entry that nothing mentions and that says too little to be of use by itself",
  severity: "hint",
  *run({ knowledge: { entities, events }, files, places }) {
    // What a syntax error took away may have mentioned it.
    if (files.some(({ lost }) => lost.length > 0)) return;
    const lonely = [
      ...[...entities.values()].filter(isBareThing),
      ...[...events.values()].filter(isBareEvent),
    ];
    if (lonely.length === 0) return;
    const mentioned = mentionedIds(places);
    for (const { id, name, origin } of lonely) {
      if (!mentioned.has(id))
        yield { message: `Nothing mentions \`${id}\`, and no source speaks of ${name}.`, origin };
    }
  },
};

/** Actors are known for their own sake: drafts name them. A place or a document is known for what refers to it. */
function isBareThing({ type, evidence }: Entity): boolean {
  return THINGS.has(type) && evidence.length === 0;
}

const THINGS: ReadonlySet<string> = new Set([
  "place",
  "facility",
  "boundary",
  "agreement",
  "document",
  "concept",
]);

/** An event of which a draft can say nothing wrong. */
function isBareEvent({ date, stages, place, participants, about, evidence }: Event): boolean {
  const said = [...Object.keys(stages), ...Object.keys(participants), ...place, ...about, ...evidence];
  return date === undefined && said.length === 0;
}

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
