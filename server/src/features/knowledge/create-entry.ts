import { ENTRY_MAPS, type EntryMap } from "../../knowledge-base/format/schema.ts";
import type { EntryKind, VocabularyPart } from "../../knowledge-base/format/terms.ts";
import { ENTITY_TYPES, type Knowledge } from "../../knowledge-base/knowledge.ts";
import { yamlText } from "../../knowledge-base/yaml/text.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { fold } from "../../text/tokens.ts";
import { wordsOf } from "../cards/event-card.ts";
import { partName } from "../cards/word-card.ts";
import type { FileEdit } from "./edits.ts";
import { entriesOf, textOf } from "./entries.ts";
import { formAt, mapForm, type Path } from "./format.ts";
import { inserted, type Written } from "./insert.ts";
import { type MissingId, mayBe } from "./missing.ts";
import { visitOccurrences } from "./occurrences.ts";
import { rootsOf } from "./sketch/roots.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";

/** Something that can be added to a knowledge base, and the edit that does it. */
export interface Addition {
  readonly title: string;
  readonly edit: FileEdit;
}

/**
 * The entries that would give a missing id something to name, in the file where entries of their kind are: one for each
 * map that it may belong to. What is not known of them (name, type) is guessed from the id and its surroundings.
 */
export function newEntries(snapshot: KnowledgeSnapshot, file: YamlFile, missing: MissingId): Addition[] {
  const maps = (Object.keys(ENTRY_MAPS) as EntryMap[]).filter((map) =>
    mayBe(missing.kinds, ENTRY_MAPS[map].kind),
  );
  return maps.flatMap((map) => newEntry(snapshot, file, missing, map) ?? []);
}

/** The entry of a word that the vocabulary lacks. */
export function newWord(
  snapshot: KnowledgeSnapshot,
  file: YamlFile,
  part: VocabularyPart,
  word: string,
): Addition | undefined {
  const properties = mapForm(formAt(["vocabulary", part, word]))?.properties ?? {};
  const lists = Object.keys(properties).filter((key) => properties[key]!.type === "array");
  const list = ["terms", "titles", "verbs"].find((key) => lists.includes(key)) ?? lists[0];
  const english = infinitive(wordsOf(word).toLowerCase(), list === "verbs");
  const value: Written = list === undefined ? "{}" : [[list, `[${yamlText(english, true)}]`]];
  const path = ["vocabulary", part];
  const target = fileFor(snapshot, file, (each) => [hasPath(each, path), hasPath(each, ["vocabulary"])]);
  const edit = inserted(target, path, yamlText(word, true), value);
  const title = `Add \`${word}\` to the vocabulary${inFile(target, file)} as ${articled(partName(part))}`;
  return edit && { title, edit: { file: target.file, ...edit } };
}

function newEntry(
  snapshot: KnowledgeSnapshot,
  file: YamlFile,
  missing: MissingId,
  map: EntryMap,
): Addition | undefined {
  const { kind, schema } = ENTRY_MAPS[map];
  const type = "type" in schema.properties ? typeFor(missing, kind, snapshot) : "";
  const known: Readonly<Record<string, string>> = {
    type,
    name: titled(missing.id),
    title: titled(missing.id),
  };
  const required = schema.required as readonly string[];
  // Of a claim or a figure nothing can be guessed.
  if (required.some((key) => !known[key])) return undefined;
  const value = required.map((key) => [key, yamlText(known[key]!, true)] as const);
  const target = targetOf(snapshot, file, map, type);
  const edit = inserted(target, [map], yamlText(missing.id, true), value);
  const what = kind === "entity" ? type : kind;
  const title = `Create the ${what} \`${missing.id}\`${inFile(target, file)}`;
  return edit && { title, edit: { file: target.file, ...edit } };
}

/** Where an entry belongs: of the files of the same knowledge base the one that has most of its type, else of its kind. */
export function targetOf(snapshot: KnowledgeSnapshot, file: YamlFile, map: EntryMap, type: string): YamlFile {
  return fileFor(snapshot, file, (each) => [
    entriesOf(each).filter((entry) => entry.map === map && textOf(entry.pair.value, "type") === type).length,
    entriesOf(each).filter((entry) => entry.map === map).length,
    hasPath(each, [map]),
  ]);
}

/** Of the files of the same knowledge base the one that has the most of what is counted first, then second and so on. */
function fileFor(
  { knowledge, files }: KnowledgeSnapshot,
  file: YamlFile,
  counts: (file: YamlFile) => readonly number[],
): YamlFile {
  const base = knowledge.bases.find((each) => each.files.includes(file.file));
  const others = (base?.files ?? []).flatMap((name) => files.get(name) ?? []);
  const [best] = [file, ...others]
    .map((each) => ({ file: each, counts: counts(each) }))
    .sort((a, b) => b.counts.map((count, i) => count - a.counts[i]!).find((each) => each !== 0) ?? 0);
  return best!.file;
}

function hasPath(file: YamlFile, path: readonly string[]): number {
  const found = path.reduce(
    (nodes, step) =>
      nodes.flatMap((node) =>
        node.kind === "map" ? node.pairs.filter(({ key }) => key === step).map(({ value }) => value) : [],
      ),
    rootsOf(file),
  );
  return found.length;
}

function inFile({ file }: YamlFile, here: YamlFile): string {
  return file === here.file ? "" : ` in ${file.replace(/^.*[\\/]/, "")}`;
}

function typeFor(missing: MissingId, kind: EntryKind, snapshot: KnowledgeSnapshot): string {
  return kind === "event" ? eventType(missing.id, snapshot.knowledge) : entityType(missing, snapshot);
}

/** What its key says, or else what others under the same key mostly are. */
function entityType({ kinds, path }: MissingId, snapshot: KnowledgeSnapshot): string {
  const allowed = ENTITY_TYPES.filter((type) => kinds.includes(type) || kinds.includes("entity"));
  const key = keyOf(path);
  const named = allowed.find((type) => type === key);
  if (named !== undefined) return named;
  const counts = new Map<string, number>();
  for (const file of snapshot.files.values()) {
    visitOccurrences(file, (occurrence) => {
      if (occurrence.kind !== "id" || keyOf(occurrence.path) !== key) return;
      const type = snapshot.knowledge.entities.get(occurrence.text)?.type;
      if (type !== undefined && allowed.includes(type)) counts.set(type, (counts.get(type) ?? 0) + 1);
    });
  }
  const [usual] = [...counts].sort(([, a], [, b]) => b - a);
  return usual?.[0] ?? (allowed.includes("organization") ? "organization" : allowed[0]!);
}

/** The last key of a path: the role, for a participant. */
function keyOf(path: Path): string | undefined {
  return path.findLast((step): step is string => typeof step === "string");
}

/** The type whose English word ends the id, the longest such word; else the one that most events have. */
function eventType(id: string, { vocabulary, events }: Knowledge): string {
  const words = ` ${fold(wordsOf(id))}`;
  const terms = Object.entries(vocabulary.eventTypes).flatMap(([type, { terms }]) =>
    [wordsOf(type), ...terms].map((term) => ({ type, term: ` ${fold(term)}` })),
  );
  const fitting = terms.filter(({ term }) => words.endsWith(term) || words.endsWith(`${term}s`));
  const [longest] = fitting.sort((a, b) => b.term.length - a.term.length);
  if (longest !== undefined) return longest.type;
  const counts = new Map<string, number>();
  for (const { type } of events.values()) counts.set(type, (counts.get(type) ?? 0) + 1);
  const [usual] = [...counts].sort(([, a], [, b]) => b - a);
  return usual?.[0] ?? Object.keys(vocabulary.eventTypes)[0]!;
}

/** `doha-ceasefire` → “Doha Ceasefire”. */
function titled(id: string): string {
  return wordsOf(id)
    .split(" ")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ")
    .trim();
}

/** “opposes fencing of” → “oppose fencing of”. */
function infinitive(words: string, isVerb: boolean): string {
  if (!isVerb) return words;
  return words.replace(/^\p{L}+(?<!s)s(?= |$)/u, (verb) =>
    verb
      .replace(/ies$/, "y")
      .replace(/(?<=(?:ss|sh|ch|x|z))es$/, "")
      .replace(/s$/, ""),
  );
}

function articled(words: string): string {
  return `${/^[aeiou]/.test(words) ? "an" : "a"} ${words}`;
}
