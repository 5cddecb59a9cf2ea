import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Token } from "../../text/tokens.ts";
import { isGeneric } from "../english/generic-words.ts";
import { HONORIFICS, OFFICE_NOUNS } from "../english/offices.ts";
import type { Stretch } from "../events/attachment.ts";
import type { Passage } from "../grammar/passage.ts";
import { editDistance, tolerance } from "./edit-distance.ts";
import { isCapitalized, type Name, nameIndex } from "./name-index.ts";
import { isJoiner } from "./name-mentions.ts";
import { type NearIndex, nearIndex } from "./near-index.ts";

/** Words that are nearly the name of a known actor. */
export interface NearName extends Stretch {
  readonly id: Id;
  /** The words that are wrong and what they should be: the whole name, in its right spelling. */
  readonly rightName: string;
  /** It counts only if the draft also names the actor rightly: a single word is a weak sign. */
  readonly needsOther: boolean;
}

/**
 * Misspelt and half-right names: all words of a known name but one, and that one close to it; or any other word, where
 * the name's own abbreviation stands beside it. Never where the words are a known name themselves.
 */
export function nearNames(passage: Passage, knowledge: Knowledge): NearName[] {
  const index = nearIndex(nameIndex(knowledge));
  const found: NearName[] = [];
  const ambiguous = new Set<NearName>();
  const add = (near: NearName | undefined) => {
    if (near === undefined) return;
    const rival = found.find((other) => other.from < near.to && near.from < other.to);
    if (rival === undefined) found.push(near);
    // As near to one known name as to another: nobody can say which is meant.
    else if (rival.id !== near.id && rival.from === near.from && rival.to === near.to) ambiguous.add(rival);
  };
  for (let i = 0; i < passage.tokens.length; i++) {
    for (const { name, at } of index.byWord.get(passage.keys[i]!) ?? [])
      add(aligned(passage, index, name, i, at));
  }
  for (let i = 0; i < passage.tokens.length; i++) add(throughout(passage, index, i));
  for (const { from, to, names } of passage.names)
    add(nearAbbreviation(passage, index, to, names[0]!.id, from));
  for (let i = 0; i < passage.tokens.length; i++) add(singleWord(passage, index, i, knowledge));
  return found.filter((near) => !ambiguous.has(near));
}

/** The name laid over the tokens so that its word `at` stands on token `on`. */
function aligned(
  passage: Passage,
  index: NearIndex,
  name: Name,
  on: number,
  at: number,
): NearName | undefined {
  const places = layOut(passage.tokens, name.keys.length, on, at);
  if (places === undefined) return undefined;
  let wrong: number | undefined;
  for (const [k, place] of places.entries()) {
    const token = passage.tokens[place]!;
    if (token.key === name.keys[k]) continue;
    if (wrong !== undefined || !isCapitalized(token.text) || token.kind !== "word") return undefined;
    wrong = k;
  }
  if (wrong === undefined || !name.capital[wrong] || isNameItself(passage, places[wrong]!)) return undefined;
  const from = places[0]!;
  const to = places.at(-1)! + 1;
  if (isKnown(passage, from, to) || continuesOutside(passage, from, to)) return undefined;
  const token = passage.tokens[places[wrong]!]!;
  const near = isNear(token.key, name.keys[wrong]!) && !index.words.get(name.id)!.has(token.key);
  const isHalfRight = name.keys.length >= 3 && hasAbbreviationBeside(passage, index, name.id, from, to);
  if (!near && !isHalfRight) return undefined;
  return {
    from,
    to,
    id: name.id,
    rightName: name.text,
    needsOther: !isHalfRight && onlyGeneric(name, wrong),
  };
}

/** "Ataullah Tarrar": every word a slip. It counts only in a draft that also has the name itself. */
function throughout(passage: Passage, index: NearIndex, from: number): NearName | undefined {
  const { tokens, tags } = passage;
  let initials = "";
  for (let to = from; to < from + 4 && tags[to] === "word" && isCapitalized(tokens[to]!.text); to++) {
    initials += tokens[to]!.key[0];
    if (to === from || continuesOutside(passage, from, to + 1)) continue;
    const written = tokens.slice(from, to + 1).map(({ key }) => key);
    const name = index.byInitials
      .get(initials)
      ?.find(({ keys }) => keys.every((key, k) => key !== written[k] && isNear(written[k]!, key)));
    if (name !== undefined) return { from, to: to + 1, id: name.id, rightName: name.text, needsOther: true };
  }
  return undefined;
}

/** "Port Nevis" is no misspelt "Port Nevin": the words that agree are everybody's. */
function onlyGeneric({ keys }: Name, wrong: number): boolean {
  return keys.every((key, k) => k === wrong || isGeneric(key));
}

/** The tokens that the words of a name would take, hyphens passed over. */
function layOut(tokens: readonly Token[], words: number, on: number, at: number): number[] | undefined {
  const places = [on];
  for (let k = at - 1, i = on - 1; k >= 0; k--, i--) {
    while (i > 0 && isJoiner(tokens, i)) i--;
    if (i < 0) return undefined;
    places.unshift(i);
  }
  for (let k = at + 1, i = on + 1; k < words; k++, i++) {
    while (i < tokens.length && isJoiner(tokens, i)) i++;
    if (i >= tokens.length) return undefined;
    places.push(i);
  }
  return places;
}

const DERIVED = /^(?:|s|es|n|an|ian|ns|ans|ians|ese|ish|i|is)$/;
const ROMAN = /^[ivxlcdm]+$/;

function isNear(written: string, right: string): boolean {
  if (ROMAN.test(written) && ROMAN.test(right)) return false;
  // "Saudi Arabian", "Congresses": derived from the right word, not a slip of it.
  if (written.startsWith(right) && DERIVED.test(written.slice(right.length))) return false;
  if (right.startsWith(written) && DERIVED.test(right.slice(written.length))) return false;
  const limit = tolerance(Math.min(written.length, right.length));
  return limit > 0 && written[0] === right[0] && editDistance(written, right, limit) <= limit;
}

/** The word that differs is a known name by itself: "Pakistan–Taliban" names two, and misspells none. */
function isNameItself(passage: Passage, at: number): boolean {
  return passage.names.some(
    ({ from, to, names }) => from === at && to === at + 1 && names.some(({ form }) => form !== "weakAlias"),
  );
}

/** The words are a name already, or lie inside one; a single word of it that is a name by itself does not count. */
function isKnown(passage: Passage, from: number, to: number): boolean {
  return passage.names.some((match) => {
    if (match.from >= to || match.to <= from) return false;
    const inside = match.from >= from && match.to <= to && match.to - match.from < to - from;
    return !inside;
  });
}

/** Words inside personal names of many languages. */
const PARTICLES = /^(?:bin|ibn|ben|al|el|von|van|der|di|da|de|du|della|dos)$/;

/** A longer proper name: "Azam Nazeer Tarar" is nobody's misspelling. Offices and honorifics before a name are none of it. */
function continuesOutside({ tokens, tags, keys }: Passage, from: number, to: number): boolean {
  const before = tokens[from - 1];
  const joinsBefore =
    before !== undefined &&
    from - 1 > 0 &&
    tags[from - 1] === "word" &&
    isCapitalized(before.text) &&
    !OFFICE_NOUNS.has(before.key) &&
    !HONORIFICS.has(before.key);
  const after = tokens[to];
  if (PARTICLES.test(after?.key ?? "") || PARTICLES.test(before?.key ?? "")) return true;
  const joinsAfter =
    after !== undefined && tags[to] === "word" && isCapitalized(after.text) && keys[to] !== "'s";
  return joinsBefore || joinsAfter;
}

/** "the Islamic State Kashmir Province (ISKP)", "ISKP, the Islamic State …". */
function hasAbbreviationBeside(
  passage: Passage,
  index: NearIndex,
  id: Id,
  from: number,
  to: number,
): boolean {
  const abbreviations = index.abbreviations.get(id) ?? [];
  for (let i = Math.max(0, from - 6); i < Math.min(passage.tokens.length, to + 3); i++) {
    if (i >= from && i < to) continue;
    if (
      abbreviations.some(
        (name) =>
          name.keys[0] === passage.keys[i] &&
          passage.tokens[i]!.text === passage.tokens[i]!.text.toUpperCase(),
      )
    ) {
      return true;
    }
  }
  return false;
}

/** "Islamic State Khorasan Province (IKSP)": the abbreviation in brackets after the name has its letters mixed up. */
function nearAbbreviation(
  passage: Passage,
  index: NearIndex,
  to: number,
  id: Id,
  from: number,
): NearName | undefined {
  const { tokens } = passage;
  const written = tokens[to + 1];
  if (tokens[to]?.text !== "(" || written === undefined || tokens[to + 2]?.text !== ")" || to - from < 2)
    return undefined;
  if (!/^\p{Lu}{3,}$/u.test(written.text) || passage.names.some((match) => match.from === to + 1))
    return undefined;
  // "Chinese Communist Party (CCP)": its own initials are never wrong.
  const initials = tokens
    .slice(from, to)
    .filter((token) => isCapitalized(token.text))
    .map(({ key }) => key[0])
    .join("");
  if (written.key === initials) return undefined;
  for (const name of index.abbreviations.get(id) ?? []) {
    const right = name.keys[0]!;
    const mixed =
      right.length >= 4 ? editDistance(written.key, right, 1) === 1 : sorted(right) === sorted(written.key);
    if (mixed) return { from: to + 1, to: to + 2, id, rightName: name.text, needsOther: false };
  }
  return undefined;
}

function sorted(letters: string): string {
  return [...letters].sort().join("");
}

/** A single capitalised word that is nearly a single-word name, in a draft that also has the name itself. */
function singleWord(
  passage: Passage,
  index: NearIndex,
  i: number,
  knowledge: Knowledge,
): NearName | undefined {
  const { tokens, tags } = passage;
  const token = tokens[i]!;
  if (
    i === 0 ||
    tags[i] !== "word" ||
    token.kind !== "word" ||
    !isCapitalized(token.text) ||
    token.key.length < 5
  )
    return undefined;
  if (token.text === token.text.toUpperCase() || continuesOutside(passage, i, i + 1)) return undefined;
  const limit = tolerance(token.key.length);
  const isShort = (other: string) => Math.max(token.key.length, other.length) < 6;
  let best: Name | undefined;
  for (let length = token.key.length - limit; length <= token.key.length + limit; length++) {
    for (const name of index.single.get(length) ?? []) {
      if (name.keys[0] === token.key) return undefined;
      if (!isNear(token.key, name.keys[0]!) || token.key.at(-1) !== name.keys[0]!.at(-1)) continue;
      // The world has a Charlestown for every Charleston.
      const isTown = /^(?:place|facility)$/.test(knowledge.entities.get(name.id)?.type ?? "");
      if (isTown && sorted(token.key) !== sorted(name.keys[0]!)) continue;
      if (isShort(name.keys[0]!)) continue;
      if (best !== undefined && best.id !== name.id) return undefined;
      best = name;
    }
  }
  return best && { from: i, to: i + 1, id: best.id, rightName: best.text, needsOther: true };
}
