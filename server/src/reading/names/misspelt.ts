import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { overlaps, slice } from "../../text/span.ts";
import type { Ordered } from "../memory/in-order.ts";
import type { EntityMention } from "../reading.ts";
import { Tally } from "../tally.ts";
import { type Slip, Slips, type Unknown } from "./slips.ts";

/** Words near a known name, and whether they are a slip only if the draft names the actor rightly as well. */
export interface Near {
  readonly mention: EntityMention;
  readonly needsOther: boolean;
  /** As it is written. */
  readonly word: string;
}

/** A part of a draft with the words in it that are nearly names, or no known names at all. */
export interface Doubtful extends Ordered {
  readonly part: { readonly text: string };
  readonly found: { readonly near: readonly Near[]; readonly unknown: readonly Unknown[] };
}

/** Whom a draft names, and where it first does. */
export interface NamedIn {
  has(id: Id): boolean;
}

/**
 * The misspelt names of a draft, of which it depends on who is named elsewhere in it. Parts are added and taken out in any
 * order; a step takes time in proportion to what is in them, and to the misspellings of the draft.
 */
export class Misspelt<Part extends Doubtful> {
  readonly #named: NamedIn;
  readonly #slips: Slips<Part>;
  /** The parts that have words near a name, or slips, and these. */
  readonly #doubtful = new Map<Part, readonly Near[]>();
  /** How often the draft has each of these words. */
  readonly #times = new Tally<string>();
  /** The misspelt names of a part as they were given last: the same list for as long as it does not change. */
  readonly #given = new Map<Part, readonly EntityMention[]>();
  #isGiven = false;

  /** `inOrder` sorts actors by where they were first named. */
  constructor(named: NamedIn, inOrder: (a: Id, b: Id) => number, knowledge: Knowledge) {
    this.#named = named;
    this.#slips = new Slips(named, inOrder, knowledge);
  }

  add(part: Part): void {
    this.#isGiven = false;
    this.#slips.add(part);
    this.#note(part, part.found.near);
  }

  remove(part: Part): void {
    this.#isGiven = false;
    this.#slips.remove(part);
    this.#note(part, NONE);
  }

  /** To be told when somebody may have been named for the first time, or is named no more. */
  noteNamed(ids: Iterable<Id>): void {
    this.#isGiven = false;
    this.#slips.noteNamed(ids);
  }

  /** Finds out, with pauses, most of what {@link mentions} would else have to. */
  prepare(): Generator<undefined, void, undefined> {
    return this.#slips.judge();
  }

  /** The misspelt names, part by part. */
  mentions(): ReadonlyMap<Part, readonly EntityMention[]> {
    if (!this.#isGiven) this.#settle();
    return new Map(this.#given);
  }

  #settle(): void {
    for (const [part, slips] of this.#slips.changed()) this.#note(part, withSlips(part, slips));
    // A word that is spelt so again and again is no slip, but another name.
    const isSlip = ({ mention, word }: Near) =>
      this.#named.has(mention.ids[0]!) && this.#times.of(word) === 1;
    for (const [part, all] of this.#doubtful) {
      const sure = all.flatMap((one) => (!one.needsOther || isSlip(one) ? [one.mention] : []));
      if (sure.length === 0) this.#given.delete(part);
      else if (!isSameList(sure, this.#given.get(part))) this.#given.set(part, sure);
    }
    this.#isGiven = true;
  }

  #note(part: Part, all: readonly Near[]): void {
    for (const { word } of this.#doubtful.get(part) ?? NONE) this.#times.remove(word);
    for (const { word } of all) this.#times.add(word);
    if (all.length > 0) {
      this.#doubtful.set(part, all);
      return;
    }
    this.#doubtful.delete(part);
    this.#given.delete(part);
  }
}

const NONE: readonly Near[] = [];

function isSameList(a: readonly EntityMention[], b: readonly EntityMention[] | undefined): boolean {
  return a.length === b?.length && a.every((one, i) => one === b[i] || isSameMention(one, b[i]!));
}

function withSlips({ part, found }: Doubtful, slips: readonly Slip[]): Near[] {
  const all = [...found.near];
  for (const slip of slips) {
    const isNew = !all.some((other) => overlaps(other.mention.span, slip.mention.span));
    if (isNew) all.push({ word: slice(part.text, slip.mention.span), ...slip });
  }
  return all;
}

function isSameMention(a: EntityMention, b: EntityMention): boolean {
  return a.span.start === b.span.start && a.ids[0] === b.ids[0] && a.rightName === b.rightName;
}
