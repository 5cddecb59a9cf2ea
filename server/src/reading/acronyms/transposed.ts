import type { Entity, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import type { Span } from "../../text/span.ts";
import { overlaps } from "../../text/span.ts";
import { tokenize } from "../../text/tokens.ts";
import type { Follower, ReadPart } from "../ledger.ts";
import { InOrder } from "../memory/in-order.ts";
import { nameIndex } from "../names/name-index.ts";
import { findNames, type NameMatch } from "../names/name-mentions.ts";
import type { EntityMention } from "../reading.ts";
import { Tally } from "../tally.ts";
import { acronymOf } from "./definitions.ts";
import { isInitialism } from "./spelling.ts";
import type { AcronymUse } from "./uses.ts";

/** An acronym with two of its letters in each other's place, and the part of the draft that has it. */
export interface Transposed {
  readonly part: ReadPart;
  readonly span: Span;
  readonly owner: Entity;
  /** The right one. */
  readonly instead: string;
}

/** The uses of an acronym, and how many there are; what stands elsewhere than in plain words is none to be mended. */
interface Uses {
  readonly parts: InOrder<ReadPart, readonly AcronymUse[]>;
  times: number;
}

/**
 * Acronyms that nobody has, two neighbouring letters away from that of a body that the draft has named in full: "the HFN
 * said", of the National … Only once in a draft, where nothing in it could be its long form: else another body is meant.
 */
export class TransposedAcronyms implements Follower {
  readonly #knowledge: Knowledge;
  readonly #parts = new Set<ReadPart>();
  readonly #uses = new Map<string, Uses>();
  /** Those that are used once. */
  readonly #single = new Set<string>();
  /** Those that the draft itself explains. */
  readonly #explained = new Tally<string>();
  /** The acronyms of the bodies that the draft names in full, with how often it names each. */
  readonly #owners = new Map<string, Map<Entity, number>>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  add(part: ReadPart): void {
    this.#parts.add(part);
    for (const use of part.found.acronyms) {
      if (!CAPITALS.test(use.text)) continue;
      const uses = this.#uses.get(use.text) ?? { parts: new InOrder(), times: 0 };
      this.#uses.set(use.text, uses);
      if (!uses.parts.has(part))
        uses.parts.add(
          part,
          part.found.acronyms.filter(({ text }) => text === use.text),
        );
      uses.times++;
      this.#noteTimes(use.text, uses.times);
    }
    for (const statement of part.found.statements)
      if (statement.kind === "acronym") this.#explained.add(statement.short);
    this.#noteOwners(part, 1);
  }

  remove(part: ReadPart): void {
    this.#parts.delete(part);
    for (const { text } of part.found.acronyms) {
      const uses = this.#uses.get(text);
      if (uses === undefined) continue;
      uses.parts.remove(part);
      uses.times--;
      if (uses.times === 0) this.#uses.delete(text);
      this.#noteTimes(text, uses.times);
    }
    for (const statement of part.found.statements)
      if (statement.kind === "acronym") this.#explained.remove(statement.short);
    this.#noteOwners(part, -1);
  }

  /** `near` has the misspelt names of the parts. */
  *found(near: ReadonlyMap<ReadPart, readonly EntityMention[]>): Generator<Transposed> {
    if (this.#owners.size === 0) return;
    for (const text of this.#single) {
      const meant = this.#explained.has(text) ? undefined : this.#meantBy(text);
      if (meant === undefined || isSomebodys(text, this.#knowledge)) continue;
      const [[part, [use]]] = [...this.#uses.get(text)!.parts] as [[ReadPart, AcronymUse[]]];
      const { span, isPlain } = use!;
      const { entities, events } = part.found;
      const mentions = [...entities, ...events, ...(near.get(part) ?? [])];
      const isNamed = mentions.some((mention) => overlaps(mention.span, span));
      if (!isPlain || isNamed || this.#hasLongForm(text)) continue;
      yield { part, span, ...meant };
    }
  }

  #noteTimes(text: string, times: number): void {
    if (times === 1) this.#single.add(text);
    else this.#single.delete(text);
  }

  #noteOwners({ found }: ReadPart, by: 1 | -1): void {
    for (const { ids, form } of found.entities) {
      if (form !== "name" || ids.length !== 1) continue;
      const owner = this.#knowledge.entities.get(ids[0]!);
      if (owner === undefined || !/^(?:organization|group)$/.test(owner.type)) continue;
      for (const right of owner.abbreviations) this.#noteOwner(right, owner, by);
    }
  }

  #noteOwner(right: string, owner: Entity, by: 1 | -1): void {
    if (!CAPITALS.test(right)) return;
    const owners = this.#owners.get(right) ?? new Map<Entity, number>();
    const times = (owners.get(owner) ?? 0) + by;
    if (times > 0) owners.set(owner, times);
    else owners.delete(owner);
    if (owners.size > 0) this.#owners.set(right, owners);
    else this.#owners.delete(right);
  }

  /** The only acronym, and its only owner, from which two letters have to be changed over to come to these. */
  #meantBy(text: string): { readonly owner: Entity; readonly instead: string } | undefined {
    const meant = swaps(text).flatMap((instead) =>
      [...(this.#owners.get(instead)?.keys() ?? [])].map((owner) => ({ owner, instead })),
    );
    return meant.length === 1 ? meant[0] : undefined;
  }

  #hasLongForm(text: string): boolean {
    for (const { part } of this.#parts)
      if (part.blocks.some((block) => hasLongForm(block, text))) return true;
    return false;
  }
}

const CAPITALS = /^\p{Lu}{3,6}$/u;

/** Whether an acronym, with dots or without, is a name of anything that is known. */
function isSomebodys(text: string, knowledge: Knowledge): boolean {
  const index = nameIndex(knowledge);
  return [text, `${[...text].join(".")}.`].some((written) => {
    const tokens = tokenize(written);
    const isWhole = ({ from, to }: NameMatch) => from === 0 && to === tokens.length;
    return (
      findNames(tokens, index, "entity").some(isWhole) || findNames(tokens, index, "event").some(isWhole)
    );
  });
}

/** All that two neighbouring letters changed over make of it. At least three: of two, either order is an acronym. */
function swaps(right: string): string[] {
  return [...right].flatMap((letter, k) => {
    const next = right[k + 1];
    return next === undefined || next === letter
      ? []
      : [right.slice(0, k) + next + letter + right.slice(k + 2)];
  });
}

/** Whether capitalized words of the block begin with its letters. */
function hasLongForm({ prose }: Block, acronym: string): boolean {
  const words = tokenize(prose).filter(({ kind, key }) => kind === "word" && key !== "'s");
  return words.some(({ text }, at) => {
    if (text[0]?.toUpperCase() !== acronym[0] || acronymOf(words[at]) !== undefined) return false;
    for (let length = acronym.length; length <= acronym.length + 3; length++) {
      const keys = words.slice(at, at + length).map(({ key }) => key);
      if (keys.length === length && isInitialism(keys, acronym)) return true;
    }
    return false;
  });
}
