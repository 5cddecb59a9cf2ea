import { isDash } from "../grammar/clause-signs.ts";
import type { Passage } from "../grammar/passage.ts";
import type { Stretch } from "./attachment.ts";
import type { Cue } from "./cues.ts";
import { type Predicate, predicateOf } from "./predicates.ts";

/** "on 14 December, the day of the settlement," */
export function isItsDay({ keys, tags, tokens }: Passage, cue: Cue, { to }: Stretch): boolean {
  if (cue.how === "verb" || tags[to - 1] !== "time" || tokens[to]?.text !== ",") return false;
  // "In the first quarter of 2023, with the signing of the agreement, the war was over."
  if (keys[to + 1] === "with" && cue.start === to + 2) return true;
  if (cue.start !== to + 1) return false;
  return (
    /^(?:day|date|evening|morning|night)$/.test(keys[cue.start + 1] ?? "") && keys[cue.start + 2] === "of"
  );
}

/** "the 18 October truce", "October's clashes": right before the noun, with at most three words in between. */
export function isModifier({ tags, keys, tokens }: Passage, cue: Cue, { to }: Stretch): boolean {
  if (cue.how === "verb" || cue.how === "pronoun" || to > cue.from || cue.from - to > 4) return false;
  for (let i = to; i < cue.from; i++) {
    const isHyphen = tags[i] === "mark" && tokens[i]!.key === "-" && !tokens[i]!.spaced;
    if (tags[i] !== "word" && tags[i] !== "name" && !isHyphen && keys[i] !== "'s") return false;
  }
  return true;
}

/** "the Doha ceasefire is filed under its date, 19 October 2025". */
export function isItsDate({ keys, tags }: Passage, { from }: Stretch): boolean {
  let i = from - 1;
  while (tags[i] === "mark" || keys[i] === "of" || keys[i] === "is" || keys[i] === "was") i--;
  return /^(?:date|day)$/.test(keys[i] ?? "") && /^(?:its|their)$/.test(keys[i - 1] ?? "");
}

/** "Venue of the fisheries summit: Lindholt": a line of a fact sheet. */
export function isLabelled(passage: Passage, cue: Cue, { from }: Stretch): boolean {
  const { keys, tokens, tags } = passage;
  if (from !== cue.to + 1) return false;
  if (tokens[cue.to]?.text === ":" && keys[1] === "of" && cue.from <= 4) return true;
  // "The Marienau Convention: 26 May 2012": a line of a list.
  const follows = tokens[cue.to]?.text === ":" || isDash(passage, cue.to);
  return follows && cue.start === 0 && tags[from] === "time";
}

/** "19 October 2025 – The two sides agree a ceasefire": what stands before the dash or colon holds for the whole line. */
export function isHeading(
  passage: Passage,
  cue: Cue,
  predicates: readonly Predicate[],
  { from, to }: Stretch,
): boolean {
  const { tags, tokens } = passage;
  const first = tags.findIndex((tag) => tag !== "mark" && tag !== "prep");
  if (from > first + 6 || cue.from < to) return false;
  for (let i = 0; i < from; i++) if (tags[i] === "verb" || tags[i] === "aux") return false;
  let dash = to;
  while (dash < tokens.length && tags[dash] !== "mark") dash++;
  while (dash < tokens.length && tokens[dash]!.text === ",")
    for (dash++; dash < tokens.length && tags[dash] !== "mark"; dash++);
  if (dash >= tokens.length || dash > to + 6 || !(tokens[dash]!.text === ":" || isDash(passage, dash)))
    return false;
  // "10 October: second summit: photographs" is about the photographs.
  if (cue.from < dash || tokens[cue.to]?.text === ":") return false;
  return cue.how === "verb" || cue.governor === undefined
    ? isMainOfLine(passage, cue, predicates, dash)
    : false;
}

/** The line's first clause is about the cue: it has no verb, or its verb tells the event. */
function isMainOfLine(passage: Passage, cue: Cue, predicates: readonly Predicate[], dash: number): boolean {
  const clause = passage.clauses.at[dash + 1];
  if (clause === undefined || cue.clause !== clause) return false;
  const verb = predicateOf(passage, passage.clauses.all[clause]!);
  return verb === undefined || predicates.some((predicate) => predicate.verb === verb);
}

/** "the second in B on 3 May": the phrases right behind it. */
export function followsGap({ tags }: Passage, cue: Cue, { from }: Stretch): boolean {
  for (let i = cue.to; i < from; i++)
    if (!["prep", "det", "name", "time", "word"].includes(tags[i]!)) return false;
  return from >= cue.to;
}
