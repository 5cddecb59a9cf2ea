/** At most so many are shown; one more than these is sought, to know whether there are more. */
export const LIMIT = 100;

/**
 * Those that fit what is typed, folded: first those that begin with it, then those of which a word does, then those that
 * have its letters in its order; without anything typed, the first ones.
 */
export function fitting<T>(all: readonly T[], typed: string, filterOf: (each: T) => string): T[] {
  if (typed === "") return all.slice(0, LIMIT + 1);
  const ranks: T[][] = [[], [], []];
  for (const each of all) {
    const rank = rankOf(filterOf(each), typed);
    if (rank !== undefined) ranks[rank]!.push(each);
  }
  return ranks.flat().slice(0, LIMIT + 1);
}

function rankOf(filter: string, typed: string): 0 | 1 | 2 | undefined {
  const at = filter.indexOf(typed);
  if (at === 0) return 0;
  if (at > 0 && beginsWord(filter, typed, at)) return 1;
  let next = 0;
  for (const letter of typed) {
    next = filter.indexOf(letter, next) + 1;
    if (next === 0) return undefined;
  }
  return 2;
}

function beginsWord(filter: string, typed: string, first: number): boolean {
  for (let at = first; at >= 0; at = filter.indexOf(typed, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(filter[at - 1]!)) return true;
  }
  return false;
}
