import type { Entity, Event, Id, Knowledge } from "../../server/src/knowledge-base/knowledge.ts";
import { questionsOf } from "../../server/src/knowledge-base/questions.ts";
import { verbForms } from "../../server/src/text/inflect.ts";
import { disjoint } from "../../server/src/time/algebra.ts";
import { calendarDate, monthLength, weekdayOf } from "../../server/src/time/calendar.ts";
import { timeValue } from "../../server/src/time/edtf.ts";
import type { TimeValue } from "../../server/src/time/time.ts";

/** A sentence that is true by a knowledge base, and the same with one slot changed so that it is not. */
export interface Twins {
  readonly check: string;
  readonly right: string;
  readonly wrong: string;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** The twin sentences that can be made of a knowledge base, for each check that has a slot in them. Without chance. */
export function* twinsOf(knowledge: Knowledge): Generator<Twins> {
  const events = [...knowledge.events.values()];
  for (const event of events) {
    yield* dates(event);
    yield* places(event, knowledge);
    yield* participants(event, knowledge);
    yield* outcomes(event, knowledge);
  }
  yield* orders(events);
  for (const entity of knowledge.entities.values()) {
    yield* offices(entity, knowledge);
    yield* names(entity, knowledge);
    yield* acronyms(entity, knowledge);
  }
  yield* claims(knowledge);
}

/** A name as it stands in a sentence. */
function the({ name }: Event): string {
  return /^(?:the|a|an|operation)\s/i.test(name) || /^\S+['’]s\s/.test(name) ? name : `the ${name}`;
}

function isSingular({ name }: Event): boolean {
  return !/(?:[^siu]s|attacks|talks)$/.test(name.split(/ (?:of|in|at|on|between|for|by) /)[0]!);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Each frame once, by turns, so that every one is tried on some of the facts. */
let turn = 0;
function inTurn<T>(choices: readonly T[]): T {
  return choices[turn++ % choices.length]!;
}

function* dates(event: Event): Generator<Twins> {
  const { date } = event;
  if (date === undefined || date.approximate || date.range || date.precision !== "day") return;
  const was = isSingular(event) ? "was" : "were";
  const at = (value: TimeValue) => {
    const { year, month, day } = calendarDate(value.start);
    return {
      british: `${day} ${MONTHS[month - 1]} ${year}`,
      american: `${MONTHS[month - 1]} ${day}, ${year}`,
      month: `${MONTHS[month - 1]} ${year}`,
      year: `${year}`,
    };
  };
  const right = at(date);
  for (const [shift, form] of [
    [1, "british"],
    [3, "american"],
    [45, "month"],
    [400, "year"],
  ] as const) {
    const wrong = at(timeValue({ start: date.start + shift, end: date.end + shift }, "day"));
    const frame = inTurn(
      form === "british" || form === "american"
        ? [
            (day: string) => `${sentence(the(event))} took place on ${day}.`,
            (day: string) => `On ${day}, ${the(event)} took place.`,
            (day: string) => `${sentence(the(event))} (${day}) ${was} discussed at length.`,
            (day: string) => `Much was written about ${the(event)} of ${day}.`,
          ]
        : [
            (time: string) => `${sentence(the(event))} took place in ${time}.`,
            (time: string) => `In ${time}, ${the(event)} took place.`,
          ],
    );
    if (right[form] !== wrong[form])
      yield { check: "event-date", right: frame(right[form]), wrong: frame(wrong[form]) };
  }
  // Before it there was another calendar.
  if (calendarDate(date.start).year < 1753) return;
  const weekday = WEEKDAYS[weekdayOf(date.start) - 1]!;
  const other = WEEKDAYS[weekdayOf(date.start + 2) - 1]!;
  const on = (name: string) => `${sentence(the(event))} took place on ${name}, ${right.british}.`;
  yield { check: "weekday", right: on(weekday), wrong: on(other) };
  const { year, month } = calendarDate(date.start);
  const long = monthLength(month, year);
  const report = (day: number) => `A later report is dated ${day} ${MONTHS[month - 1]} ${year}.`;
  yield { check: "calendar", right: report(long), wrong: report(long + 1 > 31 ? 32 : long + 1) };
}

function* places(event: Event, knowledge: Knowledge): Generator<Twins> {
  const [only, ...more] = event.place;
  const place = only === undefined ? undefined : knowledge.entities.get(only);
  if (place === undefined || more.length > 0 || event.name.includes(place.name)) return;
  const other = [...knowledge.entities.values()].find(
    (each) =>
      each.type === place.type &&
      !isRelated(each, place, knowledge) &&
      !event.name.includes(each.name) &&
      !event.about.includes(each.id),
  );
  if (other === undefined) return;
  const frame = inTurn([
    (name: string) => `${sentence(the(event))} took place in ${name}.`,
    (name: string) => `In ${name}, ${the(event)} took place.`,
    (name: string) => `${sentence(the(event))} in ${name} made the news.`,
  ]);
  yield { check: "event-place", right: frame(place.name), wrong: frame(other.name) };
}

function isRelated(a: Entity, b: Entity, knowledge: Knowledge): boolean {
  const around = (entity: Entity): Id[] => {
    const above = [entity.partOf, ...entity.country.map(({ of }) => of)].flatMap((id) => id ?? []);
    return [entity.id, ...above.flatMap((id) => knowledge.entities.get(id) ?? []).flatMap(({ id }) => id)];
  };
  const own = new Set(around(a));
  return (
    around(b).some((id) => own.has(id) && knowledge.entities.get(id)?.type !== "country") ||
    own.has(b.id) ||
    around(b).includes(a.id)
  );
}

function* participants(event: Event, knowledge: Knowledge): Generator<Twins> {
  for (const [role, ids] of Object.entries(event.participants)) {
    const words = knowledge.vocabulary.participantRoles[role];
    const phrase = words?.phrases.find((each) => / by$/.test(each));
    const who = ids.length === 1 ? knowledge.entities.get(ids[0]!) : undefined;
    if (who === undefined || phrase === undefined || event.openRoles.includes(role)) continue;
    const taken = new Set([...Object.values(event.participants).flat(), ...event.about, ...event.place]);
    const other = [...knowledge.entities.values()].find(
      (each) =>
        each.type === who.type &&
        !taken.has(each.id) &&
        !event.name.includes(each.name) &&
        !isMember(each, who),
    );
    if (other === undefined) continue;
    const was = isSingular(event) ? "was" : "were";
    const frame = (name: string) => `${sentence(the(event))} ${was} ${phrase} ${name}.`;
    yield { check: "event-participant", right: frame(who.name), wrong: frame(other.name) };
  }
}

function isMember(a: Entity, b: Entity): boolean {
  const of = (entity: Entity) => [...entity.memberOf, ...entity.country].map((each) => each.of);
  return of(a).includes(b.id) || of(b).includes(a.id) || a.partOf === b.id || b.partOf === a.id;
}

const OPPOSITES: readonly (readonly [string, string])[] = [
  ["succeeded", "failed"],
  ["approved", "rejected"],
];

function* outcomes(event: Event, knowledge: Knowledge): Generator<Twins> {
  const pair = OPPOSITES.find((each) => each.includes(event.outcome ?? ""));
  if (pair === undefined) return;
  const opposite = pair.find((each) => each !== event.outcome)!;
  const told = (outcome: string) => {
    const { verbs, objectOf } = knowledge.vocabulary.outcomes[outcome]!;
    const verb = pair[0] === "approved" ? verbForms(objectOf[0]!).participle : verbForms(verbs[0]!).past;
    const was = isSingular(event) ? "was" : "were";
    return `${sentence(the(event))} ${pair[0] === "approved" ? `${was} ` : ""}${verb}.`;
  };
  yield { check: "event-outcome", right: told(event.outcome!), wrong: told(opposite) };
}

/** Neighbours in time, each pair once. */
function* orders(events: readonly Event[]): Generator<Twins> {
  const dated = events.filter(
    ({ date }) => date !== undefined && Number.isFinite(date.start) && Number.isFinite(date.end),
  );
  dated.sort((a, b) => a.date!.start - b.date!.start);
  for (let i = 1; i < dated.length; i++) {
    const [a, b] = [dated[i - 1]!, dated[i]!];
    if (
      !disjoint(a.date!, b.date!) ||
      a.date!.approximate ||
      b.date!.approximate ||
      a.date!.end >= b.date!.start
    )
      continue;
    const [before, after] = inTurn([
      ["came before", "came after"],
      ["preceded", "followed"],
      ["took place before", "took place after"],
    ]);
    yield {
      check: "event-order",
      right: `${sentence(the(a))} ${before} ${the(b)}.`,
      wrong: `${sentence(the(a))} ${after} ${the(b)}.`,
    };
  }
}

function* offices(person: Entity, knowledge: Knowledge): Generator<Twins> {
  const role = person.roles.find(({ during }) => during === undefined || !Number.isFinite(during.end));
  const body = role && knowledge.entities.get(role.of);
  if (person.type !== "person" || role === undefined || body === undefined) return;
  const other = [...knowledge.entities.values()]
    .filter(({ id, type }) => type === "person" && id !== person.id)
    .flatMap(({ roles }) => roles)
    .find(
      ({ title, of }) =>
        title !== role.title && of === role.of && !person.roles.some((each) => each.title === title),
    );
  if (other === undefined) return;
  const clean = (title: string) => title.replace(new RegExp(` of (?:the )?${body.name}$`), "");
  const frame = inTurn([
    (title: string) => `${body.name}’s ${clean(title)}, ${person.name}, spoke first.`,
    (title: string) => `${person.name} is the ${clean(title)} of ${body.name}.`,
  ]);
  yield { check: "actor-role", right: frame(role.title), wrong: frame(other.title) };
}

/** Two letters in the middle of the longest word change places. */
function* names(entity: Entity, knowledge: Knowledge): Generator<Twins> {
  const longest = entity.name.split(/\s+/).reduce((a, b) => (b.length > a.length ? b : a));
  const middle = Math.floor(longest.length / 2);
  const swapped =
    longest.slice(0, middle - 1) + longest[middle]! + longest[middle - 1]! + longest.slice(middle + 1);
  const wrong = entity.name.replace(longest, swapped);
  if (longest.length < 7 || swapped === longest || !/^\p{Lu}\p{Ll}+$/u.test(longest)) return;
  if (questionsOf(knowledge).named(wrong).length > 0) return;
  const frame = (name: string) => `Much was said of ${name} in those years.`;
  yield { check: "actor-name", right: frame(entity.name), wrong: frame(wrong) };
}

function* acronyms(entity: Entity, knowledge: Knowledge): Generator<Twins> {
  const [own] = entity.abbreviations;
  if (own === undefined) return;
  // A country's may tell where a body is, and a body's who belongs to it.
  const isBody = ({ type }: Entity) => /^(?:organization|group)$/.test(type);
  const other = [...knowledge.entities.values()].find(
    (each) =>
      each.id !== entity.id &&
      isBody(each) &&
      isBody(entity) &&
      !isMember(each, entity) &&
      each.abbreviations.length > 0 &&
      !each.abbreviations.includes(own),
  )?.abbreviations[0];
  if (other === undefined) return;
  const frame = (form: string) =>
    `The ${entity.name} (${form}) was asked. The ${form} said nothing.`.replace(/^The The/, "The");
  yield { check: "acronym", right: frame(own), wrong: frame(other) };
}

function* claims(knowledge: Knowledge): Generator<Twins> {
  for (const claim of knowledge.claims.values()) {
    const verb = knowledge.vocabulary.predicates[claim.predicate]?.verbs[0];
    const [subject, object] = [claim.subject, claim.object].map(([id]) =>
      id === undefined ? undefined : knowledge.entities.get(id),
    );
    if (claim.status !== "established" || claim.during !== undefined || verb === undefined) continue;
    if (subject === undefined || object === undefined || claim.subject.length + claim.object.length > 2)
      continue;
    const yes = `${subject.name} ${verbForms(verb).third} ${object.name}.`;
    const no = `${subject.name} does not ${verb} ${object.name}.`;
    yield claim.holds ? { check: "claim", right: yes, wrong: no } : { check: "claim", right: no, wrong: yes };
  }
}
