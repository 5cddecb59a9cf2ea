import { filesOfBase, findBases } from "../../knowledge-base/discover.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { type LoadedBase, loadKnowledge, sourceTextFiles } from "../../knowledge-base/loading/load.ts";
import type { Problem } from "../../knowledge-base/problems.ts";
import type { Host } from "../host.ts";

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

/**
 * Reads the knowledge base in a file or a folder, with the texts of its sources; `before` is what those say that it comes
 * after. Where not one text differs from what an older reading of the same read, that one is given back, the same object.
 */
export async function loadBase(
  host: Host,
  place: string,
  before: Knowledge | undefined,
  older?: Base,
): Promise<Base> {
  const files = new Map<string, string | undefined>();
  const readAll = async (names: readonly string[]) => {
    const texts = await Promise.all(names.map((name) => host.read(name)));
    // In the order of the names, whichever was read first: the same files are always the same knowledge base.
    for (const [i, name] of names.entries()) files.set(name, texts[i]);
  };
  const readText = (file: string) => files.get(file);
  await readAll(await filesOfBase(host, place));
  const written = [...files].flatMap(([file, text]) => (text === undefined ? [] : [{ file, text }]));
  if (older !== undefined && written.every(({ file, text }) => older.files.get(file) === text)) {
    await readAll([...older.files.keys()].filter((file) => !files.has(file)));
    if (isSame(older.files, files)) return older;
  }
  const cached = host.cache?.find(written, before?.version);
  await readAll(cached?.sourceTexts ?? written.flatMap(sourceTextFiles));
  const opened = cached?.open(readText);
  if (opened !== undefined) return baseOf(place, opened, files);
  // The texts that a compiled one rests on are those of the same files.
  const loaded = loadKnowledge(written, { readText, before });
  const keep = cached?.worthwhile ? () => cached.keep(loaded, readText) : undefined;
  return { ...baseOf(place, loaded, files), keep };
}

function baseOf(place: string, loaded: LoadedBase, files: Base["files"]): Base {
  return { place, knowledge: loaded.knowledge, problems: loaded.problems, loaded, files };
}

function isSame(a: Base["files"], b: Base["files"]): boolean {
  return a.size === b.size && [...a].every(([file, text]) => b.has(file) && b.get(file) === text);
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
