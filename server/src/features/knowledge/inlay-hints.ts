import type { Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import type { Span } from "../../text/span.ts";
import { fold } from "../../text/tokens.ts";
import { labelOf } from "../facts.ts";
import { visitOccurrences } from "./occurrences.ts";
import type { KnowledgeSnapshot } from "./snapshot.ts";

/** The name behind an id, to be shown after it. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
}

const LONGEST = 40;

/** The names behind the ids of a part of a file; none where the id says it already. Linear in the part. */
export function inlayHints({ knowledge }: KnowledgeSnapshot, file: YamlFile, within?: Span): InlayHint[] {
  const hints: InlayHint[] = [];
  visitOccurrences(
    file,
    ({ kind, text, start, end }) => {
      const name = kind === "id" ? nameBehind(text, knowledge) : undefined;
      const isQuoted = /["']/.test(file.text[start - 1] ?? "") && file.text[end] === file.text[start - 1];
      const offset = isQuoted ? end + 1 : end;
      if (name !== undefined && offset > (hints.at(-1)?.offset ?? -1)) hints.push({ offset, label: name });
    },
    within,
  );
  return hints;
}

function nameBehind(id: string, knowledge: Knowledge): string | undefined {
  const fact = questionsOf(knowledge).fact(id);
  const name = fact === undefined ? knowledge.sources.get(id)?.title : labelOf(fact);
  if (name === undefined || wordsIn(name) === wordsIn(id)) return undefined;
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name;
}

function wordsIn(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, "");
}
