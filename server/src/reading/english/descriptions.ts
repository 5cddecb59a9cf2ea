/** Nouns that describe an actor by what kind of thing it is, and the kinds of entity that each may stand for. */
export const DESCRIPTIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    group: ["group", "organization"],
    organisation: ["organization"],
    organization: ["organization"],
    movement: ["group", "organization"],
    body: ["organization"],
    country: ["country"],
    state: ["country"],
    kingdom: ["country"],
    republic: ["country"],
    town: ["place"],
    city: ["place"],
    village: ["place"],
  }).map(([noun, types]) => [noun, new Set(types)]),
);
