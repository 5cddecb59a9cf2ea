/** At most so many are shown; one more than these is sought, to know whether there are more. */
export const LIMIT = 100;

/**
 * Those that fit what is typed, folded: first those that begin with it, then those of which a word does, then those that
 * have it elsewhere, or whose first word, the id, has its letters in its order; without anything typed, the first ones.
 * Linear.
 */
export function fitting<T>(
  all: readonly T[],
  typed: string,
  filterOf: (each: T) => string,
  limit = LIMIT + 1,
): T[] {
  if (typed === "") return all.slice(0, limit);
  const ranks: T[][] = [[], [], []];
  for (const each of all) {
    const rank = rankOf(filterOf(each), typed);
    if (rank !== undefined) ranks[rank]!.push(each);
  }
  return ranks.flat().slice(0, limit);
}

function rankOf(filter: string, typed: string): 0 | 1 | 2 | undefined {
  const at = filter.indexOf(typed);
  if (at === 0) return 0;
  if (at > 0) return beginsWord(filter, typed, at) ? 1 : 2;
  // A few letters are in order in many a name by chance.
  const id = filter.slice(0, (filter.indexOf(" ") + 1 || filter.length + 1) - 1);
  return hasInOrder(id, typed) ? 2 : undefined;
}

/** Whether letters stand in a text in their order, whatever is between them. */
export function hasInOrder(text: string, letters: string): boolean {
  let next = 0;
  for (const letter of letters) {
    next = text.indexOf(letter, next) + 1;
    if (next === 0) return false;
  }
  return true;
}

/** Whether at its first place or a later one, what is typed is the beginning of a word. */
export function beginsWord(filter: string, typed: string, first = filter.indexOf(typed)): boolean {
  for (let at = first; at >= 0; at = filter.indexOf(typed, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(filter[at - 1]!)) return true;
  }
  return false;
}
