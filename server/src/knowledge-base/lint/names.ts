import { isInCapitals, nameTokens } from "../../text/name-words.ts";
import type { Named } from "../knowledge.ts";
import type { Path } from "../loading/places.ts";

/** A name that can start a match: the preferred one, an alias, an abbreviation. */
export interface StrongName {
  readonly text: string;
  /** Its words as drafts are compared with them: folded, without hyphens and a leading article. */
  readonly keys: readonly string[];
  /** Capitals throughout, which it must then have in a draft too. */
  readonly capitals: boolean;
  /** Where it is written in its entry. */
  readonly path: Path;
}

const known = new WeakMap<Named, readonly StrongName[]>();

/** In the order in which they are written, as a rule. */
export function strongNames(fact: Named): readonly StrongName[] {
  let names = known.get(fact);
  if (names === undefined) known.set(fact, (names = [...namesOf(fact)]));
  return names;
}

function* namesOf({ name, aliases, abbreviations }: Named): Generator<StrongName> {
  yield* strongName(name, ["name"]);
  for (const [i, alias] of aliases.entries()) yield* strongName(alias, ["aliases", i]);
  for (const [i, each] of abbreviations.entries()) yield* strongName(each, ["abbreviation", i]);
}

function* strongName(text: string, path: Path): Generator<StrongName> {
  const tokens = nameTokens(text);
  if (tokens.length === 0) return;
  yield { text, keys: tokens.map(({ key }) => key), capitals: isInCapitals(tokens), path };
}
