import { numberedKeys } from "./computed-map.ts";
import type { Entity, Event, Id, Knowledge } from "./knowledge.ts";
import { PACE } from "./steps.ts";

/** What has become of the entries of one kind. Numbers count the entries in the order of their knowledge base. */
export interface EntriesChange {
  /** For each old number the new one of the same entry; {@link GONE} where there is none, or where it says something else. */
  readonly now: Int32Array;
  /** The new numbers, ascending, of entries that were not there, or not like this. */
  readonly fresh: readonly number[];
}

export const GONE = -1;

/** The kinds of entries that tables are made of. */
export type TabledKind = "entities" | "events" | "claims";

/** From one state of a knowledge base to a later one, or from one knowledge base to several that it is merged into. */
export interface Change extends Readonly<Record<TabledKind, EntriesChange>> {
  readonly before: Knowledge;
  readonly after: Knowledge;
}

/** Compares two states, entry by entry. Linear; a generator, so that its driver can pause. */
export function* changeBetween(before: Knowledge, after: Knowledge): Generator<undefined, Change> {
  return {
    before,
    after,
    entities: yield* entriesChange<object>(before.entities, after.entities),
    events: yield* entriesChange<object>(before.events, after.events),
    claims: yield* entriesChange<object>(before.claims, after.claims),
  };
}

/** Some entries, by their numbers in ascending order. */
export function* entriesNumbered<T>(
  entries: ReadonlyMap<Id, T>,
  numbers: readonly number[],
): Generator<readonly [number: number, entry: T]> {
  // An entry that is asked for by its id may stay in memory; when most are, going through all costs no more.
  if (numbers.length > entries.size / MANY) {
    let [number, next] = [0, 0];
    for (const entry of entries.values()) {
      if (number === numbers[next]) yield [numbers[next++]!, entry];
      number++;
    }
  } else {
    const ids = numberedKeys(entries);
    for (const number of numbers) yield [number, entries.get(ids.at(number)!)!];
  }
}

const MANY = 8;

/** What has become of actors and events, counted as one: events after actors. */
export function ofNamed({ after, entities, events }: Change): {
  /** The number that one has now; {@link GONE} of one that is no more. */
  now(old: number): number;
  fresh(): Iterable<readonly [number: number, entry: Entity | Event]>;
} {
  const actorsBefore = entities.now.length;
  const actors = after.entities.size;
  return {
    now: (old) => {
      const number = old < actorsBefore ? entities.now[old]! : events.now[old - actorsBefore]!;
      return old < actorsBefore || number === GONE ? number : actors + number;
    },
    *fresh() {
      yield* entriesNumbered(after.entities, entities.fresh);
      for (const [number, event] of entriesNumbered(after.events, events.fresh))
        yield [actors + number, event];
    },
  };
}

/** How many entries have gone. */
export function lossOf({ entities, events, claims }: Change): number {
  return [entities, events, claims].reduce(
    (sum, { now }) => now.reduce((gone, number) => gone + Number(number === GONE), sum),
    0,
  );
}

/**
 * Both are walked along side by side, so that none of them needs a table of its ids. What stands at another place among the
 * others than before counts as gone and come.
 */
function* entriesChange<T>(
  before: ReadonlyMap<Id, T>,
  after: ReadonlyMap<Id, T>,
): Generator<undefined, EntriesChange> {
  const now = new Int32Array(before.size).fill(GONE);
  const fresh: number[] = [];
  const passed = new Set<Id>();
  const [olds, news] = [before.entries(), after.entries()];
  let [old, one] = [olds.next(), news.next()];
  for (let i = 0, j = 0, steps = 1; !old.done || !one.done; steps++) {
    if (steps % PACE === 0) yield;
    const isSame = !old.done && !one.done && old.value[0] === one.value[0];
    const isNew = !one.done && (old.done || passed.has(one.value[0]) || !before.has(one.value[0]));
    if (isSame && isEqual(old.value![1], one.value![1])) now[i] = j;
    else if (isSame || isNew) fresh.push(j);
    else passed.add(old.value![0]);
    if (isSame || !isNew) [old, i] = [olds.next(), i + 1];
    if (isSame || isNew) [one, j] = [news.next(), j + 1];
  }
  return { now, fresh };
}

/** Whether two values say the same, wherever it is written. What is left out is undefined. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => isEqual(one, b[i]))
    );
  for (const key in a) if (key !== "origin" && !isEqual((a as Values)[key], (b as Values)[key])) return false;
  for (const key in b) if (!(key in a) && key !== "origin" && (b as Values)[key] !== undefined) return false;
  return true;
}

type Values = Readonly<Record<string, unknown>>;
