/**
 * What passes between this server and its clients beyond the Language Server Protocol.
 * A client may import this file; it imports nothing itself.
 */

/**
 * Request from the server: no knowledge base was found for a draft; may the bundled one serve?
 * Sent at most once a session, and only to a client that said `canAsk`.
 */
export const ASK_BUNDLED = "aide-memoire/askBundled";

export interface AskBundledParams {
  /** The draft that was opened. */
  readonly uri: string;
  /** What the bundled knowledge base is about. */
  readonly title: string;
}

/** "later" asks again in the next session; remembering "yes" and "no" is up to the client (its settings). */
export type AskBundledAnswer = "yes" | "no" | "later";

/**
 * Request from the server, to a client that said `canAsk`: why may a finding stay? The answer is the reason, empty for
 * none, or null if the user thinks better of it.
 */
export const ASK_REASON = "aide-memoire/askReason";

export interface AskReasonParams {
  /** The check that found something, and the words that it is about. */
  readonly check: string;
  readonly words: string;
}

/** Command of the server: records in the workspace's ignore file that a finding is known. Its argument is an {@link IgnoreRequest}. */
export const IGNORE = "aideMemoire.ignore";

export interface IgnoreRequest {
  /** The draft. */
  readonly uri: string;
  readonly check: string;
  readonly fingerprint: string;
  readonly words: string;
  /** Where it is given, nobody is asked. */
  readonly reason?: string;
}

/**
 * Command of the server: what was read at a place of a draft, how it was linked, and what kept a check silent, in
 * Markdown; null where there is no prose. Its argument is an {@link ExplainRequest}.
 */
export const EXPLAIN = "aideMemoire.explain";

export interface ExplainRequest {
  /** The draft. */
  readonly uri: string;
  /** As in the Language Server Protocol. */
  readonly position: { readonly line: number; readonly character: number };
}

/** Command of the server: reads the knowledge bases of the window again, and tells what is in them and wrong with them. */
export const CHECK_KNOWLEDGE = "aideMemoire.checkKnowledge";

/**
 * Command of a client that said `showsMentions`: lists places, as a list of references does. Its arguments are a URI, a
 * position in that document and the places (`Location[]`), all as in the Language Server Protocol.
 */
export const SHOW_MENTIONS = "aideMemoire.showMentions";

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

/** What a client may send as `initializationOptions`. */
export interface InitializationOptions {
  /** The client answers {@link ASK_BUNDLED}. */
  readonly canAsk?: boolean;
  /** The client answers {@link LIST_FILES}, {@link READ_FILE} and {@link WRITE_FILE}. */
  readonly readsFiles?: boolean;
  /** The folder of the extension, as a URI: a server that runs in a browser cannot know where it lies. */
  readonly extension?: string;
  /** The client has the command {@link SHOW_MENTIONS}. */
  readonly showsMentions?: boolean;
  /** The client's command that opens its list of completions, to follow one that calls for another. */
  readonly suggestCommand?: string;
  /** The settings, for a client that does not answer `workspace/configuration`. */
  readonly settings?: unknown;
}

/** The section of the settings that the server asks for. */
export const SETTINGS_SECTION = "aideMemoire";
