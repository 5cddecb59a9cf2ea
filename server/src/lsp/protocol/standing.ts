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
