import type { EventTypeWords, PredicateWords, RoleWords, Vocabulary } from "../knowledge.ts";
import { EVENT_TYPES } from "./event-types.ts";
import { PARTICIPANT_ROLES } from "./participant-roles.ts";
import { PREDICATES } from "./predicates.ts";

/** What a knowledge base adds to the vocabulary: new words, or more words for an old one. */
export interface VocabularyAddition {
  readonly eventTypes: Readonly<Record<string, Partial<EventTypeWords>>>;
  readonly participantRoles: Readonly<Record<string, Partial<RoleWords>>>;
  readonly predicates: Readonly<Record<string, PredicateAddition>>;
}
type PredicateAddition = Partial<Omit<PredicateWords, "exclusive">> & {
  readonly exclusive?: PredicateWords["exclusive"] | false;
};

/** The vocabulary of every knowledge base. */
export const BUILT_IN: Vocabulary = {
  eventTypes: EVENT_TYPES,
  participantRoles: PARTICIPANT_ROLES,
  predicates: PREDICATES,
};

/** The vocabulary with more in it; where both have an entry, the words of both, the old ones first. */
export function extendVocabulary(old: Vocabulary, added: VocabularyAddition): Vocabulary {
  return {
    eventTypes: extended(old.eventTypes, added.eventTypes, eventTypeWords),
    participantRoles: extended(old.participantRoles, added.participantRoles, roleWords),
    predicates: extended(old.predicates, added.predicates, predicateWords),
  };
}

function eventTypeWords(old: EventTypeWords | undefined, added: Partial<EventTypeWords>): EventTypeWords {
  return { terms: union(old?.terms, added.terms), verbs: union(old?.verbs, added.verbs) };
}

function roleWords(old: RoleWords | undefined, added: Partial<RoleWords>): RoleWords {
  return {
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
