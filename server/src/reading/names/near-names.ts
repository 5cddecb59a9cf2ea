import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Seat } from "../../knowledge-base/names/near-table.ts";
import { isSameSpelling, spellingKeys } from "../../knowledge-base/names/spellings.ts";
import { nameTokens } from "../../text/name-words.ts";
import type { Token } from "../../text/tokens.ts";
import { isGeneric } from "../english/generic-words.ts";
import { HONORIFICS, OFFICE_NOUNS } from "../english/offices.ts";
import type { Stretch } from "../events/attachment.ts";
import { CAPITALIZED } from "../grammar/capitals.ts";
import type { Passage } from "../grammar/passage.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import { editDistance, isSwap, tolerance } from "./edit-distance.ts";
import { isCapitalized, type Name } from "./name-index.ts";
import { isJoiner, type NameMatch } from "./name-mentions.ts";
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
  const index = nearIndex(knowledge);
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
    if (!hasClass(passage.words[i]!, SEATED)) continue;
    for (const word of spellingKeys(passage.tokens[i]!.text))
      for (const seat of index.seatsOf(word)) inSeat(passage, index, word, seat, i, add);
  }
  for (const match of passage.names) besideAbbreviation(passage, index, match, add);
  for (const { from, to, names } of passage.names)
    add(nearAbbreviation(passage, index, to, names[0]!.id, from));
  return ambiguous.size === 0 ? found : found.filter((near) => !ambiguous.has(near));
}

/** Words with a capital that stand in names of several words. */
const SEATED = wordClass(
  ({ text }, _, knowledge) =>
    isCapitalized(text) && spellingKeys(text).some((key) => nearIndex(knowledge).seatsOf(key).length > 0),
);

/** Adds the names of which the word of token `on` is a right one, and another word is a slip. */
function inSeat(
  passage: Passage,
  index: NearIndex,
  word: string,
  seat: Seat,
  on: number,
  add: (near: NearName) => void,
): void {
  const { tokens } = passage;
  const first = wordBefore(tokens, on, seat.at);
  const last = wordAfter(tokens, on, seat.of - 1 - seat.at);
  // Most of what stands there is a name already.
  if (first < 0 || last < 0 || isKnown(passage, first, last + 1)) return;
  const places = layOut(tokens, seat.of, first)!;
  let initials = "";
  for (const place of places) initials += passage.words[place]!.key.charAt(0);
  for (const name of index.table.inSeat(word, seat, initials)) {
    const wrong = wrongWord(passage, name, places);
    if (wrong === undefined) continue;
    const token = passage.tokens[places[wrong]!]!;
    if (!isNear(token.key, name.keys[wrong]!) || index.wordsOf(name.id).has(token.key)) continue;
    // "the Minister of Health" is who leads the Ministry of Health.
    if (OFFICE_NOUNS.has(token.key)) continue;
    const needsOther =
      onlyGeneric(name, wrong) &&
      !(isSwap(token.key, name.keys[wrong]!) && !name.isPerson) &&
      !hasAbbreviationBeside(passage, index, name.id, places[0]!, places.at(-1)! + 1);
    const rightName = inOwnSpelling(passage, name, places, wrong);
    add({ from: places[0]!, to: places.at(-1)! + 1, id: name.id, rightName, needsOther });
  }
}

/** The name, but for the words that the draft spells rightly in another way: they stay as the writer has them. */
function inOwnSpelling({ tokens }: Passage, name: Name, places: readonly number[], wrong: number): string {
  const words = nameTokens(name.text);
  return words.reduceRight((text, { start, end, key }, k) => {
    const written = tokens[places[k]!]!;
    return k === wrong || written.key === key ? text : text.slice(0, start) + written.text + text.slice(end);
  }, name.text);
}

/** "the Islamic State Kashmir Province (ISKP)": any word may be wrong where the name's own abbreviation says what is meant. */
function besideAbbreviation(
  passage: Passage,
  index: NearIndex,
  match: NameMatch,
  add: (near: NearName) => void,
): void {
  for (const { id, form } of match.names) {
    if (form !== "abbreviation") continue;
    for (const name of index.ofActor(id)) {
      const words = name.keys.length;
      if (words < 3 || name.form === "abbreviation") continue;
      for (let from = match.from - 6 - words; from < match.to + 3; from++) {
        const places = from < 0 ? undefined : layOut(passage.tokens, words, from);
        if (places === undefined || isNearby(match, places) === false) continue;
        if (wrongWord(passage, name, places) === undefined) continue;
        add({ from, to: places.at(-1)! + 1, id, rightName: name.text, needsOther: false });
      }
    }
  }
}

/** At most a few words before the abbreviation, or after it. */
function isNearby({ from, to }: NameMatch, places: readonly number[]): boolean {
  const end = places.at(-1)! + 1;
  return (end <= from && from - end <= 2) || (places[0]! >= to && places[0]! - to <= 5);
}

/** The only word of a name, laid over tokens, that is not as it should be; undefined where none or several are not. */
function wrongWord(passage: Passage, name: Name, places: readonly number[]): number | undefined {
  let wrong: number | undefined;
  for (let k = 0; k < places.length; k++) {
    const token = passage.tokens[places[k]!]!;
    if (token.key === name.keys[k] || (name.capital[k] && isSameSpelling(token.text, name.keys[k]!)))
      continue;
    if (wrong !== undefined || !isCapitalized(token.text) || token.kind !== "word") return undefined;
    wrong = k;
  }
  if (wrong === undefined || !name.capital[wrong] || isNameItself(passage, places[wrong]!)) return undefined;
  const to = places.at(-1)! + 1;
  const isOther = isKnown(passage, places[0]!, to) || continuesOutside(passage, places[0]!, to);
  return isOther ? undefined : wrong;
}

/** "Port Nevis" is no misspelt "Port Nevin": the words that agree are everybody's. */
function onlyGeneric({ keys }: Name, wrong: number): boolean {
  return keys.every((key, k) => k === wrong || isGeneric(key));
}

/** The tokens that the words of a name would take from a token on, hyphens passed over. */
function layOut(tokens: readonly Token[], words: number, from: number): number[] | undefined {
  const places: number[] = [];
  for (let at = from; places.length < words; at = wordAfter(tokens, at, 1)) {
    if (at < 0) return undefined;
    places.push(at);
  }
  return places;
}

/** The token so many words before another, hyphens passed over; -1 where there are not so many. */
function wordBefore(tokens: readonly Token[], on: number, words: number): number {
  let at = on;
  for (let k = 0; k < words; k++) {
    at--;
    while (at > 0 && isJoiner(tokens, at)) at--;
    if (at < 0) return -1;
  }
  return at;
}

/** The same after it. */
function wordAfter(tokens: readonly Token[], on: number, words: number): number {
  let at = on;
  for (let k = 0; k < words; k++) {
    at++;
    while (at < tokens.length && isJoiner(tokens, at)) at++;
    if (at >= tokens.length) return -1;
  }
  return at;
}

const DERIVED = /^(?:|s|es|n|an|ian|ns|ans|ians|ese|ish|i|is)$/;
const ROMAN = /^[ivxlcdm]+$/;

export function isNear(written: string, right: string): boolean {
  const limit = tolerance(Math.min(written.length, right.length));
  // What tells most words apart at once comes first.
  if (limit === 0 || written[0] !== right[0] || Math.abs(written.length - right.length) > limit) return false;
  if (ROMAN.test(written) && ROMAN.test(right)) return false;
  if (isSameSpelling(written, right)) return false;
  // "Saudi Arabian", "Congresses": derived from the right word, not a slip of it.
  if (written.startsWith(right) && DERIVED.test(written.slice(right.length))) return false;
  if (right.startsWith(written) && DERIVED.test(right.slice(written.length))) return false;
  return editDistance(written, right, limit) <= limit;
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
const PARTICLES: ReadonlySet<string> = new Set(
  "bin ibn ben al el von van der di da de du della dos".split(" "),
);

/** A longer proper name: "Azam Nazeer Tarar" is nobody's misspelling. Offices and honorifics before a name are none of it. */
export function continuesOutside(passage: Passage, from: number, to: number): boolean {
  const before = passage.words[from - 1];
  const after = passage.words[to];
  if ((after && PARTICLES.has(after.key)) || (before && PARTICLES.has(before.key))) return true;
  const joinsBefore =
    before !== undefined &&
    from - 1 > 0 &&
    hasClass(before, CAPITALIZED) &&
    passage.tagAt(from - 1) === "word" &&
    !OFFICE_NOUNS.has(before.key) &&
    !HONORIFICS.has(before.key);
  const joinsAfter =
    after !== undefined && hasClass(after, CAPITALIZED) && passage.tagAt(to) === "word" && after.key !== "'s";
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
  const abbreviations = abbreviationsOf(index, id);
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
  for (const name of abbreviationsOf(index, id)) {
    const right = name.keys[0]!;
    const mixed =
      right.length >= 4 ? editDistance(written.key, right, 1) === 1 : sorted(right) === sorted(written.key);
    if (mixed) return { from: to + 1, to: to + 2, id, rightName: name.text, needsOther: false };
  }
  return undefined;
}

function abbreviationsOf(index: NearIndex, id: Id): readonly Name[] {
  return index.ofActor(id).filter(({ form }) => form === "abbreviation");
}

export function sorted(letters: string): string {
  return [...letters].sort().join("");
}
