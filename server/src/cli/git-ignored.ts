import { dirname, join, resolve, sep } from "node:path";
import { GIT_IGNORE_FILE, GitIgnores } from "../project/git-ignores.ts";
import { kindOf, readText } from "./disk.ts";
import { foldersAround } from "./knowledge-files.ts";

/** Tells which files version control passes over, by its files from the root of the repository down. */
export class GitIgnored {
  readonly #ignores = new GitIgnores();
  readonly #known = new Set<string>();

  /** `isOff` tells where nobody wants to know: a project file may say so. */
  constructor(private readonly isOff: (file: string) => boolean) {}

  /** Whether a file, or with `isFolder` a folder, is left out. */
  has(path: string, isFolder = false): boolean {
    if (this.isOff(path)) return false;
    const place = resolve(path);
    const folders = foldersAround(dirname(place));
    for (const folder of folders) this.#learn(folder);
    return this.#ignores.coversAny(slashed(dirname(folders[0]!)), slashed(place), isFolder);
  }

  /** What a repository leaves out for one user alone stands in a file of its own. */
  #learn(folder: string): void {
    if (this.#known.has(folder)) return;
    this.#known.add(folder);
    const files = [join(folder, ".git/info/exclude"), join(folder, GIT_IGNORE_FILE)];
    const texts = files.filter((file) => kindOf(file) === "file").flatMap((file) => readText(file) ?? []);
    if (texts.length > 0) this.#ignores.add(slashed(folder), texts.join("\n"));
  }
}

function slashed(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}
