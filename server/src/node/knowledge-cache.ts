import { createCipheriv, createHash } from "node:crypto";
import { compileBase } from "../knowledge-base/cache/compile.ts";
import { HEAD_SIZE, lengthFrom } from "../knowledge-base/cache/container.ts";
import { type CompiledBase, openBase } from "../knowledge-base/cache/open.ts";
import { openTables, packTables } from "../knowledge-base/cache/tables.ts";
import type { KnowledgeFile, LoadedBase } from "../knowledge-base/loading/load.ts";
import { finish } from "../knowledge-base/steps.ts";
import { type Arrays, findTablesOf, settle, type TableKind, tablesOf } from "../knowledge-base/tables.ts";
import { CacheFolder, cacheFolderOf, type Environment } from "./cache-folder.ts";

/** What the bundler puts in: a hash of all that decides how a knowledge base is read. */
declare const LOADER_VERSION: string | undefined;

/** A file of a knowledge base; the bytes, where they are at hand, spare its text from being made. */
export interface ContentFile extends KnowledgeFile {
  readonly bytes?: Uint8Array;
}

/** Reads the text of a source; undefined where it cannot be read. */
export type ReadText = (file: string) => string | undefined;

/** Knowledge bases from this size on are compiled without being asked for, in bytes of YAML. */
export const WORTHWHILE = 256 * 1024;

/**
 * The compiled knowledge bases of this user, each found by its content. The program's versions are part of what is
 * looked for: what another version has compiled is not there.
 */
export class KnowledgeCache {
  readonly #folder: CacheFolder;
  readonly #program: string;
  readonly #tables: Tables;

  /** Beside a knowledge base the tables of these kinds are kept. */
  constructor(folder: CacheFolder, program: string, tables: Tables = []) {
    this.#folder = folder;
    this.#program = program;
    this.#tables = tables;
  }

  /** The cache that the environment asks for; undefined where it is off, or the program does not know its own version. */
  static of(
    environment: Environment,
    version: string,
    tables: Tables,
    log?: (message: string) => void,
  ): KnowledgeCache | undefined {
    const path = cacheFolderOf(environment);
    const loader = typeof LOADER_VERSION === "string" ? LOADER_VERSION : "";
    if (path === undefined || loader === "") return undefined;
    return new KnowledgeCache(new CacheFolder(path, log), `${version} ${loader}`, tables);
  }

  /** Looks for the knowledge base that consists of some files and comes after others, of this version. */
  find(files: readonly ContentFile[], before = ""): CachedBase {
    return finish(this.finding(files, before));
  }

  /** The same in steps, for large files take a while to be told apart. */
  *finding(files: readonly ContentFile[], before = ""): Generator<undefined, CachedBase, undefined> {
    const hash = createHash("sha256").update(`${this.#program}\0${before}`);
    let size = 0;
    for (const [i, name] of relativeNames(files).entries()) {
      const content = files[i]!.bytes ?? files[i]!.text;
      const length = Buffer.byteLength(content);
      hash.update(`\0${name}\0${length}\0`);
      for (const piece of piecesOf(content)) {
        hash.update(piece);
        yield;
      }
      size += length;
    }
    const key = hash.digest("hex");
    return new CachedBase(this.#folder, key, this.#program, files, size >= WORTHWHILE, this.#tables);
  }
}

/** How much is hashed between two pauses, in bytes or characters. */
const PIECE = 500_000;

/** A content in pieces, none of which ends within a character. */
function* piecesOf(content: string | Uint8Array): Generator<string | Uint8Array> {
  for (let from = 0; from < content.length; ) {
    let to = Math.min(content.length, from + PIECE);
    if (typeof content !== "string") yield content.subarray(from, to);
    else {
      if (isHighSurrogate(content.charCodeAt(to - 1)) && to < content.length) to++;
      yield content.slice(from, to);
    }
    from = to;
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

type Tables = readonly TableKind<unknown>[];

/** The place of a knowledge base in the cache, and what is there. */
export class CachedBase {
  /** Where it is or would be kept. */
  readonly path: string;
  /** Whether it is large enough that it should be kept. */
  readonly worthwhile: boolean;
  readonly #folder: CacheFolder;
  readonly #key: string;
  readonly #stamp: string;
  readonly #files: readonly KnowledgeFile[];
  readonly #compiled: CompiledBase | undefined;
  readonly #tables: Tables;
  /** Of what is there, in bytes, its tables aside. */
  readonly size: number | undefined;
  /** Where its tables begin in its file. */
  readonly #length: number;

  constructor(
    folder: CacheFolder,
    key: string,
    program: string,
    files: readonly KnowledgeFile[],
    worthwhile: boolean,
    tables: Tables,
  ) {
    this.path = folder.pathOf(key);
    this.worthwhile = worthwhile;
    this.#folder = folder;
    this.#key = key;
    this.#stamp = `${program} ${key}`;
    this.#files = files;
    this.#tables = tables;
    const head = folder.read(key, 0, HEAD_SIZE);
    this.#length = head === undefined ? 0 : lengthFrom(head);
    const bytes = this.#length === 0 ? undefined : folder.read(key, 0, this.#length);
    this.size = bytes?.length;
    this.#compiled = bytes && openBase(bytes, this.#stamp, checksum);
  }

  /** The texts of sources that it was compiled with; undefined where it is not there. */
  get sourceTexts(): readonly string[] | undefined {
    return this.#compiled?.sourceTexts(this.#names).map(({ file }) => file);
  }

  /** The compiled knowledge base, if it is there and the texts of its sources are what they were. */
  open(readText: ReadText): LoadedBase | undefined {
    const texts = this.#compiled?.sourceTexts(this.#names) ?? [];
    const same = texts.every(({ file, digest }) => digestOf(readText(file)) === digest);
    const loaded = same ? this.#compiled?.load(this.#files, readText) : undefined;
    if (loaded !== undefined) this.#findTables(loaded);
    return loaded;
  }

  /** The tables lie behind the knowledge base, and are read when the first of them is asked for; damaged ones are made again. */
  #findTables({ knowledge }: LoadedBase): void {
    if (this.#tables.length === 0) return;
    let tables: ReadonlyMap<string, Arrays> | undefined;
    findTablesOf(knowledge, (name) => {
      if (tables !== undefined) return tables.get(name);
      const bytes = this.#folder.read(this.#key, this.#length);
      tables = bytes && openTables(bytes, this.#stamp, checksum);
      if (tables === undefined) {
        tables = new Map();
        const whole = this.#folder.read(this.#key, 0, this.#length);
        tables = finish(tablesOf(this.#tables, knowledge));
        if (whole !== undefined) this.#folder.write(this.#key, whole, this.#packed(tables));
      }
      return tables.get(name);
    });
  }

  #packed(tables: ReadonlyMap<string, Arrays>): Uint8Array {
    return packTables(tables, this.#stamp, checksum) ?? new Uint8Array();
  }

  /** Keeps what was loaded from the same files. Gives the size in bytes; undefined where it cannot be kept. */
  *keep(loaded: LoadedBase, readText: ReadText): Generator<undefined, number | undefined> {
    const bytes = yield* compileBase(loaded, {
      stamp: this.#stamp,
      checksum,
      digestOf: (file) => digestOf(readText(file)),
    });
    if (bytes === undefined) return undefined;
    const tables = this.#packed(yield* tablesOf(this.#tables, loaded.knowledge));
    settle(loaded.knowledge);
    return this.#folder.write(this.#key, bytes, tables) ? bytes.length : undefined;
  }

  get #names(): readonly string[] {
    return this.#files.map(({ file }) => file);
  }
}

/** The names of files below the folder that they share, so that they are the same wherever that folder lies. */
function relativeNames(files: readonly KnowledgeFile[]): string[] {
  const names = files.map(({ file }) => file.replaceAll("\\", "/"));
  let shared = (names[0] ?? "").lastIndexOf("/") + 1;
  while (shared > 0 && !names.every((name) => name.startsWith(names[0]!.slice(0, shared))))
    shared = names[0]!.lastIndexOf("/", shared - 2) + 1;
  return names.map((name) => name.slice(shared));
}

function digestOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : createHash("sha256").update(text).digest("hex");
}

const KEY = Buffer.alloc(16, 1);
const NONCE = Buffer.alloc(12);

/** GMAC under a known key: protects against nobody, but no damaged byte escapes it, and nothing here is faster. */
function checksum(bytes: Uint8Array): Uint8Array {
  const mac = createCipheriv("aes-128-gcm", KEY, NONCE).setAAD(bytes);
  mac.final();
  return mac.getAuthTag();
}
