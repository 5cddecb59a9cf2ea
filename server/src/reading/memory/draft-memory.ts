import type { Entity, Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { FarSpan } from "../../text/span.ts";
import { fold } from "../../text/tokens.ts";
import { DESCRIPTIONS } from "../english/descriptions.ts";
import type { Name } from "../names/name-index.ts";
import { headOf } from "../offices/titles.ts";
import type { Reference } from "../reference.ts";
import { InOrder, listAt, type Ordered, takeOut } from "./in-order.ts";
import { type Framing, type Left, type SpokenEvent, sameLeft } from "./notes.ts";

/** An event that was spoken of, and how many paragraphs ago, up to {@link FAR}. */
export interface EarlierEvent extends SpokenEvent {
  readonly blocks: number;
}

/** Farther back makes no difference. */
export const FAR = 4;
/** How many of those that fit are kept: where there are two, nobody is meant. */
const SEVERAL = 2;

/** A part of a draft as the memory has it: what it leaves for those after it, and what it asked of those before it. */
export interface Remembered extends Ordered {
  readonly left: Left;
  readonly asked: readonly { readonly keys: readonly Key[] }[];
}

/** What a question is about: "named un", "type ceasefire". Who leaves nothing else under a key changes no answer to it. */
export type Key = string;

/** A table whose entries are found by who first left them. */
type Firsts<Part extends Ordered> = Map<Key, Map<Id | undefined, InOrder<Part, number>>>;
type Lasts<Part extends Ordered, Value> = Map<Key, InOrder<Part, Value>>;

/**
 * What the parts of a draft leave for those after them. A part is read against what its questions are answered; so one
 * whose words and answers are the same says the same. Parts are added and taken out in any order; an answer is always that
 * for a place, from the parts before it. No question and no change takes much longer in a longer draft.
 */
export class DraftMemory<Part extends Remembered = Remembered> {
  readonly #knowledge: Knowledge;
  readonly #named: Lasts<Part, void> = new Map();
  /** By a noun, or "a " and a type: the bodies that were named of which it can be said. */
  readonly #bodies: Firsts<Part> = new Map();
  readonly #heads: Firsts<Part> = new Map();
  readonly #acronyms: Lasts<Part, Name> = new Map();
  /** By type: the last event of a part, and its number there. */
  readonly #events: Lasts<Part, { readonly event: SpokenEvent; readonly at: number }> = new Map();
  readonly #called: Lasts<Part, Id> = new Map();
  readonly #references = new InOrder<Part, Reference>();
  readonly #underHeading = new InOrder<Part, boolean>();
  readonly #afterColon = new InOrder<Part, boolean>();
  readonly #askers: Lasts<Part, void> = new Map();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** Whom the draft names so that nobody else can be meant, by where it first does. */
  get named(): { has(id: Id): boolean } {
    return this.#named;
  }

  /** Sorts actors by where they are first named. */
  inOrderOfNaming(a: Id, b: Id): number {
    const [one, other] = [this.#named.get(a)?.first, this.#named.get(b)?.first];
    if (one === undefined || other === undefined) return one === other ? 0 : one === undefined ? 1 : -1;
    return one === other ? one.left.named.indexOf(a) - one.left.named.indexOf(b) : one.order - other.order;
  }

  /** Takes down what a part leaves and what it asked. */
  add(part: Part): void {
    const { named, heads, acronyms, reference, framing } = part.left;
    for (const id of named) listAt(this.#named, id).add(part);
    for (const [key, id, at] of this.#bodiesIn(part.left))
      listAt(valuesAt(this.#bodies, key), id).add(part, at);
    for (const [at, [head, id]] of heads.entries()) listAt(valuesAt(this.#heads, head), id).add(part, at);
    for (const [text, name] of acronyms) listAt(this.#acronyms, text).add(part, name);
    for (const [type, at] of lastOfTypes(part.left))
      listAt(this.#events, type).add(part, { event: part.left.events[at]!, at });
    for (const [word, id] of this.#wordsCalled(part.left)) listAt(this.#called, word).add(part, id);
    if (reference !== undefined) this.#references.add(part, reference);
    if (framing?.underHeading !== undefined) this.#underHeading.add(part, framing.underHeading);
    if (framing?.afterColon !== undefined) this.#afterColon.add(part, framing.afterColon);
    for (const key of keysAsked(part)) listAt(this.#askers, key).add(part);
  }

  remove(part: Part): void {
    const { named, heads, acronyms } = part.left;
    for (const id of named) takeOut(this.#named, id, part);
    for (const [key, id] of this.#bodiesIn(part.left)) takeValueOut(this.#bodies, key, id, part);
    for (const [head, id] of heads) takeValueOut(this.#heads, head, id, part);
    for (const [text] of acronyms) takeOut(this.#acronyms, text, part);
    for (const [type] of lastOfTypes(part.left)) takeOut(this.#events, type, part);
    for (const [word] of this.#wordsCalled(part.left)) takeOut(this.#called, word, part);
    this.#references.remove(part);
    this.#underHeading.remove(part);
    this.#afterColon.remove(part);
    for (const key of keysAsked(part)) takeOut(this.#askers, key, part);
  }

  /**
   * The parts whose answers can be others because something else is left at a place than before; nothing, if either side is
   * absent. What stood there must have been taken out, and what stands there added.
   */
  *concerned(order: number, before: Left | undefined, now: Left | undefined): Generator<Part> {
    if (before !== undefined && now !== undefined && sameLeft(before, now)) return;
    const [was, is] = [this.#leaves(before), this.#leaves(now)];
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      if (was.get(key) === is.get(key)) continue;
      const askers = this.#askers.get(key);
      if (askers !== undefined) yield* askers.between(order, this.#nextToLeave(key, order));
    }
  }

  /** Those after a place that count distances from something before it. */
  *counting(order: number): Generator<Part> {
    const askers = this.#askers.get(REFERENCE);
    if (askers !== undefined) yield* askers.between(order, this.#references.nextAfter(order));
  }

  /** What was left before a place, as a part there asks for it. `partsBack` says how many parts before it another one stands. */
  at(order: number, last: Part | undefined, partsBack: (part: Part) => number): Before {
    return new BeforePart(order, last?.left, partsBack, this.#tables());
  }

  #tables(): Tables<Part> {
    return {
      named: this.#named,
      bodies: this.#bodies,
      heads: this.#heads,
      acronyms: this.#acronyms,
      events: this.#events,
      called: this.#called,
      references: this.#references,
      underHeading: this.#underHeading,
      afterColon: this.#afterColon,
    };
  }

  /** Beyond the next part that leaves something under such a key, what was left before is forgotten. */
  #nextToLeave(key: Key, order: number): number {
    const [kind, rest] = [key.slice(0, key.indexOf(" ")), key.slice(key.indexOf(" ") + 1)];
    const list = { named: this.#named, acronym: this.#acronyms, type: this.#events, called: this.#called }[
      kind
    ];
    return key === REFERENCE
      ? this.#references.nextAfter(order)
      : ((list as Lasts<Part, unknown> | undefined)?.get(rest)?.nextAfter(order) ?? Infinity);
  }

  /** What a part leaves under each key, so written that it is the same only where it is the same. */
  #leaves(left: Left | undefined): ReadonlyMap<Key, string> {
    const leaves = new Map<Key, string>();
    if (left === undefined) return leaves;
    const add = (key: Key, value: string) => leaves.set(key, `${leaves.get(key) ?? ""}\n${value}`);
    for (const id of left.named) add(KEYS.named(id), "");
    for (const [key, id] of this.#bodiesIn(left)) add(KEYS.body(key), id);
    for (const [head, id] of left.heads) add(KEYS.head(head), id ?? "");
    for (const [text, name] of left.acronyms) add(KEYS.acronym(text), `${name.id} ${name.text} ${name.form}`);
    for (const [type, at] of lastOfTypes(left)) add(KEYS.type(type), `${left.events[at]!.event} ${at}`);
    for (const [word, id] of this.#wordsCalled(left)) add(KEYS.called(word), id);
    if (left.reference !== undefined) add(REFERENCE, JSON.stringify(left.reference));
    if (left.framing !== undefined) add(FRAMING, JSON.stringify(left.framing));
    return leaves;
  }

  /** The bodies that a part names for the first time as far as it knows, by all that they can be called. */
  *#bodiesIn({ named, misnamed }: Left): Generator<readonly [Key, Id, number]> {
    let at = 0;
    for (const ids of [named, misnamed])
      for (const id of ids) {
        at++;
        if (ids === misnamed && named.includes(id)) continue;
        const entity = this.#knowledge.entities.get(id);
        // A body is still the only one of its kind after many paragraphs; ministers come and go.
        if (entity === undefined || entity.type === "person") continue;
        for (const noun of nounsFor(entity)) yield [noun, id, at];
        yield [`a ${entity.type}`, id, at];
      }
  }

  /** The words of the events that a part speaks of, each with the last of them that has it in its name. */
  #wordsCalled({ called }: Left): ReadonlyMap<string, Id> {
    const words = new Map<string, Id>();
    for (const id of called) for (const word of wordsOf(this.#knowledge.events.get(id))) words.set(word, id);
    return words;
  }
}

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

interface Tables<Part extends Ordered> {
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

class BeforePart<Part extends Ordered> implements Before {
  readonly #order: number;
  readonly #last: Left | undefined;
  readonly #partsBack: (part: Part) => number;
  readonly #tables: Tables<Part>;

  constructor(
    order: number,
    last: Left | undefined,
    partsBack: (part: Part) => number,
    tables: Tables<Part>,
  ) {
    this.#order = order;
    this.#last = last;
    this.#partsBack = partsBack;
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
    return { event, type, blocks: Math.min(this.#partsBack(last.part), FAR) };
  }

  lastCalled(word: string): Id | undefined {
    return this.#tables.called.get(word)?.before(this.#order)?.value;
  }

  reference(): Reference | undefined {
    const found = this.#tables.references.before(this.#order);
    if (found === undefined) return undefined;
    const { origin } = found.value;
    return { ...found.value, origin: fartherBy(origin, this.#partsBack(found.part)) };
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

function fartherBy({ back = 0, ...span }: FarSpan, parts: number): FarSpan {
  return { ...span, back: back + parts };
}

/** The number of the last event of each type. */
function lastOfTypes({ events }: Left): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const [at, { type }] of events.entries()) last.set(type, at);
  return last;
}

function keysAsked({ asked }: Remembered): ReadonlySet<Key> {
  return new Set(asked.flatMap(({ keys }) => keys));
}

function valuesAt<Part extends Ordered>(
  table: Firsts<Part>,
  key: Key,
): Map<Id | undefined, InOrder<Part, number>> {
  let values = table.get(key);
  if (values === undefined) table.set(key, (values = new Map()));
  return values;
}

function takeValueOut<Part extends Ordered>(
  table: Firsts<Part>,
  key: Key,
  id: Id | undefined,
  part: Part,
): void {
  const values = table.get(key);
  if (values === undefined) return;
  takeOut(values, id, part);
  if (values.size === 0) table.delete(key);
}

const nouns = new WeakMap<Entity, readonly string[]>();

/** The nouns that a body's own names end in. */
export function nounsFor(entity: Entity): readonly string[] {
  let known = nouns.get(entity);
  if (known === undefined) {
    const has = entity.type === "organization" || entity.type === "group";
    const names = has ? [entity.name, ...entity.aliases] : [];
    nouns.set(entity, (known = [...new Set(names.map((name) => fold(headOf(name))))]));
  }
  return known;
}

const eventWords = new WeakMap<Event, ReadonlySet<string>>();

/** The words of an event's names, folded. */
export function wordsOf(event: Event | undefined): ReadonlySet<string> {
  if (event === undefined) return NONE;
  let known = eventWords.get(event);
  if (known === undefined) {
    const words = [event.name, ...event.aliases].flatMap((name) => fold(name).split(/\W+/));
    eventWords.set(event, (known = new Set(words.filter((word) => word !== ""))));
  }
  return known;
}

const NONE: ReadonlySet<string> = new Set();
