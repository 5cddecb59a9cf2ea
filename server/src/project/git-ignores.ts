import ignore, { type Ignore } from "ignore";

/** The files in which folders say what version control passes over. */
export const GIT_IGNORE_FILE = ".gitignore";

/**
 * What version control passes over, by the `.gitignore` files of folders; a nearer one outdoes those above it. Paths are
 * all URIs or all paths with slashes; folders have no slash at their end.
 */
export class GitIgnores {
  readonly #rules = new Map<string, Ignore>();

  /** Learns a folder's file; a line in it that is no pattern says nothing. */
  add(folder: string, text: string): void {
    this.#rules.set(folder, ignore({ allowRelativePaths: true, ignorecase: false }).add(text));
  }

  /** Whether a file or folder is passed over by what is known of the folders above it, these not being so themselves. */
  covers(path: string, isFolder = false): boolean {
    for (let folder = above(path); folder !== ""; folder = above(folder)) {
      const below = pathBelow(folder, path);
      const verdict =
        below === "" ? undefined : this.#rules.get(folder)?.test(isFolder ? `${below}/` : below);
      if (verdict?.ignored) return true;
      if (verdict?.unignored) return false;
    }
    return false;
  }

  /** Whether a file or folder lies in a folder below `root` that is passed over, or is so itself. */
  coversAny(root: string, path: string, isFolder = false): boolean {
    for (let slash = path.indexOf("/", root.length + 1); slash > 0; slash = path.indexOf("/", slash + 1))
      if (this.covers(path.slice(0, slash), true)) return true;
    return this.covers(path, isFolder);
  }
}

function above(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** The path from a folder to what lies below it, as it is written in patterns. */
export function pathBelow(folder: string, path: string): string {
  const below = path.slice(folder.length + 1);
  if (!path.includes("://")) return below;
  try {
    return decodeURIComponent(below);
  } catch {
    return below;
  }
}
