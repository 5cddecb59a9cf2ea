import { dirname, join, normalize, relative, resolve } from "node:path";
import { filesOfBase, findBases } from "../knowledge-base/discover.ts";
import { DiskFile, disk, filesIn, kindOf, reasonOf } from "./disk.ts";
import type { Trouble } from "./trouble.ts";

/**
 * Where the knowledge bases of the drafts in a folder lie: the folder `knowledge` and the files `*.knowledge.yaml` in it
 * and in those above it, up to the root of the repository. The nearest comes last.
 */
export async function knowledgeAround(folder: string, trouble: Trouble): Promise<string[]> {
  const { list, read } = disk((path, error) => trouble.fail(`${relative("", path)}: ${reasonOf(error)}`));
  const places: string[] = [];
  for (const around of foldersAround(resolve(folder))) {
    // Of the folder itself only what lies right in it is asked for: it may be a whole repository.
    const near = { read, list: async (asked: string) => (asked === around ? filesIn(asked) : list(asked)) };
    for (const { place } of await findBases(near, around)) places.push(relative("", place));
  }
  return places;
}

/** The files of the knowledge base at a path, a file or a folder. Empty where there is none; the trouble is told. */
export async function readKnowledgeFiles(path: string, trouble: Trouble): Promise<DiskFile[]> {
  let refusals = 0;
  const refuse = (refused: string, error: unknown) => {
    refusals++;
    trouble.fail(`${refused}: ${reasonOf(error)}`);
  };
  const kind = kindOf(path);
  // The files of a folder are named with it: "./kb" is "kb" in their names, and must be here.
  const place = normalize(path);
  const names = kind === "folder" ? await filesOfBase(disk(refuse), place) : kind === "file" ? [path] : [];
  if (names.length === 0 && refusals === 0) trouble.fail(`${path}: ${NOTHING[kind ?? "absent"]}`);
  return names.flatMap((file) => {
    try {
      return [new DiskFile(file)];
    } catch (error) {
      refuse(file, error);
      return [];
    }
  });
}

const NOTHING = {
  absent: "there is no such knowledge base. Check the path.",
  folder: "this folder has no *.yaml file. Name the folder or the file of a knowledge base.",
  file: "",
};

/** From the root of the repository, or else from the current folder, down to `folder`; `folder` alone outside both. */
export function foldersAround(folder: string): string[] {
  const above = [folder];
  while (dirname(above[0]!) !== above[0]) above.unshift(dirname(above[0]!));
  const root = above.findLastIndex((one) => kindOf(join(one, ".git")) !== undefined);
  const start = root >= 0 ? root : above.indexOf(resolve("."));
  return start >= 0 ? above.slice(start) : [folder];
}
