import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  InsertTextMode,
} from "vscode-languageserver";
import { complete, documentation, type Proposal } from "../../features/knowledge/completion.ts";
import type { Name } from "../../features/knowledge/names.ts";
import type { Lines } from "../../text/lines.ts";
import { offsetOf, rangeOf } from "../convert.ts";
import { markup } from "../markup.ts";
import type { Session } from "../session.ts";

/** By which more about an item is found when it is looked at. */
export interface KnowledgeItemData {
  readonly uri: string;
  readonly name: Name;
}

export async function completeKnowledge(
  session: Session,
  { textDocument: { uri }, position }: CompletionParams,
): Promise<CompletionList | null> {
  const open = await session.knowledgeFiles.open(uri);
  if (open === undefined) return null;
  const { proposals, isIncomplete } = complete(open.snapshot, open.tree, offsetOf(open.lines, position));
  return {
    isIncomplete,
    items: proposals.map((proposal, rank) => itemOf(session, uri, proposal, rank, open.lines)),
  };
}

export async function resolveKnowledgeItem(
  session: Session,
  item: CompletionItem,
  { uri, name }: KnowledgeItemData,
): Promise<CompletionItem> {
  const open = await session.knowledgeFiles.open(uri);
  const value = open && documentation(open.snapshot, name);
  if (value === undefined) return item;
  return { ...item, documentation: markup(value) };
}

/** A proposal as the client takes it; `rank` keeps the order. */
export function itemOf(
  { client }: Session,
  uri: string,
  proposal: Proposal,
  rank: number,
  lines: Lines,
): CompletionItem {
  const { label, kind, detail, documentation, name, filter, replaced, newText, snippet, leadsOn } = proposal;
  const isSnippet = snippet && client.takesSnippets;
  return {
    label,
    kind: KINDS[kind] ?? CompletionItemKind.Reference,
    ...(detail === "" ? {} : { labelDetails: { description: detail } }),
    ...(documentation === undefined ? {} : { documentation: markup(documentation) }),
    filterText: filter,
    sortText: String(rank).padStart(4, "0"),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: {
      range: rangeOf(lines, replaced),
      newText: snippet && !isSnippet ? withoutStops(newText) : newText,
    },
    ...(leadsOn && client.suggestCommand !== ""
      ? { command: { title: "", command: client.suggestCommand } }
      : {}),
    ...(name === undefined ? {} : { data: { uri, name } satisfies KnowledgeItemData }),
  };
}

/** A snippet as plain text: `${1:name}` leaves its words, `$1` nothing. */
function withoutStops(snippet: string): string {
  return snippet
    .replace(/(?<!\\)\$(?:\d+|\{\d+(?::((?:\\.|[^}\\])*))?\})/g, (_, words = "") => words)
    .replace(/\\([\\$}])/g, "$1");
}

const KINDS: Readonly<Partial<Record<Proposal["kind"], CompletionItemKind>>> = {
  key: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  choice: CompletionItemKind.EnumMember,
  date: CompletionItemKind.Value,
  skeleton: CompletionItemKind.Snippet,
  event: CompletionItemKind.Event,
  source: CompletionItemKind.File,
};
