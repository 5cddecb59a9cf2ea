import type { Id } from "../../knowledge-base/knowledge.ts";
import type { Name, NameIndex } from "./name-index.ts";

/** Names by what is left of them when a word is misspelt. */
export interface NearIndex {
  /** Names of several words, by each of their words. */
  readonly byWord: ReadonlyMap<string, readonly { readonly name: Name; readonly at: number }[]>;
  /** Names of several words by the first letters of all of them. */
  readonly byInitials: ReadonlyMap<string, readonly Name[]>;
  /** Single-word names and abbreviations, by their length. */
  readonly single: ReadonlyMap<number, readonly Name[]>;
  readonly abbreviations: ReadonlyMap<Id, readonly Name[]>;
  /** All words of all names of each actor: one that another of its names has is no misspelling. */
  readonly words: ReadonlyMap<Id, ReadonlySet<string>>;
}

const built = new WeakMap<NameIndex, NearIndex>();

/** The near index of a name index; built once for each. */
export function nearIndex(names: NameIndex): NearIndex {
  let index = built.get(names);
  if (index === undefined) built.set(names, (index = build(names)));
  return index;
}

function build({ all }: NameIndex): NearIndex {
  const byWord = new Map<string, { name: Name; at: number }[]>();
  const byInitials = new Map<string, Name[]>();
  const single = new Map<number, Name[]>();
  const abbreviations = new Map<Id, Name[]>();
  const words = new Map<Id, Set<string>>();
  for (const name of all) {
    if (name.of !== "entity" || name.form === "misnomer" || name.form === "discouraged") continue;
    const own = words.get(name.id) ?? new Set<string>();
    for (const key of name.keys) own.add(key);
    words.set(name.id, own);
    if (name.form === "abbreviation") push(abbreviations, name.id, name);
    else if (name.keys.length === 1) {
      if (name.form !== "demonym" && name.capital[0]) push(single, name.keys[0]!.length, name);
    } else {
      if (name.capital.every(Boolean)) push(byInitials, name.keys.map((key) => key[0]).join(""), name);
      for (const [at, key] of name.keys.entries()) if (name.capital[at]) push(byWord, key, { name, at });
    }
  }
  return { byWord, byInitials, single, abbreviations, words };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
