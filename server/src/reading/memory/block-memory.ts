import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { TimeValue } from "../../time/time.ts";
import { DESCRIPTIONS } from "../english/descriptions.ts";
import type { Name } from "../names/name-index.ts";
import type { Reference } from "../reference.ts";
import { type Before, type EarlierEvent, FRAMING, KEYS, type Key, REFERENCE } from "./before.ts";
import { wordsOf } from "./called.ts";
import { type Framing, type Left, leftOf, type Notes, noNotes } from "./notes.ts";

/** A question that a paragraph asked of the draft before it, and the answer. */
export interface Asked {
  readonly question: (memory: Before) => unknown;
  readonly answer: unknown;
  /** What it is about; nothing, where it is about the paragraph right before. */
  readonly keys: readonly Key[];
}

/**
 * The memory as one paragraph has it: first what it has said itself, then what the draft before it answers. Takes down
 * what it asks there and what it leaves.
 */
export class BlockMemory {
  readonly notes: Notes = noNotes();
  /** What was asked of the draft before, each once. */
  readonly asked: Asked[] = [];
  readonly #before: Before;
  readonly #knowledge: Knowledge;
  readonly #goesOn: boolean;
  readonly #answers = new Map<string, unknown>();

  /** `goesOn`: it is a piece of the same paragraph as the part before it. */
  constructor(before: Before, knowledge: Knowledge, goesOn = false) {
    this.#before = before;
    this.#knowledge = knowledge;
    this.#goesOn = goesOn;
  }

  hasNamed(id: Id): boolean {
    return this.notes.named.has(id) || this.#ask(KEYS.named(id), QUESTIONS.hasNamed(id));
  }

  /** Whom this paragraph has named so far, rightly or wrongly. */
  get inBlock(): ReadonlySet<Id> {
    const { named, misnamed } = this.notes;
    return misnamed.size === 0 ? named : new Set([...named, ...misnamed]);
  }

  get inLastBlock(): readonly Id[] {
    return this.#ask("last block", QUESTIONS.inLastBlock, NONE);
  }

  /** The bodies named before this paragraph that are called by a noun: two at most. */
  bodiesCalled(noun: string): readonly Id[] {
    const types = [...(DESCRIPTIONS.get(noun) ?? [])].map((type) => KEYS.body(`a ${type}`));
    return this.#ask(KEYS.body(noun), QUESTIONS.bodiesCalled(noun), [KEYS.body(noun), ...types]);
  }

  /** Who was named in full by a name that ends in a word: here, and in the whole draft so far. */
  namedWithHead(head: string): {
    readonly here: ReadonlySet<Id | undefined> | undefined;
    readonly inDraft: () => ReadonlySet<Id | undefined>;
  } {
    const here = this.notes.heads.get(head);
    const before = () => this.#ask(KEYS.head(head), QUESTIONS.namedWithHead(head));
    return { here, inDraft: () => new Set([...(here ?? []), ...before()]) };
  }

  noteHead(head: string, id: Id | undefined): void {
    const known = this.notes.heads.get(head);
    if (known === undefined) this.notes.heads.set(head, new Set([id]));
    else known.add(id);
  }

  acronym(text: string): Name | undefined {
    return this.notes.acronyms.get(text) ?? this.#ask(KEYS.acronym(text), QUESTIONS.acronym(text));
  }

  /** The last event spoken of that is of one of these types, and how many paragraphs ago. */
  lastOf(types: ReadonlySet<string>): EarlierEvent | undefined {
    const here = this.notes.events.findLast(({ type }) => types.has(type));
    if (here !== undefined) return { blocks: 0, ...here };
    const keys = [...types].map(KEYS.type);
    return this.#ask(`event ${keys.join("|")}`, QUESTIONS.lastOf(types), keys);
  }

  /** The last event spoken of that has a word in one of its names. */
  lastCalled(word: string): Id | undefined {
    if (word === "") return undefined;
    const has = (id: Id) => wordsOf(this.#knowledge.events.get(id)).has(word);
    return [...this.notes.called].findLast(has) ?? this.#ask(KEYS.called(word), QUESTIONS.lastCalled(word));
  }

  noteCalled(id: Id): void {
    this.notes.called.delete(id);
    this.notes.called.add(id);
  }

  /** What "six days later" counts from. */
  reference(): Reference | undefined {
    return this.notes.reference ?? this.#ask(REFERENCE, QUESTIONS.reference);
  }

  /** The time that the narrative has come to. */
  time(): TimeValue | undefined {
    return this.notes.reference?.value ?? this.#ask("time", QUESTIONS.time, [REFERENCE]);
  }

  /** What the last two sentences spoke of: those of this paragraph, or where wanted those before it as well. */
  lastSentences(reachesBack: boolean): readonly Iterable<Id>[] {
    const here = this.notes.sentences.slice(-2);
    if (!(reachesBack || this.#goesOn) || here.length === 2) return here;
    return [...this.#ask("sentences", QUESTIONS.sentences, NONE), ...here].slice(-2);
  }

  get framing(): Framing {
    return this.#ask(FRAMING, QUESTIONS.framing);
  }

  /** What this paragraph leaves for those after it. */
  left(): Left {
    return leftOf(this.notes);
  }

  #ask<T>(key: string, question: (memory: Before) => T, keys: readonly Key[] = [key]): T {
    if (this.#answers.has(key)) return this.#answers.get(key) as T;
    const answer = question(this.#before);
    this.#answers.set(key, answer);
    this.asked.push({ question, answer, keys });
    return answer;
  }
}

const NONE: readonly Key[] = [];

/** Made here, where they can hold on to nothing but what is asked: they are kept for as long as their part stays as it is. */
const QUESTIONS = {
  hasNamed: (id: Id) => (memory: Before) => memory.hasNamed(id),
  inLastBlock: (memory: Before) => memory.inLastBlock,
  bodiesCalled: (noun: string) => (memory: Before) => memory.bodiesCalled(noun),
  namedWithHead: (head: string) => (memory: Before) => memory.namedWithHead(head),
  acronym: (text: string) => (memory: Before) => memory.acronym(text),
  lastOf: (types: ReadonlySet<string>) => (memory: Before) => memory.lastOf(types),
  lastCalled: (word: string) => (memory: Before) => memory.lastCalled(word),
  reference: (memory: Before) => memory.reference(),
  time: (memory: Before) => memory.reference()?.value,
  sentences: (memory: Before) => memory.sentences,
  framing: (memory: Before) => memory.framing,
};

/** Whether a memory gives the answers that were given before. */
export function answersAlike(memory: Before, asked: readonly Asked[]): boolean {
  return asked.every(({ question, answer }) => isSame(question(memory), answer));
}

/** Whether two plain values are alike. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => isSame(a[key as never], b[key as never]));
}
