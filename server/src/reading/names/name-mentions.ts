import {
  CAPITAL,
  IN_CAPITALS,
  LAST,
  NO_LIST,
  NO_WORD,
  RECORD,
  WORD,
} from "../../knowledge-base/names/name-table.ts";
import { spellingKeys } from "../../knowledge-base/names/spellings.ts";
import type { Token } from "../../text/tokens.ts";
import { isCapitalized, type Name, type NameIndex } from "./name-index.ts";

/** A stretch of a sentence's tokens that is the name of something: all the names that it can be. */
export interface NameMatch {
  /** First token, and one past the last. */
  readonly from: number;
  readonly to: number;
  readonly names: readonly Name[];
}

/**
 * The names in a sentence, leftmost and longest; actors and events each for themselves, because an event's name
 * often holds an actor's ("Doha ceasefire").
 */
export function findNames(tokens: readonly Token[], index: NameIndex, of: Name["of"]): NameMatch[] {
  const matches: NameMatch[] = [];
  const words = index.numbersOf(tokens);
  for (let i = 0; i < tokens.length; i++) {
    const match = longestAt(tokens, words, i, index, of);
    if (match === undefined || (of === "event" && isOwner(tokens, match))) continue;
    matches.push(match);
    i = match.to - 1;
  }
  return matches;
}

/** Whether a name can begin with a word, however it is spelt: most words begin none. */
export function beginsName(
  { kind, text, key }: Pick<Token, "kind" | "text" | "key">,
  index: NameIndex,
  of: Name["of"],
): boolean {
  const begins = (one: string) => index.begins(index.words.numberOf(one), of);
  return (
    begins(key) || (of === "entity" && kind === "word" && text !== key && spellingKeys(text).some(begins))
  );
}

/** "the coronation of Oderic's queen" is not that of Oderic. */
function isOwner(tokens: readonly Token[], { from, to }: NameMatch): boolean {
  return tokens[to]?.key === "'s" && tokens.slice(from, to).some(({ key }) => key === "of");
}

/** The longest name at a token, as the knowledge base spells it, or in another spelling where that is a longer one. */
function longestAt(
  tokens: readonly Token[],
  words: Int32Array,
  from: number,
  index: NameIndex,
  of: Name["of"],
): NameMatch | undefined {
  const isFirst = index.begins(words[from]!, of);
  const token = tokens[from]!;
  const canBeSpelt = of === "entity" && token.kind === "word" && token.text !== token.key;
  if (!canBeSpelt) return isFirst ? exactAt(tokens, words, from, index, of) : undefined;
  const first = spellingKeys(token.text);
  const isOther = first.length > 1 || first[0] !== token.key;
  if (!isFirst && !(isOther && first.some((key) => index.begins(index.words.numberOf(key), of))))
    return undefined;
  const exact = isFirst ? exactAt(tokens, words, from, index, of) : undefined;
  return speltAt(tokens, from, index, first, exact) ?? exact;
}

/** The longest name at a token, spelt as it is: of those that open with its two words, and else of those of one word. */
function exactAt(
  tokens: readonly Token[],
  words: Int32Array,
  from: number,
  index: NameIndex,
  of: Name["of"],
): NameMatch | undefined {
  const next = nextWord(tokens, from + 1);
  const second = next < tokens.length ? words[next]! : NO_WORD;
  const long = second === NO_WORD ? NO_LIST : index.opening(of, words[from]!, second);
  return (
    longestIn(tokens, words, from, index, long) ??
    longestIn(tokens, words, from, index, index.opening(of, words[from]!, NO_WORD))
  );
}

/** The longest names of a list that stand at a token as they are spelt. */
function longestIn(
  tokens: readonly Token[],
  words: Int32Array,
  from: number,
  index: NameIndex,
  list: number,
): NameMatch | undefined {
  let match: { readonly from: number; readonly to: number; readonly names: Name[] } | undefined;
  let longest = 0;
  for (let at = list, next: number; at !== NO_LIST; at = next) {
    const size = index.end(at) - at;
    if (match !== undefined && size < longest) break;
    next = index.next(at);
    const to = recordEnd(tokens, words, from, index.records, at);
    if (to === undefined) continue;
    longest = size;
    if (match === undefined) match = { from, to, names: [] };
    match.names.push(index.nameAt(at));
  }
  return match;
}

/** One past the last token, if the name of a record stands at `from`; as {@link matchEnd}, but that words are numbers. */
function recordEnd(
  tokens: readonly Token[],
  words: Int32Array,
  from: number,
  records: Uint32Array,
  record: number,
): number | undefined {
  const inCapitals = (records[record + RECORD.ordinal]! & IN_CAPITALS) !== 0;
  let at = from;
  for (let k = record + RECORD.words; ; k++) {
    const word = records[k]!;
    const token = tokens[at];
    if (token === undefined || words[at] !== (word & WORD)) return undefined;
    if ((word & CAPITAL) !== 0 && !isCapitalized(token.text)) return undefined;
    if (inCapitals && token.text !== token.text.toUpperCase()) return undefined;
    at++;
    if ((word & LAST) !== 0) return at;
    at = nextWord(tokens, at);
  }
}

/** The longest name at a token with a word that is spelt otherwise, where it is longer than the one that is not. */
function speltAt(
  tokens: readonly Token[],
  from: number,
  index: NameIndex,
  first: readonly string[],
  exact: NameMatch | undefined,
): NameMatch | undefined {
  const next = tokens[nextWord(tokens, from + 1)];
  const second = next && spellingKeys(next.text);
  const isOther =
    first.length > 1 ||
    first[0] !== tokens[from]!.key ||
    (second !== undefined && (second.length > 1 || second[0] !== next!.key));
  const hasSpelt = first.some((key) => index.begins(index.words.numberOf(key), "spelt"));
  if (!isOther && !hasSpelt) return undefined;
  const openings = openingsOf(index, first, second, exact === undefined);
  const spelt = longestOf(tokens, from, openings, (one, two) => index.spelt(one, two));
  if (spelt !== undefined && spelt.to > (exact?.to ?? 0)) return spelt;
  const other = isOther
    ? longestOf(tokens, from, openings, (one, two) => index.named("entity", one, two))
    : undefined;
  return other !== undefined && other.to > (exact?.to ?? 0) ? other : undefined;
}

/** The pairs of numbers under which two words are looked up, or the first alone, whichever of its spellings each has. */
function openingsOf(
  { words }: NameIndex,
  first: readonly string[],
  second: readonly string[] | undefined,
  alone: boolean,
): readonly (readonly [number, number])[] {
  const known = (keys: readonly string[]) =>
    keys.map((key) => words.numberOf(key)).filter((word) => word >= 0);
  const ones = known(first);
  const twos = second === undefined ? [] : known(second);
  return [
    ...ones.flatMap((one) => twos.map((two) => [one, two] as const)),
    ...(alone ? ones.map((one) => [one, NO_WORD] as const) : []),
  ];
}

/** The longest names, in any spelling, of the first opening with which any stands at a token. */
function longestOf(
  tokens: readonly Token[],
  from: number,
  openings: readonly (readonly [number, number])[],
  namesWith: (first: number, second: number) => readonly Name[],
): NameMatch | undefined {
  for (const [first, second] of openings) {
    let to = 0;
    const names: Name[] = [];
    for (const name of namesWith(first, second)) {
      if (names.length > 0 && name.keys.length < names[0]!.keys.length) break;
      const end = matchEnd(tokens, from, name);
      if (end === undefined) continue;
      to = end;
      names.push(name);
    }
    if (names.length > 0) return { from, to, names };
  }
  return undefined;
}

/** One past the last token, if the name stands at `from`; hyphens inside a name, and the dots of "St." count as nothing. */
function matchEnd(tokens: readonly Token[], from: number, name: Name): number | undefined {
  let at = from;
  for (let k = 0; k < name.keys.length; k++) {
    if (k > 0) at = nextWord(tokens, at);
    const token = tokens[at];
    if (token === undefined || !isSpelling(token, name, k)) return undefined;
    if (name.capital[k] && !isCapitalized(token.text)) return undefined;
    if (name.capitals && token.text !== token.text.toUpperCase()) return undefined;
    at++;
  }
  return at;
}

function isSpelling({ key, text }: Token, { keys, spellings }: Name, k: number): boolean {
  return (
    key === keys[k] ||
    spellingKeys(text).some((one) => one === keys[k] || spellings?.[k]?.includes(one) === true)
  );
}

/** The next token of a name at or after `at`. */
function nextWord(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next < tokens.length && (isJoiner(tokens, next) || isDot(tokens, next))) next++;
  return next;
}

/** "St. Ells", "J. Vance": the dot of a shortened word inside a name. */
function isDot(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]!;
  return tokens[at]!.text === "." && !tokens[at]!.spaced && /^\p{Lu}\p{Ll}{0,1}$/u.test(before.text);
}

/** A hyphen or dash without space on either side. */
export function isJoiner(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  return token.kind === "mark" && token.key === "-" && !token.spaced && next !== undefined && !next.spaced;
}
