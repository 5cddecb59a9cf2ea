import {
  type CodeAction,
  type Command,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type DocumentSymbol,
  type Hover,
  MarkupContent,
  MarkupKind,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from "vscode-languageserver";
import type { Client } from "./client.ts";
import { plainText } from "./plain-text.ts";
import { APPLY_EDIT } from "./protocol.ts";

/**
 * Answers are made for clients that understand everything. Here they are cut to the client at hand, so that whoever
 * makes one need not think of any other.
 */

export function tailoredHover({ understands }: Client, hover: Hover | null): Hover | null {
  if (hover === null || !MarkupContent.is(hover.contents)) return hover;
  return { ...hover, contents: inFormat(understands.hoverFormat, hover.contents) };
}

export function tailoredCompletions(client: Client, list: CompletionList | null): CompletionList | null {
  return list && { ...list, items: list.items.map((item) => tailoredItem(client, item)) };
}

export function tailoredItem({ understands }: Client, item: CompletionItem): CompletionItem {
  const { labelDetails, documentation, insertTextMode, kind, ...rest } = item;
  const shownKind = [kind, kind && OLDER_ITEM_KINDS[kind]].find(
    (each) => each !== undefined && understands.itemKinds.has(each),
  );
  const detail = understands.labelDetails ? item.detail : (item.detail ?? labelDetails?.description);
  const format = understands.documentationFormat;
  return {
    ...rest,
    ...(shownKind && { kind: shownKind }),
    ...(detail !== undefined && { detail }),
    ...(understands.labelDetails && labelDetails && { labelDetails }),
    ...(insertTextMode && understands.insertTextModes.has(insertTextMode) && { insertTextMode }),
    ...(documentation && {
      documentation:
        !MarkupContent.is(documentation) || format === undefined
          ? textOf(documentation)
          : inFormat(format, documentation),
    }),
  };
}

/** What an older client may take in place of a kind that it does not know. */
const OLDER_ITEM_KINDS: Readonly<Partial<Record<CompletionItemKind, CompletionItemKind>>> = {
  [CompletionItemKind.EnumMember]: CompletionItemKind.Value,
  [CompletionItemKind.Event]: CompletionItemKind.Value,
};

/** For a client that knows only commands, an edit is one that asks it to apply the edit. */
export function tailoredActions(
  { understands }: Client,
  actions: readonly (CodeAction | Command)[] | null,
): (CodeAction | Command)[] | null {
  if (actions === null) return null;
  if (!understands.codeActions)
    return actions.flatMap((action) => asCommand(action, understands.appliedEdits));
  if (understands.preferredActions) return [...actions];
  return actions.map((action) => {
    if (isCommand(action)) return action;
    const { isPreferred: _, ...rest } = action;
    return rest;
  });
}

function asCommand(action: CodeAction | Command, appliesEdits: boolean): Command[] {
  if (isCommand(action)) return [action];
  const { title, edit, command } = action;
  if (edit === undefined || isEmpty(edit)) return command === undefined ? [] : [{ ...command, title }];
  return appliesEdits ? [{ title, command: APPLY_EDIT, arguments: [{ edit, command }] }] : [];
}

function isEmpty({ changes, documentChanges }: WorkspaceEdit): boolean {
  return documentChanges === undefined && Object.keys(changes ?? {}).length === 0;
}

function isCommand(action: CodeAction | Command): action is Command {
  return typeof action.command === "string";
}

export function tailoredSymbols(
  { understands }: Client,
  symbols: DocumentSymbol[] | null,
  { textDocument: { uri } }: { readonly textDocument: { readonly uri: string } },
): DocumentSymbol[] | SymbolInformation[] | null {
  if (symbols === null) return null;
  return understands.nestedSymbols ? symbols.map(known) : symbols.flatMap((symbol) => flat(symbol, ""));

  function known(symbol: DocumentSymbol): DocumentSymbol {
    const { children } = symbol;
    return { ...symbol, kind: knownKind(symbol.kind), ...(children && { children: children.map(known) }) };
  }

  function flat(
    { name, kind, range, children = [] }: DocumentSymbol,
    containerName: string,
  ): SymbolInformation[] {
    const own = { name, kind: knownKind(kind), location: { uri, range } };
    const inner = children.flatMap((child) => flat(child, name));
    return [{ ...own, ...(containerName && { containerName }) }, ...inner];
  }

  function knownKind(kind: SymbolKind): SymbolKind {
    return kindAmong(understands.symbolKinds, kind);
  }
}

export function tailoredFacts({ understands }: Client, facts: readonly WorkspaceSymbol[]): WorkspaceSymbol[] {
  return facts.map((fact) => ({ ...fact, kind: kindAmong(understands.workspaceSymbolKinds, fact.kind) }));
}

function kindAmong(known: ReadonlySet<SymbolKind>, kind: SymbolKind): SymbolKind {
  return known.has(kind) ? kind : (OLDER_SYMBOL_KINDS[kind] ?? SymbolKind.Class);
}

const OLDER_SYMBOL_KINDS: Readonly<Partial<Record<SymbolKind, SymbolKind>>> = {
  [SymbolKind.Event]: SymbolKind.Function,
  [SymbolKind.EnumMember]: SymbolKind.Constant,
};

function inFormat(format: MarkupKind, content: MarkupContent): MarkupContent {
  const isAsWanted = format === MarkupKind.Markdown || content.kind === format;
  return isAsWanted ? content : { kind: format, value: plainText(content.value) };
}

function textOf(content: MarkupContent | string): string {
  return typeof content === "string" ? content : inFormat(MarkupKind.PlainText, content).value;
}
