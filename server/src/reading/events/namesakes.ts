import type { Event, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { calendarDate } from "../../time/calendar.ts";
import { agrees } from "../../time/compare.ts";
import type { TimeMention } from "../../time/time.ts";
import { lexiconOf } from "../lexicon.ts";
import { editDistance } from "../names/edit-distance.ts";
import { isCapitalized } from "../names/name-index.ts";
import type { Cue } from "./cues.ts";
import { judgeDate } from "./event-date.ts";
import { datePoints, ENOUGH, type Score, WEIGHT, without } from "./score.ts";
import type { Spoken } from "./spoken.ts";

/** How many days off a date may be and still be taken for a mistake: further off, the writer may mean another event. */
const FAR = 45;
const NEAR = 10;

/** "the Ulver drilling of 11 to 14 January", where another drilling has just that date: then the name may be what is wrong. */
export function isAnothersDate(spoken: Spoken, scores: readonly Score[], knowledge: Knowledge): boolean {
  const [only] = scores;
  if (only === undefined || !only.conflicts.includes("date")) return false;
  if (!spoken.times.some(({ time }) => time.value?.precision === "day")) return false;
  // Its own date stands there as well: the two have changed places.
  const { date } = only.event;
  if (date !== undefined && spoken.around.some((time) => agrees(time, date) === "yes")) return false;
  const mentioned = new Set(spoken.passage.eventNames.flatMap(({ names }) => names.map(({ id }) => id)));
  return questionsOf(knowledge)
    .eventsOfType(only.event.type)
    .some(
      (other) =>
        other !== only.event &&
        !mentioned.has(other.id) &&
        datePoints(other, spoken, knowledge) >= WEIGHT.date,
    );
}

/** A date so far off that another event of the kind is as likely: the writer may know one that we do not. */
export function mayBeAnother(
  s: Score,
  { cue, times, around, passage }: Spoken,
  knowledge: Knowledge,
): boolean {
  const { event, anchors } = s;
  const known = event.date;
  if (known === undefined) return true;
  if (without(s, "date") >= ENOUGH + 3) return false;
  // Its own date stands in the sentence as well: the two have changed places.
  if (around.some((time) => agrees(time, known) === "yes")) return false;
  const unique = anchors.includes("about") && isUnique(event, knowledge);
  // A name in capitals of what happens once: nobody means another one of the same year.
  const isSure = cue.how === "name" && isNamedOnce(s, passage, cue, knowledge);
  return times.some((attached) => {
    const { time } = attached;
    if (time.value === undefined || agrees(time, known) !== "no") return false;
    // Of a stage ("in force from"), its own date is what a slip is measured by.
    const meant = judgeDate(attached, event, knowledge).known ?? known;
    if (isSure && isSameYear(time, meant.edtf)) return false;
    const { start, end } = time.value;
    const gap = Math.min(
      ...[known, ...Object.values(event.stages)].map((k) => Math.max(start - k.end, k.start - end)),
    );
    // "talks in Istanbul on 6 November": without an article others may be meant, unless the date is all but right.
    if (cue.how === "noun" && cue.determiner !== "definite" && !unique)
      return gap > NEAR && (time.value.precision === "year" || differingParts(time, meant.edtf) > 1);
    if (gap <= FAR || unique) return false;

    return differingParts(time, meant.edtf) > 1;
  });
}

/** A proper name, of a kind of event that does not recur: "the Port Ilse Agreement", but not "the Istanbul talks". */
function isNamedOnce(
  { event }: Score,
  { tokens }: Spoken["passage"],
  cue: Cue,
  knowledge: Knowledge,
): boolean {
  if (knowledge.vocabulary.eventTypes[event.type]?.recurring) return false;
  return tokens.slice(cue.from, cue.to).some(({ text }) => isCapitalized(text));
}

/**
 * Whether the words tell so surely which event is meant that two parts of it may be wrong at once: what happens once
 * and is told by what it is about, or a proper name.
 */
export function isSure(s: Score, spoken: Spoken, knowledge: Knowledge): boolean {
  const { cue, passage, times } = spoken;
  const isSubject =
    cue.how !== "verb" || spoken.subject !== undefined || isDirect(s.event, spoken, knowledge);
  if (s.anchors.includes("about") && isSubject && isUnique(s.event, knowledge)) return true;
  if (cue.how !== "name") return false;
  const { date } = s.event;
  const sameYear =
    date !== undefined && times.length > 0 && times.every(({ time }) => isSameYear(time, date.edtf));
  return sameYear || isNamedOnce(s, passage, cue, knowledge);
}

/** What the event is about is the verb's own subject or object: not "the crew of Larkspur 4 landed". */
function isDirect(event: Event, { passage }: Spoken, knowledge: Knowledge): boolean {
  const named = [...event.about, ...(lexiconOf(knowledge).named.get(event.id) ?? [])];
  return passage.names.some(
    ({ from, names }) =>
      passage.keys[from - 1] !== "of" &&
      passage.keys[from - 2] !== "of" &&
      names.some(({ id }) => named.includes(id)),
  );
}

function isSameYear({ stated, value }: TimeMention, edtf: string): boolean {
  const year = stated.year ?? (value && calendarDate(value.start).year);
  return year !== undefined && year === Number(/^-?\d+/.exec(edtf.replace(/^\.\.\//, ""))?.[0]);
}

/** Events that happen once: the making or ending of a thing, as against what people do again and again. */
function isUnique(event: Event, knowledge: Knowledge): boolean {
  if (knowledge.vocabulary.eventTypes[event.type]?.recurring) return false;
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
