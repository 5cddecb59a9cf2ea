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
