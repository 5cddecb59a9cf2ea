import type { Vocabulary } from "../knowledge.ts";

/**
 * The types of event that the words of a type may be used of: itself, and those that are also called so ("the
 * agreement" can be a ceasefire). O(1), but for the first question of a vocabulary.
 */
export function meaningsOf(type: string, vocabulary: Vocabulary): readonly string[] {
  let all = known.get(vocabulary);
  if (all === undefined) known.set(vocabulary, (all = meanings(vocabulary)));
  return all.get(type) ?? [type];
}

const known = new WeakMap<Vocabulary, ReadonlyMap<string, readonly string[]>>();

function meanings({ eventTypes }: Vocabulary): ReadonlyMap<string, readonly string[]> {
  const all = new Map(Object.keys(eventTypes).map((type) => [type, [type]]));
  for (const [type, { alsoCalled }] of Object.entries(eventTypes)) {
    for (const wider of alsoCalled) all.get(wider)?.push(type);
  }
  return all;
}
