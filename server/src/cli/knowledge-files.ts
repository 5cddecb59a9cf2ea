import { dirname, join, relative, resolve } from "node:path";
import type { KnowledgeFile } from "../knowledge-base/load.ts";
import { filesIn, kindOf, readText, reasonOf } from "./disk.ts";
import type { Trouble } from "./trouble.ts";

/**
 * Where the knowledge bases of a draft lie: the folder `knowledge` and the files `*.knowledge.yaml` in its folder and
 * in those above it, up to the root of the repository. The nearest comes last.
 */
export function knowledgeAround(draft: string): string[] {
  return foldersAround(dirname(resolve(draft))).flatMap((folder) => {
    const inFolder = join(folder, "knowledge");
    const bases = hasYaml(inFolder) ? [inFolder] : [];
    return [...bases, ...(listed(folder, ".knowledge.yaml") ?? [])].map((path) => relative("", path));
  });
}

/** The files of the knowledge base at a path, a file or a folder. Empty where there is none; the trouble is told. */
export function readKnowledgeFiles(path: string, trouble: Trouble): KnowledgeFile[] {
  const kind = kindOf(path);
  if (kind === undefined) trouble.fail(`${path}: there is no such knowledge base. Check the path.`);
  if (kind === "file") return readAll([path], trouble);
  if (kind !== "folder") return [];
  try {
    const files = filesIn(path, ".yaml");
    if (files.length === 0) {
      trouble.fail(
        `${path}: this folder has no *.yaml file. Name the folder or the file of a knowledge base.`,
      );
    }
    return readAll(files, trouble);
  } catch (error) {
    trouble.fail(`${path}: ${reasonOf(error)}`);
    return [];
  }
}

function readAll(files: readonly string[], trouble: Trouble): KnowledgeFile[] {
  return files.flatMap((file) => {
    const text = readText(file);
    if (text !== undefined) return [{ file, text }];
    trouble.fail(`${file}: this part of a knowledge base cannot be read. Check that you have the right to.`);
    return [];
  });
}

/** From the root of the repository, or else from the current folder, down to `folder`; `folder` alone outside both. */
function foldersAround(folder: string): string[] {
  const above = [folder];
  while (dirname(above[0]!) !== above[0]) above.unshift(dirname(above[0]!));
  const root = above.findLastIndex((one) => kindOf(join(one, ".git")) !== undefined);
  const start = root >= 0 ? root : above.indexOf(resolve("."));
  return start >= 0 ? above.slice(start) : [folder];
}

function hasYaml(folder: string): boolean {
  return (listed(folder, ".yaml") ?? []).length > 0;
}

function listed(folder: string, ending: string): string[] | undefined {
  try {
    return filesIn(folder, ending);
  } catch {
    return undefined;
  }
}
