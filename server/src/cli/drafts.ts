import * as nodeFs from "node:fs";
import { promises as fs, type Stats } from "node:fs";
import { join, normalize, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Format } from "../text/draft.ts";
import { reasonOf } from "./disk.ts";
import type { Trouble } from "./trouble.ts";

const MARKDOWN = [".md", ".markdown"];
const PLAIN = [".txt"];
const KINDS = [...MARKDOWN, ...PLAIN].map((ending) => `*${ending}`).join(", ");
const NOT_ENTERED = ["**/node_modules/**"];

/**
 * The drafts that files, folders and globs stand for, each once, in the order given. A file is taken whatever it is
 * called; folders and globs bring only drafts, and leave out hidden folders and node_modules.
 */
export async function findDrafts(paths: readonly string[], trouble: Trouble): Promise<string[]> {
  const found = new Map<string, string>();
  for (const path of paths) {
    for (const draft of await draftsOf(path, trouble)) {
      const key = resolve(draft);
      if (!found.has(key)) found.set(key, draft);
    }
  }
  return [...found.values()];
}

export function formatOf(path: string): Format {
  return MARKDOWN.some((ending) => path.toLowerCase().endsWith(ending)) ? "markdown" : "plaintext";
}

/** A draft's text, or undefined where it cannot be read; the trouble is told. */
export async function readDraftFile(path: string, trouble: Trouble): Promise<string | undefined> {
  let bytes: Buffer;
  try {
    bytes = await fs.readFile(path);
  } catch (error) {
    trouble.fail(`${path}: ${reasonOf(error)}`);
    return undefined;
  }
  if (bytes.includes(0)) {
    trouble.fail(
      `${path}: this is no text in UTF-8. Save it as plain text or Markdown in UTF-8, or leave it out.`,
    );
    return undefined;
  }
  const text = new TextDecoder().decode(bytes);
  if (text === "") trouble.note(`${path}: the file is empty, so there is nothing to check.`);
  if (text.includes("\uFFFD") && !isUtf8(bytes)) {
    trouble.note(`${path}: some characters are not valid UTF-8 and were skipped. Save the file as UTF-8.`);
  }
  return text;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

async function draftsOf(path: string, trouble: Trouble): Promise<string[]> {
  let stats: Stats;
  try {
    stats = await fs.stat(path);
  } catch (error) {
    if (isDynamicPattern(path)) return fromGlob(path, trouble);
    trouble.fail(`${path}: ${reasonOf(error)}`);
    return [];
  }
  return stats.isDirectory() ? fromFolder(path, trouble) : [path];
}

async function fromFolder(folder: string, trouble: Trouble): Promise<string[]> {
  const pattern = `**/*{${[...MARKDOWN, ...PLAIN].join(",")}}`;
  const names = await walk(pattern, { cwd: folder }, trouble);
  if (names.length === 0 && !trouble.failed) {
    trouble.fail(`${folder}: no draft (${KINDS}) in this folder. Name another folder, or a file.`);
  }
  return names.map((name) => (folder === "." ? normalize(name) : join(folder, name)));
}

async function fromGlob(pattern: string, trouble: Trouble): Promise<string[]> {
  const slashed = sep === "\\" ? pattern.replaceAll("\\", "/") : pattern;
  const absolute = resolve(pattern) === normalize(pattern);
  const names = (await walk(slashed, { absolute }, trouble)).filter(isDraft);
  if (names.length === 0) trouble.fail(`${pattern}: no draft (${KINDS}) matches. Check the pattern.`);
  return names.map((name) => normalize(name));
}

function isDraft(path: string): boolean {
  return [...MARKDOWN, ...PLAIN].some((ending) => path.toLowerCase().endsWith(ending));
}

/** The files that match, sorted; a folder that cannot be read is told, not passed over. */
async function walk(
  pattern: string,
  where: { readonly cwd?: string; readonly absolute?: boolean },
  trouble: Trouble,
): Promise<string[]> {
  const unreadable = (folder: unknown, error: unknown) =>
    trouble.fail(`${String(folder)}: ${reasonOf(error)}`);
  const names = await glob(pattern, {
    ...where,
    ignore: NOT_ENTERED,
    caseSensitiveMatch: false,
    expandDirectories: false,
    fs: { readdir: telling(unreadable) },
  });
  return names.sort();
}

/** `fs.readdir` that also reports what it could not read: the walker itself passes over it in silence. */
function telling(unreadable: (folder: unknown, error: unknown) => void): typeof nodeFs.readdir {
  const readdir = (folder: string, options: { withFileTypes: true }, done: nodeFs.NoParamCallback) =>
    nodeFs.readdir(folder, options, (error, entries) => {
      if (error) unreadable(folder, error);
      (done as (error: unknown, entries: unknown) => void)(error, entries);
    });
  return readdir as unknown as typeof nodeFs.readdir;
}
