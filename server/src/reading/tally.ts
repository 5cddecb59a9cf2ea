/** How often things are there. */
export class Tally<Thing> {
  readonly #times = new Map<Thing, number>();

  has(thing: Thing): boolean {
    return this.#times.has(thing);
  }

  of(thing: Thing): number {
    return this.#times.get(thing) ?? 0;
  }

  /** Gives how often it is there now. */
  add(thing: Thing): number {
    const times = (this.#times.get(thing) ?? 0) + 1;
    this.#times.set(thing, times);
    return times;
  }

  remove(thing: Thing): number {
    const times = (this.#times.get(thing) ?? 0) - 1;
    if (times > 0) this.#times.set(thing, times);
    else this.#times.delete(thing);
    return Math.max(0, times);
  }
}

/** The set that a table has under a key, made if there is none. */
export function setAt<Key, Thing>(sets: Map<Key, Set<Thing>>, key: Key): Set<Thing> {
  let set = sets.get(key);
  if (set === undefined) sets.set(key, (set = new Set()));
  return set;
}
