import { questionsOf } from "../../knowledge-base/questions.ts";
import type { Span } from "../../text/span.ts";
import { fold } from "../../text/tokens.ts";
import { labelOf } from "../facts.ts";
import { visitOccurrences } from "./occurrences.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";

/** Words shown behind an offset of a file that are not in it. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
}

const LONGEST = 40;

/** The names behind the ids that a stretch of a file refers to, but where the id says as much. */
export function inlayHints({ knowledge, files }: KnowledgeSnapshot, file: string, within: Span): InlayHint[] {
  const tree = files.get(file);
  const hints: InlayHint[] = [];
  if (tree === undefined) return hints;
  visitOccurrences(
    tree,
    ({ kind, text, end }) => {
      if (kind !== "id") return;
      const fact = questionsOf(knowledge).fact(text);
      const name = fact === undefined ? knowledge.sources.get(text)?.title : labelOf(fact);
      if (name === undefined || fold(name) === fold(text).replaceAll("-", " ")) return;
      hints.push({ offset: end, label: name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name });
    },
    within,
  );
  return hints;
}
