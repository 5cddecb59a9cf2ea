import type { Id } from "../../knowledge-base/knowledge.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { type Span, span } from "../../text/span.ts";
import { visitOccurrences } from "./occurrences.ts";

/** A place above which it is said how often the drafts mention an entry. */
export interface MentionLens {
  readonly span: Span;
  readonly id: Id;
}

/** The actors and events of a file: what a draft can mention. */
export function mentionLenses(file: YamlFile): MentionLens[] {
  const lenses: MentionLens[] = [];
  visitOccurrences(file, ({ kind, text, path: [map], start, end }) => {
    if (kind === "entry" && (map === "entities" || map === "events"))
      lenses.push({ span: span(start, end), id: text });
  });
  return lenses;
}
