import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import type { Block } from "../../text/draft.ts";
import type { Span } from "../../text/span.ts";
import type { TimeMention } from "../../time/time.ts";
import type { Passage } from "../grammar/passage.ts";
import type { Scope } from "../grammar/scopes.ts";
import { hasClass, wordClass } from "../grammar/word-classes.ts";
import type { Lexicon } from "../lexicon.ts";
import { attachment, CLOSENESS, type Closeness, type Stretch } from "./attachment.ts";
import type { Cue } from "./cues.ts";
import { fillersOf } from "./fillers.ts";
import { type Part, partsOf } from "./parts.ts";
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
  readonly predicate?: Predicate | undefined;
}

/** A place that belongs to a cue; `ids` is empty for a name that the knowledge base does not have. */
export interface AttachedPlace extends Attached {
  readonly ids: readonly Id[];
  /** For a capital that is known only as its country's metonym ("Ankara"): the country. */
  readonly capitalOf?: Id;
  /** "the town of Ostrand": unknown to us, but surely a town. */
  readonly isTown?: boolean;
  readonly predicate?: Predicate | undefined;
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

/** The cues of a passage, each with the dates, places and people that its sentence gives to it and to no other. */
export function spokenOf(
  block: Block,
  passage: Passage,
  timeAt: (offset: number) => TimeMention | undefined,
  knowledge: Knowledge,
  lexicon: Lexicon,
): Spoken[] {
  const parts = partsOf(passage, lexicon);
  if (parts.length === 0) return [];
  const times = timesOf(block, passage, timeAt);
  const ownTimes = owned(passage, parts, times);
  const ownPlaces = owned(passage, parts, placesOf(passage, knowledge));
  const around = times.map(({ time }) => time);
  const fillers = fillersOf(passage, parts, lexicon);
  const before = (cue: Cue) => placesBefore(passage, cue, knowledge);
  const placed = <T extends Stretch>(stretch: T) => ({
    span: spanOf(block, passage, stretch),
    scope: passage.scopes[stretch.from],
    ...stretch,
  });
  return parts.map((part, k) => ({
    passage,
    cue: part.cue,
    predicates: part.predicates,
    around,
    span: spanOf(block, passage, part.cue),
    times: nearestOfClause(passage, ownTimes[k]!).map(placed),
    places: [...ownPlaces[k]!, ...before(part.cue)].map((place) => {
      const clauseSpan = whereClause(block, passage, place);
      return clauseSpan === undefined ? placed(place) : { clauseSpan, ...placed(place) };
    }),
    fillers: fillers.filter(({ cue }) => cue === part.cue).map(placed),
  }));
}

/** The clause that says what happened at a place that its own clause speaks of as its subject or object. */
function whereClause(
  block: Block,
  passage: Passage,
  { from, closeness, predicate }: Stretch & Owned,
): Span | undefined {
  if (closeness !== "when" || predicate === undefined || passage.tags[from - 1] === "prep") return undefined;
  const { at, all } = passage.clauses;
  const start = all[predicate.clause]!.from;
  let end = start;
  while (at[end] === predicate.clause && passage.tags[end] !== "mark") end++;
  return spanOf(block, passage, { from: start, to: end });
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
  readonly predicate?: Predicate | undefined;
}

/** For each part the stretches that hang on it more closely than on any other. */
function owned<T extends Stretch>(
  passage: Passage,
  parts: readonly Part[],
  stretches: readonly T[],
): readonly (readonly (T & Owned)[])[] {
  if (stretches.length === 0) return parts.map(() => NONE);
  if (hasClass(passage, RESPECTIVELY)) return parts.map((part) => respective(parts, part, stretches));
  const own = parts.map((): (T & Owned)[] => []);
  for (const stretch of stretches) {
    const ranks = parts.map((part) => rank(passage, part, stretch));
    const closest = Math.min(...ranks.map((found) => found?.order ?? Infinity));
    for (const [k, part] of parts.entries()) {
      const found = ranks[k];
      if (found === undefined || found.order > closest) continue;
      const isRival = (other: Part, i: number) =>
        other !== part && ranks[i]?.order === closest && nearer(other, part, stretch);
      if (parts.some(isRival)) continue;
      const { closeness, predicate } = found;
      own[k]!.push({ closeness, predicate, ...stretch });
    }
  }
  return own;
}

const NONE: readonly never[] = [];
const RESPECTIVELY = wordClass(({ key }) => key === "respectively");

/** "the signing and the entry into force, on 20 December and 1 March respectively": one each, in their order. */
function respective<T extends Stretch>(
  parts: readonly Part[],
  part: Part,
  stretches: readonly T[],
): readonly (T & Owned)[] {
  const nouns = parts.filter(({ cue }) => cue.how !== "verb");
  const own = nouns.length === stretches.length ? stretches[nouns.indexOf(part)] : undefined;
  return own === undefined ? [] : [{ closeness: "phrase", ...own }];
}

function rank(passage: Passage, { cue, predicates }: Part, stretch: Stretch) {
  const found = attachment(passage, cue, predicates, stretch);
  return found && { order: CLOSENESS.indexOf(found.closeness), ...found };
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
