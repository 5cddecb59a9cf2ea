import type { Day, Interval } from "../../time/time.ts";
import type { Event, Id } from "../knowledge.ts";

/**
 * Dated events by their days: sorted by their start, with a tree of the latest ends over them, so that the events of
 * some days are found wherever long ones stand. Linear in the events times their logarithm to make.
 */
export class DateIndex {
  /** By start; events that start on one day in the order of the knowledge base. */
  readonly #ids: readonly Id[];
  readonly #starts: Float64Array;
  /** A heap-shaped tree: the leaves, from the middle on, are the ends; every node above is the later of its two. */
  readonly #ends: Float64Array;
  readonly #leaves: number;
  /** The numbers of the events, by their end. */
  readonly #byEnd: Uint32Array;

  constructor(events: Iterable<Event>) {
    const dated: { id: Id; start: Day; end: Day }[] = [];
    for (const { id, date } of events)
      if (date !== undefined) dated.push({ id, start: date.start, end: date.end });
    dated.sort((a, b) => byDay(a.start, b.start));
    this.#ids = dated.map(({ id }) => id);
    this.#starts = Float64Array.from(dated, ({ start }) => start);
    this.#leaves = 1 << Math.ceil(Math.log2(Math.max(dated.length, 1)));
    this.#ends = new Float64Array(2 * this.#leaves).fill(Number.NEGATIVE_INFINITY);
    dated.forEach(({ end }, i) => {
      this.#ends[this.#leaves + i] = end;
    });
    for (let node = this.#leaves - 1; node > 0; node--)
      this.#ends[node] = Math.max(this.#ends[2 * node]!, this.#ends[2 * node + 1]!);
    this.#byEnd = Uint32Array.from(dated.keys()).sort((a, b) => byDay(dated[a]!.end, dated[b]!.end));
  }

  /** The events that share a day with an interval, by their start. O(log events × answers). */
  on({ start, end }: Interval): Id[] {
    const found: Id[] = [];
    this.#collect(
      1,
      0,
      this.#leaves,
      firstAfter(this.#starts.length, (i) => this.#starts[i]!, end),
      start,
      found,
    );
    return found;
  }

  /** The events that begin after a day, the earliest first. */
  *after(day: Day): Generator<Id> {
    for (let i = firstAfter(this.#ids.length, (at) => this.#starts[at]!, day); i < this.#ids.length; i++)
      yield this.#ids[i]!;
  }

  /** The events that end before a day, the latest first. */
  *before(day: Day): Generator<Id> {
    const endOf = (i: number) => this.#ends[this.#leaves + this.#byEnd[i]!]!;
    for (let i = firstAfter(this.#byEnd.length, endOf, day) - 1; i >= 0; i--)
      if (endOf(i) < day) yield this.#ids[this.#byEnd[i]!]!;
  }

  /** Of the leaves of a node, from `from` on, those before `until` that end on a day or later. */
  #collect(node: number, from: number, width: number, until: number, day: Day, found: Id[]): void {
    if (from >= until || this.#ends[node]! < day) return;
    if (width === 1) {
      if (from < this.#ids.length) found.push(this.#ids[from]!);
      return;
    }
    const half = width / 2;
    this.#collect(2 * node, from, half, until, day, found);
    this.#collect(2 * node + 1, from + half, half, until, day, found);
  }
}

/** Infinite days are days too. */
function byDay(a: Day, b: Day): number {
  return a < b ? -1 : Number(a > b);
}

/** Of so many days in order, the number of the first that is later than one. */
function firstAfter(length: number, dayAt: (i: number) => Day, day: Day): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dayAt(middle) > day) high = middle;
    else low = middle + 1;
  }
  return low;
}
