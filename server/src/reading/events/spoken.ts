import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import type { Span } from "../../text/span.ts";
import type { TimeMention } from "../../time/time.ts";
import type { Passage } from "../grammar/passage.ts";
import type { Scope } from "../grammar/scopes.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import type { Lexicon } from "../lexicon.ts";
import { tellingWordsOf } from "../telling-words.ts";
import { attachment, CLOSENESS, type Closeness, type Stretch } from "./attachment.ts";
import type { Cue } from "./cues.ts";
import { fillersOf } from "./fillers.ts";
import { type Part, partsOf, TAKING_UP } from "./parts.ts";
import { placesBefore, placesOf } from "./places.ts";
import type { Predicate } from "./predicates.ts";

interface Attached {
  /** Where it stands in the draft. */
  readonly span: Span;
  /** Why the draft does not simply state it, if so. */
  readonly scope: Scope | undefined;
}

/** A date that belongs to a cue. */
export interface AttachedTime extends Attached {
  readonly time: TimeMention;
  readonly closeness: Closeness;
  readonly predicate?: Predicate;
}

/** A place that belongs to a cue; `ids` is empty for a name that the knowledge base does not have. */
export interface AttachedPlace extends Attached {
  readonly ids: readonly Id[];
  /** For a capital that is known only as its country's metonym ("Ankara"): the country. */
  readonly capitalOf?: Id;
  /** "the town of Ostrand": unknown to us, but surely a town. */
  readonly isTown?: boolean;
  readonly predicate?: Predicate;
  readonly closeness: Closeness;
  /** "Port Elgar, where the conference met, …": the clause that puts the event there, not the place, is what is wrong. */
  readonly clauseSpan?: Span;
}

/** Somebody in a role of a cue's event. */
export interface AttachedFiller extends Attached {
  readonly ids: readonly Id[];
  readonly role: string;
  /** Other roles that the words can mean ("called by": who declared it, or organized it). */
  readonly otherRoles?: readonly string[];
}

/** A cue with all that its sentence, or its table's row, says of it. */
export interface Spoken {
  readonly cue: Cue;
  /** Where the cue stands in the draft. */
  readonly span: Span;
  readonly passage: Passage;
  readonly predicates: readonly Predicate[];
  /** Of a verb whose subject is a pronoun: the actor that it stands for. */
  readonly subject?: Id;
  /** All dates of the sentence, whatever they belong to. */
  readonly around: readonly TimeMention[];
  readonly times: readonly AttachedTime[];
  readonly places: readonly AttachedPlace[];
  readonly fillers: readonly AttachedFiller[];
}

const tellingEvents = tellingWordsOf(({ kinds, eventVerbs }: Lexicon) => [kinds, eventVerbs]);
/** Words that tell a kind of event, or an event by its verb. */
const CUE = wordClass(({ key }, lexicon) => tellingEvents(lexicon).has(key));

/** Whether a passage may have a cue; a pronoun is none where there is nothing that it can take up. */
export function mayBeSpoken(passage: Passage, canTakeUp: boolean): boolean {
  return (
    passage.eventNames.length > 0 || hasClass(passage, CUE) || (canTakeUp && hasClass(passage, TAKING_UP))
  );
}

/** The cues of a passage, each with the dates, places and people that its sentence gives to it and to no other. */
export function spokenOf(
  block: Block,
  passage: Passage,
  timeAt: (offset: number) => TimeMention | undefined,
  knowledge: Knowledge,
  lexicon: Lexicon,
): Spoken[] {
  const parts = partsOf(passage, lexicon);
  const times = timesOf(block, passage, timeAt);
  const places = placesOf(passage, knowledge);
  const fillers = fillersOf(passage, parts, lexicon);
  const before = (cue: Cue) => placesBefore(passage, cue, knowledge);
  const placed = <T extends Stretch>({ from, to, ...rest }: T) => ({
    ...rest,
    span: spanOf(block, passage, { from, to }),
    scope: passage.scopes[from],
  });
  return parts.map((part) => ({
    passage,
    ...part,
    around: times.map(({ time }) => time),
    span: spanOf(block, passage, part.cue),
    times: nearestOfClause(passage, owned(passage, parts, part, times)).map(placed),
    places: [...owned(passage, parts, part, places), ...before(part.cue)].map((place) => ({
      ...placed(place),
      ...whereClause(block, passage, place),
    })),
    fillers: fillers.filter(({ cue }) => cue === part.cue).map(placed),
  }));
}

/** The clause that says what happened at a place that its own clause speaks of as its subject or object. */
function whereClause(
  block: Block,
  passage: Passage,
  { from, closeness, predicate }: Stretch & Owned,
): { clauseSpan?: Span } {
  if (closeness !== "when" || predicate === undefined || passage.tags[from - 1] === "prep") return {};
  const { at, all } = passage.clauses;
  const start = all[predicate.clause]!.from;
  let end = start;
  while (at[end] === predicate.clause && passage.tags[end] !== "mark") end++;
  return { clauseSpan: spanOf(block, passage, { from: start, to: end }) };
}

/** Where tokens stand in the draft. */
export function spanOf(block: Block, { tokens }: Pick<Passage, "tokens">, { from, to }: Stretch): Span {
  const offset = block.span.start;
  return { start: offset + tokens[from]!.start, end: offset + tokens[to - 1]!.end };
}

/**
 * Of several dates after one verb only the nearest is the verb's own, with those that follow it directly ("on 3 May, two
 * days later"): the others belong to nouns in between.
 */
function nearestOfClause<T extends Stretch & Owned>(
  { tags, keys }: Passage,
  times: readonly T[],
): readonly T[] {
  const isAdjacent = (from: number, to: number) => {
    for (let i = from; i < to; i++)
      if (
        tags[i] !== "mark" &&
        tags[i] !== "prep" &&
        tags[i] !== "conj" &&
        tags[i] !== "det" &&
        !/^(?:that|is|not)$/.test(keys[i]!)
      )
        return false;
    return true;
  };
  return times.filter((time, k) => {
    const verb = time.predicate?.verb;
    if (verb === undefined || time.from < verb) return true;
    const before = times.slice(0, k).filter((other) => other.predicate?.verb === verb && other.from > verb);
    return before.length === 0 || isAdjacent(before.at(-1)!.to, time.from);
  });
}

/** How a stretch belongs to its cue. */
interface Owned {
  readonly closeness: Closeness;
  readonly predicate?: Predicate;
}

/** Of the stretches those that hang on this part more closely than on any other. */
function owned<T extends Stretch>(
  passage: Passage,
  parts: readonly Part[],
  part: Part,
  stretches: readonly T[],
): readonly (T & Owned)[] {
  if (passage.keys.includes("respectively")) return respective(parts, part, stretches);
  return stretches.flatMap((stretch) => {
    const own = rank(passage, part, stretch);
    if (own === undefined) return [];
    const rival = parts.some((other) => {
      if (other === part) return false;
      const theirs = rank(passage, other, stretch);
      return (
        theirs !== undefined &&
        (theirs.order < own.order || (theirs.order === own.order && nearer(other, part, stretch)))
      );
    });
    const { closeness, predicate } = own;
    return rival ? [] : [{ ...stretch, closeness, ...(predicate === undefined ? {} : { predicate }) }];
  });
}

/** "the signing and the entry into force, on 20 December and 1 March respectively": one each, in their order. */
function respective<T extends Stretch>(
  parts: readonly Part[],
  part: Part,
  stretches: readonly T[],
): readonly (T & Owned)[] {
  const nouns = parts.filter(({ cue }) => cue.how !== "verb");
  const own = nouns.length === stretches.length ? stretches[nouns.indexOf(part)] : undefined;
  return own === undefined ? [] : [{ ...own, closeness: "phrase" as const }];
}

function rank(passage: Passage, { cue, predicates }: Part, stretch: Stretch) {
  const found = attachment(passage, cue, predicates, stretch);
  return found && { ...found, order: CLOSENESS.indexOf(found.closeness) };
}

/** Of two that claim a stretch alike, a noun beats the verb that stands with it, and else the nearer one has it. */
function nearer(a: Part, b: Part, stretch: Stretch): boolean {
  const verbs = (part: Part) => (part.cue.how === "verb" ? 1 : 0);
  if (verbs(a) !== verbs(b)) return verbs(a) < verbs(b);
  const distance = ({ cue }: Part) =>
    cue.to <= stretch.from ? stretch.from - cue.to : cue.from - stretch.to;
  return distance(a) < distance(b);
}

function timesOf(block: Block, { times }: Passage, timeAt: (offset: number) => TimeMention | undefined) {
  return times.flatMap(({ from, to, expression }) => {
    const time = timeAt(block.span.start + expression.span.start);
    return time === undefined ? [] : [{ from, to, time }];
  });
}
