import type { Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { meaningsOf } from "../../knowledge-base/vocabulary/kinds.ts";
import type { Lexicon } from "../lexicon.ts";
import type { Anchor } from "../reading.ts";
import { argumentsOf } from "./arguments.ts";
import type { Cue } from "./cues.ts";
import { judgeDate } from "./event-date.ts";
import { isSameSide, roleIn } from "./roles.ts";
import type { AttachedPlace, Spoken } from "./spoken.ts";
import { subjectsNamed } from "./subjects.ts";

/** What of an event a statement is about: the part under test. */
export type Slot = "date" | "place" | "participant";

/** How much each anchor counts. */
export const WEIGHT = {
  name: 3,
  kind: 1,
  about: 2,
  place: 2,
  participant: 1,
  date: 2,
  year: 1,
  earlier: 2,
} as const;

/** A link needs so much without the part under test: a name, or the kind and something telling. */
export const ENOUGH = 3;

/** How well an event fits a cue. */
export interface Score {
  readonly event: Event;
  readonly anchors: readonly Anchor[];
  /** Points without those of the slots below. */
  readonly base: number;
  readonly points: Readonly<Record<Slot, number>>;
  readonly conflicts: readonly Slot[];
}

/** What has been spoken of so far, for "the truce" and "it". */
export interface Memory {
  /** The last event spoken of that is of one of these types, and how many blocks ago. */
  lastOf(types: ReadonlySet<string>): { readonly event: Id; readonly blocks: number } | undefined;
  /** What "it" takes up: the one event of the sentence before in the same paragraph, or the one noun for its kind. */
  before: { readonly event?: Id; readonly types: readonly string[]; readonly isMain?: boolean } | undefined;
}

/**
 * Weighs a cue against an event: which anchors hold, and which parts of the event its sentence contradicts. `earlier` is
 * the event that was spoken of before, if the cue takes one up.
 */
export function score(
  event: Event,
  spoken: Spoken,
  knowledge: Knowledge,
  lexicon: Lexicon,
  earlier: Id | undefined,
): Score {
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
  const subjects = cue.how === "name" ? 0 : subjectsNamed(event, spoken, lexicon);
  if (subjects > 0) base += count("about", WEIGHT.about + Math.min(subjects - 1, 1));
  if (event.id === earlier) base += count("earlier", WEIGHT.earlier);
  const date = datePoints(event, spoken, knowledge);
  if (date > 0) count("date", date);
  if (date < 0) conflicts.push("date");
  const place = placePoints(event, spoken, knowledge);
  if (place > 0) count("place", place);
  if (place < 0) conflicts.push("place");
  const counted = anchors.includes("about") ? (lexicon.named.get(event.id) ?? []) : [];
  const participant = participantPoints(event, spoken, knowledge, counted);
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

/** Around a noun all names of its clause may say which one it is; around a verb only its subject and object. */
function namesFor(cue: Cue, passage: Spoken["passage"]): Spoken["passage"]["names"] {
  return cue.how === "verb" ? argumentsOf(passage) : passage.names;
}

/** How many blocks back "the truce" may reach. */
const REACH = 3;

/** "the truce", "the talks": the last event spoken of that the noun can mean; what a pronoun stands for. */
export function earlierOf({ cue }: Spoken, knowledge: Knowledge, memory: Memory): Id | undefined {
  if (cue.how === "pronoun") return memory.before?.event;
  if (cue.how !== "noun" || cue.determiner !== "definite" || cue.other || !cue.bare) return undefined;
  const types = new Set(cue.types.flatMap((type) => meaningsOf(type, knowledge.vocabulary)));
  const last = memory.lastOf(types);
  return last !== undefined && last.blocks <= REACH ? last.event : undefined;
}

/** Negative where a date of the cue cannot be the event's. */
export function datePoints(event: Event, { times }: Spoken, knowledge: Knowledge): number {
  let points = 0;
  for (const attached of times) {
    if (attached.time.boundary !== undefined || attached.scope === "negated") continue;
    const { verdict } = judgeDate(attached, event, knowledge);
    if (verdict === "contradicted") return -1;
    const precision = attached.time.value?.precision;
    if (verdict === "supported") points = Math.max(points, precision === "year" ? WEIGHT.year : WEIGHT.date);
  }
  return points;
}

function placePoints(event: Event, { places, cue, passage }: Spoken, knowledge: Knowledge): number {
  if (event.place.length === 0) return 0;
  let points = 0;
  for (const place of places) {
    if (place.scope === "negated") continue;
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
  if (questions.isWithin(a, b) || questions.isWithin(b, a)) return true;
  // A town of which no country is known may lie in any.
  const isLost = (id: Id) => ![...questions.placesAround(id)].some((around) => isCountry(knowledge, around));
  return (isCountry(knowledge, a) && isLost(b)) || (isCountry(knowledge, b) && isLost(a));
}

function participantPoints(
  event: Event,
  { fillers, cue, passage, predicates, subject }: Spoken,
  knowledge: Knowledge,
  counted: readonly Id[],
): { points: number; conflict: boolean } {
  if (fillers.length === 0 && passage.names.length === 0 && subject === undefined) return NOBODY;
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
  if (subject !== undefined && takesPart(event, subject) && !counted.includes(subject)) points++;
  const isTold = (clause: number) =>
    clause === cue.clause || predicates.some((predicate) => predicate.clause === clause);
  for (const { from, names } of namesFor(cue, passage)) {
    if (!isTold(passage.clauses.at[from]!)) continue;
    // What says which event it is has been counted once already.
    if (names.some(({ id }) => counted.includes(id))) continue;
    if (fillers.some(({ ids }) => ids.some((id) => names.some((name) => name.id === id)))) continue;
    if (names.some(({ id, form }) => takesPart(event, id) && form !== "metonym")) points++;
  }
  return { points: Math.min(points, 2) * WEIGHT.participant, conflict };
}

function takesPart({ participants }: Event, id: Id): boolean {
  for (const role in participants) if (participants[role]!.includes(id)) return true;
  return false;
}

const NOBODY = { points: 0, conflict: false };

/** The points of all but the part under test; of several participants only the wrong one is under test. */
export function without(s: Score, slot: Slot): number {
  return slot === "participant" ? total(s) : total(s) - s.points[slot];
}

/** All points. */
export function total({ base, points }: Score): number {
  return base + points.date + points.place + points.participant;
}

function isCountry(knowledge: Knowledge, id: Id): boolean {
  return knowledge.entities.get(id)?.type === "country";
}
