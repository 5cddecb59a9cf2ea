import type { Entity, Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { fold } from "../../text/tokens.ts";
import { DESCRIPTIONS } from "../english/descriptions.ts";
import type { Name } from "../names/name-index.ts";
import { headOf } from "../offices/titles.ts";
import type { Reference } from "../reference.ts";
import type { Framing, Left, SpokenEvent } from "./notes.ts";

/** An event that was spoken of, and how many paragraphs ago, up to {@link FAR}. */
export interface EarlierEvent extends SpokenEvent {
  readonly blocks: number;
}

/** Farther back makes no difference. */
export const FAR = 4;
/** How many of those that fit are kept: where there are two, nobody is meant. */
const SEVERAL = 2;

/**
 * What a draft has said so far, as far as a later paragraph can take it up. A paragraph is read against what its questions
 * are answered, and leaves something for those after it; so one whose words and answers are the same says the same. No question takes
 * longer for a longer draft.
 */
export class DraftMemory {
  readonly #knowledge: Knowledge;
  readonly #named = new Set<Id>();
  readonly #misnamed = new Set<Id>();
  #inLastBlock: readonly Id[] = [];
  /** By a noun, or "a " and a type: the bodies that were named of which it can be said. */
  readonly #bodies = new Map<string, Id[]>();
  readonly #heads = new Map<string, (Id | undefined)[]>();
  readonly #acronyms = new Map<string, Name>();
  readonly #lastOfType = new Map<string, SpokenEvent & { readonly block: number; readonly order: number }>();
  readonly #lastCalled = new Map<string, Id>();
  /** Placed in the draft. */
  #reference: Reference | undefined;
  #sentences: readonly (readonly Id[])[] = [];
  #framing: Framing = { underHeading: false, afterColon: false };
  #block = 0;
  #order = 0;
  #start = 0;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** A paragraph is to be read that begins at an offset. */
  open(start: number): void {
    this.#start = start;
    this.#block++;
  }

  /** Whom the draft has named so that nobody else can be meant. */
  get named(): ReadonlySet<Id> {
    return this.#named;
  }

  hasNamed(id: Id): boolean {
    return this.#named.has(id);
  }

  /** Whom the paragraph before this one named. */
  get inLastBlock(): readonly Id[] {
    return this.#inLastBlock;
  }

  /** The bodies named so far that are called by a noun: two at most. */
  bodiesCalled(noun: string): readonly Id[] {
    const types = [...(DESCRIPTIONS.get(noun) ?? [])].flatMap((type) => this.#bodies.get(`a ${type}`) ?? []);
    return [...new Set([...types, ...(this.#bodies.get(noun) ?? [])])].slice(0, SEVERAL);
  }

  /** Who was named in full by a name that ends in a word: two at most. */
  namedWithHead(head: string): readonly (Id | undefined)[] {
    return this.#heads.get(head) ?? [];
  }

  acronym(text: string): Name | undefined {
    return this.#acronyms.get(text);
  }

  /** The last event spoken of that is of one of these types. */
  lastOf(types: Iterable<string>): EarlierEvent | undefined {
    let last: (SpokenEvent & { block: number; order: number }) | undefined;
    for (const type of types) {
      const event = this.#lastOfType.get(type);
      if (event !== undefined && (last === undefined || event.order > last.order)) last = event;
    }
    if (last === undefined) return undefined;
    const { event, type, block } = last;
    return { event, type, blocks: Math.min(this.#block - block, FAR) };
  }

  /** The last event spoken of that has a word in one of its names. */
  lastCalled(word: string): Id | undefined {
    return this.#lastCalled.get(word);
  }

  /** What "six days later" counts from, placed from where the paragraph begins. */
  reference(): Reference | undefined {
    return this.#reference && moved(this.#reference, -this.#start);
  }

  /** What the last two sentences of the paragraph before spoke of. */
  get sentences(): readonly (readonly Id[])[] {
    return this.#sentences;
  }

  get framing(): Framing {
    return this.#framing;
  }

  /** Takes down what the paragraph that was opened leaves. */
  take(left: Left): void {
    for (const id of left.named) this.#name(id, this.#named);
    for (const id of left.misnamed) this.#name(id, this.#misnamed);
    this.#inLastBlock = left.inBlock;
    for (const [head, id] of left.heads) addTo(this.#heads, head, id);
    for (const [text, name] of left.acronyms) this.#acronyms.set(text, name);
    for (const { event, type } of left.events)
      this.#lastOfType.set(type, { event, type, block: this.#block, order: this.#order++ });
    for (const id of left.called)
      for (const word of wordsOf(this.#knowledge.events.get(id))) this.#lastCalled.set(word, id);
    if (left.reference !== undefined) this.#reference = moved(left.reference, this.#start);
    this.#sentences = left.sentences;
    if (left.framing !== undefined) this.#framing = { ...this.#framing, ...left.framing };
  }

  #name(id: Id, known: Set<Id>): void {
    if (known.has(id)) return;
    known.add(id);
    const entity = this.#knowledge.entities.get(id);
    // A body is still the only one of its kind after many paragraphs; ministers come and go.
    if (entity === undefined || entity.type === "person") return;
    for (const noun of nounsFor(entity)) addTo(this.#bodies, noun, id);
    addTo(this.#bodies, `a ${entity.type}`, id);
  }
}

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else if (known.length < SEVERAL && !known.includes(value)) known.push(value);
}

function moved(reference: Reference, by: number): Reference {
  const { start, end } = reference.origin;
  return { ...reference, origin: { start: start + by, end: end + by } };
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
