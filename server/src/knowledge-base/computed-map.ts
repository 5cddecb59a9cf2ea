/** Things by number. */
export interface Numbered<T> {
  readonly length: number;
  at(number: number): T | undefined;
}

/** A map whose values are found rather than stored; who extends it says how. */
export abstract class ComputedMap<K, V> implements ReadonlyMap<K, V> {
  abstract readonly size: number;
  abstract get(key: K): V | undefined;
  abstract has(key: K): boolean;
  abstract keys(): MapIterator<K>;
  abstract entries(): MapIterator<[K, V]>;

  /** The keys, numbered in their order. */
  numberedKeys(): Numbered<K> {
    return [...this.keys()];
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void, thisArg?: unknown): void {
    for (const [key, value] of this) callback.call(thisArg, value, key, this);
  }
}

/** The keys of any map, numbered in their order; of one that has them so, none is made. */
export function numberedKeys<K>(map: ReadonlyMap<K, unknown>): Numbered<K> {
  return map instanceof ComputedMap ? map.numberedKeys() : [...map.keys()];
}
