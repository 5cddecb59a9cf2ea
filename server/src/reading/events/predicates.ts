import type { Event, Id } from "../../knowledge-base/knowledge.ts";
import { BE } from "../english/function-words.ts";
import { type Aspect, type Occurrence, occurrenceAt } from "../english/occurrence.ts";
import { ANEW } from "../english/told-apart.ts";
import { isParticiple, lastAuxiliary, takesObject } from "../grammar/clause-signs.ts";
import type { Clause } from "../grammar/clauses.ts";
import type { Passage } from "../grammar/passage.ts";
import { type Lexicon, phraseAt } from "../lexicon.ts";
import type { Cue } from "./cues.ts";

/** A clause in which an event stands so that what the clause says of time and place, it says of the event. */
export interface Predicate {
  readonly clause: number;
  /** The verb's token, or the form of "to be" where that is all. */
  readonly verb: number;
  readonly aspect: Aspect;
  /** Only of events of these types, or of these events. */
  readonly of?: ReadonlySet<string> | undefined;
  readonly events?: ReadonlySet<Id> | undefined;
}

/**
 * The clauses that tell that the event of a cue took place: it is the subject of "was signed" or "took place", the
 * object of "signed", or the verb itself. Clauses that say something else of it ("was criticised") are left out.
 */
export function predicatesOf(passage: Passage, cue: Cue, lexicon: Lexicon): Predicate[] {
  const predicates: Predicate[] = [];
  const own = passage.clauses.all[cue.clause]!;
  const tellsItself = cue.how === "verb" || passage.keys[cue.from + 1] === "so";
  if (tellsItself) return [{ clause: cue.clause, verb: cue.from, aspect: "whole" }];
  if (cue.governor === undefined) {
    const verb = predicateOf(passage, own);
    if (verb !== undefined && cue.to <= verb)
      add(predicates, asSubject(passage, lexicon, own, verb) ?? asInSource(passage, lexicon, own, verb, cue));
    else if (verb !== undefined) add(predicates, asObject(passage, lexicon, own, cue));
  }
  for (const clause of passage.clauses.all) {
    if (clause.id === cue.clause) continue;
    if (describes(passage, clause, cue))
      add(predicates, asSubject(passage, lexicon, clause, predicateOf(passage, clause)));
    else if (continues(passage, clause, own, cue, predicates)) {
      add(predicates, asSubject(passage, lexicon, clause, predicateOf(passage, clause)));
    }
  }
  return predicates;
}

function add(predicates: Predicate[], predicate: Predicate | undefined): void {
  if (predicate !== undefined) predicates.push(predicate);
}

/** A clause's first verb with its auxiliaries: the main verb, or the last auxiliary where there is none. */
export function predicateOf(passage: Passage, clause: Clause): number | undefined {
  const verb = clause.verbs[0];
  const auxiliary = clause.auxiliaries[0];
  if (verb === undefined) return auxiliary;
  if (auxiliary === undefined || lastAuxiliary(passage, verb) !== undefined || verb < auxiliary) return verb;
  return auxiliary;
}

function predicate(clause: Clause, verb: number, { aspect, of, events }: Telling): Predicate {
  return { clause: clause.id, verb, aspect, of, events };
}

/** Whether a predicate can tell of an event: "was agreed" of a truce, not of a sale. */
export function canTell({ of, events }: Predicate, event: Event): boolean {
  return (of === undefined || of.has(event.type)) && (events === undefined || events.has(event.id));
}

function asSubject(
  passage: Passage,
  lexicon: Lexicon,
  clause: Clause,
  verb: number | undefined,
): Predicate | undefined {
  if (verb === undefined) return undefined;
  if (passage.tags[verb] === "aux") {
    // "The ceasefire was on 19 October": nothing but a date or a place may follow.
    const next = passage.tags[verb + 1];
    const after = next === "prep" ? passage.tags[verb + 2] : next;
    const tells = BE.has(passage.keys[verb]!) && (after === "time" || (next === "prep" && after === "name"));
    return tells ? { clause: clause.id, verb, aspect: "whole" } : undefined;
  }
  const found = tellsOccurrence(passage, lexicon, verb);
  if (
    found === undefined ||
    ANEW.test(passage.keys[verb + found.length] ?? "") ||
    /^(?:through|down)$/.test(passage.keys[verb + found.length] ?? "")
  )
    return undefined;
  const passive = isPassive(passage, clause, verb);
  if (
    passive
      ? found.use === "subject"
      : found.use === "object" || !(found.transitive || endsThere(passage, verb + found.length))
  )
    return undefined;
  return predicate(clause, verb, found);
}

/** "The second ascent reached the ridge", in the very words in which its source tells it. */
function asInSource(
  { keys, tags }: Passage,
  { quotesOf }: Lexicon,
  clause: Clause,
  verb: number,
  { how, events }: Cue,
): Predicate | undefined {
  let to = verb + 1;
  while (to < verb + 6 && /^(?:det|word|name)$/.test(tags[to] ?? "")) to++;
  if (how !== "name" || tags[verb] !== "verb" || to === verb + 1) return undefined;
  const words = ` ${keys.slice(verb, to).join(" ")} `;
  const told = events.filter((event) => quotesOf(event).includes(words));
  return told.length === 0
    ? undefined
    : predicate(clause, verb, { aspect: "whole", use: "subject", length: 1, events: new Set(told) });
}

function asObject(passage: Passage, lexicon: Lexicon, clause: Clause, cue: Cue): Predicate | undefined {
  const verb = clause.verbs.findLast((v) => v < cue.start);
  if (verb === undefined || isPassive(passage, clause, verb)) return undefined;
  const found = tellsOccurrence(passage, lexicon, verb);
  if (found === undefined || (found.use === "subject" && !isInverted(passage, clause, verb)))
    return undefined;
  for (let i = verb + found.length; i < cue.start; i++) if (passage.tags[i] !== "adverb") return undefined;
  return predicate(clause, verb, found);
}

/** "On 6 February came the evacuation": no subject stands before the verb. */
function isInverted({ tags, clauses }: Passage, clause: Clause, verb: number): boolean {
  const before = tags[verb - 1];
  if (before !== "mark" && before !== "time") return false;
  return !tags.some((tag, i) => i < verb && clauses.at[i] === clause.id && tag === "pron");
}

/** A verb that tells an occurrence, and of which events it does. */
interface Telling extends Occurrence, Pick<Predicate, "of" | "events"> {
  readonly length: number;
}

/**
 * "signed", "took place"; "brokered", of a truce; "was chaired by A", but not "was financed by B"; a verb for the very
 * event ("was closed", of a closure).
 */
function tellsOccurrence({ keys }: Passage, lexicon: Lexicon, verb: number): Telling | undefined {
  // "presented to the council on 2 December": that may be long after it was published.
  if (/^(?:presented|submitted)$/.test(keys[verb]!) && keys[verb + 1] === "to") return undefined;
  const found = occurrenceAt(keys, verb);
  const ofTypes = phraseAt(lexicon.tellingVerbs, keys, verb);
  if (ofTypes !== undefined && ofTypes.length > (found?.length ?? 0))
    return { aspect: "whole", use: "object", of: new Set(ofTypes.values), length: ofTypes.length };
  if (found !== undefined) return found;
  const doing = phraseAt(lexicon.roleVerbs, keys, verb);
  if (doing?.values.some((role) => lexicon.makingRoles.has(role)))
    return { aspect: "whole", use: "object", length: doing.length };
  const told = phraseAt(lexicon.eventVerbs, keys, verb);
  const events = new Set(told?.values.flatMap((value) => value.events));
  return told && { aspect: "whole", use: "object", length: told.length, events };
}

/** Whether a verb's clause says something of a cue: the cue is its subject, or the noun that the clause describes. */
export function isSaidOf(passage: Passage, cue: Cue, verb: number): boolean {
  const clause = passage.clauses.all[passage.clauses.at[verb]!]!;
  if (predicateOf(passage, clause) !== verb) return false;
  if (clause.id === cue.clause) return cue.governor === undefined && cue.to <= verb;
  if (describes(passage, clause, cue)) return true;
  const own = passage.clauses.all[cue.clause]!;
  return continues(passage, clause, own, cue, []);
}

export function isPassive(passage: Passage, clause: Clause, verb: number): boolean {
  if (clause.kind === "parenthesis" && clause.verbs[0] === verb && verb === clause.from + 1) return true;
  if (clause.kind === "participial" && clause.verbs[0] === verb) return passage.tags[verb] === "verb";
  const auxiliary = lastAuxiliary(passage, verb);
  const tense = passage.verbs[verb]?.tense;
  if (auxiliary === undefined && tense !== "gerund" && sharesAuxiliary(passage, clause, verb)) return true;
  return (
    auxiliary !== undefined && BE.has(passage.keys[auxiliary]!) && tense !== "gerund" && tense !== "base"
  );
}

/** "was preceded by a summit and followed by a sitting": the form of "to be" holds for both verbs. */
function sharesAuxiliary(passage: Passage, clause: Clause, verb: number): boolean {
  if (clause.kind !== "coordinate" || clause.verbs[0] !== verb || clause.parent === undefined) return false;
  if (takesObject(passage.tags[verb + 1])) return false;
  // "was signed and took effect": no participle.
  if (!isParticiple(passage, verb)) return false;
  for (let i = clause.from + 1; i < verb; i++) if (passage.tags[i] !== "adverb") return false;
  const parent = passage.clauses.all[clause.parent]!;
  const [first] = parent.verbs;
  return first !== undefined && isPassive(passage, parent, first);
}

/** No object follows: the verb is intransitive here ("began on Monday", not "began a campaign" nor "came to nothing"). */
function endsThere({ tags, keys }: Passage, at: number): boolean {
  const tag = tags[at];
  if (tag === "prep") return !/^(?:to|into|for|of|as|against|with|off|out)$/.test(keys[at]!);
  return tag === undefined || ["time", "mark", "adverb", "conj"].includes(tag) || keys[at] === "that";
}

/** A relative or participial clause whose antecedent is the cue, with nothing but phrases in between. */
export function describes({ tags, keys, clauses }: Passage, clause: Clause, cue: Cue): boolean {
  if (isAside(clause, cue) || opens(clause, cue, keys)) return true;
  if (clause.kind !== "relative" && clause.kind !== "participial") return false;
  if (clause.from < cue.to || clause.parent !== cue.clause) return false;
  if (keys[clause.from] === "where" || keys[clause.from] === "when" || keys[clause.from] === "whose")
    return false;
  let commas = 0;
  for (let i = cue.to; i < clause.from; i++) {
    if (keys[i] === ",") commas++;
    if (tags[i] === "mark") continue;
    if (clauses.at[i] !== cue.clause && clauses.all[clauses.at[i]!]!.kind !== "parenthesis") return false;
    if (tags[i] === "verb" || tags[i] === "aux" || tags[i] === "modal") return false;
  }
  return commas <= 1 && !otherNounBetween(tags, keys, cue.to, clause.from);
}

/** "The act (signed 4 June 2019)", "the accord – signed on 4 December – runs to nine pages". */
function isAside(clause: Clause, cue: Cue): boolean {
  return clause.kind === "parenthesis" && clause.from === cue.to && clause.verbs[0] === clause.from + 1;
}

/** "Signed in the autumn of 2020, the ceasefire …": the participle at the head describes the subject after the comma. */
function opens(clause: Clause, cue: Cue, keys: readonly string[]): boolean {
  if (clause.kind !== "participial" || clause.from > cue.start || cue.governor !== undefined) return false;
  return keys[cue.start - 1] === "," && !keys.slice(clause.from, cue.start - 1).includes(",");
}

/** "the ceasefire of the brigade, which …": the nearer noun would be the antecedent, unless it is a name or a date in a phrase. */
function otherNounBetween(
  tags: readonly string[],
  keys: readonly string[],
  from: number,
  to: number,
): boolean {
  for (let i = from; i < to; i++)
    if ((tags[i] === "word" && keys[i] !== "'s") || /^(?:that|those|one)$/.test(keys[i]!)) return true;
  return false;
}

/** "was signed in Doha and took effect on …": a coordinate clause without a subject of its own goes on about the same event. */
function continues(
  passage: Passage,
  clause: Clause,
  own: Clause,
  cue: Cue,
  told: readonly Predicate[],
): boolean {
  if (clause.kind !== "coordinate" || clause.parent === undefined || clause.from < cue.to) return false;
  const parent = clause.parent;
  const about =
    parent === own.id
      ? cue.governor === undefined && isSubject(passage, own, cue)
      : told.some((p) => p.clause === parent);
  if (!about) return false;
  const verb = predicateOf(passage, clause);
  for (let i = clause.from + 1; i < (verb ?? 0); i++) {
    if (!["adverb", "neg", "aux", "modal"].includes(passage.tags[i]!)) return false;
  }
  return verb !== undefined;
}

function isSubject(passage: Passage, own: Clause, cue: Cue): boolean {
  const verb = predicateOf(passage, own);
  return verb !== undefined && cue.to <= verb;
}
