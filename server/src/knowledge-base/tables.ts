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
  /** O(1): nothing is read. */
  open(arrays: Arrays, knowledge: Knowledge): T;
}

/** Entries between two pauses. */
export const PACE = 256;

interface Made {
  readonly arrays: Arrays;
  readonly table: unknown;
}

const made = new WeakMap<Knowledge, Map<string, Made>>();
const kept = new WeakMap<Knowledge, (name: string) => Arrays | undefined>();

/** Says where tables of a knowledge are found that were made of the same content before. */
export function findTablesOf(knowledge: Knowledge, find: (name: string) => Arrays | undefined): void {
  kept.set(knowledge, find);
}

/** A table of a knowledge: as it was kept, or else made when it is first asked for. */
export function tableOf<T>(kind: TableKind<T>, knowledge: Knowledge): T {
  const known = made.get(knowledge)?.get(kind.name);
  if (known !== undefined) return known.table as T;
  return finish(madeOf(kind, knowledge)).table as T;
}

/** What is to be kept of a table. */
export function* arraysOf(kind: TableKind<unknown>, knowledge: Knowledge): Generator<undefined, Arrays> {
  return (yield* madeOf(kind, knowledge)).arrays;
}

function* madeOf(kind: TableKind<unknown>, knowledge: Knowledge): Generator<undefined, Made> {
  let tables = made.get(knowledge);
  if (tables === undefined) made.set(knowledge, (tables = new Map()));
  const arrays = kept.get(knowledge)?.(kind.name) ?? (yield* kind.make(knowledge));
  const known = tables.get(kind.name) ?? { arrays, table: kind.open(arrays, knowledge) };
  tables.set(kind.name, known);
  return known;
}
