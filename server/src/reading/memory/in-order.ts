import { bisect } from "../../text/bisect.ts";

/** Something that stands in a draft before and after others: the smaller `order` first. */
export interface Ordered {
  readonly order: number;
}

/** What so many parts of a draft have to do with one thing, in the order of the draft. Steps take logarithmic time. */
export class InOrder<Part extends Ordered, Value> {
  readonly #parts: Part[] = [];
  readonly #values: Value[] = [];

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  /** The first of them. */
  get first(): Part | undefined {
    return this.#parts[0];
  }

  get firstValue(): Value | undefined {
    return this.#values[0];
  }

  add(part: Part, value: Value): void {
    const last = this.#parts.at(-1);
    if (last === undefined || last.order < part.order) {
      this.#parts.push(part);
      this.#values.push(value);
      return;
    }
    const at = this.#from(part.order);
    this.#parts.splice(at, 0, part);
    this.#values.splice(at, 0, value);
  }

  has(part: Part): boolean {
    return this.#parts.at(-1) === part || this.#parts[this.#from(part.order)] === part;
  }

  remove(part: Part): void {
    const at = this.#from(part.order);
    if (this.#parts[at] !== part) return;
    this.#parts.splice(at, 1);
    this.#values.splice(at, 1);
  }

  /** The last one before a place, with what it has. */
  before(order: number): { readonly part: Part; readonly value: Value } | undefined {
    const at = this.#from(order) - 1;
    return at < 0 ? undefined : { part: this.#parts[at]!, value: this.#values[at]! };
  }

  /** Those after a place and up to another one, both left out and taken in as said. */
  *between(after: number, upTo: number): Generator<Part> {
    for (let at = this.#from(after); at < this.#parts.length && this.#parts[at]!.order <= upTo; at++)
      if (this.#parts[at]!.order > after) yield this.#parts[at]!;
  }

  /** Where the next one after a place stands; infinity if there is none. */
  nextAfter(order: number): number {
    let at = this.#from(order);
    while (this.#parts[at] !== undefined && this.#parts[at]!.order <= order) at++;
    return this.#parts[at]?.order ?? Infinity;
  }

  *[Symbol.iterator](): Generator<readonly [Part, Value]> {
    for (let at = 0; at < this.#parts.length; at++) yield [this.#parts[at]!, this.#values[at]!];
  }

  /** The number of the first that is not before a place. */
  #from(order: number): number {
    return bisect(this.#parts.length, (at) => this.#parts[at]!.order < order);
  }
}

/** The list that a table has under a key, made if there is none. */
export function listAt<Key, Part extends Ordered, Value>(
  table: Map<Key, InOrder<Part, Value>>,
  key: Key,
): InOrder<Part, Value> {
  let list = table.get(key);
  if (list === undefined) table.set(key, (list = new InOrder()));
  return list;
}

/** Takes a part out of a list, and the list out of its table when nothing is left. */
export function takeOut<Key, Part extends Ordered>(
  table: Map<Key, InOrder<Part, unknown>>,
  key: Key,
  part: Part,
): void {
  const list = table.get(key);
  list?.remove(part);
  if (list?.isEmpty === true) table.delete(key);
}
