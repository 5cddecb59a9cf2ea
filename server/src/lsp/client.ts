import type { InitializeParams } from "vscode-languageserver";
import { type InitializationOptions, SETTINGS_SECTIONS } from "./protocol.ts";
import { type Understanding, understandingFrom } from "./understanding.ts";

/** What this client can do, as far as it changes what the server does. */
export interface Client {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly tellsSettings: boolean;
  readonly registersSettings: boolean;
  readonly watchesFiles: boolean;
  /** It watches single folders, wherever they are. */
  readonly watchesFolders: boolean;
  readonly readsFiles: boolean;
  /** The folder of the extension; empty where it is not told. */
  readonly extension: string;
  readonly hasFolders: boolean;
  readonly versionsEdits: boolean;
  readonly annotatesEdits: boolean;
  readonly linksDefinitions: boolean;
  readonly linksTypeDefinitions: boolean;
  /** It asks for the place of a symbol when it goes there. */
  readonly resolvesSymbols: boolean;
  readonly canAsk: boolean;
  readonly showsMentions: boolean;
  readonly showsFactSheet: boolean;
  readonly showsStatus: boolean;
  /** Whether the workspace was trusted at the start. */
  readonly trusted: boolean;
  /** It can show an action that is off, and why. */
  readonly showsDisabledActions: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesTokens: boolean;
  readonly takesSnippets: boolean;
  /** What it asks for only when it is looked at. */
  readonly resolves: { readonly actions: boolean; readonly hints: boolean };
  readonly createsFiles: boolean;
  readonly showsDocuments: boolean;
  /** Empty where there is none. */
  readonly suggestCommand: string;
  /** Settings that it sent along, for want of a way to ask for them. */
  readonly settings: unknown;
  readonly understands: Understanding;
}

/** Reads a client's capabilities; whatever is missing or odd counts as absent. */
export function clientFrom(params: InitializeParams): Client {
  const { workspace, textDocument, window } = params.capabilities ?? {};
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    tellsSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesFolders: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    readsFiles: options.readsFiles === true,
    extension: typeof options.extension === "string" ? options.extension : "",
    hasFolders: workspace?.workspaceFolders === true,
    versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
    annotatesEdits:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.changeAnnotationSupport !== undefined,
    linksDefinitions: textDocument?.definition?.linkSupport === true,
    linksTypeDefinitions: textDocument?.typeDefinition?.linkSupport === true,
    resolvesSymbols: workspace?.symbol?.resolveSupport?.properties.includes("location.range") === true,
    canAsk: options.canAsk === true,
    showsMentions: options.showsMentions === true,
    showsFactSheet: options.showsFactSheet === true,
    showsStatus: options.showsStatus === true,
    trusted: options.trusted !== false,
    showsDisabledActions: textDocument?.codeAction?.disabledSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    resolves: {
      actions:
        textDocument?.codeAction?.dataSupport === true &&
        textDocument.codeAction.resolveSupport?.properties?.includes("edit") === true,
      hints: ["tooltip", "textEdits"].every((property) =>
        textDocument?.inlayHint?.resolveSupport?.properties?.includes(property),
      ),
    },
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes("create") === true,
    showsDocuments: window?.showDocument?.support === true,
    takesSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    suggestCommand: typeof options.suggestCommand === "string" ? options.suggestCommand : "",
    settings: options.settings ?? sectionOf(options),
    understands: understandingFrom(params.capabilities ?? {}),
  };
}

/** Our section of settings that a client sends as a whole. */
export function sectionOf(settings: unknown): unknown {
  const all = (settings ?? {}) as Record<string, unknown>;
  return SETTINGS_SECTIONS.map((section) => all[section]).find((section) => section != null);
}

/** The folders of the window, by URI. */
export function foldersFrom(params: InitializeParams): string[] {
  const folders = params.workspaceFolders?.map((folder) => folder.uri);
  return folders ?? (params.rootUri ? [params.rootUri] : []);
}
