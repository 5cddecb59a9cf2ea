import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { spellingKeys } from "../../knowledge-base/names/spellings.ts";
import { nameTokens } from "../../text/name-words.ts";
import { byStart, slice } from "../../text/span.ts";
import { type Token, tokenize } from "../../text/tokens.ts";
import type { EntityMention, Reading } from "../reading.ts";
import { editDistance, tolerance } from "./edit-distance.ts";

/** A mention that spells an actor's name otherwise than the draft does elsewhere. */
export interface OddSpelling {
  readonly mention: EntityMention;
  readonly id: Id;
  /** The whole mention as the draft would have it elsewhere. */
  readonly text: string;
  /** A mention that has the other spelling. */
  readonly other: EntityMention;
}

interface Piece {
  /** What the spellings of one word, or of one joint between two, have in common. */
  readonly family: string;
  readonly text: string;
}

interface Spelling {
  readonly text: string;
  readonly first: EntityMention;
  mentions: number;
}

/** The mentions of one actor in the very same letters. */
interface Written {
  readonly id: Id;
  readonly pieces: readonly Piece[];
  readonly mentions: EntityMention[];
}

/**
 * The mentions that spell a word of an actor's name in another way than most mentions of that actor, or than the knowledge
 * base where there are as many of each. A name, its abbreviation and a surname are no spellings of each other. Linear in
 * the mentions.
 */
export function oddSpellings(reading: Reading, knowledge: Knowledge): OddSpelling[] {
  const all = writtenNames(reading, knowledge);
  const families = new Map<string, Map<string, Spelling>>();
  for (const { id, pieces, mentions } of all)
    for (const { family, text } of pieces) {
      const key = `${id} ${family}`;
      const spellings = families.get(key) ?? new Map<string, Spelling>();
      families.set(key, spellings);
      const letters = text.toLowerCase();
      const spelling = spellings.get(letters) ?? { text, first: mentions[0]!, mentions: 0 };
      spelling.mentions += mentions.length;
      spellings.set(letters, spelling);
    }
  const odd = all.flatMap(({ id, pieces, mentions }) => {
    let other: EntityMention | undefined;
    const text = pieces.map((piece) => {
      const best = bestOf(families.get(`${id} ${piece.family}`)!, id, knowledge);
      if (best.text.toLowerCase() === piece.text.toLowerCase()) return piece.text;
      other ??= best.first;
      return inCaseOf(piece.text, best.text);
    });
    return other === undefined
      ? []
      : mentions.map((mention) => ({ mention, id, text: text.join(""), other: other! }));
  });
  return odd.sort((a, b) => byStart(a.mention, b.mention));
}

/** The draft's own names of actors, each way of writing one once, by where it first stands. */
function writtenNames({ entities, draft }: Reading, knowledge: Knowledge): readonly Written[] {
  const kins = new Map<Id, ReadonlyMap<string, string>>();
  const all = new Map<string, Written>();
  for (const mention of entities) {
    if (!isOwnName(mention)) continue;
    const id = mention.ids[0]!;
    const written = slice(draft.text, mention.span);
    const key = `${id} ${written}`;
    const known = all.get(key);
    if (known !== undefined) known.mentions.push(mention);
    else all.set(key, { id, pieces: piecesOf(written, kinOf(id, knowledge, kins)), mentions: [mention] });
  }
  return [...all.values()];
}

function isOwnName({ ids, form, quoted, span }: EntityMention): boolean {
  const isName = form === "name" || form === "alias" || form === "weakAlias";
  return isName && ids.length === 1 && quoted !== true && span.end > span.start;
}

/** Words of an actor's other names that are a spelling of the word that its name has in their place: "Kadafi". */
function kinOf(
  id: Id,
  knowledge: Knowledge,
  known: Map<Id, ReadonlyMap<string, string>>,
): ReadonlyMap<string, string> {
  let kin = known.get(id) as Map<string, string> | undefined;
  if (kin !== undefined) return kin;
  known.set(id, (kin = new Map()));
  const entity = knowledge.entities.get(id);
  const words = (name: string) => nameTokens(name).map(({ text }) => spellingKeys(text)[0]!);
  for (const { text } of nameTokens(entity?.name ?? "")) {
    const [first, ...others] = spellingKeys(text);
    for (const other of others) kin.set(other, first!);
  }
  const own = words(entity?.name ?? "");
  for (const alias of entity?.aliases ?? []) {
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
