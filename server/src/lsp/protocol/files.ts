/**
 * Requests from the server, to a client that said `readsFiles`, about files that only the client can reach: those of
 * virtual folders and, where the server runs in a browser, all. Folders and files are URIs. What is not there is no
 * error: a folder without files, a file without text. Of what cannot be read or written, `problem` says why, for people.
 */
export const LIST_FILES = "aide-memoire/listFiles";

export interface ListFilesParams {
  readonly folder: string;
  /** How many levels of folders below it are entered; 0: only the files directly in it. */
  readonly depth: number;
}

/** Folders that are called `node_modules`, or by a name that begins with a dot, are not entered. */
export interface ListFilesResult {
  readonly files: readonly string[];
  readonly problem?: string;
}

/** What lies right in a folder; nothing where there is none, null where it cannot be read. See {@link LIST_FILES}. */
export const LIST_ENTRIES = "aide-memoire/listEntries";

export interface ListEntriesParams {
  readonly folder: string;
}

export interface ListEntriesResult {
  /** A link counts as a file, whatever it leads to. */
  readonly entries: readonly { readonly uri: string; readonly isFolder: boolean }[] | null;
}

/** What is known of a file without reading it. See {@link LIST_FILES}. */
export const STAT_FILE = "aide-memoire/statFile";

export interface StatFileParams {
  readonly file: string;
}

export interface StatFileResult {
  /** In bytes, and in milliseconds since 1970; null where there is no file that can be read. */
  readonly stat: { readonly size: number; readonly modified: number } | null;
}

/** See {@link LIST_FILES}. */
export const READ_FILE = "aide-memoire/readFile";

export interface ReadFileParams {
  readonly file: string;
}

export interface ReadFileResult {
  /** Null where there is no such file. */
  readonly text: string | null;
  readonly problem?: string;
}

/** Writes a whole file, with the folders that it needs. See {@link LIST_FILES}. */
export const WRITE_FILE = "aide-memoire/writeFile";

export interface WriteFileParams {
  readonly file: string;
  readonly text: string;
}

export interface WriteFileResult {
  readonly problem?: string;
}
