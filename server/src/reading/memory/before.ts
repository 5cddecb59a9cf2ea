import type { Id } from "../../knowledge-base/knowledge.ts";
import { fartherBy } from "../../text/span.ts";
import { DESCRIPTIONS } from "../english/descriptions.ts";
import type { Name } from "../names/name-index.ts";
import type { Reference } from "../reference.ts";
import type { InOrder, Ordered } from "./in-order.ts";
import type { Framing, Left, SpokenEvent } from "./notes.ts";

/** What a question is about: "named un", "type ceasefire". Who leaves nothing else under a key changes no answer to it. */
export type Key = string;

/** A table whose entries are found by who first left them. */
export type Firsts<Part extends Ordered> = Map<Key, Map<Id | undefined, InOrder<Part, number>>>;
export type Lasts<Part extends Ordered, Value> = Map<Key, InOrder<Part, Value>>;

/** An event that was spoken of, and how many paragraphs ago, up to {@link FAR}. */
export interface EarlierEvent extends SpokenEvent {
  readonly blocks: number;
}

/** Farther back makes no difference. */
export const FAR = 4;
/** How many of those that fit are kept: where there are two, nobody is meant. */
const SEVERAL = 2;

/** What can be asked of the draft before a part, and the keys under which it is left. */
export const KEYS = {
  named: (id: Id): Key => `named ${id}`,
  body: (called: string): Key => `body ${called}`,
  head: (head: string): Key => `head ${head}`,
  acronym: (text: string): Key => `acronym ${text}`,
  type: (type: string): Key => `type ${type}`,
  called: (word: string): Key => `called ${word}`,
};
export const REFERENCE: Key = "reference";
export const FRAMING: Key = "framing";

/** What a draft has said before one of its parts, as far as the part can take it up. */
export interface Before {
  hasNamed(id: Id): boolean;
  /** Whom the paragraph before this one named. */
  readonly inLastBlock: readonly Id[];
  /** The bodies named so far that are called by a noun: two at most. */
  bodiesCalled(noun: string): readonly Id[];
  /** Who was named in full by a name that ends in a word: two at most. */
  namedWithHead(head: string): readonly (Id | undefined)[];
  acronym(text: string): Name | undefined;
  /** The last event spoken of that is of one of these types. */
  lastOf(types: Iterable<string>): EarlierEvent | undefined;
  /** The last event spoken of that has a word in one of its names. */
  lastCalled(word: string): Id | undefined;
  /** What "six days later" counts from. */
  reference(): Reference | undefined;
  /** What the last two sentences of the paragraph before spoke of. */
  readonly sentences: readonly (readonly Id[])[];
  readonly framing: Framing;
}

/** What was left, by what it was left under. */
export interface Tables<Part extends Ordered> {
  readonly named: Lasts<Part, void>;
  readonly bodies: Firsts<Part>;
  readonly heads: Firsts<Part>;
  readonly acronyms: Lasts<Part, Name>;
  readonly events: Lasts<Part, { readonly event: SpokenEvent; readonly at: number }>;
  readonly called: Lasts<Part, Id>;
  readonly references: InOrder<Part, Reference>;
  readonly underHeading: InOrder<Part, boolean>;
  readonly afterColon: InOrder<Part, boolean>;
}

/** How far back a part stands, seen from a place: in parts, and in paragraphs, of which each may be several parts. */
export interface Distances<Part> {
  parts(part: Part): number;
  paragraphs(part: Part): number;
}

/** What was left before a place. */
export class BeforePart<Part extends Ordered> implements Before {
  readonly #order: number;
  readonly #last: Left | undefined;
  readonly #back: Distances<Part>;
  readonly #tables: Tables<Part>;

  constructor(order: number, last: Left | undefined, back: Distances<Part>, tables: Tables<Part>) {
    this.#order = order;
    this.#last = last;
    this.#back = back;
    this.#tables = tables;
  }

  hasNamed(id: Id): boolean {
    return (this.#tables.named.get(id)?.first?.order ?? Infinity) < this.#order;
  }

  get inLastBlock(): readonly Id[] {
    return this.#last?.inBlock ?? NOBODY;
  }

  bodiesCalled(noun: string): readonly Id[] {
    const types = [...(DESCRIPTIONS.get(noun) ?? [])].flatMap((type) => this.#firsts("bodies", `a ${type}`));
    return [...new Set([...types, ...this.#firsts("bodies", noun)])].slice(0, SEVERAL) as Id[];
  }

  namedWithHead(head: string): readonly (Id | undefined)[] {
    return this.#firsts("heads", head);
  }

  acronym(text: string): Name | undefined {
    return this.#tables.acronyms.get(text)?.before(this.#order)?.value;
  }

  lastOf(types: Iterable<string>): EarlierEvent | undefined {
    let last: { part: Part; value: { readonly event: SpokenEvent; readonly at: number } } | undefined;
    for (const type of types) {
      const found = this.#tables.events.get(type)?.before(this.#order);
      if (found === undefined) continue;
      const { part, value } = found;
      const isLater =
        last === undefined ||
        part.order > last.part.order ||
        (part === last.part && value.at > last.value.at);
      if (isLater) last = found;
    }
    if (last === undefined) return undefined;
    const { event, type } = last.value.event;
    return { event, type, blocks: Math.min(this.#back.paragraphs(last.part), FAR) };
  }

  lastCalled(word: string): Id | undefined {
    return this.#tables.called.get(word)?.before(this.#order)?.value;
  }

  reference(): Reference | undefined {
    const found = this.#tables.references.before(this.#order);
    if (found === undefined) return undefined;
    const { origin } = found.value;
    return { ...found.value, origin: fartherBy(origin, this.#back.parts(found.part)) };
  }

  get sentences(): readonly (readonly Id[])[] {
    return this.#last?.sentences ?? NO_SENTENCES;
  }

  get framing(): Framing {
    const { underHeading, afterColon } = this.#tables;
    return {
      underHeading: underHeading.before(this.#order)?.value ?? false,
      afterColon: afterColon.before(this.#order)?.value ?? false,
    };
  }

  /** Who was first left under a key: two at most, in the order of the draft. */
  #firsts(table: "bodies" | "heads", key: Key): readonly (Id | undefined)[] {
    const found: { id: Id | undefined; order: number; at: number }[] = [];
    for (const [id, { first, firstValue }] of this.#tables[table].get(key) ?? NOTHING) {
      const one = { id, order: first!.order, at: firstValue! };
      if (one.order >= this.#order) continue;
      const place = found.findIndex(
        (other) => one.order < other.order || (one.order === other.order && one.at < other.at),
      );
      if (place >= 0) found.splice(place, 0, one);
      else if (found.length < SEVERAL) found.push(one);
      if (found.length > SEVERAL) found.pop();
    }
    return found.map(({ id }) => id);
  }
}

const NOBODY: readonly Id[] = [];
const NO_SENTENCES: readonly (readonly Id[])[] = [];
const NOTHING: ReadonlyMap<Id | undefined, InOrder<never, number>> = new Map();
