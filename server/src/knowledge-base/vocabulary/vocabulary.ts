import type { EventTypeWords, PredicateWords, RoleWords, Vocabulary } from "../knowledge.ts";
import type { RawEventTypeWords, RawPredicateWords, RawRoleWords } from "../schema.ts";
import { EVENT_TYPES } from "./event-types.ts";
import { PARTICIPANT_ROLES } from "./participant-roles.ts";
import { PREDICATES } from "./predicates.ts";

/** What a knowledge base adds to the vocabulary: new words, or more words for an old one. */
export interface VocabularyAddition {
  readonly eventTypes: Record<string, RawEventTypeWords>;
  readonly participantRoles: Record<string, RawRoleWords>;
  readonly predicates: Record<string, RawPredicateWords>;
}

/** The vocabulary of every knowledge base. */
export const BUILT_IN: Vocabulary = {
  eventTypes: EVENT_TYPES,
  participantRoles: PARTICIPANT_ROLES,
  predicates: PREDICATES,
};

/** The vocabulary with more in it; where both have an entry, the words of both, the old ones first. */
export function extendVocabulary(
  vocabulary: Vocabulary,
  addition: VocabularyAddition | Vocabulary,
): Vocabulary {
  return {
    eventTypes: extended<EventTypeWords, RawEventTypeWords>(
      vocabulary.eventTypes,
      addition.eventTypes,
      (old, added) => ({
        terms: union(old?.terms, added.terms),
        verbs: union(old?.verbs, added.verbs),
      }),
    ),
    participantRoles: extended<RoleWords, RawRoleWords>(
      vocabulary.participantRoles,
      addition.participantRoles,
      (old, added) => ({
        phrases: union(old?.phrases, added.phrases),
        titles: union(old?.titles, added.titles),
        verbs: union(old?.verbs, added.verbs),
      }),
    ),
    predicates: extended<PredicateWords, RawPredicateWords>(
      vocabulary.predicates,
      addition.predicates,
      (old, added) => ({
        verbs: union(old?.verbs, added.verbs),
        nouns: union(old?.nouns, added.nouns),
        antonyms: union(old?.antonyms, added.antonyms),
        exclusive: added.exclusive === undefined ? (old?.exclusive ?? "none") : added.exclusive || "none",
      }),
    ),
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
