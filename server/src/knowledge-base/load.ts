import { type Span, span } from "../text/span.ts";
import { contentHash } from "./content-hash.ts";
import { Inspection } from "./inspection.ts";
import type {
  Claim,
  Entity,
  Event,
  Figure,
  Id,
  Knowledge,
  KnowledgeBaseInfo,
  Origin,
  Problem,
  Source,
} from "./knowledge.ts";
import { normalize } from "./normalize.ts";
import {
  ENTRY_MAPS,
  type EntryMap,
  Info,
  type RawClaim,
  type RawEntity,
  type RawEvent,
  type RawFigure,
  type RawInfo,
  type RawSource,
  TOP_LEVEL_KEYS,
  VOCABULARY_PARTS,
  type VocabularyPart,
} from "./schema.ts";
import { resolvePath, SourceTexts } from "./source-texts.ts";
import { compile, didYouMean, isNothing, type Reader } from "./validate.ts";
import { BUILT_IN, extendVocabulary } from "./vocabulary/vocabulary.ts";
import { parseYaml, type YamlFile, type YamlNode, type YamlPair } from "./yaml-tree.ts";

export interface KnowledgeFile {
  /** A URI or a path; positions refer to it, and the paths in it are relative to it. */
  readonly file: string;
  readonly text: string;
}

export interface LoadOptions {
  /** The text of a file that a source names, its path resolved; undefined where it cannot be read. Without this, quotes are believed. */
  readonly readText?: (file: string) => string | undefined;
}

/**
 * Reads one knowledge base from its files; never throws. An entry with an error loses only itself (and a piece of
 * evidence with an error only itself), so an id in `knowledge` may name an entry that was lost.
 * Linear in the length of the files, but for the quotes, each of which is sought in its source's text.
 */
export function loadKnowledge(
  files: readonly KnowledgeFile[],
  options: LoadOptions = {},
): { readonly knowledge: Knowledge; readonly problems: readonly Problem[] } {
  const trees = files.map(({ file, text }) => parseYaml(file, text));
  const inspection = new Inspection(BUILT_IN, new SourceTexts());
  const loader = new Loader(inspection, options);
  const maps = trees.flatMap((tree) => loader.topLevel(tree));
  loader.declare(trees, maps);
  for (const key of ["knowledgeBase", "vocabulary", "sources", "entities", "events", "claims", "figures"]) {
    for (const map of maps) if (map.pair.key === key) loader.read(map);
  }
  const problems = [...trees.flatMap((tree) => tree.problems), ...inspection.problems];
  return { knowledge: loader.knowledge(files), problems: inOrder(problems, files) };
}

/** The files of full texts that the sources in a file name, so that a caller can read them beforehand. */
export function sourceTextFiles({ file, text }: KnowledgeFile): string[] {
  const paths: string[] = [];
  for (const root of parseYaml(file, text).roots) {
    for (const entry of pairsOf(valueAt(root, "sources"))) {
      const path = valueAt(entry.value, "text");
      if (path?.kind === "scalar" && !isNothing(path)) paths.push(resolvePath(file, path.text));
    }
  }
  return paths;
}

/** A top-level map of one file. */
interface TopLevelMap {
  readonly file: string;
  readonly pair: YamlPair;
}

const READERS = new Map<string, Reader>([
  ...Object.entries(ENTRY_MAPS).map(([key, { schema }]) => [key, compile(schema)] as const),
  ...Object.entries(VOCABULARY_PARTS).map(([key, schema]) => [key, compile(schema)] as const),
  ["knowledgeBase", compile(Info)],
]);

class Loader {
  readonly #inspection: Inspection;
  readonly #options: LoadOptions;
  readonly #repeated = new Set<YamlPair>();
  readonly #sources = new Map<Id, Source>();
  readonly #entities = new Map<Id, Entity>();
  readonly #events = new Map<Id, Event>();
  readonly #claims = new Map<Id, Claim>();
  readonly #figures = new Map<Id, Figure>();
  #info: KnowledgeBaseInfo | undefined;

  constructor(inspection: Inspection, options: LoadOptions) {
    this.#inspection = inspection;
    this.#options = options;
  }

  /** The known top-level maps of a file, each reported if it is not what it should be. */
  topLevel({ file, roots, text }: YamlFile): TopLevelMap[] {
    this.#inspection.enter(file);
    const pairs = roots.flatMap((root) => this.#pairs(root, "A knowledge base"));
    const known = pairs.filter((pair) => TOP_LEVEL_KEYS.includes(pair.key));
    if (known.length === 0) {
      if (pairs.length > 0 || text.trim() === "") this.#noEntries(pairs[0] ?? span(0, 0));
      return [];
    }
    const seen = new Set<string>();
    for (const pair of pairs) {
      if (!known.includes(pair)) {
        const guess = didYouMean(pair.key, TOP_LEVEL_KEYS) || `; the keys are ${TOP_LEVEL_KEYS.join(", ")}.`;
        this.#inspection.report("unknown-key", pair, `Unknown key \`${pair.key}\`${guess}`);
      } else if (roots.length === 1 && seen.has(pair.key)) {
        this.#inspection.report("duplicate-key", pair, `The key \`${pair.key}\` is here twice.`);
      }
      seen.add(pair.key);
    }
    return known.map((pair) => ({ file, pair }));
  }

  #noEntries(at: Span): void {
    const maps = TOP_LEVEL_KEYS.map((key) => `\`${key}\``).join(", ");
    this.#inspection.report("no-entries", at, `This file has nothing for a knowledge base: none of ${maps}.`);
  }

  /** Collects the ids of all entries with what they name; a second entry of an id is left out. */
  declare(trees: readonly YamlFile[], maps: readonly TopLevelMap[]): void {
    const { declared } = this.#inspection;
    for (const { file, pair } of maps) {
      if (!(pair.key in ENTRY_MAPS)) continue;
      const kind = ENTRY_MAPS[pair.key as EntryMap].kind;
      this.#inspection.enter(file);
      for (const entry of this.#pairs(pair.value, `\`${pair.key}\``)) {
        const origin = { file, span: span(entry.start, entry.end) };
        const type = kind === "entity" ? textOf(valueAt(entry.value, "type")) : undefined;
        if (!declared.has(entry.key)) declared.set(entry.key, { kind, type, origin });
        else this.#repeat(entry, declared.get(entry.key)!.origin);
      }
    }
    for (const { file, lost } of trees) {
      for (const { key, span } of lost) {
        if (!declared.has(key)) declared.set(key, { kind: "lost", origin: { file, span } });
      }
    }
  }

  #repeat(entry: YamlPair, first: Origin): void {
    this.#repeated.add(entry);
    this.#inspection.report(
      "duplicate-id",
      entry,
      `The id \`${entry.key}\` is taken: ${first.file} has it already.`,
    );
  }

  read({ file, pair }: TopLevelMap): void {
    this.#inspection.enter(file);
    if (pair.key === "knowledgeBase") this.#readInfo(file, pair);
    else if (pair.key === "vocabulary") this.#readVocabulary(file, pair);
    else this.#readEntries(file, pair.key as EntryMap, pair.value);
  }

  #readInfo(file: string, pair: YamlPair): void {
    if (this.#info !== undefined) {
      this.#inspection.report(
        "duplicate-key",
        pair,
        "`knowledgeBase` is in another file of this knowledge base too.",
      );
      return;
    }
    const raw = this.#sound(file, pair, READERS.get("knowledgeBase")!, "`knowledgeBase`");
    if (raw !== undefined) this.#info = normalize.info(raw as RawInfo, this.#inspection);
  }

  #readVocabulary(file: string, { value }: YamlPair): void {
    const addition: Record<VocabularyPart, Record<string, object>> = {
      eventTypes: Object.create(null),
      participantRoles: Object.create(null),
      predicates: Object.create(null),
    };
    for (const part of this.#pairs(value, "`vocabulary`")) {
      if (!(part.key in VOCABULARY_PARTS)) {
        const parts = Object.keys(VOCABULARY_PARTS);
        const guess = didYouMean(part.key, parts) || `; the keys are ${parts.join(", ")}.`;
        this.#inspection.report("unknown-key", part, `Unknown key \`${part.key}\`${guess}`);
        continue;
      }
      const reader = READERS.get(part.key)!;
      for (const entry of this.#pairs(part.value, `\`${part.key}\``)) {
        const raw = this.#sound(file, entry, reader, `\`${entry.key}\``);
        addition[part.key as VocabularyPart][entry.key] = (raw as object | undefined) ?? {};
      }
    }
    this.#inspection.vocabulary = extendVocabulary(this.#inspection.vocabulary, addition);
  }

  #readEntries(file: string, map: EntryMap, value: YamlNode): void {
    if (value.kind !== "map") return;
    const reader = READERS.get(map)!;
    for (const entry of value.pairs) {
      if (this.#repeated.has(entry)) continue;
      const raw = this.#sound(file, entry, reader, `\`${entry.key}\``);
      if (raw !== undefined) this.#keep(map, entry.key, raw, { file, span: span(entry.start, entry.end) });
    }
  }

  #keep(map: EntryMap, id: Id, raw: unknown, origin: Origin): void {
    const inspection = this.#inspection;
    if (map === "sources") this.#keepSource(normalize.source(id, raw as RawSource, origin));
    else if (map === "entities")
      this.#entities.set(id, normalize.entity(id, raw as RawEntity, origin, inspection));
    else if (map === "events") this.#events.set(id, normalize.event(id, raw as RawEvent, origin, inspection));
    else if (map === "claims") this.#claims.set(id, normalize.claim(id, raw as RawClaim, origin, inspection));
    else this.#figures.set(id, normalize.figure(id, raw as RawFigure, origin, inspection));
  }

  #keepSource(source: Source): void {
    this.#sources.set(source.id, source);
    if (source.text === undefined || this.#options.readText === undefined) return;
    const path = resolvePath(source.origin.file, source.text);
    const text = this.#options.readText(path);
    if (text !== undefined) this.#inspection.texts.add(source.id, text);
    else this.#missingText(source, path);
  }

  #missingText({ id, origin }: Source, path: string): void {
    const message = `The text of \`${id}\`, ${path}, cannot be read: its quotes go unchecked.`;
    this.#inspection.problems.push({ code: "missing-text", severity: "warning", message, origin });
  }

  /** What a reader makes of an entry, or undefined where it found an error. */
  #sound(file: string, entry: YamlPair, reader: Reader, label: string): unknown {
    const inspection = this.#inspection;
    inspection.enter(file, entry, entry.value);
    const errors = inspection.errors;
    const empty = entry.value.kind === "scalar" && isNothing(entry.value);
    const value = empty ? { ...entry.value, start: entry.start, end: entry.end } : entry.value;
    const raw = reader(value, inspection, label);
    return inspection.errors === errors ? raw : undefined;
  }

  #pairs(node: YamlNode, label: string): readonly YamlPair[] {
    if (node.kind === "map") return node.pairs;
    if (node.kind === "scalar" && isNothing(node)) return [];
    this.#inspection.report("not-a-map", node, `${label} must be a map: lines of \`key: value\`.`);
    return [];
  }

  knowledge(files: readonly KnowledgeFile[]): Knowledge {
    const [entities, events] = [this.#entities, this.#events];
    const [claims, figures] = [this.#claims, this.#figures];
    const counts = {
      entities: entities.size,
      events: events.size,
      claims: claims.size,
      figures: figures.size,
    };
    const title = files[0]?.file.replace(/^.*[\\/]/, "").replace(/(\.knowledge)?\.yaml$/, "") ?? "";
    const info = this.#info ?? { title, language: "en" };
    const base = { ...info, files: files.map(({ file }) => file), counts };
    const { texts, vocabulary } = this.#inspection;
    const version = contentHash([...files.flatMap(({ file, text }) => [file, text]), texts.hash]);
    return { version, bases: [base], sources: this.#sources, entities, events, claims, figures, vocabulary };
  }
}

function pairsOf(node: YamlNode | undefined): readonly YamlPair[] {
  return node?.kind === "map" ? node.pairs : [];
}

function valueAt(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return pairsOf(node).find((pair) => pair.key === key)?.value;
}

function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === "scalar" && !isNothing(node) ? node.text : undefined;
}

/** By file, as given, and by place. */
function inOrder(problems: Problem[], files: readonly KnowledgeFile[]): Problem[] {
  const rank = new Map(files.map(({ file }, i) => [file, i]));
  const rankOf = (problem: Problem) => rank.get(problem.origin.file) ?? files.length;
  return problems.sort((a, b) => rankOf(a) - rankOf(b) || a.origin.span.start - b.origin.span.start);
}
