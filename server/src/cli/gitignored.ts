import { dirname, join, relative, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { kindOf, readText } from "./disk.ts";

/** What `.gitignore` files keep out of a repository: those in the folder of a file and in all folders above, to the root. */
export class GitIgnored {
  readonly #rules = new Map<string, Ignore | undefined>();
  readonly #folders = new Map<string, boolean>();
  readonly #roots = new Map<string, string | undefined>();

  /** Whether git leaves a file, or with `isFolder` a folder, out. Never outside a repository. */
  has(path: string, isFolder = false): boolean {
    const place = resolve(path);
    const root = this.#rootOf(isFolder ? place : dirname(place));
    return root !== undefined && place !== root && this.#isOut(place, isFolder, root);
  }

  /** What is in a folder that is left out is left out itself, whatever else is said of it. */
  #isOut(place: string, isFolder: boolean, root: string): boolean {
    const folder = dirname(place);
    if (folder !== root && this.#folderIsOut(folder, root)) return true;
    for (let at = folder; ; at = dirname(at)) {
      const name = relative(at, place).split(sep).join("/");
      const said = this.#rulesIn(at, root)?.test(isFolder ? `${name}/` : name);
      if (said?.unignored) return false;
      if (said?.ignored) return true;
      if (at === root) return false;
    }
  }

  #folderIsOut(folder: string, root: string): boolean {
    let isOut = this.#folders.get(folder);
    if (isOut === undefined) {
      isOut = this.#isOut(folder, true, root);
      this.#folders.set(folder, isOut);
    }
    return isOut;
  }

  #rulesIn(folder: string, root: string): Ignore | undefined {
    if (!this.#rules.has(folder)) {
      const files = folder === root ? [".git/info/exclude", ".gitignore"] : [".gitignore"];
      const texts = files.flatMap((file) => readText(join(folder, file)) ?? []);
      this.#rules.set(folder, texts.length === 0 ? undefined : ignore().add(texts.join("\n")));
    }
    return this.#rules.get(folder);
  }

  #rootOf(folder: string): string | undefined {
    if (!this.#roots.has(folder)) {
      const isRoot = kindOf(join(folder, ".git")) !== undefined;
      const above = dirname(folder);
      this.#roots.set(folder, isRoot ? folder : above === folder ? undefined : this.#rootOf(above));
    }
    return this.#roots.get(folder);
  }
}
