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
