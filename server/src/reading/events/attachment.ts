import { AT } from "../english/places.ts";
import type { Passage } from "../grammar/passage.ts";
import type { Tag } from "../grammar/tags.ts";
import { isCapitalized } from "../names/name-index.ts";
import { followsGap, isHeading, isItsDate, isItsDay, isLabelled, isModifier } from "./beside.ts";
import type { Cue } from "./cues.ts";
import { describes, type Predicate, predicateOf } from "./predicates.ts";

/** A stretch of tokens: a date, a place, a name. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How closely a date or a place hangs on a cue; the first is the closest. */
export const CLOSENESS = ["modifier", "phrase", "predicate", "when", "heading"] as const;
export type Closeness = (typeof CLOSENESS)[number];

/** How a stretch belongs to a cue, undefined where it does not. `predicate` tells which clause said so. */
export function attachment(
  passage: Passage,
  cue: Cue,
  predicates: readonly Predicate[],
  stretch: Stretch,
): { closeness: Closeness; predicate?: Predicate } | undefined {
  if (stretch.to > cue.from && stretch.from < cue.to) return undefined;
  if (isOfAnother(passage, cue, stretch)) return undefined;
  if (cue.gapped) return followsGap(passage, cue, stretch) ? { closeness: "phrase" } : undefined;
  if (isModifier(passage, cue, stretch)) return { closeness: "modifier" };
  if (isItsDay(passage, cue, stretch)) return { closeness: "phrase" };
  const follows = cue.how === "verb" ? undefined : phraseAfter(passage, cue, stretch);
  if (follows === "sure") return { closeness: "phrase" };
  if (cue.how !== "verb" && isItsDate(passage, stretch)) return { closeness: "phrase" };
  if (cue.how === "name" && isLabelled(passage, cue, stretch)) return { closeness: "phrase" };
  const inForce = inForceAt(passage, cue, stretch);
  if (inForce !== undefined) return { closeness: "predicate", predicate: inForce };
  const predicate = predicates.find((p) => inPredicate(passage, p, stretch));
  if (predicate !== undefined) return { closeness: "predicate", predicate };
  const when = predicates.find((p) => whenClause(passage, p, stretch));
  if (when !== undefined) return { closeness: "when", predicate: when };
  if (follows === "open" && mayTakePhrase(passage, cue, stretch)) return { closeness: "phrase" };
  if (isHeading(passage, cue, predicates, stretch)) return { closeness: "heading" };
  return undefined;
}

/** "the one of 1994", "those at St Andrews": another event of the kind. */
function isOfAnother({ keys, tags }: Passage, cue: Cue, { from }: Stretch): boolean {
  // "passed the Social Security Act of 1965": the year tells which act.
  if (cue.how === "verb" && keys[from - 1] === "of" && tags[from - 2] === "name") return true;
  // ", that of 9 September": in apposition it is the same one.
  if (keys[from - 3] === ",") return false;
  return tags[from - 1] === "prep" && /^(?:one|ones|those|that)$/.test(keys[from - 2] ?? "");
}

/**
 * "the truce of 18 October", "the talks in Istanbul in October", "the truce (18 October)": after the noun, with only
 * phrases in between. "in" and "on" may also belong to the verb: then the answer is "open".
 */
function phraseAfter(passage: Passage, cue: Cue, { from }: Stretch): "sure" | "open" | undefined {
  const { tags, keys, tokens } = passage;
  if (from < cue.to) return undefined;
  let i = cue.to;
  let preposition: string | undefined;
  let bracketed = false;
  for (; i < from; i++) {
    const tag = tags[i]!;
    if (tag === "prep") preposition = keys[i]!;
    else if (tag === "mark" && (tokens[i]!.text === "(" || (tokens[i]!.text === "," && i === cue.to)))
      bracketed = true;
    // "the protest of the year, that of 9 September"
    else if (tokens[i]!.text === "," && /^(?:that|those)$/.test(keys[i + 1] ?? "") && keys[i + 2] === "of") {
      bracketed = true;
      i++;
    }
    // "the ceremony (Mount Varr, 8 July 2013)"
    else if (tokens[i]!.text === "," && tokens[cue.to]!.text === "(") preposition = undefined;
    else if (tag === "mark" && tokens[i]!.text === "-" && !tokens[i]!.spaced) continue;
    else if (
      tag !== "det" &&
      tag !== "name" &&
      tag !== "word" &&
      tag !== "time" &&
      keys[i] !== "and" &&
      keys[i] !== "dated"
    )
      return undefined;
    // "the talks of May and the agreement of 14 February": the nearer noun has it.
    if (keys[i] === "and" && (tags[i + 1] === "det" || tags[i + 1] === "word")) return undefined;
    if (keys[i] === "dated") preposition = "of";
    if (
      (tag === "word" || tag === "det") &&
      preposition === undefined &&
      keys[i] !== "'s" &&
      keys[i] !== "dated"
    )
      return undefined;
  }
  // "an armistice with a new government in Germany": where the government is, not the armistice.
  if (tags[from] === "name" && tags[from - 1] === "prep" && tags[from - 2] === "word" && from - 1 > cue.to)
    return undefined;
  if (preposition === "of" && keys[from - 1] === "of") return "sure";
  // "after the storm, on 6 February, came …": the aside tells the day after, not the storm's.
  const aside =
    tokens[cue.to]?.text === "(" ||
    cue.governor === undefined ||
    /^(?:with|in|at|during|on)$/.test(cue.governor);
  if (bracketed && aside && closesAfter(passage, from)) return "sure";
  if (preposition === undefined) return from === cue.to || bracketed ? "open" : undefined;
  return ["of", "in", "on", "at", "from", "during", "near", "outside"].includes(preposition)
    ? "open"
    : undefined;
}

/** A bracket or comma follows within a few words: the stretch is an aside to the noun. */
function closesAfter({ tags, tokens }: Passage, from: number): boolean {
  for (let i = from; i < tokens.length && i < from + 8; i++) {
    if (tags[i] === "mark" && /^[),]$/.test(tokens[i]!.text)) return true;
    if (tags[i] !== "time" && tags[i] !== "name" && tags[i] !== "prep" && tags[i] !== "word") return false;
  }
  return false;
}

/** No other verb claims the phrase: the noun is its clause's subject, or the clause has no verb at all. */
function mayTakePhrase(passage: Passage, cue: Cue, { from }: Stretch): boolean {
  // "… was signed on 4 December, and the accord on the 9th": the verb is left out.
  if (passage.tags[cue.start - 1] === "conj" && from <= cue.to + 1 && passage.tags[cue.to] === "prep")
    return true;
  // "spoke at the ceremony on 18 June": whoever was there was there at its time.
  if (
    /^(?:at|during|by|through)$/.test(cue.governor ?? "") &&
    from === cue.to + 1 &&
    passage.tags[from] === "time"
  )
    return true;
  const clause = passage.clauses.all[cue.clause]!;
  const verb = predicateOf(passage, clause);
  if (verb === undefined)
    return cue.governor === undefined || /^(?:with|in|at|during|on|for)$/.test(cue.governor);
  // "The host of the conference in B was …": before the verb, right after the noun.
  const isNext = cue.governor === "of" && from === cue.to + 1 && passage.tags[cue.to] === "prep";
  if (cue.to <= verb) return cue.governor === undefined || isNext;
  // "Speaking in A, she welcomed the founding of the council in B": where she was has been said.
  return (
    cue.how === "name" &&
    cue.governor === undefined &&
    from === cue.to + 1 &&
    isPlacedBefore(passage, cue.start)
  );
}

function isPlacedBefore({ names, keys }: Passage, before: number): boolean {
  return names.some(({ from, to }) => to <= before && AT.has(keys[from - 1] ?? ""));
}

/** "in force from 24 August, the truce", "the act, in force since May": the day from which it held. */
function inForceAt(passage: Passage, cue: Cue, { from }: Stretch): Predicate | undefined {
  const { keys, clauses } = passage;
  if (!/^(?:from|since|as|of|on)$/.test(keys[from - 1] ?? "")) return undefined;
  const force = keys[from - 2] === "as" ? from - 3 : from - 2;
  if (!/^(?:force|effect)$/.test(keys[force] ?? "") || !/^(?:in|with)$/.test(keys[force - 1]!))
    return undefined;
  const clause = clauses.all[clauses.at[from]!]!;
  if (cue.how === "verb" || (clause.id !== cue.clause && !describes(passage, clause, cue))) return undefined;
  return { clause: clause.id, verb: force, aspect: "inForce" };
}

function inPredicate(passage: Passage, predicate: Predicate, { from }: Stretch): boolean {
  const { clauses, tags } = passage;
  if (from < predicate.verb && hangsOnNoun(passage, from)) return false;
  if (clauses.at[from] !== predicate.clause) return false;
  for (let i = Math.min(from, predicate.verb) + 1; i < Math.max(from, predicate.verb); i++) {
    if (clauses.at[i] === predicate.clause && tags[i] === "verb") return false;
    if (startsOtherThing(passage, i, from)) return false;
    // "took place before the collapse of the stand at the ground": that is where it collapsed.
    const isOther = tags[from] === "name" && /^(?:before|after|following|until)$/.test(passage.keys[i]!);
    if (isOther && tags[i] === "prep" && tags[i + 1] !== "time" && i < from - 1) return false;
    // "came to nothing, and in B, in October, others began": the phrase opens what follows.
    const opens = tags[i] === "conj" && passage.keys[i - 1] === "," && tags[i + 1] === "prep";
    if (opens && tags.some((tag, at) => at > from && tag === "verb")) return false;
  }
  return true;
}

/** "After the victory at Saratoga, France signed …": before the verb a phrase may belong to the noun that it follows. */
function hangsOnNoun({ tags, tokens }: Passage, from: number): boolean {
  let i = from - 1;
  while (tags[i] === "det" || tags[i] === "word") i--;
  // "At Hillsborough Castle in September 2004 the talks …": place and time set the scene.
  const isScene =
    tags[from] === "time" && tags.slice(1, i).every((tag, k) => isNamed(tag, tokens[k + 1]!.text));
  if (isScene && tags[0] === "prep") return false;
  return tags[i] === "prep" && (tags[i - 1] === "word" || tags[i - 1] === "name");
}

function isNamed(tag: Tag, text: string): boolean {
  return tag === "name" || tag === "det" || (tag === "word" && isCapitalized(text));
}

/** "hosted the talks in A and those in B", "… and the founding of C in D": after "and" a noun with a phrase of its own. */
function startsOtherThing({ tags, keys }: Passage, conjunction: number, end: number): boolean {
  const gapped = keys[conjunction] === "," && tags[conjunction + 1] === "det";
  if (tags[conjunction] !== "conj" && !gapped) return false;
  let i = conjunction + 1;
  if (/^(?:those|that|one)$/.test(keys[i] ?? "")) return true;
  // "signed the accord and, in 2018, the charter"
  if (keys[i] === "," && i < end) return true;
  const inPhrase = () =>
    tags[i] === "det" || tags[i] === "word" || tags[i] === "adverb" || tags[i] === "number";
  if (!inPhrase()) return false;
  while (i < end && inPhrase()) i++;
  return i < end && tags[i] === "prep";
}

/** "in August 2021, when the Taliban returned", "It was on 19 October that they signed", "in Doha, where they met". */
function whenClause({ clauses, keys, tags }: Passage, predicate: Predicate, { from, to }: Stretch): boolean {
  const clause = clauses.all[predicate.clause]!;
  if (clause.from < to) return false;
  const gap = keys[to] === "," ? clause.from - to - 1 : clause.from - to;
  const opener = keys[clause.from];
  if (gap !== 0 || (opener !== "when" && opener !== "where" && opener !== "that")) return false;
  if (opener !== "that") return true;
  const parent = clauses.all[clause.parent ?? 0]!;
  const head = tags.findIndex((tag, i) => i >= parent.from && tag !== "mark");
  return keys[head] === "it" && tags[from - 1] === "prep";
}
