import { filesOfBase, findBases } from "../../knowledge-base/discover.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { type LoadedBase, loadTrees, sourceTextFiles } from "../../knowledge-base/loading/load.ts";
import type { Problem } from "../../knowledge-base/problems.ts";
import type { Host } from "../host.ts";
import type { Scheduler } from "../scheduler.ts";
import { Trees } from "./trees.ts";

/** One knowledge base as it was read. */
export interface Base {
  /** The file or folder that it is. */
  readonly place: string;
  readonly knowledge: Knowledge;
  readonly problems: readonly Problem[];
  /** As it was loaded, for whoever looks at the text behind the facts. */
  readonly loaded: LoadedBase;
  /** Every file that was read for it, source texts too; undefined: it could not be read. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** Where it is large and was read from its files: keeps it compiled, so that it need not be the next time. */
  readonly keep?: (() => Generator<undefined, unknown, undefined>) | undefined;
}

/** Loads knowledge bases in slices, each no more often than its files change. */
export class Loader {
  /** The files as they were parsed. */
  readonly trees: Trees;
  /** By place, and by what comes before it: as it was read last, and being read. */
  readonly #loaded = new Map<string, Base>();
  readonly #loading = new Map<string, Pick<Base, "files"> & { readonly base: Promise<Base | undefined> }>();

  constructor(
    private readonly host: Host,
    private readonly scheduler: Pick<Scheduler, "drive" | "driveBetween" | "stop">,
  ) {
    this.trees = new Trees(scheduler);
  }

  /** What tells a knowledge base that comes after another from the same without it. */
  static keyOf(place: string, before: Knowledge | undefined): string {
    return `${place}\n${before?.version ?? ""}`;
  }

  /** Forgets all but these. */
  keep(keys: { has(key: string): boolean }): void {
    for (const key of this.#loaded.keys()) if (!keys.has(key)) this.#loaded.delete(key);
  }

  /**
   * Reads the knowledge base in a file or a folder, with the texts of its sources; `before` is what those say that it comes
   * after. Where not one text differs from what was read last, the same object is given back. Undefined where a file has
   * changed meanwhile, so that this reading was stopped.
   */
  async load(place: string, before: Knowledge | undefined): Promise<Base | undefined> {
    const key = Loader.keyOf(place, before);
    const files = await this.#textsOf(await filesOfBase(this.host, place));
    const older = this.#loaded.get(key);
    if (older !== undefined && isPartOf(files, older.files)) {
      const all = await this.#textsOf([...older.files.keys()], files);
      if (isPartOf(older.files, all) && all.size === older.files.size) return older;
    }
    const loading = this.#loading.get(key);
    if (loading !== undefined && isPartOf(files, loading.files) && isPartOf(loading.files, files)) {
      await loading.base;
      return this.load(place, before);
    }
    this.scheduler.stop(workOn(key));
    const isNewest = () => this.#loading.get(key) === entry;
    const entry = { files, base: this.#read(key, place, before, files, isNewest) };
    this.#loading.set(key, entry);
    try {
      const read = await entry.base;
      if (read !== undefined && isNewest()) this.#loaded.set(key, read);
      return read;
    } finally {
      if (isNewest()) this.#loading.delete(key);
    }
  }

  async #read(
    key: string,
    place: string,
    before: Knowledge | undefined,
    texts: Base["files"],
    isNewest: () => boolean,
  ): Promise<Base | undefined> {
    const written = [...texts].flatMap(([file, text]) => (text === undefined ? [] : [{ file, text }]));
    const { cache } = this.host;
    const cached =
      cache && (await this.scheduler.driveBetween(workOn(key), cache.finding(written, before?.version)));
    if (cache !== undefined && (cached === undefined || !isNewest())) return undefined;
    const trees = cached?.sourceTexts === undefined ? await this.trees.all(written) : [];
    if (trees === undefined) return undefined;
    const files = await this.#textsOf(cached?.sourceTexts ?? trees.flatMap(sourceTextFiles), texts);
    const readText = (file: string) => files.get(file);
    const opened = cached?.open(readText);
    if (opened !== undefined) return baseOf(place, opened, files);
    // The texts that a compiled one rests on are those of the same files.
    const parsed = trees.length > 0 ? trees : await this.trees.all(written);
    if (parsed === undefined || !isNewest()) return undefined;
    const loaded = await this.scheduler.driveBetween(workOn(key), loadTrees(parsed, { readText, before }));
    if (loaded === undefined) return undefined;
    const keep = cached?.worthwhile ? () => cached.keep(loaded, readText) : undefined;
    return { ...baseOf(place, loaded, files), keep };
  }

  /** The texts of files, beside those that are known, in the order of the names, whichever is read first. */
  async #textsOf(names: readonly string[], known: Base["files"] = new Map()): Promise<Base["files"]> {
    const unread = names.filter((name) => !known.has(name));
    const texts = await Promise.all(unread.map((name) => this.host.read(name)));
    return new Map([...known, ...unread.map((name, i) => [name, texts[i]] as const)]);
  }
}

function workOn(key: string): string {
  return `load ${key}`;
}

function baseOf(place: string, loaded: LoadedBase, files: Base["files"]): Base {
  return { place, knowledge: loaded.knowledge, problems: loaded.problems, loaded, files };
}

function isPartOf(some: Base["files"], all: Base["files"]): boolean {
  return [...some].every(([file, text]) => all.has(file) && all.get(file) === text);
}

/** The files and folders that are knowledge bases of a folder, found without walking through all that lies under it. */
export async function placesIn(host: Host, folder: string): Promise<readonly string[]> {
  const list = (asked: string) => (asked === folder ? host.filesIn(asked) : host.list(asked));
  const found = await findBases({ list, read: host.read }, folder);
  return found.map(({ place }) => place);
}

/** For the log: which knowledge bases serve, and what is in them. */
export function contentsOf(knowledge: Knowledge): string {
  const titles = knowledge.bases.map(
    ({ title, counts }) =>
      `“${title}” (${counts.entities} actors, ${counts.events} events, ${counts.claims} claims)`,
  );
  return titles.length === 0 ? "no knowledge base" : titles.join(", then ");
}
