import { filesOfBase, findBases } from "../../knowledge-base/discover.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { type LoadedBase, loadKnowledge, sourceTextFiles } from "../../knowledge-base/loading/load.ts";
import type { Problem } from "../../knowledge-base/problems.ts";
import type { Workspace } from "../../workspace.ts";
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
}

/**
 * Reads the knowledge base in a file or a folder, with the texts of its sources. Where not one text differs from what
 * an older reading read, that one is given back, the same object.
 */
export async function loadBase(workspace: Workspace, place: string, older?: Base): Promise<Base> {
  const files = new Map<string, string | undefined>();
  const readAll = (names: readonly string[]) =>
    Promise.all(names.map(async (name) => files.set(name, await workspace.read(name))));
  await readAll(await filesOfBase(workspace, place));
  const written = [...files].flatMap(([file, text]) => (text === undefined ? [] : [{ file, text }]));
  await readAll(written.flatMap(sourceTextFiles));
  if (older !== undefined && isSame(older.files, files)) return older;
  const loaded = loadKnowledge(written, { readText: (file) => files.get(file) });
  const { knowledge, problems } = loaded;
  return { place, knowledge, problems, loaded, files };
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
