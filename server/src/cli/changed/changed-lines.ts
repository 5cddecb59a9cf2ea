import { realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { kindOfDocument } from "../documents/read-document.ts";
import type { Trouble } from "../trouble.ts";
import { type Base, findBase } from "./base.ts";
import { git } from "./git.ts";

/** Lines of a file, counted from 1 and by `\n` alone, as git counts them: the first and the last of each stretch. */
export type Stretches = readonly (readonly [first: number, last: number])[];

/** What a draft has of what changed: all of it, some lines, or nothing. */
export type Changed = "all" | Stretches;

/** The files of one repository that differ from the base: their name now, and what they were called there. */
interface Differing {
  readonly root: string;
  readonly base: Base;
  readonly renamedFrom: ReadonlyMap<string, string>;
  readonly changed: ReadonlySet<string>;
  readonly tracked: ReadonlySet<string>;
}

/** Which lines of drafts changed since they parted from a base, committed or not. Each repository is asked once. */
export class ChangedLines {
  readonly #wanted: string | undefined;
  readonly #trouble: Trouble;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #roots = new Map<string, Promise<string | undefined>>();
  readonly #repositories = new Map<string, Promise<Differing | undefined>>();

  /** `wanted` is the base that the user names: a branch, a tag or a commit. */
  constructor(
    wanted: string | undefined,
    trouble: Trouble,
    environment: Readonly<Record<string, string | undefined>>,
  ) {
    this.#wanted = wanted;
    this.#trouble = trouble;
    this.#environment = environment;
  }

  /** Undefined where that cannot be known; the trouble is told, once a repository. */
  async of(path: string): Promise<Changed | undefined> {
    const place = realPath(path);
    const repository = await this.#around(dirname(place));
    if (repository === undefined) return undefined;
    const name = relative(repository.root, place).split(sep).join("/");
    if (!repository.tracked.has(name)) return "all";
    if (!repository.changed.has(name)) return [];
    // To git these have no lines.
    if (kindOfDocument(name) !== undefined) return "all";
    const old = repository.renamedFrom.get(name);
    const names = [...(old === undefined ? [] : [old]), name].map((each) => `:(top,literal)${each}`);
    const asked = ["diff", "-U0", ...PLAIN, "-M", repository.base.commit, "--", ...names];
    const answer = await git(repository.root, asked);
    if (answer.ok) return stretchesIn(answer.text);
    this.#trouble.fail(`${path}: git cannot compare it with ${repository.base.name}: ${answer.words}`);
    return undefined;
  }

  async #around(folder: string): Promise<Differing | undefined> {
    let root = this.#roots.get(folder);
    if (root === undefined) {
      root = this.#rootOf(folder);
      this.#roots.set(folder, root);
    }
    const found = await root;
    if (found === undefined) return undefined;
    let repository = this.#repositories.get(found);
    if (repository === undefined) {
      repository = this.#compare(found);
      this.#repositories.set(found, repository);
    }
    return repository;
  }

  async #rootOf(folder: string): Promise<string | undefined> {
    const answer = await git(folder, ["rev-parse", "--show-toplevel"]);
    if (answer.ok) return realPath(answer.text.replace(/\r?\n$/, ""));
    const { isMissing, words } = answer;
    if (isMissing)
      this.#trouble.fail(
        "--changed needs git, which is not installed, or not found. Install it, or leave --changed out.",
      );
    else if (/not a git repository/i.test(words))
      this.#trouble.fail(
        `${relative("", folder) || "."}: this is in no git repository, so nobody knows what changed. Leave --changed out.`,
      );
    else this.#trouble.fail(`${relative("", folder) || "."}: git refuses: ${words}`);
    return undefined;
  }

  async #compare(root: string): Promise<Differing | undefined> {
    const base = await findBase(root, this.#wanted, this.#environment);
    if (typeof base === "string") {
      this.#trouble.fail(base);
      return undefined;
    }
    const status = await git(root, ["diff", "--name-status", "-z", ...PLAIN, "-M", base.commit, "--"]);
    const files = await git(root, ["ls-files", "-z", "--full-name"]);
    if (status.ok && files.ok) {
      const tracked = new Set(files.text.split("\0"));
      return { root, base, tracked, ...namesIn(status.text) };
    }
    this.#trouble.fail(`git cannot compare with ${base.name}: ${status.ok ? "" : status.words}`);
    return undefined;
  }
}

/** No colours, no programs of the user's, and line endings that only differ in \r are the same. */
const PLAIN = ["--no-color", "--no-ext-diff", "--no-textconv", "--text", "--ignore-cr-at-eol"];

/** From `git diff --name-status -z`: "M", name; or "R100", old name, new name. */
function namesIn(text: string): Pick<Differing, "renamedFrom" | "changed"> {
  const parts = text.split("\0");
  const renamedFrom = new Map<string, string>();
  const changed = new Set<string>();
  for (let i = 0; i + 1 < parts.length; ) {
    const status = parts[i++]!;
    const old = parts[i++]!;
    const name = /^[RC]/.test(status) ? parts[i++]! : old;
    if (name !== old) renamedFrom.set(name, old);
    changed.add(name);
  }
  return { renamedFrom, changed };
}

/** From `git diff -U0` of one file: the lines that are there now and were not before. */
function stretchesIn(diff: string): Stretches {
  const hunks = diff.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm);
  return Array.from(
    hunks,
    ([, first, count]) => [Number(first), Number(first) + Number(count ?? 1) - 1] as const,
  ).filter(([first, last]) => last >= first);
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return join(resolve(path));
  }
}
