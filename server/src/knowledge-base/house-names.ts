import type { BadName, Entity, Event, Id, Knowledge } from "./knowledge.ts";

const known = new WeakMap<Knowledge, Map<string, Knowledge>>();

/**
 * The knowledge as a house writes names that prefers others: the house's name of an entry takes the place of the
 * preferred one, which is discouraged from then on. The same object for the same names. Linear in the entries, once.
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
  const entities = new Map(knowledge.entities);
  const events = new Map(knowledge.events);
  for (const [id, name] of names) {
    const entity = entities.get(id);
    const event = events.get(id);
    if (entity !== undefined) entities.set(id, called(entity, name));
    else if (event !== undefined) events.set(id, called(event, name));
  }
  return { ...knowledge, version: `${knowledge.version} ${JSON.stringify([...names])}`, entities, events };
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
