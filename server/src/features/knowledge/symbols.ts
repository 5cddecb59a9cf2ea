import { ENTRY_MAPS, type EntryMap, TOP_LEVEL_KEYS } from "../../knowledge-base/format/schema.ts";
import type { Id, Origin } from "../../knowledge-base/knowledge.ts";
import { pairsOf } from "../../knowledge-base/loading/top-level.ts";
import type { YamlFile, YamlNode, YamlPair } from "../../knowledge-base/yaml/tree.ts";
import { type Span, span } from "../../text/span.ts";
import { fold } from "../../text/tokens.ts";
import { labelOf } from "../facts.ts";
import { fitting, LIMIT } from "./rank.ts";
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

/** The facts whose name or id fits a query, the best first, at most 100. Linear in the facts. */
export function findFacts({ knowledge }: Pick<KnowledgeSnapshot, "knowledge">, query: string): FoundFact[] {
  const { entities, events, claims, figures } = knowledge;
  const facts = [entities, events, claims, figures].flatMap((map) =>
    [...map.values()].map((fact) => ({ fact, sought: fold(`${labelOf(fact)} ${fact.id}`) })),
  );
  const found = fitting(facts, fold(query.trim()), ({ sought }) => sought).slice(0, LIMIT);
  return found.map(({ fact }) => ({
    id: fact.id,
    name: labelOf(fact),
    kind: fact.kind,
    origin: fact.origin,
  }));
}
