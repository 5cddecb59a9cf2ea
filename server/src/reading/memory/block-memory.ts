import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { TimeValue } from "../../time/time.ts";
import type { Name } from "../names/name-index.ts";
import type { Reference } from "../reference.ts";
import { type DraftMemory, type EarlierEvent, wordsOf } from "./draft-memory.ts";
import { type Framing, type Left, leftOf, type Notes, noNotes } from "./notes.ts";

/** A question that a paragraph asked of the draft before it, and the answer. */
export interface Asked {
  readonly question: (memory: DraftMemory) => unknown;
  readonly answer: unknown;
}

/**
 * The memory as one paragraph has it: first what it has said itself, then what the draft before it answers. Takes down
 * what it asks there and what it leaves.
 */
export class BlockMemory {
  readonly notes: Notes = noNotes();
  /** What was asked of the draft before, each once. */
  readonly asked: Asked[] = [];
  readonly #before: DraftMemory;
  readonly #knowledge: Knowledge;
  readonly #answers = new Map<string, unknown>();

  constructor(before: DraftMemory, knowledge: Knowledge) {
    this.#before = before;
    this.#knowledge = knowledge;
  }

  hasNamed(id: Id): boolean {
    return this.notes.named.has(id) || this.#ask(`named ${id}`, (memory) => memory.hasNamed(id));
  }

  /** Whom this paragraph has named so far, rightly or wrongly. */
  get inBlock(): ReadonlySet<Id> {
    const { named, misnamed } = this.notes;
    return misnamed.size === 0 ? named : new Set([...named, ...misnamed]);
  }

  get inLastBlock(): readonly Id[] {
    return this.#ask("last block", (memory) => memory.inLastBlock);
  }

  /** The bodies named before this paragraph that are called by a noun: two at most. */
  bodiesCalled(noun: string): readonly Id[] {
    return this.#ask(`bodies ${noun}`, (memory) => memory.bodiesCalled(noun));
  }

  /** Who was named in full by a name that ends in a word: here, and in the whole draft so far. */
  namedWithHead(head: string): {
    readonly here: ReadonlySet<Id | undefined> | undefined;
    readonly inDraft: () => ReadonlySet<Id | undefined>;
  } {
    const here = this.notes.heads.get(head);
    const before = () => this.#ask(`head ${head}`, (memory) => memory.namedWithHead(head));
    return { here, inDraft: () => new Set([...(here ?? []), ...before()]) };
  }

  noteHead(head: string, id: Id | undefined): void {
    const known = this.notes.heads.get(head);
    if (known === undefined) this.notes.heads.set(head, new Set([id]));
    else known.add(id);
  }

  acronym(text: string): Name | undefined {
    return this.notes.acronyms.get(text) ?? this.#ask(`acronym ${text}`, (memory) => memory.acronym(text));
  }

  /** The last event spoken of that is of one of these types, and how many paragraphs ago. */
  lastOf(types: ReadonlySet<string>): EarlierEvent | undefined {
    const here = this.notes.events.findLast(({ type }) => types.has(type));
    if (here !== undefined) return { ...here, blocks: 0 };
    return this.#ask(`event ${[...types].join("|")}`, (memory) => memory.lastOf(types));
  }

  /** The last event spoken of that has a word in one of its names. */
  lastCalled(word: string): Id | undefined {
    if (word === "") return undefined;
    const has = (id: Id) => wordsOf(this.#knowledge.events.get(id)).has(word);
    return (
      [...this.notes.called].findLast(has) ?? this.#ask(`called ${word}`, (memory) => memory.lastCalled(word))
    );
  }

  noteCalled(id: Id): void {
    this.notes.called.delete(id);
    this.notes.called.add(id);
  }

  /** What "six days later" counts from. */
  reference(): Reference | undefined {
    return this.notes.reference ?? this.#ask("reference", (memory) => memory.reference());
  }

  /** The time that the narrative has come to. */
  time(): TimeValue | undefined {
    return this.notes.reference?.value ?? this.#ask("time", (memory) => memory.reference()?.value);
  }

  /** What the last two sentences spoke of: those of this paragraph, or where wanted those before it as well. */
  lastSentences(reachesBack: boolean): readonly Iterable<Id>[] {
    const here = this.notes.sentences.slice(-2);
    if (!reachesBack || here.length === 2) return here;
    return [...this.#ask("sentences", (memory) => memory.sentences), ...here].slice(-2);
  }

  get framing(): Framing {
    return this.#ask("framing", (memory) => memory.framing);
  }

  /** What this paragraph leaves for those after it. */
  left(): Left {
    return leftOf(this.notes);
  }

  #ask<T>(key: string, question: (memory: DraftMemory) => T): T {
    if (this.#answers.has(key)) return this.#answers.get(key) as T;
    const answer = question(this.#before);
    this.#answers.set(key, answer);
    this.asked.push({ question, answer });
    return answer;
  }
}

/** Whether a memory gives the answers that were given before. */
export function answersAlike(memory: DraftMemory, asked: readonly Asked[]): boolean {
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
