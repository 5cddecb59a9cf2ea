import type { Entity, Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { type Span, slice, span } from "../../text/span.ts";
import { fold } from "../../text/tokens.ts";
import { actorCard } from "../cards/actor-card.ts";
import { eventCard, wordsOf } from "../cards/event-card.ts";
import { dateSuggestions } from "./date-completion.ts";
import { formsBeginning } from "./name-forms.ts";
import type { Snapshot } from "./snapshot.ts";

/** Something that may be written at the cursor. Its background is left to {@link documentation}. */
export interface Suggestion {
  readonly kind: "actor" | "event" | "date";
  readonly id: Id;
  /** What is shown, and what is written in place of `replaced`. */
  readonly label: string;
  /** Of what kind it is, in a word or two; for a date, what happened then. */
  readonly about: string;
  /** One line of background, where there is any. */
  readonly background: string;
  readonly replaced: Span;
  /** The form that was begun: an alias or an abbreviation, perhaps. */
  readonly typed: string;
}

/**
 * What a list is asked for by: the user's wish, a letter or a space. What comes unasked must not stand in the way of
 * somebody who only ends a line: after a letter there is no list where a known name is complete, after a space none
 * but of dates.
 */
export type AskedBy = "wish" | "letter" | "space";

const LIMIT = 100;
/** The most words that a name may have before the cursor. */
const MOST_WORDS = 6;
const LONGEST = 200;

/**
 * What may stand at an offset: the dates of an event that the sentence has just named, then the actors and events
 * that begin with what is typed there, at most 100 of them.
 */
export function complete(snapshot: Snapshot, offset: number, askedBy: AskedBy = "wish"): Suggestion[] {
  const dates = dateSuggestions(snapshot, offset);
  if (askedBy === "space") return dates;
  const starts = beginnings(snapshot.draft.text, offset);
  if (askedBy === "letter" && starts.some((start) => isName(snapshot, span(start, offset)))) return dates;
  return [...dates, ...nameSuggestions(snapshot, starts, offset)];
}

/** The background of an actor or event, for the one suggestion that is looked at. */
export function documentation(knowledge: Knowledge, id: Id): string | undefined {
  const fact = questionsOf(knowledge).fact(id);
  if (fact?.kind === "entity") return actorCard(fact, knowledge);
  return fact?.kind === "event" ? eventCard(fact, knowledge) : undefined;
}

/** By id, so that a name that fits from two places is offered once: from where more of it is typed. */
function nameSuggestions(
  { draft, knowledge }: Snapshot,
  starts: readonly number[],
  offset: number,
): Suggestion[] {
  const found = new Map<Id, Suggestion>();
  for (const start of starts) {
    const typed = draft.text.slice(start, offset);
    if (typed.length === 1 && typed === typed.toLowerCase()) continue;
    for (const { id, form } of formsBeginning(knowledge, typed, LIMIT)) {
      const fact = questionsOf(knowledge).fact(id);
      if (found.has(id) || (fact?.kind !== "entity" && fact?.kind !== "event") || fact.name === typed)
        continue;
      found.set(id, { ...suggestionOf(fact), typed: form, replaced: span(start, offset) });
      if (found.size >= LIMIT) return [...found.values()];
    }
  }
  return [...found.values()];
}

/** Whether a whole name is typed, the preferred one or another. */
function isName({ draft, knowledge }: Snapshot, words: Span): boolean {
  const typed = slice(draft.text, words);
  return typed !== "" && formsBeginning(knowledge, typed, 1)[0]?.key === fold(typed);
}

/** Where a name that is being typed may have begun: at the last words of the line, the earliest first. */
function beginnings(text: string, offset: number): number[] {
  const floor = Math.max(text.lastIndexOf("\n", offset - 1) + 1, offset - LONGEST);
  const before = text.slice(floor, offset);
  const words = Array.from(
    before.matchAll(/(?<![\p{L}\p{M}\p{N}])[\p{L}\p{N}]/gu),
    ({ index }) => floor + index,
  );
  const begins = /(?:^|[\s([“"‘'—–/*_])$/.test(before) ? [offset] : [];
  return [...words.slice(-MOST_WORDS), ...begins];
}

function suggestionOf(
  fact: Entity | Event,
): Pick<Suggestion, "kind" | "id" | "label" | "about" | "background"> {
  const kind = fact.kind === "entity" ? "actor" : "event";
  const background = fact.description === undefined ? "" : firstSentence(fact.description);
  return { kind, id: fact.id, label: fact.name, about: wordsOf(fact.type), background };
}

function firstSentence(text: string): string {
  return text.replace(/\s+/g, " ").match(/^.*?[.!?](?=\s|$)/)?.[0] ?? text;
}
