import {
  constants,
  type Dirent,
  type FSWatcher,
  promises as fs,
  unwatchFile,
  watch,
  watchFile,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { KnowledgeCache } from "../node/knowledge-cache.ts";
import { remembered } from "../text/remembered.ts";
import type { Entry } from "../workspace.ts";
import type { Host, Stat } from "./host.ts";

/** No folder is entered deeper than this: a knowledge base lies near its root. */
const DEEPEST = 6;
const POLL = 3000;

/** The files of this computer, as `file:` URIs. `report` hears why something could not be read. */
export function nodeHost(
  bundled: string,
  pages: readonly string[],
  cache: KnowledgeCache | undefined,
  report: (message: string) => void,
): Host {
  return {
    bundled: uriOf(bundled),
    pages: pages.map(uriOf),
    cache,
    reaches: isFile,
    pause: () => new Promise((resume) => setImmediate(resume)),
    canonical,
    resolve: (folder, path) => uriOf(resolve(isFile(folder) ? pathOf(folder) : homedir(), home(path))),
    list: (folder) => (isFile(folder) ? list(pathOf(folder), report) : Promise.resolve([])),
    filesIn: (folder) => (isFile(folder) ? list(pathOf(folder), report, DEEPEST) : Promise.resolve([])),
    entries: (folder) => (isFile(folder) ? entries(pathOf(folder)) : Promise.resolve([])),
    stat: (file) => (isFile(file) ? stat(pathOf(file)) : Promise.resolve(undefined)),
    read: (file) => (isFile(file) ? read(pathOf(file), report) : Promise.resolve(undefined)),
    write: (file, text) => (isFile(file) ? write(pathOf(file), text, report) : Promise.resolve(false)),
    watch: (folders, files, onChange) => {
      const stops = folders.filter(isFile).map((folder) => watchFolder(folder, files, onChange));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** Asked for the same few files at every keystroke. */
const canonical = remembered((uri) => (isFile(uri) ? uriOf(pathOf(uri)) : uri));

export function isFile(uri: string): boolean {
  return uri.startsWith("file:");
}

/** One spelling for every file, whichever way a client escapes it. */
function uriOf(path: string): string {
  return pathToFileURL(path).href.replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}

function pathOf(uri: string): string {
  try {
    return fileURLToPath(uri);
  } catch {
    return uri;
  }
}

function home(path: string): string {
  return path === "~" || path.startsWith("~/") ? join(homedir(), path.slice(1)) : path;
}

async function list(folder: string, report: (message: string) => void, depth = 0): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await fs.readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (!isAbsent(error)) report(`The folder ${folder} cannot be read (${codeOf(error)}).`);
    return [];
  }
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isFile() || entry.isSymbolicLink()) found.push(uriOf(path));
    else if (entry.isDirectory() && depth < DEEPEST && isEntered(entry.name))
      found.push(...(await list(path, report, depth + 1)));
  }
  return found;
}

async function entries(folder: string): Promise<readonly Entry[] | undefined> {
  try {
    const all = await fs.readdir(folder, { withFileTypes: true });
    return all.map((entry) => {
      return { name: entry.name, path: uriOf(join(folder, entry.name)), isFolder: entry.isDirectory() };
    });
  } catch (error) {
    return isAbsent(error) ? [] : undefined;
  }
}

async function stat(file: string): Promise<Stat | undefined> {
  try {
    const found = await fs.stat(file);
    if (!found.isFile()) return undefined;
    await fs.access(file, constants.R_OK);
    return { size: found.size, modified: found.mtimeMs };
  } catch {
    return undefined;
  }
}

function isEntered(name: string): boolean {
  return !name.startsWith(".") && name !== "node_modules";
}

async function read(file: string, report: (message: string) => void): Promise<string | undefined> {
  try {
    return await fs.readFile(file, "utf8");
  } catch (error) {
    if (!isAbsent(error)) report(`The file ${file} cannot be read (${codeOf(error)}).`);
    return undefined;
  }
}

/** By way of a file beside it, so that nobody ever reads half of it; makes the folder, if there is none. */
async function write(file: string, text: string, report: (message: string) => void): Promise<boolean> {
  const beside = `${file}.${process.pid}.new`;
  try {
    await fs.mkdir(dirname(file), { recursive: true });
    await fs.writeFile(beside, text);
    await fs.rename(beside, file);
    return true;
  } catch (error) {
    report(`The file ${file} cannot be written (${codeOf(error)}).`);
    await fs.rm(beside, { force: true });
    return false;
  }
}

function isAbsent(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR", "EISDIR"].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? String(error);
}

/** Tells of changes in one folder, not below it; where the system cannot tell, its files are looked at now and then. */
function watchFolder(folder: string, files: readonly string[], onChange: (uri: string) => void): () => void {
  const path = pathOf(folder);
  let watcher: FSWatcher | undefined;
  const tell = (_: string, name: string | null) => onChange(uriOf(name === null ? path : join(path, name)));
  try {
    watcher = watch(path, { persistent: false }, tell);
    watcher.on("error", () => watcher?.close());
    return () => watcher?.close();
  } catch (error) {
    if (isAbsent(error)) return () => {};
    const polled = [path, ...files.map(pathOf).filter((file) => dirname(file) === path)];
    for (const one of polled)
      watchFile(one, { persistent: false, interval: POLL }, () => onChange(uriOf(one)));
    return () => {
      for (const one of polled) unwatchFile(one);
    };
  }
}
