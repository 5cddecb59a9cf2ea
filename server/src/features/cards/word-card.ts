import type { VocabularyPart } from "../../knowledge-base/format/terms.ts";
import type { Vocabulary } from "../../knowledge-base/knowledge.ts";
import { BUILT_IN } from "../../knowledge-base/vocabulary/vocabulary.ts";
import { capital, wordsOf } from "./event-card.ts";
import { bold, labelled, lines, namesText, paragraphs, plain } from "./markdown.ts";

/** A word of the vocabulary: the English words by which drafts speak of it. Undefined for a word that is not in it. */
export function wordCard(part: VocabularyPart, word: string, vocabulary: Vocabulary): string | undefined {
  const words = wordsOfWord(vocabulary, part, word);
  if (words === undefined) return undefined;
  return paragraphs(
    `${bold(word)} · ${partName(part)}`,
    lines(...Object.entries(words).map(([key, value]) => labelled(capital(wordsOf(key)), shown(value)))),
    origin(wordsOfWord(BUILT_IN, part, word), words),
  );
}

/** `eventTypes` → “event type”. */
export function partName(part: VocabularyPart): string {
  return wordsOf(part).replace(/s$/, "");
}

/** What a vocabulary says of one of its words. */
export function wordsOfWord(vocabulary: Vocabulary, part: VocabularyPart, word: string): object | undefined {
  const words: Readonly<Record<string, object>> = vocabulary[part];
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

function origin(builtIn: object | undefined, words: object): string {
  if (builtIn === undefined) return "*From this knowledge base*";
  return builtIn === words ? "*Built in*" : "*Built in, with more words from this knowledge base*";
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return namesText(value.map(String));
  return value === undefined || value === false ? "" : plain(value === true ? "yes" : String(value));
}
