import { ComputedMap, type Numbered, numberedKeys } from "./computed-map.ts";
import type { BadName, Entity, Event, Id, Knowledge } from "./knowledge.ts";
import { follow } from "./tables.ts";

const known = new WeakMap<Knowledge, Map<string, Knowledge>>();

/**
 * The knowledge as a house writes names that prefers others: the house's name of an entry takes the place of the
 * preferred one, which is discouraged from then on. The same object for the same names.
 */
export function withHouseNames(
  knowledge: Knowledge,
  names: Readonly<Record<Id, string>> | undefined,
): Knowledge {
  const wanted = Object.entries(names ?? {}).filter(([id, name]) => {
    const entry = knowledge.entities.get(id) ?? knowledge.events.get(id);
    return entry !== undefined && entry.name !== name;
  });
  if (wanted.length === 0) return knowledge;
  const byNames = known.get(knowledge) ?? new Map<string, Knowledge>();
  known.set(knowledge, byNames);
  const key = JSON.stringify(wanted);
  const made = byNames.get(key) ?? renamed(knowledge, new Map(wanted));
  byNames.set(key, made);
  return made;
}

function renamed(knowledge: Knowledge, names: ReadonlyMap<Id, string>): Knowledge {
  const entities = new Map<Id, Entity>();
  const events = new Map<Id, Event>();
  for (const [id, name] of names) {
    const entity = knowledge.entities.get(id);
    const event = knowledge.events.get(id);
    if (entity !== undefined) entities.set(id, called(entity, name));
    else if (event !== undefined) events.set(id, called(event, name));
  }
  const made: Knowledge = {
    ...knowledge,
    version: `${knowledge.version} ${JSON.stringify([...names])}`,
    entities: new Replaced(knowledge.entities, entities),
    events: new Replaced(knowledge.events, events),
  };
  follow(made, knowledge);
  return made;
}

/** A map in which others take the place of some values. */
class Replaced<T> extends ComputedMap<Id, T> {
  readonly #all: ReadonlyMap<Id, T>;
  readonly #others: ReadonlyMap<Id, T>;

  constructor(all: ReadonlyMap<Id, T>, others: ReadonlyMap<Id, T>) {
    super();
    this.#all = all;
    this.#others = others;
  }

  get size(): number {
    return this.#all.size;
  }

  get(id: Id): T | undefined {
    return this.#others.get(id) ?? this.#all.get(id);
  }

  has(id: Id): boolean {
    return this.#all.has(id);
  }

  override numberedKeys(): Numbered<Id> {
    return numberedKeys(this.#all);
  }

  keys(): MapIterator<Id> {
    return this.#all.keys();
  }

  *entries(): MapIterator<[Id, T]> {
    for (const [id, one] of this.#all) yield [id, this.#others.get(id) ?? one];
  }
}

function called<E extends Entity | Event>(entry: E, name: string): E {
  const reason = `The style of this house is “${name}”.`;
  const old: BadName = { form: entry.name, reason };
  return {
    ...entry,
    name,
    aliases: entry.aliases.filter((alias) => alias !== name),
    discouraged: [old, ...entry.discouraged.filter(({ form }) => form !== name)],
    misnomers: entry.misnomers.filter(({ form }) => form !== name),
  };
}
