import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from "vscode-languageserver";
import { type OutlineItem, outlineInSteps } from "../../features/knowledge/symbols.ts";
import { PACE } from "../../knowledge-base/steps.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import type { Lines } from "../../text/lines.ts";
import { rangeOf } from "../convert.ts";
import type { Session } from "../session.ts";

export async function outlineOf(
  session: Session,
  { textDocument: { uri } }: DocumentSymbolParams,
): Promise<DocumentSymbol[] | null> {
  const open = await session.knowledgeFiles.open(uri);
  if (open === undefined) return null;
  const symbols = await session.run(`outline ${++asked}`, symbolsOf(open.tree, open.lines));
  return symbols ?? null;
}

/** Tells one question from another: each is answered, however many there are at once. */
let asked = 0;

function* symbolsOf(tree: YamlFile, lines: Lines): Generator<undefined, DocumentSymbol[], undefined> {
  const symbols: DocumentSymbol[] = [];
  for (const top of yield* outlineInSteps(tree)) {
    const children: DocumentSymbol[] = [];
    for (const child of top.children) {
      children.push(documentSymbol(child, lines));
      if (children.length % PACE === 0) yield;
    }
    symbols.push({ ...documentSymbol({ ...top, children: [] }, lines), children });
  }
  return symbols;
}

function documentSymbol(
  { label, detail, kind, type, span, selection, children }: OutlineItem,
  lines: Lines,
): DocumentSymbol {
  return {
    name: label === "" ? "…" : label,
    detail,
    kind: symbolKind(kind, type),
    range: rangeOf(lines, span),
    selectionRange: rangeOf(lines, selection),
    children: children.map((child) => documentSymbol(child, lines)),
  };
}

/** By what an editor marks an entry. */
export function symbolKind(kind: OutlineItem["kind"], type: string): SymbolKind {
  return TYPES[type] ?? KINDS[kind] ?? SymbolKind.Class;
}

/** Of entities, by type, where the protocol has anything like it. */
const TYPES: Readonly<Partial<Record<string, SymbolKind>>> = {
  place: SymbolKind.Constant,
  facility: SymbolKind.Constant,
  boundary: SymbolKind.Constant,
  country: SymbolKind.Module,
  organization: SymbolKind.Package,
  agreement: SymbolKind.Interface,
  document: SymbolKind.File,
  concept: SymbolKind.TypeParameter,
};

const KINDS: Readonly<Partial<Record<OutlineItem["kind"], SymbolKind>>> = {
  map: SymbolKind.Namespace,
  event: SymbolKind.Event,
  claim: SymbolKind.Boolean,
  figure: SymbolKind.Number,
  source: SymbolKind.File,
  word: SymbolKind.EnumMember,
};
