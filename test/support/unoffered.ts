import type { ClientCapabilities } from "vscode-languageserver/node";

/** A message as it came over the wire, or an answer under the method that it answers. */
export interface Said {
  readonly method: string;
  readonly content: unknown;
}

/** What a server used that a client has not offered, in words; the same thing only once. */
export function unoffered(capabilities: ClientCapabilities, all: readonly Said[]): string[] {
  const found = all.flatMap(({ method, content }) => {
    const rule = RULES[method];
    if (rule === undefined) return UNCONDITIONAL.has(method) ? [] : [`no rule for ${method}`];
    return rule(capabilities, content as Any).map((what) => `${method}: ${what}`);
  });
  return [...new Set(found)];
}

// biome-ignore lint/suspicious/noExplicitAny: answers of any shape are looked through here.
type Any = any;
type Rule = (capabilities: ClientCapabilities, content: Any) => string[];

/** What any client must take, and answers that have one form only. */
const UNCONDITIONAL = new Set([
  "window/logMessage",
  "window/showMessage",
  "$/logTrace",
  "textDocument/references",
  "textDocument/documentHighlight",
  "textDocument/inlayHint",
  "textDocument/semanticTokens/full",
  "textDocument/codeLens",
  "codeLens/resolve",
  "textDocument/prepareRename",
  "textDocument/foldingRange",
  "textDocument/linkedEditingRange",
  "textDocument/selectionRange",
  "workspace/executeCommand",
]);

const RULES: Readonly<Record<string, Rule>> = {
  initialize: serverCapabilities,
  "textDocument/hover": ({ textDocument }, hover) =>
    hover === null ? [] : format(textDocument?.hover?.contentFormat, hover.contents, ["plaintext"]),
  "textDocument/completion": (client, list) =>
    (list?.items ?? list ?? []).flatMap((item: Any) => completionItem(client, item)),
  "completionItem/resolve": completionItem,
  "textDocument/codeAction": (client, actions) =>
    (actions ?? []).flatMap((each: Any) => codeAction(client, each)),
  "textDocument/definition": ({ textDocument }, places) =>
    links(textDocument?.definition?.linkSupport, places),
  "textDocument/typeDefinition": ({ textDocument }, places) =>
    links(textDocument?.typeDefinition?.linkSupport, places),
  "textDocument/documentSymbol": documentSymbols,
  "workspace/symbol": ({ workspace }, symbols) =>
    kindsBeyond(workspace?.symbol?.symbolKind?.valueSet, symbols ?? []).concat(
      when(
        symbols?.some((each: Any) => !each.location.range) && !workspace?.symbol?.resolveSupport,
        "place without range",
      ),
    ),
  "textDocument/documentLink": ({ textDocument }, list) =>
    (list ?? []).flatMap(({ tooltip }: Any) =>
      when(tooltip !== undefined && !textDocument?.documentLink?.tooltipSupport, "tooltip"),
    ),
  "textDocument/rename": (client, edit) => workspaceEdit(client, edit),
  "textDocument/diagnostic": (client, report) =>
    (report.items ?? []).flatMap((each: Any) =>
      diagnostic({ ...client.textDocument?.publishDiagnostics, ...client.textDocument?.diagnostic }, each),
    ),
  "textDocument/publishDiagnostics": (client, { diagnostics }) =>
    diagnostics.flatMap((each: Any) => diagnostic(client.textDocument?.publishDiagnostics, each)),
  "workspace/applyEdit": (client, { edit }) => [
    ...when(!client.workspace?.applyEdit, "itself"),
    ...workspaceEdit(client, edit),
  ],
  "workspace/configuration": ({ workspace }) => when(!workspace?.configuration, "itself"),
  "workspace/workspaceFolders": ({ workspace }) => when(!workspace?.workspaceFolders, "itself"),
  "workspace/diagnostic/refresh": ({ workspace }) => when(!workspace?.diagnostics?.refreshSupport, "itself"),
  "workspace/codeLens/refresh": ({ workspace }) => when(!workspace?.codeLens?.refreshSupport, "itself"),
  "workspace/inlayHint/refresh": ({ workspace }) => when(!workspace?.inlayHint?.refreshSupport, "itself"),
  "workspace/semanticTokens/refresh": ({ workspace }) =>
    when(!workspace?.semanticTokens?.refreshSupport, "itself"),
  "client/registerCapability": (client, { registrations }) =>
    registrations.flatMap(({ method }: Any) => {
      const [part, feature] = method.split("/");
      return when(!(client as Any)[part]?.[feature]?.dynamicRegistration, method);
    }),
  "window/showMessageRequest": ({ window }) => when(!window?.showMessage, "itself"),
  "window/showDocument": ({ window }) => when(!window?.showDocument?.support, "itself"),
  "window/workDoneProgress/create": ({ window }) => when(!window?.workDoneProgress, "itself"),
  "$/progress": ({ window }) => when(!window?.workDoneProgress, "itself"),
};

function serverCapabilities(
  { textDocument, workspace, general }: ClientCapabilities,
  { capabilities }: Any,
): string[] {
  const { codeActionProvider, renameProvider, positionEncoding = "utf-16" } = capabilities;
  const encodings: readonly string[] = ["utf-16", ...(general?.positionEncodings ?? [])];
  return [
    ...when(
      typeof codeActionProvider === "object" && !textDocument?.codeAction?.codeActionLiteralSupport,
      "kinds of code actions",
    ),
    ...when(typeof renameProvider === "object" && !textDocument?.rename?.prepareSupport, "options of rename"),
    ...when(capabilities.diagnosticProvider && !textDocument?.diagnostic, "pulled diagnostics"),
    ...when(capabilities.workspace?.workspaceFolders && !workspace?.workspaceFolders, "folders"),
    ...Object.keys(capabilities.workspace?.fileOperations ?? {}).flatMap((each) =>
      when(!(workspace?.fileOperations as Any)?.[each], `file operation ${each}`),
    ),
    ...when(!encodings.includes(positionEncoding), positionEncoding),
  ];
}

function completionItem({ textDocument }: ClientCapabilities, item: Any): string[] {
  const client = textDocument?.completion?.completionItem;
  const modes: readonly number[] = client?.insertTextModeSupport?.valueSet ?? [];
  return [
    ...(item.documentation === undefined || typeof item.documentation === "string"
      ? []
      : format(client?.documentationFormat, item.documentation, [])),
    ...when(item.labelDetails && !client?.labelDetailsSupport, "details of the label"),
    ...when(item.insertTextFormat === 2 && !client?.snippetSupport, "snippet"),
    ...when(item.insertTextMode && !modes.includes(item.insertTextMode), "mode of insertion"),
    ...when(item.textEdit?.insert && !client?.insertReplaceSupport, "insertion or replacement"),
    ...when(item.preselect && !client?.preselectSupport, "preselection"),
    ...when(item.tags && !client?.tagSupport, "tags"),
    ...when(item.commitCharacters && !client?.commitCharactersSupport, "commit characters"),
    ...kindsBeyond(textDocument?.completion?.completionItemKind?.valueSet, [item]),
  ];
}

function codeAction(client: ClientCapabilities, action: Any): string[] {
  const can = client.textDocument?.codeAction;
  if (typeof action.command === "string") return [];
  const resolved: readonly string[] = can?.resolveSupport?.properties ?? [];
  return [
    ...when(!can?.codeActionLiteralSupport, "code action that is no command"),
    ...when(action.isPreferred !== undefined && !can?.isPreferredSupport, "preferred action"),
    ...when(action.disabled && !can?.disabledSupport, "disabled action"),
    ...when(action.data && !can?.dataSupport, "data"),
    ...when(
      !action.edit && !action.command && !action.disabled && !resolved.includes("edit"),
      "edit to be resolved",
    ),
    ...(action.edit ? workspaceEdit(client, action.edit) : []),
    ...(action.diagnostics ?? []).flatMap((each: Any) =>
      diagnostic({ ...client.textDocument?.publishDiagnostics, ...client.textDocument?.diagnostic }, each),
    ),
  ];
}

function workspaceEdit({ workspace }: ClientCapabilities, edit: Any): string[] {
  const can = workspace?.workspaceEdit;
  const operations: readonly string[] = can?.resourceOperations ?? [];
  return [
    ...when(edit?.documentChanges && !can?.documentChanges, "versioned edits"),
    ...when(edit?.changeAnnotations && !can?.changeAnnotationSupport, "annotations of changes"),
    ...(edit?.documentChanges ?? []).flatMap(({ kind }: Any) =>
      when(kind && !operations.includes(kind), `to ${kind} a file`),
    ),
  ];
}

function documentSymbols({ textDocument }: ClientCapabilities, symbols: Any[] | null): string[] {
  const can = textDocument?.documentSymbol;
  const all = (list: Any[]): Any[] => list.flatMap((each) => [each, ...all(each.children ?? [])]);
  return [
    ...when(
      symbols?.some((each) => each.selectionRange) && !can?.hierarchicalDocumentSymbolSupport,
      "nested symbols",
    ),
    ...kindsBeyond(can?.symbolKind?.valueSet, all(symbols ?? [])),
  ];
}

function diagnostic(can: Any, found: Any): string[] {
  return [
    ...when(found.relatedInformation && !can?.relatedInformation, "related information"),
    ...when(found.codeDescription && !can?.codeDescriptionSupport, "page of a code"),
    ...when(found.tags && !can?.tagSupport, "tags of diagnostics"),
    ...when(found.data && !can?.dataSupport, "data of diagnostics"),
  ];
}

/** `otherwise` is what a client takes that names no format. */
function format(
  offered: readonly string[] | undefined,
  { kind }: Any,
  otherwise: readonly string[],
): string[] {
  return when(!(offered ?? otherwise).includes(kind), `content as ${kind}`);
}

/** A client that names no kinds takes those of the first protocol. */
function kindsBeyond(offered: readonly number[] | undefined, items: readonly Any[]): string[] {
  const last = 18;
  const isKnown = (kind: number) => (offered === undefined ? kind <= last : offered.includes(kind));
  return items.flatMap(({ kind }) => when(kind !== undefined && !isKnown(kind), `kind ${kind}`));
}

function links(offered: boolean | undefined, places: Any): string[] {
  const isLinked = Array.isArray(places) && places.some(({ targetUri }) => targetUri !== undefined);
  return when(isLinked && !offered, "links");
}

function when(condition: unknown, what: string): string[] {
  return condition ? [what] : [];
}
