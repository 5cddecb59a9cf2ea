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
  /** Also shows it as a message, for a client that has no better place for it. */
  readonly show?: boolean;
}

/**
 * Command of the server: every checkable statement of an open draft with its verdict, the fact and the source, written in
 * a format; null for what is no draft. Its argument is a {@link FactSheetRequest}.
 */
export const FACT_SHEET = "aideMemoire.factSheet";

export interface FactSheetRequest {
  /** The draft. */
  readonly uri: string;
  /** Markdown, where none is given. */
  readonly format?: "html" | "markdown" | "csv" | "json";
}

/**
 * Command of the server: the known events and the dated statements of an open draft on one axis, written in a format; null
 * for what is no draft. Its argument is a {@link TimelineRequest}.
 */
export const TIMELINE = "aideMemoire.timeline";

export interface TimelineRequest {
  /** The draft. */
  readonly uri: string;
  /** SVG, where none is given. */
  readonly format?: "json" | "svg" | "html";
}

/** Commands of a client that said `showsFactSheet`: show them of the draft `{ uri }`, or of the one before the user. */
export const SHOW_FACT_SHEET = "aideMemoire.showFactSheet";
export const SHOW_TIMELINE = "aideMemoire.showTimeline";

/** Command of the server: opens what a fact rests on where it is written. Its argument is an {@link OpenEntryRequest}. */
export const OPEN_ENTRY = "aideMemoire.openEntry";

export interface OpenEntryRequest {
  /** The knowledge file. */
  readonly uri: string;
  /** As in the Language Server Protocol. */
  readonly range: { readonly start: OpenEntryPlace; readonly end: OpenEntryPlace };
}

interface OpenEntryPlace {
  readonly line: number;
  readonly character: number;
}

/** Command of the server: reads the knowledge bases of the window again, and tells what is in them and wrong with them. */
export const CHECK_KNOWLEDGE = "aideMemoire.checkKnowledge";

/**
 * Command of the server, for clients whose code actions can only be commands: asks the client to apply an edit, then
 * carries out the command of ours that goes with it. Its argument is an {@link ApplyEditRequest}.
 */
export const APPLY_EDIT = "aideMemoire.applyEdit";

export interface ApplyEditRequest {
  /** A `WorkspaceEdit` of the Language Server Protocol. */
  readonly edit: object;
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
}

/**
 * Command of the server, for a client without {@link SHOW_MENTIONS} that lets documents be shown: opens one of the drafts
 * that mention an entry. Its argument is an {@link OpenMentionRequest}.
 */
export const OPEN_MENTION = "aideMemoire.openMention";

export interface OpenMentionRequest {
  /** `Location[]` of the Language Server Protocol. */
  readonly places: readonly object[];
}

/**
 * Command of the server: checks all drafts of the window, open or not, with progress that the user can cancel; says what
 * was found, shows it in the list of problems, and gives a {@link WorkspaceCheck}. It takes no argument.
 */
export const CHECK_WORKSPACE = "aideMemoire.checkWorkspace";

export interface WorkspaceCheck {
  /** How many drafts were checked, and in how many of them something was found. */
  readonly drafts: number;
  readonly draftsWithFindings: number;
  readonly findings: number;
  /** How many findings each check has, by its id, and how many each severity has. */
  readonly byCheck: Readonly<Record<string, number>>;
  readonly bySeverity: Readonly<Record<"error" | "warning" | "information" | "hint", number>>;
  /** The user broke it off: what was checked until then is counted. */
  readonly cancelled: boolean;
}

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

/** A place in a file, and a stretch of it, as in the Language Server Protocol. */
export interface Place {
  readonly uri: string;
  readonly range: Stretch;
}

export interface Stretch {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/**
 * Commands of the server: the actors, and the events, of the knowledge base that serves a document, or the window. Their
 * argument is an {@link EntriesRequest}, their answer an {@link EntriesAnswer}, or null where there is no knowledge base.
 */
export const ACTORS = "aideMemoire.actors";
export const EVENTS = "aideMemoire.events";

export interface EntriesRequest {
  /** A draft or a knowledge file; without it, the first folder of the window that has a knowledge base counts. */
  readonly uri?: string | undefined;
  /** Words that must all be in what an entry is called; other names, abbreviations and its id count. */
  readonly filter?: string | undefined;
  /** Only what the draft mentions. */
  readonly mentionedOnly?: boolean | undefined;
  /** The group whose entries are wanted; without it only groups are told. */
  readonly group?: string | undefined;
  /** Which entries of the group, if there are many: from this one, so many of them (all, without a limit). */
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

export interface EntriesAnswer {
  /** How many there are, and how many of them the filter lets through. */
  readonly all: number;
  readonly found: number;
  /** In their order; the key is an actor's type, or a year or decade ("2025", "1990s"), empty for events without a date. */
  readonly groups: readonly { readonly key: string; readonly count: number }[];
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly id: string;
  readonly name: string;
  /** The office of a person, the abbreviation of a body, the date of an event; or nothing. */
  readonly detail: string;
  readonly type: string;
  /** How often the draft mentions it; 0 where the document is none. */
  readonly mentions: number;
  /** Where it is written. */
  readonly place?: Place | undefined;
}

/** Command of the server: what is known of an entry, in Markdown; null where there is none. Its argument is an {@link EntryRequest}. */
export const CARD = "aideMemoire.card";

/**
 * Command of the server: in which drafts of the window an actor or event is mentioned, and how often; of one draft, where.
 * Its argument is an {@link EntryRequest}, its answer a list of {@link DraftMentions}.
 */
export const MENTIONS = "aideMemoire.mentions";

export interface EntryRequest {
  readonly id: string;
  /** As in {@link EntriesRequest}. */
  readonly uri?: string | undefined;
  /** For {@link MENTIONS}: only this draft, each place with the line that it stands in. */
  readonly draft?: string | undefined;
}

export interface DraftMentions {
  readonly uri: string;
  readonly count: number;
  /** In the order of the draft; empty unless one draft was asked for. */
  readonly mentions: readonly MentionPlace[];
}

export interface MentionPlace {
  readonly range: Stretch;
  /** The mention in its line, which is cut where it is long. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** In somebody else's words. */
  readonly quoted: boolean;
}

/** Command of the server: how things stand for a document. Its argument is a {@link StatusRequest}, its answer a {@link Status}. */
export const STATUS = "aideMemoire.status";

export interface StatusRequest {
  /** As in {@link EntriesRequest}. */
  readonly uri?: string | undefined;
}

export interface Status {
  /** There is a knowledge base; there is none; there is the bundled one, which nobody has agreed to yet. */
  readonly state: "served" | "none" | "notAgreed";
  readonly knowledge: readonly {
    readonly title: string;
    readonly actors: number;
    readonly events: number;
    readonly bundled: boolean;
    /** A file of it to open. */
    readonly file: string | undefined;
  }[];
  /** Of a draft: how many of its statements have each verdict, and how much is found. */
  readonly draft?: {
    readonly contradicted: number;
    readonly supported: number;
    readonly unverified: number;
    readonly findings: number;
  };
}

/**
 * Command of the server: begins a knowledge base, with one actor, one event and one source, in a folder. Its argument is a
 * {@link CreateKnowledgeRequest}, its answer a {@link CreatedKnowledge}, or null where it was refused or could not be written.
 * A folder that has a knowledge base keeps it.
 */
export const CREATE_KNOWLEDGE = "aideMemoire.createKnowledge";

export interface CreateKnowledgeRequest {
  /** The folder; without it, the first one of the window. */
  readonly folder?: string | undefined;
}

export interface CreatedKnowledge {
  /** The file to open, new or old. */
  readonly file: string;
  readonly created: boolean;
  /** A sentence that the new knowledge base contradicts, to try it on. */
  readonly sentence: string;
}

/** Notification from the server, to a client that said `showsStatus`: it has begun, or is done with, reading drafts. */
export const ACTIVITY = "aide-memoire/activity";

export interface ActivityParams {
  readonly checking: boolean;
}

/**
 * Notification from the server, to a client that said `showsStatus`: knowledge, drafts or settings are others now, so what
 * {@link STATUS}, {@link ACTORS}, {@link EVENTS} and {@link MENTIONS} answer may be another too. It has no parameters.
 */
export const CHANGED = "aide-memoire/changed";

/** Notification from the client: the user has come to trust the workspace, or no longer does. */
export const TRUST = "aide-memoire/trust";

export interface TrustParams {
  readonly trusted: boolean;
}

/** What a client may send as `initializationOptions`. */
export interface InitializationOptions {
  /** The client answers {@link ASK_BUNDLED}. */
  readonly canAsk?: boolean;
  /** The client answers {@link LIST_FILES} and the requests after it. */
  readonly readsFiles?: boolean;
  /** The folder of the extension, as a URI: a server that runs in a browser cannot know where it lies. */
  readonly extension?: string;
  /** The client has the command {@link SHOW_MENTIONS}. */
  readonly showsMentions?: boolean;
  /** The client has the commands {@link SHOW_FACT_SHEET} and {@link SHOW_TIMELINE}. */
  readonly showsFactSheet?: boolean;
  /** The client shows what {@link ACTIVITY} and {@link CHANGED} tell. */
  readonly showsStatus?: boolean;
  /**
   * Whether the user trusts the workspace, true unless said otherwise. In one that is not trusted, the server writes no
   * file, changes none but the document that is asked about, and reads no knowledge base outside the workspace.
   */
  readonly trusted?: boolean;
  /** The client's command that opens its list of completions, to follow one that calls for another. */
  readonly suggestCommand?: string;
  /** The settings, for a client that does not answer `workspace/configuration`; or they stand under the name of a section. */
  readonly settings?: unknown;
  readonly aideMemoire?: unknown;
  readonly "aide-memoire"?: unknown;
}

/** The section of the settings that the server asks for. */
export const SETTINGS_SECTION = "aideMemoire";

/** Where settings are looked for, in this order: some editors keep them under the name of the server. */
export const SETTINGS_SECTIONS = [SETTINGS_SECTION, "aide-memoire"] as const;
