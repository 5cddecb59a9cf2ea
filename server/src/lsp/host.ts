import type { KnowledgeCache } from "../node/knowledge-cache.ts";
import type { Entry, Workspace } from "../workspace.ts";

/** A file's size in bytes, and a number that is another one when it was written anew (a time in milliseconds). */
export interface Stat {
  readonly size: number;
  readonly modified: number;
}

/** What the server needs of the place it runs in, Node or a web worker. Folders and files are URIs. */
export interface Host extends Workspace {
  /** The folder of the bundled knowledge base. */
  readonly bundled: string;
  /** The folders of the manual pages: of the checks, and of the linter's rules. */
  readonly pages: readonly string[];
  /** Compiled knowledge bases; undefined where none are kept. */
  readonly cache?: KnowledgeCache | undefined;
  /** Writes a text file whole, or not at all: false where it cannot. */
  write(file: string, text: string): Promise<boolean>;
  /** The files directly in a folder. */
  filesIn(folder: string): Promise<readonly string[]>;
  /** What lies right in a folder, nothing where there is none; undefined where it cannot be read. Reports nothing. */
  entries(folder: string): Promise<readonly Entry[] | undefined>;
  /** What is known of a file without reading it; undefined where there is none that can be read. Reports nothing. */
  stat(file: string): Promise<Stat | undefined>;
  /** Whether a URI is of a kind whose files can be reached, as those of drafts that were never saved cannot. */
  reaches(uri: string): boolean;
  /** Resolves after a turn of the event loop. */
  pause(): Promise<void>;
  /** One spelling for each file, so that URIs can be compared. */
  canonical(uri: string): string;
  /** The file or folder that a path in the settings of a window's folder means. */
  resolve(folder: string, path: string): string;
  /** Tells of changes in folders (not below them) until the returned function is called. */
  watch(folders: readonly string[], files: readonly string[], onChange: (uri: string) => void): () => void;
}
