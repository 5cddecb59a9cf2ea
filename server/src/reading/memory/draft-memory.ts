import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Name } from "../names/name-index.ts";
import type { Reference } from "../reference.ts";
import {
  type Before,
  BeforePart,
  type Distances,
  type Firsts,
  FRAMING,
  KEYS,
  type Key,
  type Lasts,
  REFERENCE,
  type Tables,
} from "./before.ts";
import { calledFor, wordsOf } from "./called.ts";
import { InOrder, listAt, type Ordered, takeOut } from "./in-order.ts";
import type { Left, SpokenEvent } from "./notes.ts";

/** A part of a draft as the memory has it: what it leaves for those after it, and what it asked of those before it. */
export interface Remembered extends Ordered {
  readonly left: Left;
  readonly asked: readonly { readonly keys: readonly Key[] }[];
}

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
    this.#eachBody(part.left, (key, id, at) => listAt(valuesAt(this.#bodies, key), id).add(part, at));
    for (let at = 0; at < heads.length; at++)
      listAt(valuesAt(this.#heads, heads[at]![0]), heads[at]![1]).add(part, at);
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
    this.#eachBody(part.left, (key, id) => takeValueOut(this.#bodies, key, id, part));
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

  /** What was left before a place, as a part there asks for it. */
  at(order: number, last: Part | undefined, back: Distances<Part>): Before {
    return new BeforePart(order, last?.left, back, this.#tables());
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
    this.#eachBody(left, (key, id) => add(KEYS.body(key), id));
    for (const [head, id] of left.heads) add(KEYS.head(head), id ?? "");
    for (const [text, name] of left.acronyms) add(KEYS.acronym(text), `${name.id} ${name.text} ${name.form}`);
    for (const [type, at] of lastOfTypes(left)) add(KEYS.type(type), `${left.events[at]!.event} ${at}`);
    for (const [word, id] of this.#wordsCalled(left)) add(KEYS.called(word), id);
    if (left.reference !== undefined) add(REFERENCE, JSON.stringify(left.reference));
    if (left.framing !== undefined) add(FRAMING, JSON.stringify(left.framing));
    return leaves;
  }

  /** The bodies that a part names for the first time as far as it knows, by all that they can be called. */
  #eachBody({ named, misnamed }: Left, take: (key: Key, id: Id, at: number) => void): void {
    let at = 0;
    for (const ids of [named, misnamed])
      for (const id of ids) {
        at++;
        if (ids === misnamed && named.includes(id)) continue;
        const entity = this.#knowledge.entities.get(id);
        // A body is still the only one of its kind after many paragraphs; ministers come and go.
        if (entity === undefined || entity.type === "person") continue;
        for (const called of calledFor(entity)) take(called, id, at);
      }
  }

  /** The words of the events that a part speaks of, each with the last of them that has it in its name. */
  #wordsCalled({ called }: Left): ReadonlyMap<string, Id> {
    if (called.length === 0) return NO_WORDS;
    const words = new Map<string, Id>();
    for (const id of called) for (const word of wordsOf(this.#knowledge.events.get(id))) words.set(word, id);
    return words;
  }
}

const NO_WORDS: ReadonlyMap<string, Id> = new Map();
const NO_TYPES: ReadonlyMap<string, number> = new Map();

/** The number of the last event of each type. */
function lastOfTypes({ events }: Left): ReadonlyMap<string, number> {
  if (events.length === 0) return NO_TYPES;
  const last = new Map<string, number>();
  for (let at = 0; at < events.length; at++) last.set(events[at]!.type, at);
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
