import type { Workspace } from "../workspace.ts";

/** One knowledge base that was found: the file or folder that it is, and the YAML files that it consists of. */
export interface FoundBase {
  readonly place: string;
  readonly files: readonly string[];
}

/**
 * The knowledge bases of a folder: its folder `knowledge/` as one, then each file `*.knowledge.yaml` in it, by name.
 * In the order of precedence: a later one wins over those before it.
 */
export async function findBases(workspace: Workspace, folder: string): Promise<readonly FoundBase[]> {
  const root = folder.replace(/[\\/]+$/, "");
  const separator = root.includes("\\") && !root.includes("/") ? "\\" : "/";
  const place = `${root}${separator}knowledge`;
  const [inFolder, beside] = await Promise.all([filesOfBase(workspace, place), workspace.list(root)]);
  const single = beside
    .filter((file) => /^[^\\/]+\.knowledge\.yaml$/i.test(file.slice(root.length + 1)))
    .sort(byCodeUnit)
    .map((file) => ({ place: file, files: [file] }));
  return inFolder.length > 0 ? [{ place, files: inFolder }, ...single] : single;
}

/**
 * The files of the knowledge base that a file or a folder is, by name: the file itself, or all `*.yaml` under the
 * folder. Folders called `samples` hold drafts, those whose name begins with a dot other matters.
 */
export async function filesOfBase(workspace: Workspace, place: string): Promise<readonly string[]> {
  if (/\.ya?ml$/i.test(place)) return [place];
  const root = place.replace(/[\\/]+$/, "");
  const files = await workspace.list(root);
  return files.filter((file) => isPart(file.slice(root.length + 1))).sort(byCodeUnit);
}

/**
 * Whether a file lies in the folder of one of these knowledge bases, beside what drafts are held against: the text of a
 * source, a note on the facts. It is no draft, unless it is in a folder called `samples`.
 */
export function liesWithBase(file: string, places: readonly string[]): boolean {
  return places.some((place) => {
    const root = place.replace(/[\\/]+$/, "");
    if (!file.startsWith(root) || !/^[\\/]/.test(file.slice(root.length))) return false;
    return !/[\\/]samples[\\/]/i.test(file.slice(root.length));
  });
}

function isPart(path: string): boolean {
  return /\.yaml$/i.test(path) && !/(?:^|[\\/])(?:samples[\\/]|\.)/i.test(path);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
