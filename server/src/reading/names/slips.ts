import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Span } from "../../text/span.ts";
import { finish } from "../../text/steps.ts";
import { CAPITALIZED } from "../grammar/capitals.ts";
import type { Passage } from "../grammar/passage.ts";
import { isQuotedOrDenied } from "../grammar/scopes.ts";
import { hasClass } from "../grammar/word-classes.ts";
import { InOrder, type Ordered } from "../memory/in-order.ts";
import type { EntityMention } from "../reading.ts";
import { setAt } from "../tally.ts";
import { tolerance } from "./edit-distance.ts";
import type { Name } from "./name-index.ts";
import { type NearIndex, nearIndex } from "./near-index.ts";
import { continuesOutside, isNear, sorted } from "./near-names.ts";

/** Capitalised words of no known name, that a slip may have made of one. */
export interface Unknown {
  readonly keys: readonly string[];
  readonly span: Span;
}

/** One to four words that may be a misspelt name, each as a whole; none that goes on outside, and no sentence's first word alone. */
export function unknownNames(
  passage: Passage,
  spanOf: (tokens: { from: number; to: number }) => Span,
): Unknown[] {
  const { tokens, words } = passage;
  const unknown: Unknown[] = [];
  for (let from = 0; from < tokens.length; from++) {
    for (let to = from + 1; to <= from + 4 && isNameWord(to - 1); to++) {
      if (continuesOutside(passage, from, to)) continue;
      const isOne = to === from + 1;
      const text = tokens[from]!.text;
      if (isOne && (from === 0 || words[from]!.key.length < 5 || text === text.toUpperCase())) continue;
      if (isQuotedOrDenied(passage, from)) continue;
      unknown.push({ keys: passage.keys.slice(from, to), span: spanOf({ from, to }) });
    }
  }
  return unknown;

  function isNameWord(at: number): boolean {
    const word = words[at];
    return word?.kind === "word" && hasClass(word, CAPITALIZED) && passage.tagAt(at) === "word";
  }
}

/** A misspelt name, and whether it counts only if the draft also names the actor rightly. */
export interface Slip {
  readonly mention: EntityMention;
  readonly needsOther: boolean;
}

/** What unknown words are a slip of: one of these names, the one first named; two letters may just have changed places. */
interface Suspect {
  readonly names: readonly Name[];
  readonly isSwapped: boolean;
}

/** How many words are looked at between two pauses. */
const JUDGED = 64;

/** Words that stand in a draft once or more, in the letters of names. */
interface UnknownWords<Part extends Ordered> {
  readonly keys: readonly string[];
  readonly parts: InOrder<Part, void>;
  /** How often, in all parts. */
  times: number;
}

/**
 * The slips among unknown words in a draft that also has the names themselves: single words near a name of one word, and
 * names of which every word is a slip. Only the names of actors that the draft names are compared. Parts are added and
 * taken out in any order; what is found is kept for as long as nothing that it depends on has changed.
 */
export class Slips<Part extends Ordered & { readonly found: { readonly unknown: readonly Unknown[] } }> {
  readonly #named: { has(id: Id): boolean };
  readonly #inOrder: (a: Id, b: Id) => number;
  readonly #knowledge: Knowledge;
  readonly #index: NearIndex;
  /** By the words as one string. */
  readonly #unknown = new Map<string, UnknownWords<Part>>();
  /** The same words by their first letters. */
  readonly #alike = new Map<string, Set<string>>();
  /** The names of those who are named, by the first letters of their words. */
  readonly #names = new Map<string, Map<Id, Name[]>>();
  readonly #namedSoFar = new Set<Id>();
  /** Unknown words that have changed, or whose names have. */
  readonly #open = new Set<string>();
  readonly #suspects = new Map<string, Suspect>();
  /** Of which the slips can be others than when they were last asked for. */
  readonly #changed = new Set<Part>();

  /** `inOrder` sorts actors by where they were first named. */
  constructor(named: { has(id: Id): boolean }, inOrder: (a: Id, b: Id) => number, knowledge: Knowledge) {
    this.#named = named;
    this.#inOrder = inOrder;
    this.#knowledge = knowledge;
    this.#index = nearIndex(knowledge);
  }

  add(part: Part): void {
    this.#changed.add(part);
    for (const { keys } of part.found.unknown) {
      const words = keys.join(" ");
      let known = this.#unknown.get(words);
      if (known === undefined) {
        this.#unknown.set(words, (known = { keys, parts: new InOrder(), times: 0 }));
        setAt(this.#alike, lettersFirst(keys)).add(words);
      }
      if (!known.parts.has(part)) known.parts.add(part);
      known.times++;
      if (known.times <= 2) this.#open.add(words);
    }
  }

  remove(part: Part): void {
    this.#changed.delete(part);
    for (const { keys } of part.found.unknown) {
      const words = keys.join(" ");
      const known = this.#unknown.get(words);
      if (known === undefined) continue;
      known.parts.remove(part);
      known.times--;
      if (known.times <= 1) this.#open.add(words);
      if (known.times > 0) continue;
      this.#unknown.delete(words);
      const letters = lettersFirst(keys);
      const alike = this.#alike.get(letters);
      alike?.delete(words);
      if (alike?.size === 0) this.#alike.delete(letters);
    }
  }

  noteNamed(ids: Iterable<Id>): void {
    for (const id of ids) {
      const isNamed = this.#named.has(id);
      if (isNamed === this.#namedSoFar.has(id)) continue;
      if (isNamed) this.#namedSoFar.add(id);
      else this.#namedSoFar.delete(id);
      for (const name of this.#index.ofActor(id)) {
        if (name.form === "abbreviation" || name.form === "demonym" || !name.capital.every(Boolean)) continue;
        const letters = lettersFirst(name.keys);
        const names = mapAt(this.#names, letters);
        if (!isNamed) names.delete(id);
        else names.set(id, [...(names.get(id) ?? []), name]);
        for (const words of this.#alike.get(letters) ?? []) this.#open.add(words);
      }
    }
  }

  /** Finds out what the words are that may be something else than before: with pauses, from which it can go on later. */
  *judge(): Generator<undefined, void, undefined> {
    let judged = 0;
    for (const words of this.#open) {
      this.#open.delete(words);
      if (this.#judge(words))
        for (const [part] of this.#unknown.get(words)?.parts ?? []) this.#changed.add(part);
      if (++judged % JUDGED === 0) yield;
    }
  }

  /** The slips of the parts of which they can be others since this was last asked, each in the order of the text. */
  changed(): (readonly [Part, readonly Slip[]])[] {
    finish(this.judge());
    const parts = [...this.#changed];
    this.#changed.clear();
    return parts.map((part) => [part, part.found.unknown.flatMap((one) => this.#slipOf(one))]);
  }

  /** Whether words are a slip, and of what; says whether that may be something else than before. */
  #judge(words: string): boolean {
    const suspect = this.#suspectOf(words);
    if (suspect === undefined) return this.#suspects.delete(words);
    this.#suspects.set(words, suspect);
    return true;
  }

  #suspectOf(words: string): Suspect | undefined {
    const known = this.#unknown.get(words);
    if (known === undefined) return undefined;
    const { keys, times } = known;
    const swapped = keys.length === 1 && times === 1 ? swappedName(keys[0]!, this.#index) : undefined;
    if (swapped !== undefined) return { names: [swapped], isSwapped: true };
    const named = this.#names.get(lettersFirst(keys));
    if (named === undefined) return undefined;
    const all = [...named.values()].flat();
    const name = keys.length > 1 ? undefined : nearSingle(keys[0]!, all, this.#index, this.#knowledge);
    const names = keys.length > 1 ? all.filter((each) => isNearAll(keys, each)) : name ? [name] : [];
    return names.length === 0 ? undefined : { names, isSwapped: false };
  }

  #slipOf({ keys, span }: Unknown): Slip[] {
    const suspect = this.#suspects.get(keys.join(" "));
    if (suspect === undefined) return [];
    const { names, isSwapped } = suspect;
    const first = names.reduce((a, b) => (this.#inOrder(b.id, a.id) < 0 ? b : a));
    return [{ mention: slip(first, span), needsOther: !isSwapped }];
  }
}

function lettersFirst(keys: readonly string[]): string {
  return keys.map((key) => key[0]).join("");
}

function mapAt<T>(maps: Map<string, Map<Id, T>>, key: string): Map<Id, T> {
  let map = maps.get(key);
  if (map === undefined) maps.set(key, (map = new Map()));
  return map;
}

function slip(name: Name, span: Span): EntityMention {
  return { kind: "entity", span, ids: [name.id], form: "near", rightName: name.text };
}

/** The one name of a word of which two letters have changed places: that needs no other mention to be a slip. */
function swappedName(key: string, index: NearIndex): Name | undefined {
  if (index.single(key).length > 0) return undefined;
  const names = index.swapped(key);
  const [name = names[0]] = names.filter(({ form }) => form !== "metonym");
  return new Set(names.map(({ keys }) => keys[0])).size === 1 ? name : undefined;
}

/** "Ataullah Tarrar": every word a slip. */
function isNearAll(keys: readonly string[], name: Name): boolean {
  return (
    name.keys.length === keys.length && name.keys.every((key, k) => key !== keys[k] && isNear(keys[k]!, key))
  );
}

/** The one single-word name that a word is near to; a word that is a name itself, of whomever, is no slip. */
function nearSingle(
  key: string,
  names: readonly Name[],
  index: NearIndex,
  knowledge: Knowledge,
): Name | undefined {
  if (index.single(key).length > 0) return undefined;
  const limit = tolerance(key.length);
  let best: Name | undefined;
  for (const name of names) {
    const right = name.keys[0]!;
    if (name.keys.length > 1 || Math.abs(right.length - key.length) > limit) continue;
    if (Math.max(key.length, right.length) < 6 || key.at(-1) !== right.at(-1) || !isNear(key, right))
      continue;
    // The world has a Charlestown for every Charleston.
    const isTown = /^(?:place|facility)$/.test(knowledge.entities.get(name.id)?.type ?? "");
    if (isTown && sorted(key) !== sorted(right)) continue;
    if (best !== undefined && best.id !== name.id) return undefined;
    best = name;
  }
  return best;
}
