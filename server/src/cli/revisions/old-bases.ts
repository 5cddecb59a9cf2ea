import { join, relative, sep } from "node:path";
import { filesOfBase } from "../../knowledge-base/discover.ts";
import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { type KnowledgeFile, loadKnowledge } from "../../knowledge-base/loading/load.ts";
import { mergedBefore, mergeKnowledge } from "../../knowledge-base/merge.ts";
import { readKnowledgeFiles } from "../knowledge-files.ts";
import { loadBase } from "../load-base.ts";
import type { Trouble } from "../trouble.ts";
import { Repository, type Revision } from "./repository.ts";

/** The files of a knowledge base at a revision, and where their sources' texts are found. */
interface OldFiles {
  readonly files: readonly KnowledgeFile[];
  readonly repository: Repository;
  readonly revision: Revision;
}

/** Knowledge bases as they were at a revision of the repositories that they lie in. Each is loaded once. */
export class OldBases {
  readonly #since: string;
  readonly #trouble: Trouble;
  readonly #loaded = new Map<string, Promise<Knowledge>>();
  readonly #sets = new Map<string, Promise<Knowledge | undefined>>();
  readonly #repositories = new Map<string, Repository>();

  constructor(since: string, trouble: Trouble) {
    this.#since = since;
    this.#trouble = trouble;
  }

  /**
   * What the knowledge bases in some places said, of which the last wins. `now` is what they say: it stands for those
   * that no repository has. Undefined where the revision cannot be had; the trouble is told.
   */
  knowledgeOf(places: readonly string[], now: Knowledge): Promise<Knowledge | undefined> {
    const key = places.join("\n");
    const known = this.#sets.get(key) ?? this.#merged(places, now);
    this.#sets.set(key, known);
    return known;
  }

  /** Whether some knowledge base that was asked for has a history. */
  get hasHistory(): boolean {
    return this.#repositories.size > 0;
  }

  async #merged(places: readonly string[], now: Knowledge): Promise<Knowledge | undefined> {
    const found: (OldFiles | "elsewhere" | "absent" | "failed")[] = [];
    for (const place of places) found.push(await this.#filesOf(place));
    if (found.includes("failed")) return undefined;
    if (found.every((files) => files === "elsewhere")) return now;
    const bases: Knowledge[] = [];
    for (const [i, files] of found.entries()) {
      const before = mergedBefore(bases);
      const base =
        files === "elsewhere"
          ? await this.#asItIs(places[i]!, before)
          : typeof files === "string"
            ? undefined
            : await this.#load(places[i]!, files, before);
      if (base !== undefined) bases.push(base);
    }
    return mergeKnowledge(bases);
  }

  async #asItIs(place: string, before: Knowledge | undefined): Promise<Knowledge | undefined> {
    const files = await readKnowledgeFiles(place, this.#trouble);
    return files.length === 0 ? undefined : loadBase(files, undefined, before).knowledge;
  }

  #load(place: string, files: OldFiles, before: Knowledge | undefined): Promise<Knowledge> {
    const key = `${place}\n${before?.version ?? ""}`;
    const known = this.#loaded.get(key) ?? load(files, before);
    this.#loaded.set(key, known);
    return known;
  }

  /** `elsewhere`: it is in no repository. `absent`: it was not there yet. */
  async #filesOf(place: string): Promise<OldFiles | "elsewhere" | "absent" | "failed"> {
    const repository = await this.#around(place);
    if (repository === undefined) {
      this.#trouble.note(
        `${place}: this knowledge base is in no git repository, and is taken to be as it was.`,
      );
      return "elsewhere";
    }
    const revision = await repository.revision(this.#since);
    if (typeof revision === "string") {
      this.#trouble.fail(revision);
      return "failed";
    }
    const names = await namesAt(place, repository, revision);
    const files: KnowledgeFile[] = [];
    for (const name of names) {
      const bytes = await repository.bytesAt(revision, name);
      if (bytes !== undefined)
        files.push({ file: join(repository.root, name), text: bytes.toString("utf8") });
    }
    if (files.length > 0) return { files, repository, revision };
    this.#trouble.note(`${place}: this knowledge base was not there at ${this.#since}: all of it is new.`);
    return "absent";
  }

  /** What git leaves out (the knowledge base of an installed program) has no history, wherever it lies. */
  async #around(place: string): Promise<Repository | undefined> {
    const repository = await Repository.around(place);
    if (typeof repository === "string" || (await repository.isIgnored(place))) return undefined;
    const known = this.#repositories.get(repository.root) ?? repository;
    this.#repositories.set(repository.root, known);
    return known;
  }
}

/** The names of a knowledge base's files at a revision; it may have been called otherwise. */
async function namesAt(place: string, repository: Repository, revision: Revision): Promise<string[]> {
  const name = repository.nameOf(place);
  if (/\.ya?ml$/i.test(name)) {
    const old = await repository.renamesSince(revision).oldName(name);
    return old === undefined ? [] : [old];
  }
  const there = await yamlUnder(name, repository, revision);
  if (there.length > 0) return there;
  const folders = new Set<string>();
  for (const [now, old] of await repository.renamesSince(revision).all) {
    const end = now.startsWith(`${name}/`) ? now.slice(name.length) : undefined;
    if (end !== undefined && old.endsWith(end) && /\.yaml$/i.test(end))
      folders.add(old.slice(0, -end.length));
  }
  const found = await Promise.all([...folders].map((folder) => yamlUnder(folder, repository, revision)));
  return found.flat();
}

/** As `filesOfBase` finds them on the disk. */
async function yamlUnder(folder: string, repository: Repository, revision: Revision): Promise<string[]> {
  const names = await repository.namesAt(revision, folder);
  const workspace = { list: async () => names, read: async () => undefined };
  return [...(await filesOfBase(workspace, folder))];
}

/** Loads a knowledge base. Which texts its sources have is known after a first look at it: then it is looked at again. */
async function load(
  { files, repository, revision }: OldFiles,
  before: Knowledge | undefined,
): Promise<Knowledge> {
  const texts = new Map<string, string | undefined>();
  const readText = (file: string) => {
    if (!texts.has(file)) texts.set(file, undefined);
    return texts.get(file);
  };
  const first = loadKnowledge(files, { readText, before });
  if (texts.size === 0) return first.knowledge;
  for (const file of texts.keys()) {
    const name = relative(repository.root, file).split(sep).join("/");
    const bytes = name.startsWith("../") ? undefined : await repository.bytesAt(revision, name);
    texts.set(file, bytes?.toString("utf8"));
  }
  return loadKnowledge(files, { readText, before }).knowledge;
}
