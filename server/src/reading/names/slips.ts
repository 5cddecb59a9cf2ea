import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Span } from "../../text/span.ts";
import { CAPITALIZED } from "../grammar/capitals.ts";
import type { Passage } from "../grammar/passage.ts";
import { isQuotedOrDenied } from "../grammar/scopes.ts";
import { hasClass } from "../grammar/word-classes.ts";
import type { EntityMention } from "../reading.ts";
import { tolerance } from "./edit-distance.ts";
import type { Name } from "./name-index.ts";
import { type NearIndex, nearIndex } from "./near-index.ts";
import { continuesOutside, isNear, sorted } from "./near-names.ts";

/** Capitalised words of no known name, that a slip may have made of one. */
export interface Unknown {
  readonly keys: readonly string[];
  readonly span: Span;
}

/** One to four words that may be a misspelt name, each as a whole; none that goes on outside, and no sentence's first word alone. */
export function unknownNames(
  passage: Passage,
  spanOf: (tokens: { from: number; to: number }) => Span,
): Unknown[] {
  const { tokens, tags, keys, words } = passage;
  const unknown: Unknown[] = [];
  for (let from = 0; from < tokens.length; from++) {
    for (let to = from + 1; to <= from + 4 && isNameWord(to - 1); to++) {
      if (continuesOutside(passage, from, to)) continue;
      const isOne = to === from + 1;
      const text = tokens[from]!.text;
      if (isOne && (from === 0 || keys[from]!.length < 5 || text === text.toUpperCase())) continue;
      if (isQuotedOrDenied(passage, from)) continue;
      unknown.push({ keys: keys.slice(from, to), span: spanOf({ from, to }) });
    }
  }
  return unknown;

  function isNameWord(at: number): boolean {
    const word = words[at];
    return word?.kind === "word" && hasClass(word, CAPITALIZED) && tags[at] === "word";
  }
}

/** A misspelt name, and whether it counts only if the draft also names the actor rightly. */
export interface Slip {
  readonly mention: EntityMention;
  readonly needsOther: boolean;
}

/**
 * The slips among unknown words in a draft that also has the names themselves: single words near a name of one word, and
 * names of which every word is a slip. Only the names of actors that the draft names are compared.
 */
export function slipsOf(unknown: readonly Unknown[], named: ReadonlySet<Id>, knowledge: Knowledge): Slip[] {
  const index = nearIndex(knowledge);
  const byLetters = new Map<string, Name[]>();
  for (const id of named)
    for (const name of index.ofActor(id)) {
      if (name.form === "abbreviation" || name.form === "demonym" || !name.capital.every(Boolean)) continue;
      const letters = name.keys.map((key) => key[0]).join("");
      const names = byLetters.get(letters);
      if (names === undefined) byLetters.set(letters, [name]);
      else names.push(name);
    }
  const times = new Map<string, number>();
  for (const { keys } of unknown) if (keys.length === 1) times.set(keys[0]!, (times.get(keys[0]!) ?? 0) + 1);
  return unknown.flatMap(({ keys, span }): Slip[] => {
    const swapped = keys.length === 1 && times.get(keys[0]!) === 1 ? swappedName(keys[0]!, index) : undefined;
    if (swapped !== undefined) return [{ mention: slip(swapped, span), needsOther: false }];
    const names = byLetters.get(keys.map((key) => key[0]).join("")) ?? [];
    const name = keys.length === 1 ? nearSingle(keys[0]!, names, index, knowledge) : nearAll(keys, names);
    if (name === undefined) return [];
    return [{ mention: slip(name, span), needsOther: true }];
  });
}

function slip(name: Name, span: Span): EntityMention {
  return { kind: "entity", span, ids: [name.id], form: "near", rightName: name.text };
}

/** The one name of a word of which two letters have changed places: that needs no other mention to be a slip. */
function swappedName(key: string, index: NearIndex): Name | undefined {
  if (index.single(key).length > 0) return undefined;
  const names = index.swapped(key);
  const [name = names[0]] = names.filter(({ form }) => form !== "metonym");
  return new Set(names.map(({ keys }) => keys[0])).size === 1 ? name : undefined;
}

/** "Ataullah Tarrar": every word a slip. */
function nearAll(keys: readonly string[], names: readonly Name[]): Name | undefined {
  return names.find(
    (name) =>
      name.keys.length === keys.length &&
      name.keys.every((key, k) => key !== keys[k] && isNear(keys[k]!, key)),
  );
}

/** The one single-word name that a word is near to; a word that is a name itself, of whomever, is no slip. */
function nearSingle(
  key: string,
  names: readonly Name[],
  index: NearIndex,
  knowledge: Knowledge,
): Name | undefined {
  if (index.single(key).length > 0) return undefined;
  const limit = tolerance(key.length);
  let best: Name | undefined;
  for (const name of names) {
    const right = name.keys[0]!;
    if (name.keys.length > 1 || Math.abs(right.length - key.length) > limit) continue;
    if (Math.max(key.length, right.length) < 6 || key.at(-1) !== right.at(-1) || !isNear(key, right))
      continue;
    // The world has a Charlestown for every Charleston.
    const isTown = /^(?:place|facility)$/.test(knowledge.entities.get(name.id)?.type ?? "");
    if (isTown && sorted(key) !== sorted(right)) continue;
    if (best !== undefined && best.id !== name.id) return undefined;
    best = name;
  }
  return best;
}
