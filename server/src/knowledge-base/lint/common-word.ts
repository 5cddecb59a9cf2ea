import type { Entity, Event, Id } from "../knowledge.ts";
import type { Places } from "../loading/places.ts";
import type { ProblemFix, Trouble } from "../problems.ts";
import { addItem, addKey, removeItem } from "../yaml/edits.ts";
import { yamlText } from "../yaml/text.ts";
import { isCommonWord } from "./english/common-words.ts";
import { type StrongName, strongNames } from "./names.ts";
import type { LintBase, LintRule } from "./rule.ts";

export const commonWord: LintRule<"common-word"> = {
  id: "common-word",
  title: "A name that is a common English word, so that drafts have it where nobody is named",
  severity: "information",
  *run({ knowledge, places }) {
    for (const entity of knowledge.entities.values()) {
      yield undefined;
      for (const name of strongNames(entity)) {
        // An idea is meant wherever its word is used.
        if (!isCommon(name) || (entity.type === "concept" && isLower(name))) continue;
        yield trouble(entity, name, places);
      }
    }
    const kinds = kindWords(knowledge);
    for (const event of knowledge.events.values()) {
      yield undefined;
      for (const name of strongNames(event)) {
        // "election": the word for a kind of event names none by itself.
        if (isCommon(name) && !kinds.has(name.keys[0]!)) yield trouble(event, name, places);
      }
    }
  },
};

/** Capitals throughout ("WHO") must be capitals in the draft as well, where the word is not. */
function isCommon({ keys, capitals }: StrongName): boolean {
  return keys.length === 1 && !capitals && isCommonWord(keys[0]!);
}

function isLower({ text }: StrongName): boolean {
  return text === text.toLowerCase();
}

function kindWords({ vocabulary }: LintBase["knowledge"]): ReadonlySet<string> {
  return new Set(Object.values(vocabulary.eventTypes).flatMap(({ terms }) => terms));
}

function trouble(fact: Entity | Event, name: StrongName, places: Places): Trouble {
  const where = isLower(name) ? "wherever a draft has it" : "where it begins a sentence";
  const fix = fixFor(fact, name, places);
  return {
    message: `“${name.text}” is a common word: ${where}, it will be taken for ${
      name.path[0] === "name" ? `this ${fact.kind === "event" ? "event" : fact.type}` : fact.name
    }.`,
    origin: places.origin(fact.id, name.path) ?? fact.origin,
    ...(fix && { fix }),
  };
}

/** What comes after `weakAliases` in an entry, as a rule. */
const AFTER = [
  ...["abbreviation", "identifiers", "demonyms", "metonyms", "discouraged", "misnomers", "distinctFrom"],
  ...["country", "memberOf", "partOf", "formerly", "exists", "roles", "description", "sameAs", "evidence"],
];

/** An alias can be made a weak one; a preferred name only its writer can replace, and events have no weak aliases. */
function fixFor({ kind, id }: Entity | Event, { text: name, path }: StrongName, places: Places) {
  const [key, at] = path;
  if (kind === "event" || key !== "aliases" || typeof at !== "number") return undefined;
  const edits = weakened(id, at, name, places);
  const fix: ProblemFix | undefined = edits && {
    title: `Make “${name}” a weak alias, which counts once the draft has named it otherwise`,
    edits,
    unsafe: true,
  };
  return fix;
}

function weakened(id: Id, at: number, name: string, places: Places): ProblemFix["edits"] | undefined {
  const entry = places.entry(id)!;
  const { text } = entry.file;
  const map = entry.pair.value;
  const aliases = places.at(id, ["aliases"]);
  const weak = places.at(id, ["weakAliases"])?.node;
  if (map.kind !== "map" || aliases?.node.kind !== "list" || aliases.pair === undefined) return undefined;
  const { start, end } = aliases.pair;
  if (weak === undefined && aliases.node.items.length === 1)
    return [{ span: { start, end }, newText: "weakAliases" }];
  const removed = removeItem(text, aliases.node, at);
  const written = yamlText(name);
  const added =
    weak?.kind === "list"
      ? addItem(text, weak, written)
      : addKey(text, map, "weakAliases", `[${written}]`, AFTER);
  return removed && added && [removed, added];
}
