import { git } from "../changed/git.ts";

/** What files of a repository were called at a commit. Git is asked when it is first needed, and once. */
export class Renames {
  readonly #root: string;
  readonly #commit: string;
  readonly #to: string | undefined;
  #compared: Promise<ReadonlyMap<string, string>> | undefined;

  /** `to` undefined: the files as they are now. */
  constructor(root: string, commit: string, to: string | undefined) {
    this.#root = root;
    this.#commit = commit;
    this.#to = to;
  }

  /** By the name that a file has now: the one that it had. Only files that were renamed. */
  get all(): Promise<ReadonlyMap<string, string>> {
    this.#compared ??= this.#compare(this.#to);
    return this.#compared;
  }

  /** What a file was called; undefined where it was not there yet. */
  async oldName(name: string): Promise<string | undefined> {
    if (await this.#wasThere(name)) return name;
    const direct = (await this.all).get(name);
    if (direct !== undefined) return direct;
    // It may have been renamed and rewritten little by little, so that the ends are not alike.
    const followed = await this.#follow(name);
    return followed !== undefined && (await this.#wasThere(followed)) ? followed : undefined;
  }

  async #wasThere(name: string): Promise<boolean> {
    return (await git(this.#root, ["cat-file", "-e", `${this.#commit}:${name}`])).ok;
  }

  async #compare(to: string | undefined, from = this.#commit): Promise<ReadonlyMap<string, string>> {
    const ends = to === undefined ? [from] : [from, to];
    const asked = ["diff", "--name-status", "-z", ...PLAIN, "-M", "-l0", "--diff-filter=R", ...ends, "--"];
    const answer = await git(this.#root, asked);
    const parts = answer.ok ? answer.text.split("\0") : [];
    const renamed = new Map<string, string>();
    for (let i = 0; i + 2 < parts.length; i += 3) renamed.set(parts[i + 2]!, parts[i + 1]!);
    return renamed;
  }

  /** Goes back commit by commit. */
  async #follow(name: string): Promise<string | undefined> {
    const end = this.#to ?? "HEAD";
    // What is renamed and not yet committed has its old name in HEAD.
    const committed =
      this.#to === undefined ? ((await this.#compare(undefined, "HEAD")).get(name) ?? name) : name;
    const asked = ["log", "--follow", "-M", "--format=", "--name-status", "-z", `${this.#commit}..${end}`];
    const answer = await git(this.#root, [...asked, "--", committed]);
    if (!answer.ok) return undefined;
    const parts = answer.text.split("\0").filter((part) => part !== "");
    let oldest: string | undefined;
    for (let i = 0; i < parts.length; i++) if (/^\n?R\d+$/.test(parts[i]!)) oldest = parts[i + 1];
    return oldest ?? (committed === name ? undefined : committed);
  }
}

const PLAIN = ["--no-color", "--no-ext-diff", "--no-textconv"];
