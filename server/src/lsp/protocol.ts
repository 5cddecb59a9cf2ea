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

/** What a client may send as `initializationOptions`. */
export interface InitializationOptions {
  /** The client answers {@link ASK_BUNDLED}. */
  readonly canAsk?: boolean;
  /** The settings, for a client that does not answer `workspace/configuration`. */
  readonly settings?: unknown;
}

/** The section of the settings that the server asks for. */
export const SETTINGS_SECTION = "aideMemoire";
