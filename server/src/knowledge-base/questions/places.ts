import type { Id, Knowledge } from "../knowledge.ts";

/** What lies where. */
export class Places {
  readonly #entities: Knowledge["entities"];
  readonly #around = new Map<Id, ReadonlySet<Id>>();

  constructor({ entities }: Knowledge) {
    this.#entities = entities;
  }

  isWithin(place: Id, outer: Id): boolean {
    return place === outer || this.around(place).has(outer);
  }

  around(place: Id): ReadonlySet<Id> {
    const known = this.#around.get(place);
    if (known !== undefined) return known;
    const around = new Set([place]);
    for (const id of around) {
      const { partOf, country = [] } = this.#entities.get(id) ?? {};
      if (partOf !== undefined) around.add(partOf);
      for (const { of } of country) around.add(of);
    }
    this.#around.set(place, around);
    return around;
  }
}
