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
