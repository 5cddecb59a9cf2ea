import type { VocabularyPart } from "../../../knowledge-base/format/terms.ts";
import type { Span } from "../../../text/span.ts";
import { partName } from "../../cards/word-card.ts";
import type { KnowledgeSnapshot } from "../snapshot.ts";
import type { Proposal } from "./proposal.ts";

const MOST_WORDS = 3;

/** The words of a part of the vocabulary, which are found by their English words as well. */
export function wordProposals(
  { knowledge }: KnowledgeSnapshot,
  part: VocabularyPart,
  replaced: Span,
): Proposal[] {
  const words: Readonly<Record<string, object>> = knowledge.vocabulary[part];
  return Object.keys(words).map((word) => {
    const english = Object.values(words[word]!).flatMap((all) => (Array.isArray(all) ? all.map(String) : []));
    return {
      label: word,
      kind: "word",
      detail: english.slice(0, MOST_WORDS).join(", ") || partName(part),
      name: { kind: "word", part, word },
      filter: [word, ...english].join(" "),
      replaced,
      newText: word,
      snippet: false,
      leadsOn: false,
    };
  });
}
