import type { Event, Id, Knowledge } from "../knowledge-base/knowledge.ts";
import { questionsOf } from "../knowledge-base/questions.ts";
import { agrees } from "../time/compare.ts";
import type { TimeMention } from "../time/time.ts";
import type { Cue } from "./cues.ts";
import { meanings } from "./english/kinds.ts";
import { type Lexicon, lexiconOf } from "./lexicon.ts";
import type { AttachedPlace, Link, Slot, Spoken } from "./linked.ts";
import type { Anchor } from "./reading.ts";
import { isSameSide, roleIn } from "./roles.ts";

/** How much each anchor counts. A link needs `ENOUGH` without the part under test: a name, or the kind and something telling. */
const WEIGHT = {
  name: 3,
  kind: 1,
  about: 2,
  place: 2,
  participant: 1,
  date: 2,
  year: 1,
  earlier: 2,
} as const;
const ENOUGH = 3;
/** Kinds that recur, so that a date far from the known one may mean another of them. */
const FAR = 45;

interface Score {
  readonly event: Event;
  readonly anchors: readonly Anchor[];
  /** Points without those of the slots below. */
  readonly base: number;
  readonly points: Readonly<Record<Slot, number>>;
  readonly conflicts: readonly Slot[];
}

/** What has been spoken of so far, for "the truce" and "it". */
export interface Memory {
  /** Events linked so far, the latest last. */
  readonly recent: { readonly event: Id; readonly type: string }[];
  /** What "it" takes up: the one event of the sentence before in the same paragraph, or the one noun for its kind. */
  before: { readonly event?: Id; readonly types: readonly string[] } | undefined;
}

/**
 * The known event that a cue speaks of, or undefined where none fits or two do. Each part that the sentence
 * contradicts must be carried by two other anchors, of which it is not one itself (design.md, invariant 2).
 */
export function link(spoken: Spoken, knowledge: Knowledge, memory: Memory): Link | undefined {
  const lexicon = lexiconOf(knowledge);
  const scores = candidates(spoken.cue, knowledge, memory).map((event) =>
    score(event, spoken, knowledge, lexicon, memory),
  );
  const fits = scores.filter((s) => s.conflicts.length === 0 && total(s) >= needed(spoken.cue));
  if (fits.length > 0) return linkTo(best(fits, total), []);
  if (isAnothersDate(spoken, scores, knowledge)) return undefined;
  const tested = (["date", "place", "participant"] as const).flatMap((slot) => {
    const found = best(
      scores.filter((s) => s.conflicts.includes(slot) && carries(s, slot, spoken)),
      (s) => without(s, slot),
    );
    return found === undefined ? [] : [{ slot, found }];
  });
  const event = tested[0]?.found.event;
  if (event === undefined || tested.some(({ found }) => found.event !== event)) return undefined;
  // Another event of the kind that nothing speaks against is as likely meant, though too little speaks for it.
  if (spoken.cue.how !== "name" && scores.some((s) => s.conflicts.length === 0 && total(s) > WEIGHT.kind))
    return undefined;
  return linkTo(
    tested[0]!.found,
    tested.map(({ slot }) => slot),
  );
}

/** "the Ulver drilling of 11 to 14 January", where another drilling has just that date: then the name may be what is wrong. */
function isAnothersDate(spoken: Spoken, scores: readonly Score[], knowledge: Knowledge): boolean {
  const [only] = scores;
  if (only === undefined || !only.conflicts.includes("date")) return false;
  const mentioned = new Set(spoken.passage.eventNames.flatMap(({ names }) => names.map(({ id }) => id)));
  return questionsOf(knowledge)
    .eventsOfType(only.event.type)
    .some(
      (other) => other !== only.event && !mentioned.has(other.id) && datePoints(other, spoken) >= WEIGHT.date,
    );
}

function linkTo(found: Score | undefined, tested: readonly Slot[]): Link | undefined {
  return found && { event: found.event.id, anchors: found.anchors, tested };
}

/** Another one of its kind must show by everything else that it is this one after all. */
function needed(cue: Cue): number {
  return cue.other && cue.how !== "name" ? ENOUGH + 2 : ENOUGH;
}

/** Whether the other anchors carry the event while `slot` is under test. */
function carries(s: Score, slot: Slot, spoken: Spoken): boolean {
  if (spoken.cue.other && spoken.cue.how === "noun") return false;
  const rest = without(s, slot);
  const others = s.conflicts.filter((conflict) => conflict !== slot).length;
  if (rest < ENOUGH + others) return false;
  if (slot === "place" && !placeCanBeWrong(s, spoken)) return false;
  if (slot !== "date") return true;
  return rest >= ENOUGH + 2 || !mayBeAnother(s, spoken);
}

/**
 * "the ceasefire in Gaza" tells which ceasefire is meant, unless its date or its parties tell otherwise; and a place
 * that we do not know may be a part of the known one, unless the date is right to the day.
 */
function placeCanBeWrong({ points, anchors }: Score, { cue, places }: Spoken): boolean {
  const telling = points.date >= WEIGHT.date || points.participant >= 2;
  const isNamed = anchors.includes("name") || anchors.includes("about");
  if (
    places.some(({ ids, capitalOf }) => ids.length === 0 && capitalOf === undefined) &&
    points.date < WEIGHT.date
  )
    return false;
  const identifies =
    cue.how === "noun" && places.some(({ closeness }) => closeness === "phrase" || closeness === "modifier");
  return isNamed || !identifies || telling;
}

/** A date so far off that another event of the kind is as likely: the writer may know one that we do not. */
function mayBeAnother({ event, anchors }: Score, { cue, times }: Spoken): boolean {
  const known = event.date;
  if (known === undefined) return true;
  const unique =
    anchors.includes("about") ||
    (anchors.includes("name") && cue.determiner === "definite" && !isRecurring(cue, event));
  return times.some(({ time }) => {
    if (time.value === undefined || agrees(time, known) !== "no") return false;
    const gap = Math.max(time.value.start - known.end, known.start - time.value.end);
    if (gap <= FAR || unique) return false;
    if (cue.how === "noun" && cue.determiner === "indefinite") return gap > 10;
    return differingParts(time, known.edtf) > 1;
  });
}

/** Events told apart by place and date alone, such as talks: nearly all of them. */
function isRecurring(cue: Cue, event: Event): boolean {
  return event.about.length === 0 && cue.how !== "verb";
}

/** How many of year, month and day differ between what is stated and the start of what is known: one looks like a slip. */
function differingParts({ stated }: TimeMention, edtf: string): number {
  const [year, month, day] = edtf
    .replace(/^\.\.\//, "")
    .split(/[-/~?%]/)
    .map(Number);
  let differing = 0;
  if (stated.year !== undefined && stated.year !== year) differing++;
  if (stated.month !== undefined && month !== undefined && stated.month !== month) differing++;
  if (stated.day !== undefined && day !== undefined && stated.day !== day) differing++;
  return differing;
}

function total({ base, points }: Score): number {
  return base + points.date + points.place + points.participant;
}

/** The points of all but the part under test; of several participants only the wrong one is under test. */
function without(s: Score, slot: Slot): number {
  return slot === "participant" ? total(s) : total(s) - s.points[slot];
}

/** The highest, if no other event is as high. */
function best(scores: readonly Score[], by: (s: Score) => number): Score | undefined {
  let top: Score | undefined;
  let tied = false;
  for (const s of scores) {
    if (top === undefined || by(s) > by(top)) [top, tied] = [s, false];
    else if (by(s) === by(top)) tied = true;
  }
  return tied ? undefined : top;
}

function candidates(cue: Cue, knowledge: Knowledge, memory: Memory): Event[] {
  const ids = new Set<Id>(cue.events);
  if (cue.how === "pronoun" && memory.before?.event !== undefined) ids.add(memory.before.event);
  const types = cue.how === "pronoun" && ids.size === 0 ? (memory.before?.types ?? []) : cue.types;
  if (types.length > 0) {
    const questions = questionsOf(knowledge);
    for (const type of new Set(types.flatMap(meanings))) {
      for (const { id } of questions.eventsOfType(type)) ids.add(id);
    }
  }
  return [...ids].flatMap((id) => knowledge.events.get(id) ?? []);
}

function score(event: Event, spoken: Spoken, knowledge: Knowledge, lexicon: Lexicon, memory: Memory): Score {
  const { cue } = spoken;
  const anchors: Anchor[] = [];
  const conflicts: Slot[] = [];
  let base = 0;
  const count = (anchor: Anchor, points: number) => {
    anchors.push(anchor);
    return points;
  };
  if (cue.how === "name") base += count("name", WEIGHT.name);
  else base += count("kind", WEIGHT.kind);
  if (cue.how !== "name" && speaksOfSubject(event, spoken, lexicon)) base += count("about", WEIGHT.about);
  if (isTakenUp(event, spoken, memory)) base += count("earlier", WEIGHT.earlier);
  const date = datePoints(event, spoken);
  if (date > 0) count("date", date);
  if (date < 0) conflicts.push("date");
  const place = placePoints(event, spoken, knowledge);
  if (place > 0) count("place", place);
  if (place < 0) conflicts.push("place");
  const participant = participantPoints(event, spoken, knowledge);
  if (participant.points > 0) count("participant", participant.points);
  if (participant.conflict) conflicts.push("participant");
  return {
    event,
    anchors,
    base,
    points: { date: Math.max(0, date), place: Math.max(0, place), participant: participant.points },
    conflicts,
  };
}

/** "the drawing of the Durand Line": an actor, or for a verb another word, of the event's own names stands in the clause. */
function speaksOfSubject(event: Event, { cue, passage }: Spoken, lexicon: Lexicon): boolean {
  const named = lexicon.named.get(event.id) ?? [];
  const places = new Set(event.place);
  const isHere = (at: number) => passage.clauses.at[at] === cue.clause || isAntecedent(passage, cue, at);
  const byName = passage.names.some(
    ({ from, names }) =>
      isHere(from) &&
      names.some(
        ({ id, form }) => form !== "metonym" && form !== "demonym" && named.includes(id) && !places.has(id),
      ),
  );
  if (byName || cue.how !== "verb") return byName;
  const words = lexicon.nameWords.get(event.id);
  return passage.keys.some((key, at) => words?.has(key) && passage.tags[at] === "word" && isHere(at));
}

/** "the Durand Line, drawn in 1893": what a participle describes stands before its clause. */
function isAntecedent({ clauses, keys }: Spoken["passage"], cue: Cue, from: number): boolean {
  const clause = clauses.all[cue.clause]!;
  if (
    clause.kind !== "participial" &&
    clause.kind !== "parenthesis" &&
    clause.kind !== "relative" &&
    clause.kind !== "coordinate"
  )
    return false;
  if (clauses.at[from] !== clause.parent || from > clause.from) return false;
  return clause.kind === "coordinate" || keys.slice(from, clause.from).every((key) => key !== ";");
}

/** "the truce", "the talks": the last event spoken of that the noun can mean. */
function isTakenUp(event: Event, { cue }: Spoken, memory: Memory): boolean {
  if (cue.how === "pronoun") return memory.before?.event === event.id;
  if (cue.how !== "noun" || cue.determiner !== "definite" || cue.other) return false;
  const types = new Set(cue.types.flatMap(meanings));
  return memory.recent.findLast((recent) => types.has(recent.type))?.event === event.id;
}

function datePoints(event: Event, { times }: Spoken): number {
  if (event.date === undefined) return 0;
  let points = 0;
  for (const { time } of times) {
    if (time.boundary !== undefined) continue;
    const answers = [event.date, ...Object.values(event.stages)].map((known) => agrees(time, known));
    if (answers.includes("yes"))
      points = Math.max(points, time.value?.precision === "year" ? WEIGHT.year : WEIGHT.date);
    else if (answers.every((answer) => answer === "no")) return -1;
  }
  return points;
}

function placePoints(event: Event, { places, cue, passage }: Spoken, knowledge: Knowledge): number {
  if (event.place.length === 0) return 0;
  let points = 0;
  for (const place of places) {
    if (!isPlaceOf(event, place, knowledge)) return -1;
    points = WEIGHT.place;
  }
  if (points === 0 && cue.how === "noun") {
    // "the Doha truce": the place as a modifier of the noun.
    const inside = passage.names.filter(({ from, to }) => from >= cue.start && to <= cue.from);
    if (inside.some(({ names }) => names.some(({ id }) => event.place.includes(id)))) points = WEIGHT.place;
  }
  return points;
}

/** Whether an event can have been there: the finer of two places agrees with the coarser. */
export function isPlaceOf(event: Event, { ids, capitalOf }: AttachedPlace, knowledge: Knowledge): boolean {
  if (capitalOf !== undefined && event.place.includes(capitalOf)) return true;
  return ids.some((id) => event.place.some((known) => liesTogether(knowledge, id, known)));
}

function liesTogether(knowledge: Knowledge, a: Id, b: Id): boolean {
  const questions = questionsOf(knowledge);
  return questions.isWithin(a, b) || questions.isWithin(b, a);
}

function participantPoints(
  event: Event,
  { fillers, cue, passage, predicates }: Spoken,
  knowledge: Knowledge,
): { points: number; conflict: boolean } {
  const all = new Set(Object.values(event.participants).flat());
  let points = 0;
  let conflict = false;
  for (const filler of fillers) {
    const { ids } = filler;
    const role = roleIn(event, filler, knowledge);
    if (role === undefined) continue;
    const known = event.participants[role];
    if (known === undefined || event.openRoles.includes(role)) continue;
    if (ids.some((id) => known.some((k) => isSameSide(knowledge, id, k)))) points++;
    else conflict = true;
  }
  const clauses = new Set([cue.clause, ...predicates.map(({ clause }) => clause)]);
  for (const { from, names } of passage.names) {
    if (!clauses.has(passage.clauses.at[from]!)) continue;
    if (fillers.some(({ ids }) => ids.some((id) => names.some((name) => name.id === id)))) continue;
    if (names.some(({ id, form }) => all.has(id) && form !== "metonym")) points++;
  }
  return { points: Math.min(points, 2) * WEIGHT.participant, conflict };
}
