import type { Entity, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import type { Span } from "../../text/span.ts";
import { overlaps } from "../../text/span.ts";
import { tokenize } from "../../text/tokens.ts";
import type { Reading } from "../reading.ts";
import { acronymOf } from "./definitions.ts";
import { isInitialism } from "./spelling.ts";

/** An acronym with two of its letters in each other's place. */
export interface Transposed {
  readonly span: Span;
  readonly owner: Entity;
  /** The right one. */
  readonly instead: string;
}

/**
 * Acronyms that nobody has, two neighbouring letters away from that of a body that the draft has named in full: "the HFN
 * said", of the National … Only once in a draft, where nothing in it could be its long form: else another body is meant.
 * Linear in the draft.
 */
export function transposedAcronyms(reading: Reading, knowledge: Knowledge): Transposed[] {
  const slips = slipsOf(reading, knowledge);
  if (slips.size === 0) return [];
  const found = new Map<string, Span[]>();
  // What stands elsewhere counts as a use as well, and is none to be mended.
  for (const { text, span, isPlain } of reading.acronyms)
    if (slips.has(text)) found.set(text, [...(found.get(text) ?? []), ...(isPlain ? [span] : [span, span])]);
  return [...found].flatMap(([text, [span, ...others]]) => {
    const { owner, right } = slips.get(text)!;
    if (others.length > 0 || reading.draft.blocks.some((block) => hasLongForm(block, text))) return [];
    const isNamed = [...reading.entities, ...reading.events].some((mention) => overlaps(mention.span, span!));
    return isNamed ? [] : [{ span: span!, owner, instead: right }];
  });
}

interface Slip {
  readonly owner: Entity;
  readonly right: string;
}

/** Each acronym with two letters changed over, of the bodies named in full; none that is anybody's, or that two could have. */
function slipsOf({ entities, statements }: Reading, knowledge: Knowledge): ReadonlyMap<string, Slip> {
  const named = new Set(
    entities.flatMap(({ ids, form }) => (form === "name" && ids.length === 1 ? [ids[0]!] : [])),
  );
  const slips = new Map<string, Slip | undefined>();
  for (const id of named) {
    const owner = knowledge.entities.get(id);
    if (owner === undefined || !/^(?:organization|group)$/.test(owner.type)) continue;
    for (const right of owner.abbreviations)
      for (const text of swaps(right)) slips.set(text, slips.has(text) ? undefined : { owner, right });
  }
  if (slips.size === 0) return new Map();
  for (const { abbreviations, name, aliases } of [
    ...knowledge.entities.values(),
    ...knowledge.events.values(),
  ])
    for (const known of [...abbreviations, name, ...aliases]) slips.delete(known.replaceAll(".", ""));
  for (const statement of statements) if (statement.kind === "acronym") slips.delete(statement.short);
  return new Map([...slips].flatMap(([text, slip]) => (slip === undefined ? [] : [[text, slip] as const])));
}

/** At least three capitals: of two, either order is an acronym. */
function swaps(right: string): string[] {
  if (!/^\p{Lu}{3,6}$/u.test(right)) return [];
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
