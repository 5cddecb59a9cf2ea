import { type Change, changeBetween, lossOf } from "./change.ts";
import type { Knowledge } from "./knowledge.ts";
import { finish } from "./steps.ts";

export type NumberArray = Uint8Array | Uint16Array | Uint32Array;

/** All that a table is made of, in an order of its own: what can be kept as bytes, and opened without being read. */
export type Arrays = readonly NumberArray[];

/** A table that is derived from a whole knowledge, so that questions about it need not go through all entries. */
export interface TableKind<T> {
  readonly name: string;
  /** Linear in the entries, of which it keeps none. A generator, so that its driver can pause. */
  make(knowledge: Knowledge): Generator<undefined, Arrays>;
  /**
   * The table of what has been changed, from that of what was there before: answers as one that is made of it would. Goes
   * through numbers, and looks at no entry that has not changed. Undefined where it cannot be had so.
   */
  patch?(arrays: Arrays, change: Change): Generator<undefined, Arrays | undefined>;
  /** O(1): nothing is read. */
  open(arrays: Arrays, knowledge: Knowledge): T;
}

interface Made {
  readonly arrays: Arrays;
  readonly table: unknown;
}

/** What a knowledge may have come of, and what has changed since. */
interface Origin {
  readonly before: Knowledge;
  change?: Change;
}

const made = new WeakMap<Knowledge, Map<string, Made>>();
const kept = new WeakMap<Knowledge, (name: string) => Arrays | undefined>();
const origins = new WeakMap<Knowledge, readonly Origin[]>();
/** More origins are not remembered: each is a whole knowledge. */
const MOST_ORIGINS = 3;
/** Tables that are being made: who is stopped, such as the reading of a text that is old now, has not begun in vain. */
const making = new WeakMap<Knowledge, Map<string, Generator<undefined, Arrays>>>();
/** How many entries have gone since the tables of a knowledge were made: what only they had is still in them. */
const losses = new WeakMap<Knowledge, number>();

/** Where so many of the entries would have gone, tables are made anew. */
const MOST_LOSSES = 1 / 4;

/** Says where tables of a knowledge are found that were made of the same content before. */
export function findTablesOf(knowledge: Knowledge, find: (name: string) => Arrays | undefined): void {
  kept.set(knowledge, find);
}

/**
 * Says that most of a knowledge is as it was in another one: its tables are patched from the other's, or from those that the
 * other came of, as far as there are any. They are kept in memory until {@link settle}.
 */
export function follow(after: Knowledge, before: Knowledge): void {
  if (after === before) return;
  const all = [{ before }, ...(origins.get(after) ?? []), ...(origins.get(before) ?? [])];
  origins.set(after, all.slice(0, MOST_ORIGINS));
}

/** Says that a knowledge has the tables that it needs. */
export function settle(knowledge: Knowledge): void {
  origins.delete(knowledge);
}

/** A table of a knowledge: as it was kept, or else made when it is first asked for. */
export function tableOf<T>(kind: TableKind<T>, knowledge: Knowledge): T {
  const known = made.get(knowledge)?.get(kind.name);
  if (known !== undefined) return known.table as T;
  return finish(madeOf(kind, knowledge)).table as T;
}

/** What is to be kept of tables, by their names: all of them are made first. */
export function* tablesOf(
  kinds: readonly TableKind<unknown>[],
  knowledge: Knowledge,
): Generator<undefined, ReadonlyMap<string, Arrays>> {
  const tables = new Map<string, Arrays>();
  for (const kind of kinds) tables.set(kind.name, (yield* madeOf(kind, knowledge)).arrays);
  return tables;
}

/** Whoever asks for a table that is being made goes on with it. */
function* madeOf(kind: TableKind<unknown>, knowledge: Knowledge): Generator<undefined, Made> {
  const tables = of(made, knowledge);
  const running = of(making, knowledge);
  const open = (arrays: Arrays) =>
    void tables.set(kind.name, { arrays, table: kind.open(arrays, knowledge) });
  for (;;) {
    const known = tables.get(kind.name);
    if (known !== undefined) return known;
    const arrays = running.has(kind.name) ? undefined : kept.get(knowledge)?.(kind.name);
    if (arrays !== undefined) {
      open(arrays);
      continue;
    }
    const work = running.get(kind.name) ?? steps(kind, knowledge);
    // What fails is begun anew by the next who asks.
    running.delete(kind.name);
    const step = work.next();
    if (step.done) open(step.value);
    else {
      running.set(kind.name, work);
      yield;
    }
  }
}

function of<T>(maps: WeakMap<Knowledge, Map<string, T>>, knowledge: Knowledge): Map<string, T> {
  let map = maps.get(knowledge);
  if (map === undefined) maps.set(knowledge, (map = new Map()));
  return map;
}

function* steps(kind: TableKind<unknown>, knowledge: Knowledge): Generator<undefined, Arrays> {
  return (yield* patched(kind, knowledge)) ?? (yield* kind.make(knowledge));
}

function* patched(kind: TableKind<unknown>, knowledge: Knowledge): Generator<undefined, Arrays | undefined> {
  if (kind.patch === undefined) return undefined;
  for (const origin of origins.get(knowledge) ?? []) {
    const { before } = origin;
    const arrays = made.get(before)?.get(kind.name)?.arrays ?? kept.get(before)?.(kind.name);
    if (arrays === undefined) continue;
    origin.change ??= yield* changeBetween(before, knowledge);
    const lost = (losses.get(before) ?? 0) + lossOf(origin.change);
    if (lost > MOST_LOSSES * (knowledge.entities.size + knowledge.events.size)) continue;
    losses.set(knowledge, lost);
    return yield* kind.patch(arrays, origin.change);
  }
  return undefined;
}
