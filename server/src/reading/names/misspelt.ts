import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { overlaps, slice } from "../../text/span.ts";
import { InOrder, type Ordered } from "../memory/in-order.ts";
import type { EntityMention } from "../reading.ts";
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
  /** The parts that have words near a name. */
  readonly #near = new InOrder<Part, void>();
  /** What was given last, so that it is given again as long as it is the same. */
  readonly #given = new WeakMap<Part, readonly EntityMention[]>();

  /** `inOrder` sorts actors by where they were first named. */
  constructor(named: NamedIn, inOrder: (a: Id, b: Id) => number, knowledge: Knowledge) {
    this.#named = named;
    this.#slips = new Slips(named, inOrder, knowledge);
  }

  add(part: Part): void {
    if (part.found.near.length > 0) this.#near.add(part);
    this.#slips.add(part);
  }

  remove(part: Part): void {
    this.#near.remove(part);
    this.#slips.remove(part);
  }

  /** To be told when somebody may have been named for the first time, or is named no more. */
  noteNamed(ids: Iterable<Id>): void {
    this.#slips.noteNamed(ids);
  }

  /** The misspelt names, part by part; the same list for a part as long as it has not changed. */
  mentions(): ReadonlyMap<Part, readonly EntityMention[]> {
    const slips = this.#slips.found();
    const doubtful = new Map<Part, Near[]>();
    const times = new Map<string, number>();
    for (const part of new Set([...Array.from(this.#near, ([part]) => part), ...slips.keys()])) {
      const all = withSlips(part, slips.get(part) ?? []);
      doubtful.set(part, all);
      for (const { word } of all) times.set(word, (times.get(word) ?? 0) + 1);
    }
    // A word that is spelt so again and again is no slip, but another name.
    const isSlip = ({ mention, word }: Near) => this.#named.has(mention.ids[0]!) && times.get(word) === 1;
    const found = new Map<Part, readonly EntityMention[]>();
    for (const [part, all] of doubtful) {
      const sure = all.filter((one) => !one.needsOther || isSlip(one)).map(({ mention }) => mention);
      if (sure.length > 0) found.set(part, this.#sameAsGiven(part, sure));
    }
    return found;
  }

  #sameAsGiven(part: Part, sure: readonly EntityMention[]): readonly EntityMention[] {
    const given = this.#given.get(part);
    if (given?.length === sure.length && given.every((one, i) => isSameMention(one, sure[i]!))) return given;
    this.#given.set(part, sure);
    return sure;
  }
}

function withSlips({ part, found }: Doubtful, slips: readonly Slip[]): Near[] {
  const all = [...found.near];
  for (const slip of slips) {
    const isNew = !all.some((other) => overlaps(other.mention.span, slip.mention.span));
    if (isNew) all.push({ ...slip, word: slice(part.text, slip.mention.span) });
  }
  return all;
}

function isSameMention(a: EntityMention, b: EntityMention): boolean {
  return a.span.start === b.span.start && a.ids[0] === b.ids[0] && a.rightName === b.rightName;
}
