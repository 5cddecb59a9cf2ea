import type { InitializeParams } from "vscode-languageserver";
import type { InitializationOptions } from "./protocol.ts";

/** What this client can do, as far as it changes what the server does. */
export interface Client {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly showsRelated: boolean;
  readonly tellsSettings: boolean;
  readonly registersSettings: boolean;
  readonly watchesFiles: boolean;
  readonly hasFolders: boolean;
  readonly versionsEdits: boolean;
  readonly linksDefinitions: boolean;
  readonly canAsk: boolean;
  readonly showsMentions: boolean;
  readonly showsStatus: boolean;
  /** Whether the workspace was trusted at the start. */
  readonly trusted: boolean;
  /** It can show an action that is off, and why. */
  readonly showsDisabledActions: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly takesSnippets: boolean;
  /** Empty where there is none. */
  readonly suggestCommand: string;
  /** Settings that it sent along, for want of a way to ask for them. */
  readonly settings: unknown;
}

/** Reads a client's capabilities; whatever is missing or odd counts as absent. */
export function clientFrom(params: InitializeParams): Client {
  const { workspace, textDocument } = params.capabilities ?? {};
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsRelated:
      (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.relatedInformation !== false,
    tellsSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: workspace?.workspaceFolders === true,
    versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
    linksDefinitions: textDocument?.definition?.linkSupport === true,
    canAsk: options.canAsk === true,
    showsMentions: options.showsMentions === true,
    showsStatus: options.showsStatus === true,
    trusted: options.trusted !== false,
    showsDisabledActions: textDocument?.codeAction?.disabledSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    takesSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    suggestCommand: typeof options.suggestCommand === "string" ? options.suggestCommand : "",
    settings: options.settings,
  };
}

/** The folders of the window, by URI. */
export function foldersFrom(params: InitializeParams): string[] {
  const folders = params.workspaceFolders?.map((folder) => folder.uri);
  return folders ?? (params.rootUri ? [params.rootUri] : []);
}
