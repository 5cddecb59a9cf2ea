import eventTypes from "../../../../knowledge/vocabulary/event-types.yaml";
import outcomes from "../../../../knowledge/vocabulary/outcomes.yaml";
import participantRoles from "../../../../knowledge/vocabulary/participant-roles.yaml";
import predicates from "../../../../knowledge/vocabulary/predicates.yaml";
import type { EventTypeWords, OutcomeWords, PredicateWords, RoleWords, Vocabulary } from "../knowledge.ts";

/** What a knowledge base adds to the vocabulary: new words, or more about an old one. */
export interface VocabularyAddition {
  readonly eventTypes: Readonly<Record<string, Partial<EventTypeWords>>>;
  readonly participantRoles: Readonly<Record<string, Partial<RoleWords>>>;
  readonly predicates: Readonly<Record<string, PredicateAddition>>;
  readonly outcomes: Readonly<Record<string, Partial<OutcomeWords>>>;
}
type PredicateAddition = Partial<Omit<PredicateWords, "exclusive">> & {
  readonly exclusive?: PredicateWords["exclusive"] | false;
};

const NOTHING: VocabularyAddition = { eventTypes: {}, participantRoles: {}, predicates: {}, outcomes: {} };

/** The files of the built-in vocabulary, by part, in the folder that is shipped as `knowledge`. */
export const VOCABULARY_FILES: Readonly<Record<keyof Vocabulary, string>> = {
  eventTypes: "vocabulary/event-types.yaml",
  participantRoles: "vocabulary/participant-roles.yaml",
  predicates: "vocabulary/predicates.yaml",
  outcomes: "vocabulary/outcomes.yaml",
};

/** The vocabulary of every knowledge base. */
export const BUILT_IN: Vocabulary = [eventTypes, participantRoles, predicates, outcomes].reduce(
  (all: Vocabulary, file) => {
    const { vocabulary } = file as { readonly vocabulary: Partial<VocabularyAddition> };
    return extendVocabulary(all, { ...NOTHING, ...vocabulary });
  },
  { eventTypes: {}, participantRoles: {}, predicates: {}, outcomes: {} },
);

/** The vocabulary with more in it; where both have an entry, the words of both, the old ones first. */
export function extendVocabulary(old: Vocabulary, added: VocabularyAddition): Vocabulary {
  return {
    eventTypes: extended(old.eventTypes, added.eventTypes, eventTypeWords),
    participantRoles: extended(old.participantRoles, added.participantRoles, roleWords),
    predicates: extended(old.predicates, added.predicates, predicateWords),
    outcomes: extended(old.outcomes, added.outcomes, outcomeWords),
  };
}

/** What a knowledge base's vocabulary has beyond the built-in one. */
export function ownWords(vocabulary: Vocabulary): Vocabulary {
  const own = <Words>(all: Readonly<Record<string, Words>>, builtIn: Readonly<Record<string, Words>>) =>
    Object.fromEntries(Object.entries(all).filter(([word, words]) => words !== builtIn[word]));
  return {
    eventTypes: own(vocabulary.eventTypes, BUILT_IN.eventTypes),
    participantRoles: own(vocabulary.participantRoles, BUILT_IN.participantRoles),
    predicates: own(vocabulary.predicates, BUILT_IN.predicates),
    outcomes: own(vocabulary.outcomes, BUILT_IN.outcomes),
  };
}

function eventTypeWords(old: EventTypeWords | undefined, added: Partial<EventTypeWords>): EventTypeWords {
  return {
    ...old,
    ...added,
    terms: union(old?.terms, added.terms),
    verbs: union(old?.verbs, added.verbs),
    objectOf: union(old?.objectOf, added.objectOf),
    alsoCalled: union(old?.alsoCalled, added.alsoCalled),
  };
}

function roleWords(old: RoleWords | undefined, added: Partial<RoleWords>): RoleWords {
  return {
    ...old,
    ...added,
    phrases: union(old?.phrases, added.phrases),
    titles: union(old?.titles, added.titles),
    verbs: union(old?.verbs, added.verbs),
  };
}

function predicateWords(old: PredicateWords | undefined, added: PredicateAddition): PredicateWords {
  return {
    verbs: union(old?.verbs, added.verbs),
    nouns: union(old?.nouns, added.nouns),
    antonyms: union(old?.antonyms, added.antonyms),
    exclusive: added.exclusive === undefined ? (old?.exclusive ?? "none") : added.exclusive || "none",
  };
}

function outcomeWords(old: OutcomeWords | undefined, added: Partial<OutcomeWords>): OutcomeWords {
  return {
    verbs: union(old?.verbs, added.verbs),
    objectOf: union(old?.objectOf, added.objectOf),
    adjectives: union(old?.adjectives, added.adjectives),
    nouns: union(old?.nouns, added.nouns),
  };
}

/** A map without prototype, so that no word ("constructor") is in it by accident. */
function extended<Words, Added>(
  old: Readonly<Record<string, Words>>,
  added: Readonly<Record<string, Added>>,
  join: (old: Words | undefined, added: Added) => Words,
): Readonly<Record<string, Words>> {
  const result: Record<string, Words> = Object.assign(Object.create(null), old);
  for (const [word, addition] of Object.entries(added)) result[word] = join(result[word], addition);
  return result;
}

function union(old: readonly string[] = [], added: readonly string[] = []): readonly string[] {
  return added.length === 0 ? old : [...new Set([...old, ...added])];
}
