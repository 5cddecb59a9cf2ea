import type { EntryMap } from "../../knowledge-base/format/schema.ts";
import { ENTRY_MAPS } from "../../knowledge-base/format/schema.ts";
import type { EntryKind } from "../../knowledge-base/format/terms.ts";
import type { Id, Knowledge, Origin } from "../../knowledge-base/knowledge.ts";
import { pairsOf, valueAt } from "../../knowledge-base/loading/top-level.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import type { YamlFile, YamlNode, YamlPair } from "../../knowledge-base/yaml/tree.ts";
import { span } from "../../text/span.ts";
import { fold } from "../../text/tokens.ts";
import { labelOf } from "../facts.ts";
import { isEntryMap } from "./format.ts";
import { rootsOf } from "./sketch/roots.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";

/** An entry as it stands in a file, sound or not. */
export interface WrittenEntry {
  readonly file: YamlFile;
  readonly map: EntryMap;
  readonly pair: YamlPair;
}

const written = new WeakMap<YamlFile, readonly WrittenEntry[]>();

/** The entries of a file, in its order. Linear in them the first time, then O(1). */
export function entriesOf(file: YamlFile): readonly WrittenEntry[] {
  let entries = written.get(file);
  if (entries === undefined) {
    const maps = rootsOf(file).flatMap(pairsOf);
    entries = maps.flatMap(({ key: map, value }) =>
      isEntryMap(map) ? pairsOf(value).map((pair) => ({ file, map, pair })) : [],
    );
    written.set(file, entries);
  }
  return entries;
}

/** The text that an entry has under a key; empty where there is none. */
export function textOf(entry: YamlNode, key: string): string {
  const value = valueAt(entry, key);
  return value?.kind === "scalar" ? value.text : "";
}

/** An entry that can be named by its id. */
export interface Nameable {
  readonly id: Id;
  readonly kind: EntryKind;
  /** Of entities and events. */
  readonly type: string;
  readonly name: string;
  readonly origin: Origin;
  /** By what it may be sought, folded: the id first. */
  readonly filter: string;
  /** The name, folded. */
  readonly key: string;
}

const known = new WeakMap<Knowledge, readonly Nameable[]>();

/** Whatever an id can name: all that is known, then the entries with errors, which will be mended. */
export function nameablesOf({
  knowledge,
  files,
}: Pick<KnowledgeSnapshot, "knowledge" | "files">): Nameable[] {
  const sound = nameablesIn(knowledge);
  const broken = [...files.values()].flatMap(entriesOf).filter(({ pair }) => !isKnown(pair.key, knowledge));
  return [...sound, ...broken.map(nameableOf)];
}

const kinds = new WeakMap<YamlFile, ReadonlyMap<Id, EntryKind>>();

/** What kind of entry has an id: one of those known, or one with an error. O(files). */
export function kindOf({ knowledge, files }: KnowledgeSnapshot, id: Id): EntryKind | undefined {
  const fact = questionsOf(knowledge).fact(id);
  if (fact !== undefined) return fact.kind;
  if (knowledge.sources.has(id)) return "source";
  for (const file of files.values()) {
    const kind = kindsIn(file).get(id);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function kindsIn(file: YamlFile): ReadonlyMap<Id, EntryKind> {
  let found = kinds.get(file);
  if (found === undefined) {
    found = new Map(entriesOf(file).map(({ map, pair }) => [pair.key, ENTRY_MAPS[map].kind]));
    kinds.set(file, found);
  }
  return found;
}

/** Whether an entry of one of some kinds may stand here; an entity may be narrowed to types. */
export function fits({ kind, type }: Pick<Nameable, "kind" | "type">, kinds: readonly EntryKind[]): boolean {
  return kinds.includes(kind) || (kind === "entity" && (kinds as readonly string[]).includes(type));
}

function nameablesIn(knowledge: Knowledge): readonly Nameable[] {
  let nameables = known.get(knowledge);
  if (nameables === undefined) {
    const { sources, entities, events, claims, figures } = knowledge;
    nameables = [
      ...[...sources.values()].map((source) => nameable(source, "source", "", source.title)),
      ...[...entities.values(), ...events.values()].map((fact) => {
        const bad = [...fact.discouraged, ...fact.misnomers].map(({ form }) => form);
        const others = [...fact.aliases, ...fact.abbreviations, ...bad];
        return nameable(fact, fact.kind, fact.type, fact.name, others);
      }),
      ...[...claims.values(), ...figures.values()].map((fact) =>
        nameable(fact, fact.kind, "", labelOf(fact)),
      ),
    ];
    known.set(knowledge, nameables);
  }
  return nameables;
}

function isKnown(id: Id, { sources, entities, events, claims, figures }: Knowledge): boolean {
  return [sources, entities, events, claims, figures].some((map) => map.has(id));
}

function nameableOf({ file, map, pair: { key, value, start, end } }: WrittenEntry): Nameable {
  const name = ["name", "title", "label", "statement"].map((each) => textOf(value, each)).find(Boolean);
  const origin = { file: file.file, span: span(start, end) };
  return nameable({ id: key, origin }, ENTRY_MAPS[map].kind, textOf(value, "type"), name ?? "");
}

function nameable(
  { id, origin }: Pick<Nameable, "id" | "origin">,
  kind: EntryKind,
  type: string,
  name: string,
  others: readonly string[] = [],
): Nameable {
  const filter = fold([id, name, ...others].join(" "));
  return { id, kind, type, name, origin, filter, key: fold(name) };
}
