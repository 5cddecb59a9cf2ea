import type { Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { agrees } from "../../time/compare.ts";
import type { TimeMention } from "../../time/time.ts";
import { isRecurring, meanings } from "../english/kinds.ts";
import { type Lexicon, lexiconOf } from "../lexicon.ts";
import { editDistance } from "../names/edit-distance.ts";
import type { Anchor } from "../reading.ts";
import { objectFits, subjectFits } from "./arguments.ts";
import type { Cue } from "./cues.ts";
import { canTell, type Predicate } from "./predicates.ts";
import { agentOf, isSameSide } from "./roles.ts";
import { datePoints, type Memory, type Score, type Slot, score, total, WEIGHT } from "./score.ts";
import type { Spoken } from "./spoken.ts";

/** A link needs so much without the part under test: a name, or the kind and something telling. */
const ENOUGH = 3;
/** Kinds that recur, so that a date far from the known one may mean another of them. */
const FAR = 45;

/** An event found for a cue. */
export interface Link {
  readonly event: Id;
  readonly anchors: readonly Anchor[];
  /** The parts of the event that the cue's sentence contradicts, so that each may be tested against the others. */
  readonly tested: readonly Slot[];
}

/**
 * The known event that a cue speaks of, or undefined where none fits or two do. Each part that the sentence
 * contradicts must be carried by two other anchors, of which it is not one itself (design.md, invariant 2).
 */
export function link(spoken: Spoken, knowledge: Knowledge, memory: Memory): Link | undefined {
  const lexicon = lexiconOf(knowledge);
  const scores = candidates(spoken.cue, knowledge, memory)
    .filter((event) => mayTell(spoken, event, lexicon, knowledge))
    .map((event) => score(event, saidOf(spoken, event), knowledge, lexicon, memory))
    .filter(
      ({ anchors }) =>
        spoken.cue.how !== "verb" || anchors.includes("about") || anchors.includes("participant"),
    );
  const fits = scores.filter((s) => s.conflicts.length === 0 && total(s) >= needed(spoken.cue));
  if (fits.length > 0) return linkTo(best(fits, total), []);
  if (spoken.cue.how === "name" && isAnothersDate(spoken, scores, knowledge)) return undefined;
  const known = scores.filter((s) => !s.conflicts.includes("date") || !mayBeAnother(s, spoken, knowledge));
  const tested = (["date", "place", "participant"] as const).flatMap((slot) => {
    const found = best(
      known.filter((s) => s.conflicts.includes(slot) && carries(s, slot, spoken)),
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
  if (!spoken.times.some(({ time }) => time.value?.precision === "day")) return false;
  const mentioned = new Set(spoken.passage.eventNames.flatMap(({ names }) => names.map(({ id }) => id)));
  return questionsOf(knowledge)
    .eventsOfType(only.event.type)
    .some(
      (other) => other !== only.event && !mentioned.has(other.id) && datePoints(other, spoken) >= WEIGHT.date,
    );
}

/** What a cue's sentence says, as far as it says it of this event: not what was only said to be agreed of a sale. */
export function saidOf(spoken: Spoken, event: Event): Spoken {
  const tells = ({ predicate }: { readonly predicate?: Predicate }) =>
    predicate === undefined || canTell(predicate, event);
  return { ...spoken, times: spoken.times.filter(tells), places: spoken.places.filter(tells) };
}

/** "Audley's own bankruptcy filing": a known actor who has nothing to do with the event has it. */
function isOfAnother(
  { cue, passage }: Spoken,
  event: Event,
  lexicon: Lexicon,
  knowledge: Knowledge,
): boolean {
  const owner = passage.names.find(
    ({ from, to }) => from >= cue.start && to < cue.from && passage.keys[to] === "'s",
  );
  if (owner === undefined) return false;
  const related = [
    ...Object.values(event.participants).flat(),
    ...event.place,
    ...event.about,
    ...(lexicon.named.get(event.id) ?? []),
  ];
  const isRelated = ({ id }: { readonly id: Id }) =>
    related.some((other) => isSameSide(knowledge, id, other));
  return (
    agentOf(event) === undefined && related.length > 0 && !owner.names.some(isRelated) && cue.how === "name"
  );
}

/** What speaks against an event from the start: another object of the verb, another year in the noun phrase. */
function mayTell(spoken: Spoken, event: Event, lexicon: Lexicon, knowledge: Knowledge): boolean {
  const { cue, passage, times } = spoken;
  if (cue.how === "verb") {
    if (!subjectFits(passage, cue)) return false;
    const related = [
      ...Object.values(event.participants).flat(),
      ...event.place,
      ...(lexicon.named.get(event.id) ?? []),
    ];
    const words = lexicon.nameWords.get(event.id) ?? new Set<string>();
    return objectFits(passage, cue, { ids: new Set(related), words });
  }
  if (isOfAnother(spoken, event, lexicon, knowledge)) return false;
  if (event.date === undefined || cue.how === "pronoun") return true;
  // "the 1974 elections", "the agreement of 1998": a year in the noun phrase tells which one, and is not wrong of another.
  const known = event.date;
  return !times.some(
    ({ time, closeness }) =>
      (closeness === "modifier" || (closeness === "phrase" && cue.how === "noun")) &&
      time.value?.precision === "year" &&
      agrees(time, known) === "no",
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
  if (spoken.cue.other) return false;
  const rest = without(s, slot);
  const others = s.conflicts.filter((conflict) => conflict !== slot).length;
  if (rest < ENOUGH + others) return false;
  // A wrong part makes it another event, unless something surer than a year tells which one it is.
  const told = s.anchors.some((anchor) => anchor === "name" || anchor === "earlier" || anchor === "about");
  if (slot === "participant" && !told && s.points.participant === 0 && s.points.date < WEIGHT.date)
    return false;
  return slot !== "place" || placeCanBeWrong(s, spoken);
}

/**
 * "the ceasefire in Gaza" tells which ceasefire is meant, unless its date or its parties tell otherwise; and a place
 * that we do not know may be a part of the known one, unless the date is right to the day.
 */
function placeCanBeWrong({ points, anchors }: Score, { cue, places, times }: Spoken): boolean {
  const isDated = times.some(({ time }) => time.value?.precision === "day") && points.date >= WEIGHT.date;
  const telling = isDated || points.participant >= 2;
  const isNamed = anchors.includes("name") || anchors.includes("about");
  if (places.some(({ isTown }) => isTown)) return isNamed;
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
function mayBeAnother(s: Score, { cue, times, around }: Spoken, knowledge: Knowledge): boolean {
  const { event, anchors } = s;
  const known = event.date;
  if (known === undefined) return true;
  if (without(s, "date") >= ENOUGH + 3) return false;
  // Its own date stands in the sentence as well: the two have changed places.
  if (around.some((time) => agrees(time, known) === "yes")) return false;
  const unique = anchors.includes("about") && isUnique(event, knowledge);
  return times.some(({ time }) => {
    if (time.value === undefined || agrees(time, known) !== "no") return false;
    const { start, end } = time.value;
    const gap = Math.min(
      ...[known, ...Object.values(event.stages)].map((k) => Math.max(start - k.end, k.start - end)),
    );
    if (gap <= FAR || unique) return false;
    if (cue.how === "noun" && cue.determiner === "indefinite") return gap > 10;
    return differingParts(time, known.edtf) > 1;
  });
}

/** Events that happen once: the making or ending of a thing, as against what people do again and again. */
function isUnique(event: Event, knowledge: Knowledge): boolean {
  if (isRecurring(event.type)) return false;
  const named = [...event.about, ...(lexiconOf(knowledge).named.get(event.id) ?? [])];
  return named.some(
    (id) => !ACTORS.has(knowledge.entities.get(id)?.type ?? "person") && !event.place.includes(id),
  );
}

const ACTORS = new Set(["person", "organization", "group", "country", "place"]);

/** How many of year, month and day differ between what is stated and the start of what is known: one looks like a slip. */
function differingParts({ stated }: TimeMention, edtf: string): number {
  const [year, month, day] = edtf
    .replace(/^\.\.\//, "")
    .split(/[-/~?%]/)
    .map(Number);
  let differing = 0;
  if (stated.year !== undefined && stated.year !== year) differing += isSlip(stated.year, year!) ? 1 : 2;
  if (stated.month !== undefined && month !== undefined && stated.month !== month) differing++;
  if (stated.day !== undefined && day !== undefined && stated.day !== day) differing++;
  return differing;
}

/** A year that is nearly the right one: a neighbour, or one digit off, or two digits swapped. */
function isSlip(stated: number, known: number): boolean {
  if (Math.abs(stated - known) <= 2) return true;
  return editDistance(String(stated), String(known), 1) === 1;
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
