import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  SymbolKind,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from "vscode-languageserver";
import { findFacts, type OutlineSymbol, outline } from "../../features/knowledge/symbols.ts";
import type { Lines } from "../../text/lines.ts";
import { rangeOf } from "../convert.ts";
import type { Session } from "../session.ts";

export async function outlineOf(
  session: Session,
  { textDocument: { uri } }: DocumentSymbolParams,
): Promise<DocumentSymbol[] | null> {
  const open = await session.knowledgeFiles.open(uri);
  return open === undefined ? null : outline(open.tree).map((symbol) => documentSymbol(symbol, open.lines));
}

function documentSymbol(
  { name, detail, kind, span, selection, children }: OutlineSymbol,
  lines: Lines,
): DocumentSymbol {
  return {
    name: name === "" ? "…" : name,
    detail,
    kind: KINDS[kind],
    range: rangeOf(lines, span),
    selectionRange: rangeOf(lines, selection),
    children: children.map((child) => documentSymbol(child, lines)),
  };
}

/** The facts of all knowledge bases in use that a query finds. */
export async function findSymbols(
  session: Session,
  { query }: WorkspaceSymbolParams,
): Promise<WorkspaceSymbol[]> {
  const found = new Map<string, WorkspaceSymbol>();
  await session.readAll();
  for (const { knowledge } of session.bases.inUse) {
    for (const { id, name, kind, origin } of findFacts({ knowledge }, query)) {
      const location = session.bases.locate(origin);
      if (location === undefined) continue;
      const uri = session.uriOf(location.uri);
      found.set(`${uri} ${id}`, {
        name,
        kind: KINDS[kind],
        location: { ...location, uri },
        containerName: id,
      });
    }
  }
  return [...found.values()];
}

const KINDS: Readonly<Record<OutlineSymbol["kind"], SymbolKind>> = {
  section: SymbolKind.Namespace,
  entity: SymbolKind.Class,
  event: SymbolKind.Event,
  claim: SymbolKind.Boolean,
  figure: SymbolKind.Number,
  source: SymbolKind.File,
  word: SymbolKind.EnumMember,
};
