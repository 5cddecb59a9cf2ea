import {
  type CancellationToken,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
} from "vscode-languageserver";
import { type AskedBy, complete, documentation, type Suggestion } from "../../features/draft/completion.ts";
import type { Snapshot } from "../../features/draft/snapshot.ts";
import { MARKS } from "../completion-triggers.ts";
import { offsetOf, rangeOf } from "../convert.ts";
import { markup } from "../markup.ts";
import type { Session } from "../session.ts";

/** By which the background of an item is found again when it is looked at. */
export interface DraftItemData {
  readonly uri: string;
  readonly id: string;
  /** Of a quotation. */
  readonly words?: string;
}

export async function completeAt(
  session: Session,
  { textDocument: { uri }, position, context }: CompletionParams,
  token: CancellationToken,
): Promise<CompletionList | null> {
  const snapshot = await session.drafts.meanwhile(uri, token);
  if (snapshot === undefined) return null;
  const offset = offsetOf(snapshot.draft.lines, position);
  const items = complete(snapshot, offset, askedBy(context));
  return { isIncomplete: true, items: items.map((item, rank) => itemOf(item, rank, snapshot)) };
}

/** Lists are always incomplete, so that the client asks again after each letter and it can be told from a wish. */
function askedBy(context: CompletionParams["context"]): AskedBy {
  if (context?.triggerCharacter === " ") return "space";
  if (MARKS.includes(context?.triggerCharacter ?? "")) return "mark";
  return (context?.triggerKind ?? CompletionTriggerKind.Invoked) === CompletionTriggerKind.Invoked
    ? "wish"
    : "letter";
}

export async function resolveDraftItem(
  session: Session,
  item: CompletionItem,
  { uri, id, words }: DraftItemData,
): Promise<CompletionItem> {
  const { knowledge } = await session.bases.of(uri);
  const value = documentation(knowledge, id, words);
  if (value === undefined) return item;
  return { ...item, documentation: markup(value) };
}

function itemOf(suggestion: Suggestion, rank: number, { draft }: Snapshot): CompletionItem {
  const { id, kind, label, newText = label, about, background, typed, replaced, words } = suggestion;
  return {
    label,
    kind: KINDS[kind],
    labelDetails: { description: about },
    ...(background === "" ? {} : { detail: background }),
    filterText: typed,
    sortText: String(rank).padStart(4, "0"),
    textEdit: { range: rangeOf(draft.lines, replaced), newText },
    data: { uri: draft.uri, id, ...(words !== undefined && { words }) } satisfies DraftItemData,
  };
}

const KINDS: Readonly<Record<Suggestion["kind"], CompletionItemKind>> = {
  actor: CompletionItemKind.Reference,
  event: CompletionItemKind.Event,
  date: CompletionItemKind.Value,
  office: CompletionItemKind.Reference,
  source: CompletionItemKind.File,
  quotation: CompletionItemKind.Text,
};
