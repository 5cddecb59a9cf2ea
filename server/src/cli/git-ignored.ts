import { dirname, join, resolve, sep } from "node:path";
import { GIT_IGNORE_FILE, GitIgnores } from "../project/git-ignores.ts";
import { kindOf, readText } from "./disk.ts";
import { foldersAround } from "./knowledge-files.ts";

/** Tells which files version control passes over, by the `.gitignore` files from the root of the repository down. */
export class GitIgnored {
  readonly #ignores = new GitIgnores();
  readonly #known = new Set<string>();

  /** `isOff` tells where nobody wants to know: a project file may say so. */
  constructor(private readonly isOff: (file: string) => boolean) {}

  /** Whether a file that was found, not named, is none that anybody wants to be checked. */
  has(file: string): boolean {
    if (this.isOff(file)) return false;
    const path = resolve(file);
    const folders = foldersAround(dirname(path));
    for (const folder of folders) this.#learn(folder);
    return this.#ignores.coversAny(slashed(dirname(folders[0]!)), slashed(path));
  }

  #learn(folder: string): void {
    if (this.#known.has(folder)) return;
    this.#known.add(folder);
    const file = join(folder, GIT_IGNORE_FILE);
    const text = kindOf(file) === "file" ? readText(file) : undefined;
    if (text !== undefined) this.#ignores.add(slashed(folder), text);
  }
}

function slashed(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}
