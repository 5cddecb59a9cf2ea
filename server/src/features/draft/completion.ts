import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { settle, tablesOf } from "../../knowledge-base/tables.ts";
import type { Span } from "../../text/span.ts";
import { entryCard } from "../cards/entry-card.ts";
import { paragraphs, plain } from "../cards/markdown.ts";
import { citationSuggestions } from "./citation-completion.ts";
import { dateSuggestions } from "./date-completion.ts";
import { describedEvents } from "./described-events.ts";
import { nameSuggestions } from "./name-completion.ts";
import { FORMS } from "./name-forms.ts";
import { apposedOffices, holderSuggestions } from "./office-completion.ts";
import { HOLDERS } from "./office-index.ts";
import { isProseAt } from "./prose-at.ts";
import { quotationSuggestions } from "./quotation-completion.ts";
import type { Snapshot } from "./snapshot.ts";

/** Something that may be written at the cursor. Its background is left to {@link documentation}. */
export interface Suggestion {
  readonly kind: "actor" | "event" | "date" | "office" | "source" | "quotation";
  readonly id: Id;
  /** What is shown, and what is written in place of `replaced`, unless there is a `newText`. */
  readonly label: string;
  readonly newText?: string;
  /** Of what kind it is, in a word or two; for a date, what happened then; for a quotation, its source; of a source, its title. */
  readonly about: string;
  /** One line of background, where there is any. */
  readonly background: string;
  readonly replaced: Span;
  /** The form that was begun: an alias or an abbreviation, perhaps. */
  readonly typed: string;
  /** Of a quotation: the whole of it. */
  readonly words?: string;
}

/**
 * What a list is asked for by: the user's wish, a letter, a space, or a mark that may begin a citation. What comes unasked
 * must not stand in the way of somebody who only ends a line: after a letter there is no list where a known name is
 * complete, after a space none but of dates, of an office's holders and of a quotation that goes on.
 */
export type AskedBy = "wish" | "letter" | "space" | "mark";

const LIMIT = 100;

/**
 * What may stand at an offset: in a citation the sources; in an open quotation what sources say; else the dates of an
 * event that the sentence has just named, who holds the office that it has, what the person named is, then the actors and
 * events that begin with what is typed, at most 100 of all. Nothing where there is no prose.
 */
export function complete(snapshot: Snapshot, offset: number, askedBy: AskedBy = "wish"): Suggestion[] {
  const citations = citationSuggestions(snapshot, offset, askedBy);
  if (citations !== undefined) return citations;
  if (askedBy === "mark" || !isProseAt(snapshot.draft, offset)) return [];
  const special = [
    ...(quotationSuggestions(snapshot, offset, askedBy) ?? []),
    ...dateSuggestions(snapshot, offset),
    ...holderSuggestions(snapshot, offset, askedBy),
    ...apposedOffices(snapshot, offset, askedBy),
    ...describedEvents(snapshot, offset, askedBy),
  ];
  if (askedBy === "space") return special;
  const there = new Set(special.map(({ label }) => label));
  const names = nameSuggestions(snapshot, offset, askedBy).filter(({ label }) => !there.has(label));
  return [...special, ...names].slice(0, LIMIT);
}

/** Makes ready in steps what the first list would else have to wait for, where names are many. */
export function* prepareCompletion(knowledge: Knowledge): Generator<undefined, void> {
  yield* tablesOf([FORMS, HOLDERS], knowledge);
  settle(knowledge);
}

/** The background of what is suggested, in Markdown, for the one suggestion that is looked at; `words` of a quotation. */
export function documentation(knowledge: Knowledge, id: Id, words?: string): string | undefined {
  const card = entryCard(id, knowledge);
  if (words === undefined) return card;
  return paragraphs(`> “${plain(words)}”`, card ?? "");
}
