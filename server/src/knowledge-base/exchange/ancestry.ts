/**
 * One relation in which each entry, by its number, names at most one other: what it is part of, what came before it. Finds
 * the links that would close a cycle, which the format forbids. Five bytes an entry once there is a link.
 */
export class Ancestry {
  /** The other entry's number plus one; 0 is none. */
  #parents = new Uint32Array(0);

  /** Notes a link; false where the entry has one already. */
  add(from: number, to: number, count: number): boolean {
    if (this.#parents.length < count) {
      const wider = new Uint32Array(count);
      wider.set(this.#parents);
      this.#parents = wider;
    }
    if (this.#parents[from] !== 0) return false;
    this.#parents[from] = to + 1;
    return true;
  }

  /** Takes away one link of each cycle and says how many those were. Linear. */
  breakCycles(): number {
    const parents = this.#parents;
    const seen = new Uint8Array(parents.length);
    let broken = 0;
    for (let start = 0; start < parents.length; start++) {
      let at = start;
      while (seen[at] === 0 && parents[at] !== 0) {
        seen[at] = ON_THIS_WAY;
        at = parents[at]! - 1;
      }
      const closes = seen[at] === ON_THIS_WAY;
      for (let on = start; seen[on] === ON_THIS_WAY; on = parents[on]! - 1) seen[on] = DONE;
      if (closes) {
        parents[at] = 0;
        broken++;
      }
    }
    return broken;
  }

  /** Whether the link stands. */
  has(from: number, to: number): boolean {
    return this.#parents[from] === to + 1;
  }
}

const ON_THIS_WAY = 1;
const DONE = 2;
