import { dirname, resolve } from "node:path";
import { liesWithBase } from "../knowledge-base/discover.ts";
import type { Knowledge } from "../knowledge-base/knowledge.ts";
import { mergedBefore, mergeKnowledge } from "../knowledge-base/merge.ts";
import type { KnowledgeCache } from "../node/knowledge-cache.ts";
import { knowledgeAround, readKnowledgeFiles } from "./knowledge-files.ts";
import { tellProblems } from "./knowledge-problems.ts";
import { loadBase } from "./load-base.ts";
import type { Output } from "./output.ts";
import type { Projects } from "./project/projects.ts";
import type { Trouble } from "./trouble.ts";

export interface LibraryOptions {
  /** What `--knowledge` names; where it names something, nothing else is looked for. */
  readonly named: readonly string[];
  /** The folder of the knowledge base that serves where there is no other. */
  readonly bundled: string;
  readonly cache: KnowledgeCache | undefined;
  readonly projects: Projects;
  readonly trouble: Trouble;
  /** Where the problems of knowledge bases are shown. */
  readonly errors: Output;
}

/** The knowledge bases of a run: finds those that hold for a draft, and loads each but once. */
export class Library {
  readonly #options: LibraryOptions;
  readonly #places = new Map<string, readonly string[]>();
  readonly #bases = new Map<string, Knowledge | undefined>();
  readonly #sets = new Map<string, Knowledge>();

  constructor(options: LibraryOptions) {
    this.#options = options;
  }

  /** What drafts were checked against so far, in the order of first use. */
  get used(): readonly Knowledge[] {
    return [...this.#sets.values()];
  }

  /** Whether a file lies beside the facts that drafts around it are held against, and is no draft itself. */
  async liesWithBase(file: string): Promise<boolean> {
    const places = await this.placesFor(file);
    return liesWithBase(
      resolve(file),
      places.map((place) => resolve(place)),
    );
  }

  /** All that a draft is held against, `own` being what its front matter names. Of several knowledge bases, the last wins. */
  async knowledgeFor(draft: string, own?: readonly string[]): Promise<Knowledge> {
    const places = await this.placesFor(draft, own);
    const key = places.join("\n");
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    const bases: Knowledge[] = [];
    for (const place of places) {
      const base = await this.#base(place, mergedBefore(bases));
      if (base !== undefined) bases.push(base);
    }
    const knowledge = mergeKnowledge(bases);
    this.#sets.set(key, knowledge);
    return knowledge;
  }

  /** Where the knowledge bases of a draft lie: as the command line says, its front matter, the project, or around it. */
  async placesFor(draft: string, own?: readonly string[]): Promise<readonly string[]> {
    const { named, bundled, trouble, projects } = this.#options;
    if (named.length > 0) return named;
    const asked = await projects.placesFor(draft, own);
    if (asked !== undefined) return asked;
    const folder = dirname(draft);
    const known = this.#places.get(folder);
    if (known !== undefined) return known;
    const found = await knowledgeAround(folder, trouble);
    const places = found.length > 0 ? found : [bundled];
    this.#places.set(folder, places);
    return places;
  }

  /** What is in a place depends on what was there before, whose ids it may use. */
  async #base(place: string, before: Knowledge | undefined): Promise<Knowledge | undefined> {
    const key = `${place}\n${before?.version ?? ""}`;
    if (!this.#bases.has(key)) this.#bases.set(key, await this.#load(place, before));
    return this.#bases.get(key);
  }

  async #load(place: string, before: Knowledge | undefined): Promise<Knowledge | undefined> {
    const { cache, trouble, errors } = this.#options;
    const files = await readKnowledgeFiles(place, trouble);
    if (files.length === 0) return undefined;
    const { knowledge, problems } = loadBase(files, cache, before);
    tellProblems({ place, files, problems }, trouble, errors);
    return knowledge;
  }
}
