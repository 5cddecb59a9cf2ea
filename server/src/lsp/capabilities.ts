import {
  CodeActionKind,
  type FileOperationOptions,
  FileOperationPatternKind,
  type InitializeParams,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { DRAFT_ACTION_KINDS, KNOWLEDGE_ACTION_KINDS } from "./action-kinds.ts";
import type { Client } from "./client.ts";
import { TRIGGERS } from "./completion-triggers.ts";
import {
  ACTORS,
  APPLY_EDIT,
  CARD,
  CHECK_KNOWLEDGE,
  CHECK_WORKSPACE,
  CREATE_KNOWLEDGE,
  EVENTS,
  EXPLAIN,
  FACT_SHEET,
  IGNORE,
  MENTIONS,
  OPEN_ENTRY,
  OPEN_MENTION,
  STATUS,
  TIMELINE,
} from "./protocol.ts";
import { TOKENS_LEGEND } from "./tokens-legend.ts";

/** The commands that any client may call. */
const COMMAND_NAMES = [
  APPLY_EDIT,
  CHECK_KNOWLEDGE,
  CHECK_WORKSPACE,
  EXPLAIN,
  OPEN_MENTION,
  FACT_SHEET,
  TIMELINE,
  IGNORE,
  OPEN_ENTRY,
  ACTORS,
  EVENTS,
  CARD,
  MENTIONS,
  STATUS,
  CREATE_KNOWLEDGE,
];

const ANY = { filters: [{ pattern: { glob: "**/*" } }] };
/** What may be named as a knowledge base. */
const NAMED = {
  filters: [
    { pattern: { glob: "**/*.{yaml,yml}", matches: FileOperationPatternKind.file } },
    { pattern: { glob: "**/*", matches: FileOperationPatternKind.folder } },
  ],
};

/** What the server wants to hear of files that the user creates, renames or deletes in the client, as far as that tells it. */
function fileOperationsFor({ capabilities }: InitializeParams): FileOperationOptions {
  const can = capabilities?.workspace?.fileOperations;
  return {
    ...(can?.didCreate && { didCreate: ANY }),
    ...(can?.didRename && { didRename: ANY }),
    ...(can?.didDelete && { didDelete: ANY }),
    ...(can?.willRename && { willRename: NAMED }),
  };
}

/** What the server can do, as far as this client lets it. */
export function capabilitiesFor(client: Client, params: InitializeParams): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { resolveProvider: true, triggerCharacters: TRIGGERS },
    codeActionProvider: !client.understands.codeActions || {
      codeActionKinds: [CodeActionKind.QuickFix, ...DRAFT_ACTION_KINDS, ...KNOWLEDGE_ACTION_KINDS],
      resolveProvider: true,
    },
    definitionProvider: true,
    typeDefinitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: !client.understands.preparedRenames || { prepareProvider: true },
    linkedEditingRangeProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: { resolveProvider: true },
    documentLinkProvider: {},
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: { resolveProvider: true },
    semanticTokensProvider: { legend: TOKENS_LEGEND, full: { delta: true }, range: true },
    executeCommandProvider: { commands: [...COMMAND_NAMES] },
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    workspace: {
      fileOperations: fileOperationsFor(params),
      ...(client.hasFolders ? { workspaceFolders: { supported: true, changeNotifications: true } } : {}),
    },
  };
}
