import { resolve } from "node:path";
import type { Knowledge } from "../../../knowledge-base/knowledge.ts";
import { type KnowledgeFile, type LoadedBase, loadKnowledge } from "../../../knowledge-base/loading/load.ts";
import { mergedBefore } from "../../../knowledge-base/merge.ts";
import { readText } from "../../disk.ts";
import { knowledgeAround, readKnowledgeFiles } from "../../knowledge-files.ts";
import type { Context } from "../../program.ts";
import type { Trouble } from "../../trouble.ts";

/** A knowledge base that a command works on. */
export interface OpenBase extends LoadedBase {
  /** The file or folder, as given or found. */
  readonly place: string;
  readonly texts: ReadonlyMap<string, string>;
  /** What the knowledge bases before it say. */
  readonly before: Knowledge | undefined;
  /** How long it took to read and to load. */
  readonly milliseconds: number;
}

export const PATHS_HELP = "knowledge bases, each a file or a folder of *.yaml files";

export const WHICH_BASES = `
Knowledge bases:
  Without a path, those that drafts in the current folder are checked against:
  the folder "knowledge" and the files "*.knowledge.yaml" in it and in the folders
  above, up to the root of the repository; where there is none, the one that comes
  with Aide-Mémoire.`;

/** The knowledge bases at the paths, or those that are found, loaded. What cannot be read is told. */
export async function openBases(
  paths: readonly string[],
  context: Context,
  trouble: Trouble,
): Promise<OpenBase[]> {
  const bases: OpenBase[] = [];
  for (const place of await placesOf(paths, context, trouble)) {
    const began = performance.now();
    const files = await readKnowledgeFiles(place, trouble);
    const before = mergedBefore(bases.map(({ knowledge }) => knowledge));
    if (files.length > 0) bases.push(openBase(place, files, before, began));
  }
  return bases;
}

export function openBase(
  place: string,
  files: readonly KnowledgeFile[],
  before: Knowledge | undefined,
  began = performance.now(),
): OpenBase {
  const loaded = loadKnowledge(files, { readText, before });
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  return { ...loaded, place, texts, before, milliseconds: performance.now() - began };
}

async function placesOf(
  paths: readonly string[],
  { bundledKnowledge }: Context,
  trouble: Trouble,
): Promise<readonly string[]> {
  if (paths.length > 0) return [...new Map(paths.map((path) => [resolve(path), path])).values()];
  const found = await knowledgeAround(".", trouble);
  return found.length > 0 ? found : [bundledKnowledge];
}
