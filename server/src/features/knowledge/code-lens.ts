import type { Id } from "../../knowledge-base/knowledge.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import type { Span } from "../../text/span.ts";
import { writtenIn } from "./written.ts";

/** A place above which it is said how often the drafts mention an entry. */
export interface MentionLens {
  readonly span: Span;
  readonly id: Id;
}

/** The actors and events of a file: what a draft can mention. */
export function mentionLenses(file: YamlFile): MentionLens[] {
  return writtenIn(file).flatMap(({ span, text, meaning }) =>
    meaning.kind === "entry" && (meaning.map === "entities" || meaning.map === "events")
      ? [{ span, id: text }]
      : [],
  );
}

/** “mentioned 5 times in 2 drafts” */
export function mentionTitle(places: number, drafts: number): string {
  if (places === 0) return "mentioned in no draft";
  const times = places === 1 ? "once" : `${places} times`;
  return `mentioned ${times} in ${drafts} ${drafts === 1 ? "draft" : "drafts"}`;
}
