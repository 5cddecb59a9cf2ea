import type { Location, WorkspaceSymbol, WorkspaceSymbolParams } from "vscode-languageserver";
import { workspaceSymbols } from "../../features/knowledge/workspace-symbols.ts";
import type { Origin } from "../../knowledge-base/knowledge.ts";
import type { Session } from "../session.ts";
import { symbolKind } from "./outline.ts";

/**
 * The facts and sources of all knowledge bases in use that a query finds. Where in its file one stands is left to
 * {@link resolveSymbol}, if the client asks for that: whoever searches goes to one of two hundred.
 */
export async function findSymbols(
  session: Session,
  { query }: WorkspaceSymbolParams,
): Promise<WorkspaceSymbol[]> {
  const found = new Map<string, WorkspaceSymbol>();
  for (const searched of await session.knowledgeFiles.allSearched()) {
    for (const { id, name, kind, type, origin } of workspaceSymbols(searched, query)) {
      const symbol = { name: name === "" ? id : name, kind: symbolKind(kind, type), containerName: id };
      const place = session.client.resolvesSymbols
        ? { location: { uri: session.uriOf(origin.file) }, data: origin }
        : { location: locationOf(session, origin) };
      found.set(`${origin.file} ${id}`, { ...symbol, ...place });
    }
  }
  return [...found.values()];
}

export async function resolveSymbol(session: Session, symbol: WorkspaceSymbol): Promise<WorkspaceSymbol> {
  const origin = symbol.data as Origin | undefined;
  if (origin === undefined || "range" in symbol.location) return symbol;
  return { ...symbol, location: locationOf(session, origin) };
}

function locationOf(session: Session, origin: Origin): Location {
  const start = { line: 0, character: 0 };
  const { range } = session.bases.locate(origin) ?? { range: { start, end: start } };
  return { uri: session.uriOf(origin.file), range };
}
