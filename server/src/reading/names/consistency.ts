import type { Entity, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { spellingKeys } from "../../knowledge-base/names/spellings.ts";
import { nameTokens } from "../../text/name-words.ts";
import { byStart, slice } from "../../text/span.ts";
import { type Token, tokenize } from "../../text/tokens.ts";
import type { Follower, ReadPart } from "../ledger.ts";
import { InOrder } from "../memory/in-order.ts";
import type { EntityMention } from "../reading.ts";
import { editDistance, tolerance } from "./edit-distance.ts";

/** A mention that spells an actor's name otherwise than the draft does elsewhere, and the part of the draft that has it. */
export interface OddSpelling {
  readonly part: ReadPart;
  readonly mention: EntityMention;
  readonly id: Id;
  /** The whole mention as the draft would have it elsewhere. */
  readonly text: string;
  /** A mention that has the other spelling. */
  readonly other: PlacedMention;
}

interface PlacedMention {
  readonly part: ReadPart;
  readonly mention: EntityMention;
}

interface Piece {
  /** What the spellings of one word, or of one joint between two, have in common. */
  readonly family: string;
  readonly text: string;
}

interface Spelling {
  readonly text: string;
  readonly first: PlacedMention;
  mentions: number;
}

/** The mentions of one actor in the very same letters. */
interface Written {
  readonly pieces: readonly Piece[];
  readonly mentions: InOrder<ReadPart, readonly EntityMention[]>;
  times: number;
}

/** A way of writing an actor's name that is not the draft's own, what that would be, and where it is found. */
interface Odd {
  readonly written: string;
  readonly text: string;
  readonly other: PlacedMention;
}

/**
 * The mentions that spell a word of an actor's name in another way than most mentions of that actor, or than the knowledge
 * base where there are as many of each. A name, its abbreviation and a surname are no spellings of each other. Of the actors
 * only those are gone through of whom something has changed.
 */
export class OddSpellings implements Follower {
  readonly #knowledge: Knowledge;
  readonly #actors = new Map<Id, Map<string, Written>>();
  readonly #open = new Set<Id>();
  readonly #odd = new Map<Id, readonly Odd[]>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  add(part: ReadPart): void {
    for (const [id, names] of ownNames(part))
      for (const [written, mentions] of names) {
        const all = this.#actors.get(id) ?? new Map<string, Written>();
        this.#actors.set(id, all);
        let known = all.get(written);
        if (known === undefined) {
          const pieces = piecesOf(written, kinOf(this.#knowledge.entities.get(id)));
          all.set(written, (known = { pieces, mentions: new InOrder(), times: 0 }));
        }
        known.mentions.add(part, mentions);
        known.times += mentions.length;
        this.#open.add(id);
      }
  }

  remove(part: ReadPart): void {
    for (const [id, names] of ownNames(part))
      for (const [written, mentions] of names) {
        const all = this.#actors.get(id);
        const known = all?.get(written);
        if (all === undefined || known === undefined) continue;
        known.mentions.remove(part);
        known.times -= mentions.length;
        if (known.mentions.isEmpty) all.delete(written);
        if (all.size === 0) this.#actors.delete(id);
        this.#open.add(id);
      }
  }

  *found(): Generator<OddSpelling> {
    for (const id of this.#open) {
      const odd = this.#oddOf(id);
      if (odd.length === 0) this.#odd.delete(id);
      else this.#odd.set(id, odd);
    }
    this.#open.clear();
    for (const [id, odds] of this.#odd)
      for (const { written, text, other } of odds)
        for (const [part, mentions] of this.#actors.get(id)!.get(written)!.mentions)
          for (const mention of mentions) yield { part, mention, id, text, other };
  }

  #oddOf(id: Id): Odd[] {
    const all = [...(this.#actors.get(id) ?? [])];
    // Who is always written in one way is written in no other.
    if (all.length < 2) return [];
    all.sort(([, a], [, b]) => inDraft(firstOf(a), firstOf(b)));
    const families = familiesOf(all.map(([, written]) => written));
    return all.flatMap(([written, { pieces }]) => {
      let other: PlacedMention | undefined;
      const text = pieces.map((piece) => {
        const best = bestOf(families.get(piece.family)!, id, this.#knowledge);
        if (best.text.toLowerCase() === piece.text.toLowerCase()) return piece.text;
        other ??= best.first;
        return inCaseOf(piece.text, best.text);
      });
      return other === undefined ? [] : [{ written, text: text.join(""), other }];
    });
  }
}

function familiesOf(all: readonly Written[]): ReadonlyMap<string, ReadonlyMap<string, Spelling>> {
  const families = new Map<string, Map<string, Spelling>>();
  for (const written of all)
    for (const { family, text } of written.pieces) {
      const spellings = families.get(family) ?? new Map<string, Spelling>();
      families.set(family, spellings);
      const letters = text.toLowerCase();
      const spelling = spellings.get(letters) ?? { text, first: firstOf(written), mentions: 0 };
      spelling.mentions += written.times;
      spellings.set(letters, spelling);
    }
  return families;
}

function firstOf({ mentions }: Written): PlacedMention {
  return { part: mentions.first!, mention: mentions.firstValue![0]! };
}

function inDraft(a: PlacedMention, b: PlacedMention): number {
  return a.part === b.part ? byStart(a.mention, b.mention) : a.part.order - b.part.order;
}

/** A part's own names of actors, by actor and by how they are written. */
function ownNames({ part, found }: ReadPart): ReadonlyMap<Id, ReadonlyMap<string, EntityMention[]>> {
  const names = new Map<Id, Map<string, EntityMention[]>>();
  for (const mention of found.entities) {
    if (!isOwnName(mention)) continue;
    const id = mention.ids[0]!;
    const own = names.get(id) ?? new Map<string, EntityMention[]>();
    names.set(id, own);
    const written = slice(part.text, mention.span);
    own.set(written, [...(own.get(written) ?? []), mention]);
  }
  return names;
}

function isOwnName({ ids, form, quoted, span }: EntityMention): boolean {
  const isName = form === "name" || form === "alias" || form === "weakAlias";
  return isName && ids.length === 1 && quoted !== true && span.end > span.start;
}

const NO_KIN: ReadonlyMap<string, string> = new Map();
const kins = new WeakMap<Entity, ReadonlyMap<string, string>>();

/** Words of an actor's other names that are a spelling of the word that its name has in their place: "Kadafi". */
function kinOf(entity: Entity | undefined): ReadonlyMap<string, string> {
  const known = entity === undefined ? NO_KIN : kins.get(entity);
  if (entity === undefined || known !== undefined) return known!;
  const kin = new Map<string, string>();
  kins.set(entity, kin);
  const words = (name: string) => nameTokens(name).map(({ text }) => spellingKeys(text)[0]!);
  for (const { text } of nameTokens(entity.name)) {
    const [first, ...others] = spellingKeys(text);
    for (const other of others) kin.set(other, first!);
  }
  const own = words(entity.name);
  for (const alias of entity.aliases) {
    const others = words(alias);
    if (others.length !== own.length) continue;
    for (const [k, other] of others.entries()) {
      const limit = tolerance(Math.min(other.length, own[k]!.length));
      const isKin = other[0] === own[k]![0] && editDistance(other, own[k]!, limit) <= limit;
      if (other !== own[k] && isKin) kin.set(other, own[k]!);
    }
  }
  return kin;
}

/** The words of a name and what stands between them; markup is none of it. */
function piecesOf(written: string, kin: ReadonlyMap<string, string>): Piece[] {
  const text = written.replace(/[*_~`]/g, "");
  const tokens = tokenize(text);
  // "Abdul Rahman" and "Abdulrahman" differ in their words, and are compared as a whole.
  if (/^abd\p{L}*[\s-]\p{L}/iu.test(text) || /^abd\p{L}{5}/iu.test(text))
    return [{ family: `whole ${oneWord(tokens)}`, text }];
  const pieces: Piece[] = [];
  let last = "";
  for (const [i, token] of tokens.entries()) {
    if (token.kind === "mark") continue;
    const before = tokens.slice(0, i).findLast(({ kind }) => kind !== "mark");
    const spelt = spellingKeys(token.text)[0]!;
    const key = kin.get(spelt) ?? spelt;
    if (before !== undefined) {
      const joint = text.slice(before.end, token.start).replace(/\s+/g, " ").replace(/[‐‑]/g, "-");
      pieces.push({ family: `${last}~${key}`, text: joint });
    }
    pieces.push({ family: key, text: token.text.replace(/[’ʼ]/g, "'") });
    last = key;
  }
  return pieces;
}

function oneWord(tokens: readonly Token[]): string {
  const words = tokens.flatMap(({ kind, text }) => (kind === "mark" ? [] : spellingKeys(text)[0]!));
  return words.join("").replace(/^abd(?:al|ul)?/, "abdul");
}

/** The spelling that most mentions have, the knowledge base's where several have as many, and else the first. */
function bestOf(spellings: ReadonlyMap<string, Spelling>, id: Id, knowledge: Knowledge): Spelling {
  const all = [...spellings.values()];
  const most = Math.max(...all.map(({ mentions }) => mentions));
  const commonest = all.filter(({ mentions }) => mentions === most);
  const name = knowledge.entities.get(id)?.name.toLowerCase() ?? "";
  return commonest.find(({ text }) => name.includes(text.toLowerCase())) ?? commonest[0]!;
}

function inCaseOf(written: string, right: string): string {
  if (written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase())
    return right.toUpperCase();
  const first = written.charAt(0);
  return first === first.toUpperCase() ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}
