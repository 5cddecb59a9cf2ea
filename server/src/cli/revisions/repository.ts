import { realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { git } from "../changed/git.ts";
import { kindOf } from "../disk.ts";
import { Renames } from "./renames.ts";

/** A state of a repository: its name as the user gave it, and which commit that is. */
export interface Revision {
  readonly name: string;
  readonly commit: string;
}

/** A git repository, asked for files as they were. Paths in it are told from its root, with slashes. */
export class Repository {
  readonly root: string;
  readonly #renames = new Map<string, Renames>();

  private constructor(root: string) {
    this.root = root;
  }

  /** The repository that a file or folder is in, or would be; in a sentence, why there is none. */
  static async around(path: string): Promise<Repository | string> {
    let folder = kindOf(path) === "folder" ? resolve(path) : dirname(resolve(path));
    // What was deleted may have lain in a folder that is gone as well.
    while (kindOf(folder) === undefined && dirname(folder) !== folder) folder = dirname(folder);
    const answer = await git(folder, ["rev-parse", "--show-toplevel"]);
    if (answer.ok) return new Repository(realPath(answer.text.replace(/\r?\n$/, "")));
    if (answer.isMissing)
      return "Earlier versions need git, which is not installed, or not found. Install it.";
    if (/not a git repository/i.test(answer.words))
      return `${path}: this is in no git repository, so nothing is known of earlier versions.`;
    return `${path}: git refuses: ${answer.words}`;
  }

  /** A revision by any name that git knows; in a sentence, why there is none. */
  async revision(name: string): Promise<Revision | string> {
    const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
    const answer = await git(this.root, asked);
    if (answer.ok) return { name, commit: answer.text.trim() };
    const shallow = await git(this.root, ["rev-parse", "--is-shallow-repository"]);
    if (shallow.ok && shallow.text.trim() === "true")
      return `git knows no revision “${name}” here. ${SHALLOW}`;
    return `git knows no revision “${name}”. Check the name, or fetch it.`;
  }

  /** Where two lines of history parted, as `A...B` means it. */
  async parting(one: Revision, other: Revision): Promise<Revision | string> {
    const answer = await git(this.root, ["merge-base", one.commit, other.commit]);
    if (answer.ok) return { name: `${one.name}...${other.name}`, commit: answer.text.trim() };
    return `“${one.name}” and “${other.name}” have no commit in common.`;
  }

  /** A path as git calls it: from the root, with slashes; "" for the root itself. */
  nameOf(path: string): string {
    return relative(this.root, realPath(path)).split(sep).join("/");
  }

  /** Whether git is told to leave a path out. */
  async isIgnored(path: string): Promise<boolean> {
    return (await git(this.root, ["check-ignore", "-q", "--", resolve(path)])).ok;
  }

  /** What became of names since a revision, up to another or to the files as they are now. */
  renamesSince({ commit }: Revision, to?: Revision): Renames {
    const key = `${commit} ${to?.commit ?? ""}`;
    const known = this.#renames.get(key) ?? new Renames(this.root, commit, to?.commit);
    this.#renames.set(key, known);
    return known;
  }

  /** The bytes of a file at a revision; undefined where it was not there. */
  async bytesAt({ commit }: Revision, name: string): Promise<Buffer | undefined> {
    const answer = await git(this.root, ["cat-file", "blob", `${commit}:${name}`], "latin1");
    return answer.ok ? Buffer.from(answer.text, "latin1") : undefined;
  }

  /** The names of the files under a folder at a revision. What other repositories hold (submodules) is not among them. */
  async namesAt({ commit }: Revision, folder: string): Promise<string[]> {
    const where = folder === "" ? [] : ["--", `${folder}/`];
    const answer = await git(this.root, ["ls-tree", "-r", "-z", "--full-tree", commit, ...where]);
    if (!answer.ok) return [];
    return answer.text.split("\0").flatMap((line) => /^\d+ blob \S+\t([\s\S]+)$/.exec(line)?.[1] ?? []);
  }
}

const SHALLOW =
  "The clone is shallow: its history is cut off. Fetch the rest with `git fetch --unshallow`; in GitHub Actions, set " +
  "`fetch-depth: 0`, in GitLab CI `GIT_DEPTH: 0`.";

/** Links are followed as far as there is something to follow. */
function realPath(path: string): string {
  const place = resolve(path);
  try {
    return realpathSync.native(place);
  } catch {
    const folder = dirname(place);
    return folder === place ? place : join(realPath(folder), relative(folder, place));
  }
}
