import type { Id } from "../../knowledge-base/knowledge.ts";
import type { YamlFile } from "../../knowledge-base/yaml/tree.ts";
import { type Span, span } from "../../text/span.ts";
import { capital } from "../cards/event-card.ts";
import { entriesOf } from "./entries.ts";
import { type Mentions, mentionsText } from "./mentions.ts";

/** Above an entry, what drafts make of it. */
export interface EntryLens {
  /** The key of the entry. */
  readonly span: Span;
  readonly id: Id;
  /** “Mentioned 4 times in 2 drafts”; undefined while that is not known. */
  readonly title: string | undefined;
}

/** A lens for each entity and event of a file: of the others, no draft speaks by name. Linear in its entries. */
export function entryLenses(file: YamlFile, mentions?: Mentions): EntryLens[] {
  return entriesOf(file)
    .filter(({ map }) => map === "entities" || map === "events")
    .map(({ pair: { key, start, end } }) => {
      const count = mentions?.(key);
      return { span: span(start, end), id: key, title: count && capital(mentionsText(count)) };
    });
}
