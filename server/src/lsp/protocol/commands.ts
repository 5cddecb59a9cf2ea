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
