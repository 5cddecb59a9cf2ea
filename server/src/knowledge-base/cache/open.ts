import type { Id, Knowledge } from "../knowledge.ts";
import { type KnowledgeFile, type LoadedBase, versionOf } from "../loading/load.ts";
import { resolvePath } from "../loading/source-texts.ts";
import { parseYaml } from "../yaml/tree.ts";
import type { Codec } from "./codec.ts";
import { KIND_NAMES, KINDS, type Meta } from "./compile.ts";
import { type Checksum, unpack, wordsOf } from "./container.ts";
import { base, timeValue } from "./entries.ts";
import { LazyEntries, type Packed } from "./lazy-entries.ts";
import { PackedList } from "./packed-list.ts";
import { problem } from "./problems.ts";
import { Texts } from "./texts.ts";
import { unpackVocabulary } from "./vocabulary.ts";

/** A text of a source that was read when the knowledge base was compiled; digest undefined: it could not be read then. */
export interface SourceText {
  readonly file: string;
  readonly digest: string | undefined;
}

/** A compiled knowledge base. */
export interface CompiledBase {
  /** The texts on which it rests beside its files, if these are called so: whether they are the same is left to ask. */
  sourceTexts(files: readonly string[]): readonly SourceText[];
  /**
   * What {@link loadKnowledge} would make of the files from which it was compiled, whatever they are called here. Their
   * texts are looked at only if the positions of their values are asked for. `readText` gives the texts of sources.
   */
  load(files: readonly KnowledgeFile[], readText?: (file: string) => string | undefined): LoadedBase;
}

/**
 * Opens what `compileBase` made with the same stamp, without unpacking a single entry; undefined for whatever else,
 * and for what is damaged.
 */
export function openBase(bytes: Uint8Array, stamp: string, checksum: Checksum): CompiledBase | undefined {
  const sections = unpack(bytes, checksum);
  if (sections === undefined || utf8(sections[0]!) !== stamp) return undefined;
  const [, json, slots, ...lists] = sections as [Uint8Array, Uint8Array, Uint8Array, ...Uint8Array[]];
  const meta: Meta = JSON.parse(utf8(json));
  const [texts, dates, entries, others] = [0, 2, 4, 6].map(
    (i) => new PackedList(wordsOf(lists[i]!), lists[i + 1]!),
  ) as [PackedList, PackedList, PackedList, PackedList];
  const textPaths = (files: readonly string[]) =>
    meta.texts.map(([file, path]) => (file < 0 ? path : resolvePath(files[file]!, path)));
  return {
    sourceTexts: (files) => {
      const paths = textPaths(files);
      return meta.texts.map(([, , digest], i) => ({ file: paths[i]!, digest: digest ?? undefined }));
    },
    load: (files, readText) => {
      const names = files.map(({ file }) => file);
      const packed = new BasePacked(meta, { texts, slots, dates, entries }, [...names, ...textPaths(names)]);
      return loadedBase(meta, packed, others, files, readText);
    },
  };
}

interface Lists {
  readonly texts: PackedList;
  readonly slots: Uint8Array;
  readonly dates: PackedList;
  readonly entries: PackedList;
}

class BasePacked implements Packed {
  readonly texts: Texts;
  readonly entries: PackedList;
  readonly #dates: PackedList;
  readonly #known = new Map<number, unknown>();
  readonly #names: readonly string[];
  readonly #strangers: readonly string[];

  constructor({ strangers }: Meta, { texts, slots, dates, entries }: Lists, names: readonly string[]) {
    this.texts = new Texts(texts, wordsOf(slots));
    this.entries = entries;
    this.#dates = dates;
    this.#names = names;
    this.#strangers = strangers;
  }

  text(number: number): string {
    return this.texts.at(number);
  }

  date(number: number): unknown {
    let date = this.#known.get(number);
    if (date === undefined) {
      date = timeValue.unpack(this.#dates.at(number), this);
      this.#known.set(number, date);
    }
    return date;
  }

  file(number: number): string {
    return number < 0 ? this.#strangers[-1 - number]! : this.#names[number]!;
  }
}

function loadedBase(
  meta: Meta,
  packed: BasePacked,
  others: PackedList,
  files: readonly KnowledgeFile[],
  readText: ((file: string) => string | undefined) | undefined,
): LoadedBase {
  const { counts, isLinted, contents, vocabulary } = meta;
  let from = 0;
  const maps = KIND_NAMES.map((kind, i) => {
    const start = from;
    from += counts[i]!;
    return [kind, new LazyEntries(packed, KINDS[kind] as Codec<unknown>, start, from)];
  });
  const [bases, wrong, excused] = counts.slice(KIND_NAMES.length) as [number, number, number];
  const problemsIn = (start: number, end: number) =>
    Array.from({ length: end - start }, (_, i) => problem.unpack(others.at(start + i), packed));
  const problems = once(() => problemsIn(bases, bases + wrong));
  const known = once(() => problemsIn(bases + wrong, bases + wrong + excused));
  const linted = once(() => (isLinted ? problemsIn(bases + wrong + excused, others.length) : undefined));
  const trees = once(() => files.map(({ file, text }) => parseYaml(file, text)));
  const entries = Object.fromEntries(maps) as Pick<Knowledge, keyof typeof KINDS>;
  return {
    knowledge: {
      version: versionOf(contents, files),
      bases: Array.from({ length: bases }, (_, i) => base.unpack(others.at(i), packed)),
      ...entries,
      texts: textsOf(entries, meta.texts.length > 0 ? readText : undefined),
      vocabulary: unpackVocabulary(vocabulary),
    },
    contents,
    get problems() {
      return problems();
    },
    get known() {
      return known();
    },
    get linted() {
      return linted();
    },
    get files() {
      return trees();
    },
  };
}

/** The full texts of sources, where somebody reads them. */
function textsOf(
  { sources }: Pick<Knowledge, "sources">,
  readText: ((file: string) => string | undefined) | undefined,
): ReadonlyMap<Id, string> {
  const texts = new Map<Id, string>();
  if (readText === undefined) return texts;
  for (const { id, text, origin } of sources.values()) {
    const full = text === undefined ? undefined : readText(resolvePath(origin.file, text));
    if (full !== undefined) texts.set(id, full);
  }
  return texts;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
