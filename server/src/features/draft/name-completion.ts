import type { Entity, Event, Id } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { type Span, slice, span } from "../../text/span.ts";
import { fold } from "../../text/tokens.ts";
import { wordsOf } from "../cards/event-card.ts";
import type { AskedBy, Suggestion } from "./completion.ts";
import { formsBeginning } from "./name-forms.ts";
import type { Snapshot } from "./snapshot.ts";

const LIMIT = 100;
/** The most words that a name may have before the cursor. */
const MOST_WORDS = 6;
const LONGEST = 200;

/** The actors and events that begin with what is typed; unasked, none where that is a whole name already. */
export function nameSuggestions(snapshot: Snapshot, offset: number, askedBy: AskedBy): Suggestion[] {
  const starts = beginnings(snapshot.draft.text, offset);
  if (askedBy === "letter" && starts.some((start) => isName(snapshot, span(start, offset)))) return [];
  return namesFrom(snapshot, starts, offset);
}

/** By id, so that a name that fits from two places is offered once: from where more of it is typed. */
function namesFrom({ draft, knowledge }: Snapshot, starts: readonly number[], offset: number): Suggestion[] {
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
