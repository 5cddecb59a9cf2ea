import {
  type CancellationToken,
  type DocumentSymbol,
  type DocumentSymbolParams,
  SymbolKind,
} from "vscode-languageserver";
import { type DraftOutlineItem, draftOutline } from "../../features/draft/outline.ts";
import type { Lines } from "../../text/lines.ts";
import { rangeOf } from "../convert.ts";
import { symbolKind } from "../knowledge/outline.ts";
import type { Session } from "../session.ts";

/** The headings of a draft, with what is spoken of and wrong under each. */
export async function outlineOfDraft(
  session: Session,
  { textDocument: { uri } }: DocumentSymbolParams,
  token: CancellationToken,
): Promise<DocumentSymbol[] | null> {
  const snapshot = await session.drafts.current(uri, token);
  if (snapshot === undefined) return null;
  return draftOutline(snapshot).map((item) => documentSymbol(item, snapshot.draft.lines));
}

function documentSymbol(
  { kind, label, detail, type, span, selection, children }: DraftOutlineItem,
  lines: Lines,
): DocumentSymbol {
  return {
    name: label === "" ? "…" : label,
    detail,
    kind: kindOf(kind, type),
    range: rangeOf(lines, span),
    selectionRange: rangeOf(lines, selection),
    children: children.map((child) => documentSymbol(child, lines)),
  };
}

/** A heading as VS Code's own outline of Markdown has it; actors and events as in knowledge files. */
function kindOf(kind: DraftOutlineItem["kind"], type: string): SymbolKind {
  if (kind === "section") return SymbolKind.String;
  if (kind === "finding") return SymbolKind.Null;
  return kind === "event" ? SymbolKind.Event : symbolKind("entity", type);
}
