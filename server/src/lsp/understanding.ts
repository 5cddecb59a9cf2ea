import {
  type ClientCapabilities,
  type CompletionItemKind,
  type InsertTextMode,
  MarkupKind,
  ResourceOperationKind,
  type SymbolKind,
} from "vscode-languageserver";

/** Which forms of an answer a client understands. What it did not say, it does not. */
export interface Understanding {
  readonly hoverFormat: MarkupKind;
  /** Of the documentation of completions; undefined: as a mere string. */
  readonly documentationFormat: MarkupKind | undefined;
  readonly labelDetails: boolean;
  readonly insertTextModes: ReadonlySet<InsertTextMode>;
  readonly itemKinds: ReadonlySet<CompletionItemKind>;
  /** Code actions may be more than commands. */
  readonly codeActions: boolean;
  readonly preferredActions: boolean;
  readonly nestedSymbols: boolean;
  readonly symbolKinds: ReadonlySet<SymbolKind>;
  readonly workspaceSymbolKinds: ReadonlySet<SymbolKind>;
  readonly relatedInformation: boolean;
  /** The link from a diagnostic to its page. */
  readonly codeDescriptions: boolean;
  readonly preparedRenames: boolean;
  /** It lets the server edit documents, and make files. */
  readonly appliedEdits: boolean;
  readonly createdFiles: boolean;
  readonly shownDocuments: boolean;
  /** It puts questions of the protocol to its user. */
  readonly questions: boolean;
}

/** The kinds of completions and symbols that the protocol began with: who says nothing of kinds knows these. */
const FIRST_KINDS = Array.from({ length: 18 }, (_, i) => i + 1);

export function understandingFrom({ textDocument, workspace, window }: ClientCapabilities): Understanding {
  const item = textDocument?.completion?.completionItem;
  const edits = workspace?.workspaceEdit;
  // Who pulls says of that how diagnostics are shown, or of pushed ones, for the protocol came to it late.
  const diagnostics = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  return {
    hoverFormat: formatIn(textDocument?.hover?.contentFormat) ?? MarkupKind.PlainText,
    documentationFormat: formatIn(item?.documentationFormat),
    labelDetails: item?.labelDetailsSupport === true,
    insertTextModes: new Set(item?.insertTextModeSupport?.valueSet),
    itemKinds: new Set(textDocument?.completion?.completionItemKind?.valueSet ?? firstKinds()),
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    symbolKinds: new Set(textDocument?.documentSymbol?.symbolKind?.valueSet ?? firstKinds()),
    workspaceSymbolKinds: new Set(workspace?.symbol?.symbolKind?.valueSet ?? firstKinds()),
    relatedInformation: diagnostics.relatedInformation === true,
    codeDescriptions: diagnostics.codeDescriptionSupport === true,
    preparedRenames: textDocument?.rename?.prepareSupport === true,
    appliedEdits: workspace?.applyEdit === true,
    createdFiles:
      edits?.documentChanges === true &&
      edits.resourceOperations?.includes(ResourceOperationKind.Create) === true,
    shownDocuments: window?.showDocument?.support === true,
    questions: window?.showMessage !== undefined,
  };
}

function firstKinds<T extends number>(): T[] {
  return FIRST_KINDS as T[];
}

/** The one that the client would rather have, which it names first; undefined if none is known here. */
function formatIn(formats: readonly MarkupKind[] | undefined): MarkupKind | undefined {
  return formats?.find((format) => MarkupKind.is(format));
}
