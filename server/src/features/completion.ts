import type { Entity, Event, Id, Knowledge } from "../knowledge-base/knowledge.ts";
import { questionsOf } from "../knowledge-base/questions.ts";
import { type Span, span } from "../text/span.ts";
import { actorCard } from "./cards/actor-card.ts";
import { eventCard, wordsOf } from "./cards/event-card.ts";
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

export interface Suggestions {
  readonly items: readonly Suggestion[];
  /** More typing can bring others. */
  readonly incomplete: boolean;
}

const LIMIT = 100;
/** The most words that a name may have before the cursor. */
const MOST_WORDS = 6;
const LONGEST = 200;

/**
 * What may stand at an offset: the dates of an event that the sentence has just named, then the actors and events
 * that begin with what is typed there. `afterSpace`: asked for by a space alone, so that only dates are wanted.
 */
export function complete(snapshot: Snapshot, offset: number, afterSpace = false): Suggestions {
  const dates = dateSuggestions(snapshot, offset);
  if (afterSpace) return { items: dates, incomplete: false };
  const names = nameSuggestions(snapshot, offset);
  return { items: [...dates, ...names], incomplete: names.length >= LIMIT };
}

/** The background of an actor or event, for the one suggestion that is looked at. */
export function documentation(knowledge: Knowledge, id: Id): string | undefined {
  const fact = questionsOf(knowledge).fact(id);
  if (fact?.kind === "entity") return actorCard(fact, knowledge);
  return fact?.kind === "event" ? eventCard(fact, knowledge) : undefined;
}

/** By id, so that a name that fits from two places is offered once: from where more of it is typed. */
function nameSuggestions({ draft, knowledge }: Snapshot, offset: number): Suggestion[] {
  const found = new Map<Id, Suggestion>();
  for (const start of beginnings(draft.text, offset)) {
    const typed = draft.text.slice(start, offset);
    if (typed.length === 1 && typed === typed.toLowerCase()) continue;
    for (const { id, form } of formsBeginning(knowledge, typed, LIMIT)) {
      const fact = questionsOf(knowledge).fact(id);
      if (found.has(id) || (fact?.kind !== "entity" && fact?.kind !== "event")) continue;
      found.set(id, { ...suggestionOf(fact), typed: form, replaced: span(start, offset) });
      if (found.size >= LIMIT) return [...found.values()];
    }
  }
  return [...found.values()];
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
