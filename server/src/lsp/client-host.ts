import { type Connection, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import { URI, Utils } from "vscode-uri";
import type { Client } from "./client.ts";
import type { Host } from "./host.ts";
import {
  LIST_ENTRIES,
  LIST_FILES,
  type ListEntriesParams,
  type ListEntriesResult,
  type ListFilesParams,
  type ListFilesResult,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
  STAT_FILE,
  type StatFileParams,
  type StatFileResult,
  WRITE_FILE,
  type WriteFileParams,
  type WriteFileResult,
} from "./protocol.ts";

/** No folder is entered deeper than this: a knowledge base lies near its root. */
const DEEPEST = 6;

/** The files that a client reads for the server, whatever their scheme. */
export type ClientFiles = Omit<Host, "bundled" | "pages" | "cache" | "pause">;

/**
 * Files through the client; none, unless it said that it `readsFiles`. `report` hears why something could not be read;
 * `shipped` are the files that there are in the extension's folder: on the web, a folder has no listing.
 */
export function clientFiles(
  connection: Connection,
  client: Client,
  report: (message: string) => void,
  shipped: readonly string[] = [],
): ClientFiles {
  const reaches = (uri: string) => client.readsFiles && isReadable(uri);
  const isShipped = (uri: string) =>
    client.extension !== "" && uri.startsWith(`${canonical(client.extension)}/`);
  const ask = asking(connection);
  const list = async (folder: string, depth: number): Promise<readonly string[]> => {
    if (!reaches(folder)) return [];
    if (isShipped(folder)) return filesBelow(shipped, folder, depth);
    const params: ListFilesParams = { folder: rooted(folder), depth };
    const { files = [], problem } = await ask<ListFilesResult>(LIST_FILES, params);
    if (problem !== undefined) report(`The folder ${folder} cannot be read (${problem}).`);
    return files.map(canonical);
  };
  return {
    reaches,
    canonical,
    resolve: resolvePath,
    list: (folder) => list(folder, DEEPEST),
    filesIn: (folder) => list(folder, 0),
    entries: async (folder) => {
      if (!reaches(folder) || isShipped(folder)) return [];
      const params: ListEntriesParams = { folder: rooted(folder) };
      const { entries } = await ask<ListEntriesResult & Answer>(LIST_ENTRIES, params);
      return entries?.map(({ uri, isFolder }) => {
        const path = canonical(uri);
        return { name: decoded(path.slice(path.lastIndexOf("/") + 1)), path, isFolder };
      });
    },
    stat: async (file) => {
      if (!reaches(file)) return undefined;
      const params: StatFileParams = { file };
      const { stat } = await ask<StatFileResult & Answer>(STAT_FILE, params);
      return stat ?? undefined;
    },
    read: async (file) => {
      if (!reaches(file) || (isShipped(file) && !shipped.includes(file))) return undefined;
      const params: ReadFileParams = { file };
      const { text, problem } = await ask<ReadFileResult>(READ_FILE, params);
      if (problem !== undefined) report(`The file ${file} cannot be read (${problem}).`);
      return text ?? undefined;
    },
    write: async (file, text) => {
      if (!reaches(file)) return false;
      const params: WriteFileParams = { file, text };
      const { problem } = await ask<WriteFileResult>(WRITE_FILE, params);
      if (problem !== undefined) report(`The file ${file} cannot be written (${problem}).`);
      return problem === undefined;
    },
    watch: watching(connection, client),
  };
}

/** Asks the client; one that fails has a problem too. */
interface Answer {
  readonly problem?: string;
}

function asking(connection: Connection) {
  return async <R extends { readonly problem?: string }>(
    method: string,
    params: object,
  ): Promise<Partial<R>> => {
    try {
      return await connection.sendRequest<R>(method, params);
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) } as Partial<R>;
    }
  };
}

function filesBelow(files: readonly string[], folder: string, depth: number): readonly string[] {
  const below = files.filter((file) => file.startsWith(`${folder}/`));
  return depth > 0 ? below : below.filter((file) => file.lastIndexOf("/") === folder.length);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function isReadable(uri: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(uri) && !uri.startsWith("untitled:");
}

function canonical(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** The root of a scheme is a folder too: `memfs:` is short for `memfs:/`. */
function rooted(folder: string): string {
  return /^[^:]+:(?:\/\/[^/]*)?$/.test(folder) ? `${folder}/` : folder;
}

/** A path is one of the folder's own world, unless it is a URI. */
function resolvePath(folder: string, path: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return canonical(path).replace(/\/$/, "");
  if (folder === "") return "";
  const resolved = Utils.resolvePath(URI.parse(rooted(folder)), path.replaceAll("\\", "/"));
  return resolved.toString().replace(/\/$/, "");
}

/** Has the client watch single folders. Those of the last time are watched on if they are asked for again at once. */
function watching(connection: Connection, client: Client): Host["watch"] {
  let watched: { readonly folders: string; stop(): void; wanted: boolean } | undefined;
  return (folders) => {
    const wanted = client.watchesFiles && client.watchesFolders ? folders.filter(isReadable) : [];
    const key = wanted.join("\n");
    if (watched?.folders !== key) {
      watched?.stop();
      watched = { folders: key, stop: register(connection, wanted), wanted: true };
    }
    const current = watched;
    current.wanted = true;
    return () => {
      current.wanted = false;
      queueMicrotask(() => {
        if (current.wanted) return;
        current.stop();
        if (watched === current) watched = undefined;
      });
    };
  };
}

function register(connection: Connection, folders: readonly string[]): () => void {
  if (folders.length === 0) return () => {};
  const watchers = folders.map((folder) => ({ globPattern: { baseUri: rooted(folder), pattern: "*" } }));
  const registered = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  // A client that is gone, or will not watch after all, tells of no changes; nothing else hangs on it.
  registered.catch(() => undefined);
  return () => void registered.then((registration) => registration.dispose()).catch(() => undefined);
}
