import type { Passage } from "../grammar/passage.ts";
import type { Quantity } from "../numbers/quantity.ts";

/** A quantity with the part of its sentence that speaks of it. */
export interface Segment {
  readonly quantity: Quantity;
  readonly from: number;
  readonly to: number;
  /** The nouns right behind the number, as token indices: "157 sweeping recommendations". */
  readonly nouns: readonly number[];
}

/**
 * Parts a sentence between its quantities, at the first sign of a new part behind each: "turnout was 71 percent; the yes
 * vote, at 63.4 percent, …". A number with no such sign before the next has the words up to itself.
 */
export function segmentsOf(passage: Passage, quantities: readonly Quantity[]): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const [k, quantity] of quantities.entries()) {
    const next = quantities[k + 1];
    const nouns = nounsAfter(passage, quantity);
    const end = Math.max(quantity.to, (nouns.at(-1) ?? -1) + 1);
    const to = next === undefined ? passage.tokens.length : boundary(passage, end, next.from);
    segments.push({ quantity, from, to, nouns });
    from = to;
  }
  return segments;
}

/** Semicolons and linking words, then commas; else right behind the quantity. */
function boundary({ keys, tags }: Passage, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const links =
      tags[i] === "conj" || /^(?:while|whereas|although|though|compared|with|to|-)$/.test(keys[i]!);
    if (keys[i] === ";" || keys[i] === "," || keys[i] === ":" || (links && i > from - 1)) return i;
  }
  return from;
}

function nounsAfter({ tags, keys, tokens }: Passage, { afterNumber, unit }: Quantity): number[] {
  const nouns: number[] = [];
  if (unit.kind !== "none") return nouns;
  for (let i = afterNumber; i < afterNumber + 5 && i < tokens.length; i++) {
    if (keys[i] === "-" && nouns.length > 0) continue;
    const isNoun =
      tags[i] === "word" ||
      (tags[i] === "ing" && nouns.length === 0) ||
      (tags[i] === "verb" && i === afterNumber && tags[i + 1] === "word");
    if (!isNoun || keys[i] === "'s" || tokens[i]!.kind !== "word") break;
    nouns.push(i);
  }
  return nouns;
}
