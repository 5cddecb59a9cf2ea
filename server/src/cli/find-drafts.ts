import { readdir, realpathSync } from "node:fs";
import { join, normalize, relative, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Format } from "../text/draft.ts";
import { ENDINGS, formatOf as formatOfFile } from "../text/formats.ts";
import { kindOf, reasonOf } from "./disk.ts";
import { DOCUMENT_ENDINGS, isLockFile } from "./documents/read-document.ts";
import type { GitIgnored } from "./git-ignored.ts";
import type { Trouble } from "./trouble.ts";

const ALL_ENDINGS = [...ENDINGS, ...DOCUMENT_ENDINGS];
export const KINDS = ALL_ENDINGS.map((ending) => `*${ending}`).join(", ");
const NOT_ENTERED = ["**/node_modules/**"];

/** A draft that was named itself, or found in a folder or by a pattern. */
export interface FoundDraft {
  readonly path: string;
  readonly named: boolean;
}

/**
 * The drafts that files, folders and globs stand for, each once, in the order given. A file is taken whatever it is
 * called; folders and globs bring only drafts, and leave out hidden folders, node_modules and, unless `ignored` is
 * undefined, what git leaves out.
 */
export async function findDrafts(
  paths: readonly string[],
  trouble: Trouble,
  ignored?: GitIgnored,
): Promise<FoundDraft[]> {
  const found = new Map<string, FoundDraft>();
  for (const path of paths) {
    for (const draft of await draftsOf(path, trouble, ignored)) {
      const key = realPathOf(draft.path);
      if (!found.has(key)) found.set(key, draft);
    }
  }
  return [...found.values()];
}

/** The format of a draft by its name; one of an unknown kind is plain text. */
export function formatOf(path: string): Format {
  return formatOfFile(path) ?? "plaintext";
}

/** The file behind all links, so that one that is reached on two ways counts once. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

async function draftsOf(
  path: string,
  trouble: Trouble,
  ignored: GitIgnored | undefined,
): Promise<FoundDraft[]> {
  const kind = kindOf(path);
  const isPattern = kind === undefined && isDynamicPattern(path);
  if (!isPattern && kind !== "folder") return [{ path, named: true }];
  const found = isPattern ? await fromGlob(path, trouble) : await fromFolder(path, trouble);
  // A folder that is left out and named all the same is meant.
  const rules = kind === "folder" && ignored?.has(path, true) ? undefined : ignored;
  const kept = found.filter((each) => !rules?.has(each));
  if (found.length > 0 && kept.length === 0)
    trouble.fail(`${path}: all drafts there are left out by .gitignore. Add --no-gitignore to check them.`);
  return kept.map((each) => ({ path: each, named: false }));
}

async function fromFolder(folder: string, trouble: Trouble): Promise<string[]> {
  const pattern = `**/*{${ALL_ENDINGS.join(",")}}`;
  const { names, complete } = await walk(pattern, { cwd: folder }, trouble);
  if (names.length === 0 && complete) {
    trouble.fail(`${folder}: no draft (${KINDS}) in this folder. Name another folder, or a file.`);
  }
  return names.map((name) => (folder === "." ? normalize(name) : join(folder, name)));
}

async function fromGlob(pattern: string, trouble: Trouble): Promise<string[]> {
  const slashed = sep === "\\" ? pattern.replaceAll("\\", "/") : pattern;
  const absolute = resolve(pattern) === normalize(pattern);
  const { names: all, complete } = await walk(slashed, { absolute }, trouble);
  const names = all.filter(isDraft);
  if (names.length === 0 && complete)
    trouble.fail(`${pattern}: no draft (${KINDS}) matches. Check the pattern.`);
  return names.map((name) => normalize(name));
}

function isDraft(path: string): boolean {
  return ALL_ENDINGS.some((ending) => path.toLowerCase().endsWith(ending));
}

/** The files that match, sorted; a folder that cannot be read is told, not passed over. */
async function walk(
  pattern: string,
  where: { readonly cwd?: string; readonly absolute?: boolean },
  trouble: Trouble,
): Promise<{ readonly names: readonly string[]; readonly complete: boolean }> {
  let complete = true;
  const unreadable = (folder: string, error: unknown) => {
    complete = false;
    trouble.fail(`${relative("", folder)}: ${reasonOf(error)}`);
  };
  const names = await glob(pattern, {
    ...where,
    ignore: NOT_ENTERED,
    caseSensitiveMatch: false,
    expandDirectories: false,
    fs: { readdir: telling(unreadable) },
  });
  return { names: names.filter((name) => !isLockFile(name)).sort(), complete };
}

/** `fs.readdir` that also tells what it could not read: the walker itself passes over it in silence. */
function telling(unreadable: (folder: string, error: unknown) => void): typeof readdir {
  const told = (folder: string, options: { withFileTypes: true }, done: (...result: unknown[]) => void) =>
    readdir(folder, options, (error, entries) => {
      if (error) unreadable(folder, error);
      done(error, entries);
    });
  return told as unknown as typeof readdir;
}
