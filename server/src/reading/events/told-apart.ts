import { NAMESAKE, OTHER } from "../english/told-apart.ts";
import type { Passage } from "../grammar/passage.ts";
import { isCapitalized } from "../names/name-index.ts";
import type { Cue } from "./cues.ts";

/** Whether the noun phrase around tokens `from` to `to` says itself that another event of the kind is meant. */
export function isToldApart(
  passage: Passage,
  start: number,
  from: number,
  to: number,
  how: Cue["how"],
): boolean {
  if (isOther(passage, start, from, how)) return true;
  return how === "noun" && (isRestricted(passage, to) || isOfUnknown(passage, to));
}

/** "a third round", "another truce", "the Gaza ceasefire": words before the noun say that it is another one. */
function isOther({ keys, tags, tokens }: Passage, start: number, from: number, how: Cue["how"]): boolean {
  for (let i = start; i < from; i++) {
    if ((how === "noun" ? OTHER : NAMESAKE).has(keys[i]!)) return true;
    // "the Gaza ceasefire": a proper name that the knowledge base does not have.
    if (how === "noun" && tags[i] === "word" && i > 0 && isCapitalized(tokens[i]!.text) && i >= from - 2) {
      return true;
    }
  }
  return false;
}

/**
 * "the Treaty of Batum", "the First Battle of Arras": a proper name that the knowledge base does not have is never one
 * of its events. A capital alone ("the Agreement") may be a short form.
 */
export function isProperName({ tokens, tags, keys }: Passage, from: number, to: number): boolean {
  const last = tokens[to - 1]!;
  if (from === 0 || !isCapitalized(last.text)) return false;
  const follows =
    tags[to] === "prep" && isCapitalized(tokens[keys[to + 1] === "the" ? to + 2 : to + 1]?.text ?? "");
  const before = tokens[from - 1]!;
  return follows || (isCapitalized(before.text) && from > 1 && tags[from - 1] !== "det");
}

/** "the pact with Austria", "the withdrawal of troops from Iraq": told apart by a name that is not known. */
function isOfUnknown({ tokens, tags, keys }: Passage, to: number): boolean {
  if (tags[to] !== "prep" || keys[to] === "in" || keys[to] === "by") return false;
  for (let i = to; ["prep", "det", "name", "word", "number"].includes(tags[i]!); i++) {
    if (tags[i] === "prep" && /^(?:in|by|under|after|before|during|since|until)$/.test(keys[i]!))
      return false;
    if (tags[i] === "word" && isCapitalized(tokens[i]!.text)) return true;
  }
  return false;
}

/** "the talks that preceded it": a clause that says which ones are meant. */
function isRestricted({ keys, tags }: Passage, to: number): boolean {
  return keys[to] === "that" && (tags[to + 1] === "verb" || tags[to + 1] === "aux");
}
