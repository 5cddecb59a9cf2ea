import type { Id, Knowledge } from "../knowledge.ts";

/** What an id is called in a message: the name of an entity or an event, else the id itself. */
export function called(id: Id, { entities, events }: Knowledge): string {
  return entities.get(id)?.name ?? events.get(id)?.name ?? `\`${id}\``;
}

/** "A", "A and B", "A, B and C". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
