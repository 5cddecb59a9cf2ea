import type { Id } from "../../knowledge-base/knowledge.ts";
import { nameKey } from "../../knowledge-base/questions/name-forms.ts";
import type { Catalogued } from "./catalogue.ts";

/** What of a catalogue is wanted. */
export interface Wanted {
  /** Words, or parts of them, that must all be in what an entry is called; any of its names and its id will do. */
  readonly filter?: string | undefined;
  /** Only these. */
  readonly only?: ReadonlySet<Id> | undefined;
}

/** A kind of actors, or a year of events. */
export interface Group {
  readonly key: string;
  readonly count: number;
}

/** Those that are wanted, in their order. Linear. */
export function select(
  catalogue: readonly Catalogued[],
  { filter = "", only }: Wanted,
): readonly Catalogued[] {
  const words = nameKey(filter)
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0 && only === undefined) return catalogue;
  return catalogue.filter(
    ({ id, names }) => only?.has(id) !== false && words.every((word) => names.includes(word)),
  );
}

/** The groups in the order of the catalogue, with how many are in each. Linear. */
export function groupsOf(entries: readonly Catalogued[]): Group[] {
  const counts = new Map<string, number>();
  for (const { group } of entries) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ key, count }));
}
