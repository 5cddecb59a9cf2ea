import type { Token } from "../../text/tokens.ts";
import { isCapitalized, type Name, type NameIndex, openings } from "./name-index.ts";
import { spellingKeys } from "./spellings.ts";

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
  for (let i = 0; i < tokens.length; i++) {
    const match = longestAt(tokens, i, index, of);
    if (match === undefined || (of === "event" && isOwner(tokens, match))) continue;
    matches.push(match);
    i = match.to - 1;
  }
  return matches;
}

/** "the coronation of Oderic's queen" is not that of Oderic. */
function isOwner(tokens: readonly Token[], { from, to }: NameMatch): boolean {
  return tokens[to]?.key === "'s" && tokens.slice(from, to).some(({ key }) => key === "of");
}

/** The longest name at a token, as the knowledge base spells it, or in another spelling where that is a longer one. */
function longestAt(
  tokens: readonly Token[],
  from: number,
  index: NameIndex,
  of: Name["of"],
): NameMatch | undefined {
  const token = tokens[from]!;
  const firstWords = index.firstWords[of];
  const canBeSpelt = of === "entity" && token.kind === "word" && token.text !== token.key;
  const first = canBeSpelt ? spellingKeys(token.text) : NO_SPELLINGS;
  const isFirst = firstWords.has(token.key);
  if (!isFirst && !first.some((key) => firstWords.has(key))) return undefined;
  const next = tokens[nextWord(tokens, from + 1)];
  const exact = isFirst
    ? longestIn(index.byOpening, of, [token.key], next && [next.key], (names) =>
        longestOf(tokens, from, names, isExactly),
      )
    : undefined;
  if (!canBeSpelt) return exact;
  const second = next && spellingKeys(next.text);
  const isOther =
    first.length > 1 || first[0] !== token.key || (second && (second.length > 1 || second[0] !== next!.key));
  const indices = isOther ? [index.bySpelling, index.byOpening] : [index.bySpelling];
  for (const names of indices) {
    const spelt = longestIn(
      names,
      of,
      exact === undefined ? first : [],
      second,
      (some) => longestOf(tokens, from, some, isSpelling),
      first,
    );
    if (spelt !== undefined && spelt.to > (exact?.to ?? 0)) return spelt;
  }
  return exact;
}

const NO_SPELLINGS: readonly string[] = [];

/** Of the names that open with two words, and else of those of one word. */
function longestIn(
  index: NameIndex["byOpening"],
  of: Name["of"],
  single: readonly string[],
  second: readonly string[] | undefined,
  longest: (names: readonly Name[]) => NameMatch | undefined,
  first: readonly string[] = single,
): NameMatch | undefined {
  for (const key of [...(second === undefined ? [] : openings(first, second)), ...single]) {
    const names = index.get(`${of} ${key}`);
    const match = names && longest(names);
    if (match !== undefined) return match;
  }
  return undefined;
}

type SameWord = (token: Token, name: Name, word: number) => boolean;
const isExactly: SameWord = (token, { keys }, k) => token.key === keys[k];
const isSpelling: SameWord = (token, { keys, spellings }, k) =>
  token.key === keys[k] ||
  spellingKeys(token.text).some((key) => key === keys[k] || spellings?.[k]?.includes(key) === true);

function longestOf(
  tokens: readonly Token[],
  from: number,
  candidates: readonly Name[],
  same: SameWord,
): NameMatch | undefined {
  let to = 0;
  let names: Name[] = [];
  for (const name of candidates) {
    if (names.length > 0 && name.keys.length < names[0]!.keys.length) break;
    const end = matchEnd(tokens, from, name, same);
    if (end === undefined) continue;
    if (end > to) names = [];
    to = end;
    names.push(name);
  }
  return names.length === 0 ? undefined : { from, to, names };
}

/** One past the last token, if the name stands at `from`; hyphens inside a name, and the dots of "St." count as nothing. */
function matchEnd(tokens: readonly Token[], from: number, name: Name, same: SameWord): number | undefined {
  let at = from;
  for (let k = 0; k < name.keys.length; k++) {
    if (k > 0) at = nextWord(tokens, at);
    const token = tokens[at];
    if (token === undefined || !same(token, name, k)) return undefined;
    if (name.capital[k] && !isCapitalized(token.text)) return undefined;
    if (name.capitals && token.text !== token.text.toUpperCase()) return undefined;
    at++;
  }
  return at;
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
