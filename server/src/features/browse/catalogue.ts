import {
  ENTITY_TYPES,
  type Entity,
  type Event,
  type Id,
  type Knowledge,
} from "../../knowledge-base/knowledge.ts";
import { nameFormsOf, nameKey } from "../../knowledge-base/questions/name-forms.ts";
import { calendarDate } from "../../time/calendar.ts";
import { describeTime } from "../../time/write.ts";
import { nameOf } from "../facts.ts";

/** What can be leafed through. */
export type Shelf = "actors" | "events";

/** An entry by what is needed to find and to place it; its name and the rest are asked for when it is shown. */
export interface Catalogued {
  readonly id: Id;
  /** The type of an actor; the year or decade of an event; empty of an event without a date. */
  readonly group: string;
  /** Everything it is called, and its id, as {@link nameKey} has it, a line each. */
  readonly names: string;
}

/** How an entry shows in a list. */
export interface Listed {
  readonly id: Id;
  readonly name: string;
  /** The office of a person, the abbreviation of a body, the date of an event; or nothing. */
  readonly detail: string;
  readonly type: string;
}

/** Entries read between two pauses. */
const STRIDE = 250;
/** With more years than these, events are put into decades. */
const MOST_YEARS = 50;

const known = new WeakMap<Knowledge, Map<Shelf, readonly Catalogued[]>>();

/**
 * All actors or all events: actors by kind, then by name; events in the order of time, those without a date last. A
 * generator, for a large knowledge base takes its time; linear the first time, then at once.
 */
export function* catalogueOf(
  knowledge: Knowledge,
  shelf: Shelf,
): Generator<undefined, readonly Catalogued[], undefined> {
  const shelves = known.get(knowledge) ?? new Map<Shelf, readonly Catalogued[]>();
  known.set(knowledge, shelves);
  let catalogue = shelves.get(shelf);
  if (catalogue === undefined) {
    catalogue = shelf === "actors" ? yield* actorsOf(knowledge) : yield* eventsOf(knowledge);
    shelves.set(shelf, catalogue);
  }
  return catalogue;
}

/** An entry of the catalogue as a list shows it; undefined where its id names neither actor nor event. */
export function listed(knowledge: Knowledge, id: Id): Listed | undefined {
  const entry = knowledge.entities.get(id) ?? knowledge.events.get(id);
  if (entry === undefined) return undefined;
  const detail = entry.kind === "entity" ? actorDetail(entry, knowledge) : eventDetail(entry);
  return { id, name: entry.name, detail, type: entry.type };
}

function* actorsOf({ entities }: Knowledge): Generator<undefined, readonly Catalogued[], undefined> {
  const byType = new Map<string, Catalogued[]>(ENTITY_TYPES.map((type) => [type, []]));
  let read = 0;
  for (const entity of entities.values()) {
    if (++read % STRIDE === 0) yield;
    byType.get(entity.type)?.push({ id: entity.id, group: entity.type, names: namesOf(entity) });
  }
  return [...byType.values()].flatMap((actors) => actors.sort(byNames));
}

function* eventsOf({ events }: Knowledge): Generator<undefined, readonly Catalogued[], undefined> {
  const dated: { readonly day: number; readonly year: number | undefined; readonly entry: Catalogued }[] = [];
  let read = 0;
  for (const event of events.values()) {
    if (++read % STRIDE === 0) yield;
    const day = dayOf(event);
    const year = day === undefined ? undefined : calendarDate(day).year;
    const entry = { id: event.id, group: year === undefined ? "" : String(year), names: namesOf(event) };
    dated.push({ day: day ?? Number.POSITIVE_INFINITY, year, entry });
  }
  // Two events without a date are equally late, and the difference of two infinities is no number.
  dated.sort((a, b) => (a.day === b.day ? byNames(a.entry, b.entry) : a.day - b.day));
  const years = new Set(dated.map(({ year }) => year));
  if (years.size <= MOST_YEARS) return dated.map(({ entry }) => entry);
  return dated.map(({ year, entry }) => ({ ...entry, group: year === undefined ? "" : decadeOf(year) }));
}

/** The first day of an event, or its last where its beginning is open. */
function dayOf({ date }: Event): number | undefined {
  return date && [date.start, date.end].find(Number.isFinite);
}

function decadeOf(year: number): string {
  return `${Math.floor(year / 10) * 10}s`;
}

function namesOf(entry: Entity | Event): string {
  return [...nameFormsOf(entry).map(({ text }) => nameKey(text)), nameKey(entry.id)].join("\n");
}

function byNames(a: Catalogued, b: Catalogued): number {
  return a.names < b.names ? -1 : a.names > b.names ? 1 : 0;
}

function actorDetail(actor: Entity, knowledge: Knowledge): string {
  // The office held last says most of whom a reader looks for.
  const office = actor.roles.reduce<Entity["roles"][number] | undefined>(
    (latest, role) => (latest === undefined || endOf(role) > endOf(latest) ? role : latest),
    undefined,
  );
  if (office === undefined) return actor.abbreviations[0] ?? "";
  return `${office.acting ? "acting " : ""}${office.title} of ${nameOf(knowledge, office.of)}`;
}

function endOf({ during }: Entity["roles"][number]): number {
  return during?.end ?? Number.POSITIVE_INFINITY;
}

function eventDetail({ date }: Event): string {
  return date === undefined ? "" : describeTime(date);
}
