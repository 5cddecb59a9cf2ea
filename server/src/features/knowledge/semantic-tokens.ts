import { ENTRY_MAPS } from "../../knowledge-base/format/schema.ts";
import type { EntryKind } from "../../knowledge-base/format/terms.ts";
import { BUILT_IN } from "../../knowledge-base/vocabulary/vocabulary.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { type Span, span } from "../../text/span.ts";
import { wordsOfWord } from "../cards/word-card.ts";
import { kindOf } from "./entries.ts";
import { isEntryMap } from "./format.ts";
import { type Occurrence, visitOccurrences } from "./occurrences.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";

/** A word of a file that means something, for its colour. */
export interface SemanticToken {
  readonly span: Span;
  readonly type: EntryKind | "word" | "date" | "form";
  /** The entry itself; a word that every knowledge base has; an id that nothing has; a name that is not to be used. */
  readonly modifiers: readonly ("declaration" | "builtIn" | "unknown" | "deprecated")[];
}

/**
 * The ids, words of the vocabulary, dates and bad names of a file, or of a part of it, in the order of the text. None goes
 * over more than one line. Linear in the part.
 */
export function semanticTokens(snapshot: KnowledgeSnapshot, file: YamlFile, within?: Span): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  visitOccurrences(
    file,
    (occurrence) => {
      const { start, end } = occurrence;
      const token = tokenOf(occurrence, snapshot);
      // An alias of YAML leads back.
      const isNext = start >= (tokens.at(-1)?.span.end ?? 0);
      if (token !== undefined && isNext && !/[\r\n]/.test(file.text.slice(start, end)))
        tokens.push({ span: span(start, end), ...token });
    },
    within,
  );
  return tokens;
}

function tokenOf(
  { kind, text, path, part, form }: Occurrence,
  snapshot: KnowledgeSnapshot,
): Omit<SemanticToken, "span"> | undefined {
  const { knowledge } = snapshot;
  switch (kind) {
    case "entry":
      return isEntryMap(path[0]) ? { type: ENTRY_MAPS[path[0]].kind, modifiers: ["declaration"] } : undefined;
    case "id": {
      const found = kindOf(snapshot, text);
      return { type: found ?? usualKind(form["x-id"]!), modifiers: found === undefined ? ["unknown"] : [] };
    }
    case "new-word":
      return { type: "word", modifiers: ["declaration"] };
    case "word": {
      const isKnown = wordsOfWord(knowledge.vocabulary, part!, text) !== undefined;
      const isBuiltIn = wordsOfWord(BUILT_IN, part!, text) !== undefined;
      return { type: "word", modifiers: isBuiltIn ? ["builtIn"] : isKnown ? [] : ["unknown"] };
    }
    case "date":
      return { type: "date", modifiers: [] };
    default:
      return path.at(-1) === "form" ? { type: "form", modifiers: ["deprecated"] } : undefined;
  }
}

const KINDS: ReadonlySet<EntryKind> = new Set(Object.values(ENTRY_MAPS).map(({ kind }) => kind));

function usualKind(kinds: readonly EntryKind[]): EntryKind {
  return kinds.find((kind) => KINDS.has(kind)) ?? "entity";
}
