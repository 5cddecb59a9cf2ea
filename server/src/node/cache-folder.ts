import { randomBytes } from "node:crypto";
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

export type Environment = Readonly<Record<string, string | undefined>>;

const HOUR = 3_600_000;
/** What the folder may come to: of more, those go that were not used for longest. */
const MOST_FILES = 20;
const MOST_BYTES = 2 ** 30;
const ENDING = ".bin";

/** Where compiled knowledge bases are kept; undefined where none are to be. */
export function cacheFolderOf(environment: Environment): string | undefined {
  const wanted = environment.AIDE_MEMOIRE_CACHE;
  if (wanted === "off") return undefined;
  if (wanted) return join(wanted, "knowledge");
  const folder = userCacheFolder(environment);
  return isAbsolute(folder) ? join(folder, "aide-memoire", "knowledge") : undefined;
}

function userCacheFolder(environment: Environment): string {
  const { XDG_CACHE_HOME = "", LOCALAPPDATA } = environment;
  if (process.platform === "win32") return LOCALAPPDATA || join(homedir(), "AppData", "Local");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  return isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(homedir(), ".cache");
}

/**
 * A folder of files that any number of programs write to and read from at once: each file is there as a whole, or not
 * at all. Nothing of it throws; `log` hears what did not work.
 */
export class CacheFolder {
  readonly path: string;
  readonly #log: (message: string) => void;

  constructor(path: string, log: (message: string) => void = () => {}) {
    this.path = path;
    this.#log = log;
  }

  pathOf(name: string): string {
    return join(this.path, name + ENDING);
  }

  /** What is kept under a name, or a part of that; that it was used now is remembered. */
  read(name: string, from = 0, to = Number.POSITIVE_INFINITY): Uint8Array | undefined {
    const path = this.pathOf(name);
    try {
      const bytes = readPart(path, from, to);
      if (Date.now() - statSync(path).mtimeMs > HOUR) this.#attempt("be dated", () => touch(path));
      return bytes;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") this.#log(`${path} cannot be read (${error}).`);
      return undefined;
    }
  }

  /** Keeps bytes under a name, one piece after the other: on the disk under another one first, so that a program that is ended leaves no half of it. */
  write(name: string, ...pieces: readonly Uint8Array[]): boolean {
    const path = this.pathOf(name);
    const draft = `${path}.${process.pid}.${randomBytes(6).toString("hex")}.tmp`;
    const written = this.#attempt("be written", () => {
      mkdirSync(this.path, { recursive: true, mode: 0o700 });
      writeWhole(draft, pieces);
      renameSync(draft, path);
    });
    if (!written) this.#attempt("be cleared away", () => rmSync(draft, { force: true }));
    this.#attempt("be tidied", () => this.#tidy(path));
    return written;
  }

  /** Removes what another program left half written, and what is too much. */
  #tidy(newest: string): void {
    const files = readdirSync(this.path).flatMap((name) => this.#statOf(join(this.path, name)));
    const abandoned = files.filter(({ path, age }) => path.endsWith(".tmp") && age > HOUR);
    const kept = files.filter(({ path }) => path.endsWith(ENDING) && path !== newest);
    kept.sort((a, b) => a.age - b.age);
    let bytes = files.find(({ path }) => path === newest)?.size ?? 0;
    const surplus = kept.filter(({ size }, i) => (bytes += size) > MOST_BYTES || i + 1 >= MOST_FILES);
    for (const { path } of [...abandoned, ...surplus]) rmSync(path, { force: true });
  }

  #statOf(path: string): { path: string; size: number; age: number }[] {
    try {
      const { size, mtimeMs } = statSync(path);
      return [{ path, size, age: Date.now() - mtimeMs }];
    } catch {
      // Another program has just removed it.
      return [];
    }
  }

  #attempt(what: string, action: () => void): boolean {
    try {
      action();
      return true;
    } catch (error) {
      this.#log(`The folder of compiled knowledge bases, ${this.path}, cannot ${what} (${error}).`);
      return false;
    }
  }
}

function touch(path: string): void {
  const now = new Date();
  utimesSync(path, now, now);
}

function readPart(path: string, from: number, to: number): Uint8Array {
  const file = openSync(path, "r");
  try {
    const length = Math.max(0, Math.min(to, fstatSync(file).size) - from);
    const bytes = Buffer.allocUnsafeSlow(length);
    let at = 0;
    for (let more = 1; more > 0; at += more) more = readSync(file, bytes, at, length - at, from + at);
    return bytes.subarray(0, at);
  } finally {
    closeSync(file);
  }
}

function writeWhole(path: string, pieces: readonly Uint8Array[]): void {
  const file = openSync(path, "wx", 0o600);
  try {
    for (const bytes of pieces) for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
