import { span } from "../../text/span.ts";
import { contentHash, contentHashInSteps } from "../content-hash.ts";
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
  VOCABULARY_PARTS,
} from "../format/schema.ts";
import type { VocabularyPart } from "../format/terms.ts";
import type { Id, Knowledge, KnowledgeBaseInfo, Origin, Source } from "../knowledge.ts";
import type { Problem } from "../problems.ts";
import { finish } from "../steps.ts";
import { extendVocabulary } from "../vocabulary/vocabulary.ts";
import { removePair } from "../yaml/edits.ts";
import { isNothing, parseYaml, type YamlFile } from "../yaml/tree.ts";
import { cutCycles } from "./cycles.ts";
import { fixOf, Inspection, quoted } from "./inspection.ts";
import { KnownProblems } from "./known.ts";
import { mended } from "./mending.ts";
import { normalize } from "./normalize.ts";
import { resolvePath } from "./source-texts.ts";
import {
  declareEntries,
  type Entry,
  knownPairs,
  mapPairs,
  pairsOf,
  reportTwice,
  topLevelMaps,
  valueAt,
} from "./top-level.ts";
import { compile, type Reader } from "./validate.ts";

export interface KnowledgeFile {
  /** A URI or a path; positions refer to it, and the paths in it are relative to it. */
  readonly file: string;
  readonly text: string;
}

export interface LoadOptions {
  /**
   * The text of a file that a source names, its path resolved; undefined where it cannot be read. Without this, quotes
   * are believed.
   */
  readonly readText?: (file: string) => string | undefined;
  /**
   * What the knowledge bases say that this one comes after: their ids and words are known here, and an entry of this one
   * may have the id of one of theirs.
   */
  readonly before?: Knowledge | undefined;
}

/** One knowledge base as it was read. */
export interface LoadedBase {
  readonly knowledge: Knowledge;
  /** By file, as given, and by place. */
  readonly problems: readonly Problem[];
  /** What would be among them, did no comment in the files say that it is known. */
  readonly known: readonly Problem[];
  /** What the linter says of it, where that was kept with it. */
  readonly linted?: readonly Problem[] | undefined;
  /** The files with the place of every value in them, for whoever works on the text itself. */
  readonly files: readonly YamlFile[];
  /** A hash of all that was read, and of what was there before, whatever the files are called. */
  readonly contents: string;
}

/**
 * Reads one knowledge base from its files; never throws. An entry with an error loses only itself (and a piece of
 * evidence with an error only itself), so an id in `knowledge` may name an entry that was lost.
 * Linear in the length of the files, but for the quotes, each of which is sought in its source's text.
 */
export function loadKnowledge(files: readonly KnowledgeFile[], options: LoadOptions = {}): LoadedBase {
  return finish(
    loadTrees(
      files.map(({ file, text }) => parseYaml(file, text)),
      options,
    ),
  );
}

/** The same from files that are parsed, as a generator, so that its driver can pause. */
export function* loadTrees(
  trees: readonly YamlFile[],
  options: LoadOptions = {},
): Generator<undefined, LoadedBase, undefined> {
  const inspection = new Inspection(new KnownProblems(trees), options.before);
  const maps = topLevelMaps(trees, inspection);
  yield;
  const entries = yield* declareEntries(maps, inspection);
  const info = readInfo(maps, inspection) ?? { title: nameOf(trees), language: "en" };
  readVocabulary(maps, inspection);
  yield;
  const sources = yield* readAll(entries, "sources", inspection, (id, raw, origin) => {
    return normalize.source(id, raw as RawSource, origin);
  });
  const fullTexts = new Map<Id, string>();
  for (const entry of entries.sources) {
    const full = readSourceText(entry, sources.get(entry.pair.key), inspection, options);
    if (full !== undefined) fullTexts.set(entry.pair.key, full);
    yield;
  }
  const read = {
    sources,
    entities: yield* readAll(entries, "entities", inspection, (id, raw, origin) => {
      return normalize.entity(id, raw as RawEntity, origin, inspection);
    }),
    events: yield* readAll(entries, "events", inspection, (id, raw, origin) => {
      return normalize.event(id, raw as RawEvent, origin, inspection);
    }),
    claims: yield* readAll(entries, "claims", inspection, (id, raw, origin) => {
      return normalize.claim(id, raw as RawClaim, origin, inspection);
    }),
    figures: yield* readAll(entries, "figures", inspection, (id, raw, origin) => {
      return normalize.figure(id, raw as RawFigure, origin, inspection);
    }),
  };
  yield* cutCycles(read, entries, inspection, options.before);
  const { vocabulary, texts } = inspection;
  const before = options.before === undefined ? [] : [options.before.version];
  const contents = yield* contentHashInSteps([...trees.map(({ text }) => text), texts.hash, ...before]);
  const bases = [{ ...info, files: trees.map(({ file }) => file), counts: countsOf(read) }];
  const problems = [...(yield* mended(trees, ENTRIES, inspection)), ...inspection.problems];
  return {
    knowledge: { version: versionOf(contents, trees), bases, ...read, texts: fullTexts, vocabulary },
    problems: inOrder(problems, trees),
    known: inspection.known.problems,
    files: trees,
    contents,
  };
}

/** Entries between two pauses. */
const PACE = 128;

/** The version of what is read from files of this content: an entry of a file that is called otherwise is another. */
export function versionOf(contents: string, files: readonly Pick<KnowledgeFile, "file">[]): string {
  return contentHash([contents, ...files.map(({ file }) => file)]);
}

/** The files of full texts that the sources in a file name, so that a caller can read them beforehand. */
export function sourceTextFiles({ file, roots }: Pick<YamlFile, "file" | "roots">): string[] {
  const sources = roots.flatMap((root) => pairsOf(valueAt(root, "sources")));
  return sources.flatMap(({ value }) => {
    const path = valueAt(value, "text");
    return path?.kind === "scalar" && !isNothing(path) ? [resolvePath(file, path.text)] : [];
  });
}

const INFO = compile(Info);
const ENTRIES = new Map(
  Object.entries(ENTRY_MAPS).map(([key, { schema }]) => [key, compile(schema)] as const),
);
const PARTS = new Map(
  Object.entries(VOCABULARY_PARTS).map(([key, schema]) => [key, compile(schema)] as const),
);

function readInfo(maps: readonly Entry[], inspection: Inspection): KnowledgeBaseInfo | undefined {
  let info: KnowledgeBaseInfo | undefined;
  const [first, ...others] = maps.filter(({ pair }) => pair.key === "knowledgeBase");
  if (first !== undefined) {
    const raw = readEntry(first, INFO, inspection);
    if (raw !== undefined) info = normalize.info(raw as RawInfo, inspection);
  }
  for (const entry of others) if (entry.tree !== first!.tree) reportSecondInfo(first!, entry, inspection);
  return info;
}

function reportSecondInfo(first: Entry, { tree, pair }: Entry, inspection: Inspection): void {
  inspection.enter(first.tree);
  const related = [{ origin: inspection.originOf(first.pair), message: "It is here first." }];
  inspection.enter(tree);
  const map = tree.roots.find((root) => pairsOf(root).includes(pair));
  const edit = map?.kind === "map" ? removePair(tree.text, map, map.pairs.indexOf(pair)) : undefined;
  const fix = fixOf("Remove this `knowledgeBase`", edit && [edit], false);
  const message = `\`knowledgeBase\` is in ${first.tree.file} too; one file is to have it.`;
  inspection.report("duplicate-key", pair, message, () => ({ fix, related }));
}

function readVocabulary(maps: readonly Entry[], inspection: Inspection): void {
  const words = maps
    .filter(({ pair }) => pair.key === "vocabulary")
    .map((vocabulary) => wordsOf(vocabulary, inspection));
  // All are there before any is read, so that they may speak of each other.
  for (const ofFile of words) extend(inspection, ofFile, () => ({}));
  for (const ofFile of words) {
    extend(inspection, ofFile, ({ part, ...word }) => readEntry(word, PARTS.get(part)!, inspection) ?? {});
  }
}

interface Word extends Entry {
  readonly part: VocabularyPart;
}

/** The words of one file's vocabulary; of one that is there twice the first. */
function wordsOf({ tree, pair: { value } }: Entry, inspection: Inspection): Word[] {
  inspection.enter(tree);
  reportTwice(value, inspection);
  const parts = knownPairs(mapPairs(value, inspection, "`vocabulary`"), [...PARTS.keys()], inspection);
  return parts.flatMap((part) => {
    reportTwice(part.value, inspection);
    const words = mapPairs(part.value, inspection, `\`${part.key}\``);
    const first = new Map(words.toReversed().map((pair) => [pair.key, pair]));
    return words
      .filter((pair) => first.get(pair.key) === pair)
      .map((pair) => ({ tree, pair, part: part.key as VocabularyPart }));
  });
}

function extend(inspection: Inspection, words: readonly Word[], contentOf: (word: Word) => object): void {
  const added = Object.fromEntries([...PARTS.keys()].map((part) => [part, Object.create(null)]));
  for (const word of words) added[word.part][word.pair.key] = contentOf(word);
  inspection.vocabulary = extendVocabulary(
    inspection.vocabulary,
    added as Record<VocabularyPart, Record<string, object>>,
  );
}

function* readAll<T>(
  entries: Record<EntryMap, Entry[]>,
  map: EntryMap,
  inspection: Inspection,
  made: (id: Id, raw: unknown, origin: Origin) => T,
): Generator<undefined, Map<Id, T>, undefined> {
  const reader = ENTRIES.get(map)!;
  const result = new Map<Id, T>();
  for (const [i, entry] of entries[map].entries()) {
    if (i % PACE === PACE - 1) yield;
    const raw = readEntry(entry, reader, inspection);
    const { key, start, end } = entry.pair;
    if (raw !== undefined) result.set(key, made(key, raw, { file: entry.tree.file, span: span(start, end) }));
  }
  return result;
}

/** What a reader makes of an entry, or undefined where it found an error. */
function readEntry({ tree, pair }: Entry, reader: Reader, inspection: Inspection): unknown {
  inspection.enter(tree, pair);
  const errors = inspection.errors;
  const empty = pair.value.kind === "scalar" && isNothing(pair.value);
  const value = empty ? { ...pair.value, start: pair.start, end: pair.end } : pair.value;
  const raw = reader(value, inspection, quoted(pair.key));
  return inspection.errors === errors ? raw : undefined;
}

function readSourceText(
  { tree, pair }: Entry,
  source: Source | undefined,
  inspection: Inspection,
  { readText }: LoadOptions,
): string | undefined {
  if (source?.text === undefined || readText === undefined) return undefined;
  const path = resolvePath(tree.file, source.text);
  const full = readText(path);
  if (full !== undefined) {
    inspection.texts.add(source.id, full);
    return full;
  }
  inspection.enter(tree, pair);
  const message = `The text of \`${source.id}\`, ${path}, cannot be read: its quotes go unchecked.`;
  inspection.report("missing-text", valueAt(pair.value, "text") ?? pair, message, undefined, false);
  return undefined;
}

/** What a knowledge base without a title is called: its file. */
function nameOf(files: readonly Pick<KnowledgeFile, "file">[]): string {
  const name = files[0]?.file.replace(/^.*[\\/]/, "") ?? "";
  return name.replace(/(\.knowledge)?\.yaml$/, "");
}

function countsOf({
  entities,
  events,
  claims,
  figures,
}: Pick<Knowledge, "entities" | "events" | "claims" | "figures">) {
  return { entities: entities.size, events: events.size, claims: claims.size, figures: figures.size };
}

function inOrder(problems: Problem[], files: readonly Pick<KnowledgeFile, "file">[]): Problem[] {
  const rank = new Map(files.map(({ file }, i) => [file, i]));
  const rankOf = (problem: Problem) => rank.get(problem.origin.file) ?? files.length;
  return problems.sort((a, b) => rankOf(a) - rankOf(b) || a.origin.span.start - b.origin.span.start);
}
