import type { Id } from "../knowledge.ts";

type Collect<Ref> = (add: (key: string, ref: Ref) => void) => void;

/**
 * References by key, in the order in which they were collected, made when the first question is asked. What they refer
 * to is looked up when its key is asked for, so that an index keeps no entries that nobody asks for.
 */
export class GroupIndex<Ref, Answer> {
  readonly #collect: Collect<Ref>;
  readonly #resolve: (ref: Ref) => Answer;
  readonly #answers = new Map<string, readonly Answer[]>();
  #groups: ReadonlyMap<string, readonly Ref[]> | undefined;

  constructor(collect: Collect<Ref>, resolve: (ref: Ref) => Answer) {
    this.#collect = collect;
    this.#resolve = resolve;
  }

  /** O(1), but for the first question of a key, which is linear in the answers, and the first of all. */
  of(key: string): readonly Answer[] {
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    this.#groups ??= grouped(this.#collect);
    const refs = this.#groups.get(key);
    if (refs === undefined) return NONE;
    const answers = refs.map(this.#resolve);
    this.#answers.set(key, answers);
    return answers;
  }
}

const NONE: readonly never[] = [];

function grouped<Ref>(collect: Collect<Ref>): Map<string, Ref[]> {
  const groups = new Map<string, Ref[]>();
  collect((key, ref) => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [ref]);
    else group.push(ref);
  });
  return groups;
}

/** Entries by some keys of each. */
export function entriesBy<T extends { readonly id: Id }>(
  entries: ReadonlyMap<Id, T>,
  keysOf: (entry: T) => Iterable<string>,
): GroupIndex<Id, T> {
  return new GroupIndex<Id, T>(
    (add) => {
      for (const entry of entries.values()) for (const key of new Set(keysOf(entry))) add(key, entry.id);
    },
    (id) => entries.get(id)!,
  );
}
