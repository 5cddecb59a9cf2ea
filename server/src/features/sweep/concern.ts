import type { Fact, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { nameFormsOf } from "../../knowledge-base/questions/name-forms.ts";
import { fold } from "../../text/tokens.ts";
import type { KnowledgeChanges } from "./fact-changes.ts";

/** Whether a draft of this text may say anything of what changed; false only where it surely does not. */
export type Concern = (text: string) => boolean;

/**
 * Makes a sieve of the changes, so that most drafts need not be read at all: a draft may speak of a changed entry only if
 * it has words like those of one of its names, like the noun of its kind, or like the names of those who are part of it.
 * "Like" leaves room for misspellings and endings. Linear in the words of a text.
 */
export function concernOf(changes: KnowledgeChanges): Concern {
  const { before, after, facts, hasOtherWords } = changes;
  if (hasOtherWords) return () => true;
  const forms = new Set<string>();
  let isQuoted = false;
  for (const { id, kind, slots } of facts.values()) {
    if (kind === "source") isQuoted ||= slots.some(({ slot }) => slot === "full text");
    for (const knowledge of [before, after])
      for (const form of [id, ...formsOf(id, knowledge)]) forms.add(form);
  }
  const wanted = Array.from(forms, keysOf).filter((keys) => keys.length > 0);
  const all = new Set(wanted.flat());
  return (text) => {
    if (isQuoted && QUOTED.test(text)) return true;
    const found = new Set<string>();
    for (const [word] of fold(text).matchAll(WORD)) {
      const key = keyOf(word);
      if (all.has(key)) found.add(key);
    }
    return wanted.some((keys) => keys.every((key) => found.has(key)));
  };
}

const QUOTED = /["“”„«»'‘’]|^\s*>|<(?:blockquote|q)\b|\\begin\{quot/m;
const WORD = /[\p{L}\p{N}]+/gu;
const SHORT = 3;

/** The words of a form, each by its beginning: the rest may be misspelt, or an ending. */
function keysOf(form: string): string[] {
  const words = fold(form).match(WORD) ?? [];
  const long = words.filter((word) => word.length > SHORT);
  return [...new Set((long.length > 0 ? long : words).map(keyOf))];
}

function keyOf(word: string): string {
  return word.length > SHORT ? word.slice(0, SHORT) : word;
}

/** How a text may speak of an entry. */
function* formsOf(id: Id, knowledge: Knowledge): Generator<string> {
  const { sources, entities, events, claims, figures } = knowledge;
  const title = sources.get(id)?.title;
  if (title !== undefined) yield title;
  for (const fact of [entities.get(id), events.get(id), claims.get(id), figures.get(id)])
    if (fact !== undefined) yield* formsOfFact(fact, knowledge);
}

function* formsOfFact(fact: Fact, knowledge: Knowledge): Generator<string> {
  const { entities, events, vocabulary } = knowledge;
  const namesOf = function* (ids: readonly Id[]) {
    for (const id of ids) {
      const named = entities.get(id) ?? events.get(id);
      if (named !== undefined) for (const { text } of nameFormsOf(named)) yield* partsOf(text);
    }
  };
  switch (fact.kind) {
    case "entity":
      return yield* namesOf([fact.id]);
    case "event": {
      const { id, type, participants, place, about } = fact;
      const words = vocabulary.eventTypes[type];
      yield* [...(words?.terms ?? []), ...(words?.verbs ?? []), ...(words?.objectOf ?? [])];
      return yield* namesOf([id, ...Object.values(participants).flat(), ...place, ...about]);
    }
    case "claim":
      return yield* namesOf([...fact.subject, ...fact.object]);
    case "figure":
      yield* [fact.label, ...fact.aliases];
      return yield* namesOf([fact.of]);
  }
}

/** A name may be shortened to any of its words, "Attaullah Tarar" to "Tarar". */
function* partsOf(name: string): Generator<string> {
  yield name;
  for (const [word] of name.matchAll(/\p{Lu}[\p{L}\p{N}'’-]+/gu)) yield word;
}
