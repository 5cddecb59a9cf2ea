import type { Link } from "../../knowledge-base/exchange/pieces.ts";

/** What became of the records of an import, in numbers. */
export class Counts {
  records = 0;
  malformed = 0;
  entities = 0;
  events = 0;
  /** Entries whose id was there already. */
  repeated = 0;
  /** Entries that the user does not want. */
  filtered = 0;
  /** Links that would have led in a circle. */
  circular = 0;
  /** Offices that somebody holds and no record describes. */
  unknownPosts = 0;
  /** Links of entries that are not there. */
  withoutHolder = 0;
  /** What a knowledge base has no place for, by what it is. */
  readonly left = new Map<string, number>();
  /** Links to what is not there, by their key. */
  readonly dropped = new Map<Link["key"], number>();

  add<K>(counts: Map<K, number>, key: K): void {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}
