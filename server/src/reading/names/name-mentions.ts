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

function longestAt(
  tokens: readonly Token[],
  from: number,
  index: NameIndex,
  of: Name["of"],
): NameMatch | undefined {
  const candidates = index.byFirst.get(tokens[from]!.key);
  if (candidates === undefined) return undefined;
  let to = 0;
  let names: Name[] = [];
  for (const name of candidates) {
    if (name.of !== of || (names.length > 0 && name.keys.length < names[0]!.keys.length)) continue;
    const end = matchEnd(tokens, from, name);
    if (end === undefined) continue;
    if (end > to) names = [];
    to = end;
    names.push(name);
  }
  return names.length === 0 ? undefined : { from, to, names };
}

/** One past the last token, if the name stands at `from`; hyphens inside a name count as nothing. */
function matchEnd(tokens: readonly Token[], from: number, name: Name): number | undefined {
  let at = from;
  for (let k = 0; k < name.keys.length; k++) {
    while (k > 0 && at < tokens.length && isJoiner(tokens, at)) at++;
    const token = tokens[at];
    if (token === undefined || token.key !== name.keys[k]) return undefined;
    if (name.capital[k] && !isCapitalized(token.text)) return undefined;
    if (name.capitals && token.text !== token.text.toUpperCase()) return undefined;
    at++;
  }
  return at;
}

/** A hyphen or dash without space on either side. */
export function isJoiner(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  return token.kind === "mark" && token.key === "-" && !token.spaced && next !== undefined && !next.spaced;
}
