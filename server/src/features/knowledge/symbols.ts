import { ENTRY_MAPS, type EntryMap, TOP_LEVEL_KEYS } from "../../knowledge-base/format/schema.ts";
import type { Id, Origin } from "../../knowledge-base/knowledge.ts";
import { pairsOf } from "../../knowledge-base/loading/top-level.ts";
import type { YamlFile, YamlNode, YamlPair } from "../../knowledge-base/yaml/tree.ts";
import { type Span, span } from "../../text/span.ts";
import { fold } from "../../text/tokens.ts";
import { labelOf } from "../facts.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";

/** An entry of the outline. */
export interface OutlineSymbol {
  readonly name: string;
  /** The name behind an id, or nothing. */
  readonly detail: string;
  readonly kind: "section" | EntryKind;
  /** All of it, and what of it to select: the key. */
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}
type EntryKind = (typeof ENTRY_MAPS)[EntryMap]["kind"] | "word";

/** The outline of a file: its top-level maps, and in each the entries. Linear. */
export function outline(file: YamlFile): OutlineSymbol[] {
  return file.roots.flatMap((root) =>
    pairsOf(root)
      .filter(({ key }) => TOP_LEVEL_KEYS.includes(key))
      .map((top) => symbol(top, "section", "", top.value, childrenOf(top))),
  );
}

function childrenOf({ key, value }: YamlPair): OutlineSymbol[] {
  if (key === "vocabulary")
    return pairsOf(value).map((part) => {
      const words = pairsOf(part.value).map((word) => symbol(word, "word", "", word.value));
      return symbol(part, "section", "", part.value, words);
    });
  if (!Object.hasOwn(ENTRY_MAPS, key)) return [];
  const { kind } = ENTRY_MAPS[key as EntryMap];
  return pairsOf(value).map((pair) => symbol(pair, kind, nameIn(pair.value), pair.value));
}

function symbol(
  { key, start, end }: YamlPair,
  kind: OutlineSymbol["kind"],
  detail: string,
  value: YamlNode,
  children: readonly OutlineSymbol[] = [],
): OutlineSymbol {
  const selection = span(start, end);
  return { name: key, detail, kind, span: span(start, Math.max(end, value.end)), selection, children };
}

/** What an entry is called, whichever key says so. */
function nameIn(value: YamlNode): string {
  const node = pairsOf(value).find(({ key }) => ["name", "title", "label", "statement"].includes(key))?.value;
  return node?.kind === "scalar" ? node.text : "";
}

/** A fact that a search over the workspace found. */
export interface FoundFact {
  readonly id: Id;
  readonly name: string;
  readonly kind: "entity" | "event" | "claim" | "figure";
  readonly origin: Origin;
}

const MOST_FOUND = 200;

/**
 * The facts whose name or id has the letters of a query in this order, capitals and accents aside; those that begin
 * with it first, then those that have it whole. Linear in the facts.
 */
export function findFacts({ knowledge }: Pick<KnowledgeSnapshot, "knowledge">, query: string): FoundFact[] {
  const sought = fold(query.trim());
  const ranked: { rank: number; fact: FoundFact }[] = [];
  for (const map of [knowledge.entities, knowledge.events, knowledge.claims, knowledge.figures]) {
    for (const fact of map.values()) {
      const name = labelOf(fact);
      const rank = Math.min(rankOf(fold(name), sought), rankOf(fold(fact.id), sought));
      if (rank < Number.POSITIVE_INFINITY)
        ranked.push({ rank, fact: { id: fact.id, name, kind: fact.kind, origin: fact.origin } });
    }
  }
  ranked.sort((a, b) => a.rank - b.rank);
  return ranked.slice(0, MOST_FOUND).map(({ fact }) => fact);
}

function rankOf(text: string, sought: string): number {
  if (text.startsWith(sought)) return 0;
  if (text.includes(sought)) return 1;
  let at = 0;
  for (const letter of sought) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return Number.POSITIVE_INFINITY;
  }
  return 2;
}
