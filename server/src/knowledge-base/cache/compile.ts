import type { Knowledge, Source } from "../knowledge.ts";
import { linting } from "../lint/run.ts";
import type { LoadedBase } from "../loading/load.ts";
import { resolvePath } from "../loading/source-texts.ts";
import type { Problem } from "../problems.ts";
import { PACE } from "../steps.ts";
import type { Codec, Packing } from "./codec.ts";
import { type Checksum, pack, type Section } from "./container.ts";
import { base, claim, entity, event, figure, source, timeValue } from "./entries.ts";
import { ListPacker } from "./packed-list.ts";
import { problem } from "./problems.ts";
import { TextPacker } from "./texts.ts";
import { packVocabulary } from "./vocabulary.ts";

/** The maps of entries in the order in which they are kept. */
export const KINDS = { sources: source, entities: entity, events: event, claims: claim, figures: figure };
export const KIND_NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[];

/** What is kept beside the entries, as JSON; what holds file names is packed. */
export interface Meta {
  /** Of the entries of each kind; of the bases, the problems, and those that are known. */
  readonly counts: readonly number[];
  /** Whether what the linter says comes behind these. */
  readonly isLinted: boolean;
  readonly contents: string;
  /** The texts of sources that were read: the number of the file that names it, the path there, and its digest. */
  readonly texts: readonly (readonly [number, string, string | null])[];
  readonly vocabulary: string;
  /** Files that entries or problems name, although they are not of the knowledge base. */
  readonly strangers: readonly string[];
}

export interface CompileOptions {
  /** What tells the content, and the program that read it; only who has the same can open the result. */
  readonly stamp: string;
  readonly checksum: Checksum;
  /** A digest of a source's text as it was read; undefined where it could not be read. */
  readonly digestOf: (file: string) => string | undefined;
}

/**
 * A knowledge base that was read with the texts of its sources, as bytes that open without being read again.
 * Undefined where it is too large. A generator, so that its driver can pause. Linear.
 */
export function* compileBase(
  loaded: LoadedBase,
  { stamp, checksum, digestOf }: CompileOptions,
): Generator<undefined, Uint8Array | undefined> {
  const { knowledge, problems, known, contents } = loaded;
  const files = knowledge.bases.flatMap((each) => each.files);
  const sourceTexts = sourceTextsOf(knowledge);
  const ids = KIND_NAMES.flatMap((kind) => [...knowledge[kind].keys()]);
  const packing = new BasePacking(
    files,
    sourceTexts.map(({ path }) => path),
  );
  yield* packing.texts.addIds(ids);
  const entries = new ListPacker();
  for (const kind of KIND_NAMES) {
    const codec = KINDS[kind] as Codec<unknown>;
    for (const entry of knowledge[kind].values()) {
      entries.add(codec.pack(entry, packing));
      if (entries.length % PACE === 0) yield;
    }
  }
  const others = new ListPacker();
  for (const each of knowledge.bases) others.add(base.pack(each, packing));
  const linted = yield* lintedWhole(loaded);
  for (const each of [...problems, ...known, ...(linted ?? [])]) others.add(problem.pack(each, packing));
  const meta: Meta = {
    counts: [
      ...KIND_NAMES.map((kind) => knowledge[kind].size),
      ...[knowledge.bases.length, problems.length, known.length],
    ],
    isLinted: linted !== undefined,
    contents,
    texts: sourceTexts.map(({ file, written, path }) => [
      files.indexOf(file),
      written,
      digestOf(path) ?? null,
    ]),
    vocabulary: packVocabulary(knowledge.vocabulary),
    strangers: packing.strangers,
  };
  yield;
  const lists = [packing.texts, packing.dates, entries, others].flatMap((packer) => sectionsOf(packer));
  return pack([utf8(stamp), utf8(JSON.stringify(meta)), packing.texts.slots(ids), ...lists], checksum);
}

/** What the linter says; undefined where one of its rules crashed, which may be told again. */
function* lintedWhole(loaded: LoadedBase): Generator<undefined, readonly Problem[] | undefined> {
  let isWhole = true;
  const found = yield* linting(loaded, () => {
    isWhole = false;
  });
  return isWhole ? found : undefined;
}

/** The full texts that were asked for when the knowledge base was read: the file that names each, the path there, and where that leads. */
function sourceTextsOf({ sources }: Knowledge): { file: string; written: string; path: string }[] {
  return [...sources.values()].flatMap(({ text, origin: { file } }: Source) =>
    text === undefined ? [] : [{ file, written: text, path: resolvePath(file, text) }],
  );
}

function sectionsOf(packer: ListPacker | TextPacker): Section[] {
  const { offsets, bytes } = packer.list();
  return [offsets, bytes];
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

class BasePacking implements Packing {
  readonly texts = new TextPacker();
  readonly dates = new ListPacker();
  readonly strangers: string[] = [];
  readonly #dates = new Map<string, number>();
  readonly #files = new Map<string, number>();
  readonly #names: RegExp | undefined;

  /** Files are numbered first, then the texts of sources. */
  constructor(files: readonly string[], texts: readonly string[]) {
    const names = [...files, ...texts];
    names.forEach((name, number) => {
      if (!this.#files.has(name)) this.#files.set(name, number);
    });
    this.#names = anyOf(names);
  }

  text(text: string): number {
    return this.texts.numberOf(text);
  }

  date(date: unknown): number {
    const packed = timeValue.pack(date as never, this);
    const key = JSON.stringify(packed);
    let number = this.#dates.get(key);
    if (number === undefined) {
      number = this.dates.length;
      this.#dates.set(key, number);
      this.dates.add(packed);
    }
    return number;
  }

  file(name: string): number {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    this.#files.set(name, -this.strangers.push(name));
    return -this.strangers.length;
  }

  message(message: string): (string | number)[] {
    if (this.#names === undefined) return [message];
    return message.split(this.#names).map((piece, i) => (i % 2 === 0 ? piece : this.file(piece)));
  }
}

/** Finds any of some texts, the longest that fits. */
function anyOf(texts: readonly string[]): RegExp | undefined {
  const sought = texts.filter((text) => text !== "").sort((a, b) => b.length - a.length);
  if (sought.length === 0) return undefined;
  return new RegExp(`(${sought.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|")})`);
}
