import type { Entry, Workspace } from "../workspace.ts";
import { GIT_IGNORE_FILE, GitIgnores, pathBelow } from "./git-ignores.ts";

/** What a walk leaves out besides hidden files and folders and `node_modules`. */
export interface Limits {
  /** Whether `.gitignore` files count. */
  readonly gitignore: boolean;
  /** Whether a file or folder is left out, given by its path from where the walk began. */
  isExcluded(path: string): boolean;
  /** Hears of a folder that cannot be read. */
  unreadable(folder: string): void;
}

/** Where files are. */
interface Tree extends Pick<Workspace, "read"> {
  /** What lies right in a folder, nothing where there is none; undefined where it cannot be read. */
  entries(folder: string): Promise<readonly Entry[] | undefined>;
}

/**
 * The files below a folder, folder by folder and in each by name, without those that are left out; what is left out is
 * not entered. Links to folders are not followed, so that no walk is endless. A folder that is gone has no files.
 */
export async function* filesBelow(tree: Tree, root: string, limits: Limits): AsyncGenerator<string> {
  const ignores = limits.gitignore ? await ignoresAbove(tree, root) : new GitIgnores();
  yield* walk(root);

  async function* walk(folder: string): AsyncGenerator<string> {
    const entries = await tree.entries(folder);
    if (entries === undefined) return limits.unreadable(folder);
    if (limits.gitignore) await learn(tree, ignores, folder, entries);
    for (const { name, path, isFolder } of [...entries].sort(byName)) {
      if (name.startsWith(".") || (isFolder && name === "node_modules")) continue;
      if (ignores.covers(path, isFolder) || limits.isExcluded(pathBelow(root, path))) continue;
      if (isFolder) yield* walk(path);
      else yield path;
    }
  }
}

/** The `.gitignore` files of the folders above, up to the one that is a repository; none where there is no repository. */
async function ignoresAbove(tree: Tree, root: string): Promise<GitIgnores> {
  const found: [folder: string, entries: readonly Entry[]][] = [];
  for (let folder = root; folder.includes("/"); folder = folder.slice(0, folder.lastIndexOf("/"))) {
    const entries = await tree.entries(folder);
    if (entries === undefined) break;
    found.push([folder, entries]);
    if (!entries.some(({ name }) => name === ".git")) continue;
    const ignores = new GitIgnores();
    for (const [each, its] of found) await learn(tree, ignores, each, its);
    return ignores;
  }
  return new GitIgnores();
}

async function learn(
  tree: Tree,
  ignores: GitIgnores,
  folder: string,
  entries: readonly Entry[],
): Promise<void> {
  const file = entries.find(({ name, isFolder }) => name === GIT_IGNORE_FILE && !isFolder);
  const text = file && (await tree.read(file.path));
  if (text !== undefined) ignores.add(folder, text);
}

function byName(a: Entry, b: Entry): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
