import { disjoint } from "../../time/algebra.ts";
import type { Day, Interval } from "../../time/time.ts";
import { numberedKeys } from "../computed-map.ts";
import { groupTable } from "../group-table.ts";
import type { Event, Id, Knowledge } from "../knowledge.ts";
import { tableOf } from "../tables.ts";
import { meaningsOf } from "../vocabulary/kinds.ts";
import { DateIndex } from "./date-index.ts";
import { entriesBy, type GroupIndex } from "./group-index.ts";
import type { Places } from "./places.ts";

/** Which events are meant; all that is said of them must be so. */
export interface EventFilter {
  /** Its type, or a wider one: a ceasefire is an agreement too. */
  readonly kind?: string | undefined;
  /** Where it took place: there, or somewhere in it. */
  readonly place?: Id | undefined;
  /** Who took part, each in any role or in one. */
  readonly parties?: readonly { readonly id: Id; readonly role?: string | undefined }[] | undefined;
  /** The document, border or office that it made, ended or concerned. */
  readonly about?: Id | undefined;
  /** The larger event that it belongs to. */
  readonly partOf?: Id | undefined;
  readonly outcome?: string | undefined;
  /** Its date shares a day with this. */
  readonly on?: Interval | undefined;
}

/** The numbers of the events of each type. */
export const EVENT_TYPES = groupTable({
  name: "events by type",
  of: "events",
  *keysOf() {
    return ({ type }) => [type];
  },
});

/** Answers about events; each index is made for the first question that needs it. */
export class Events {
  readonly #knowledge: Knowledge;
  readonly #places: Places;
  readonly #idsOfType = new Map<string, readonly Id[]>();
  readonly #ofType = new Map<string, readonly Event[]>();
  readonly #involving: GroupIndex<Id, Event>;
  readonly #withParty: GroupIndex<Id, Event>;
  readonly #within: GroupIndex<Id, Event>;
  readonly #about: GroupIndex<Id, Event>;
  readonly #partOf: GroupIndex<Id, Event>;
  readonly #withOutcome: GroupIndex<Id, Event>;
  #dates: DateIndex | undefined;
  #ranks: ReadonlyMap<Id, number> | undefined;

  constructor(knowledge: Knowledge, places: Places) {
    const { events } = knowledge;
    const by = (keysOf: (event: Event) => Iterable<string>) => entriesBy(events, keysOf);
    this.#knowledge = knowledge;
    this.#places = places;
    this.#involving = by((event) => [...partiesOf(event), ...event.about, ...event.place]);
    this.#withParty = by(partiesOf);
    this.#within = by(({ place }) => place.flatMap((id) => [...places.around(id)]));
    this.#about = by(({ about }) => about);
    this.#partOf = by(({ partOf }) => (partOf === undefined ? [] : [partOf]));
    this.#withOutcome = by(({ outcome }) => (outcome === undefined ? [] : [outcome]));
  }

  ofType(type: string): readonly Event[] {
    let events = this.#ofType.get(type);
    if (events === undefined) {
      events = this.idsOfType(type).map((id) => this.#event(id));
      this.#ofType.set(type, events);
    }
    return events;
  }

  idsOfType(type: string): readonly Id[] {
    let ids = this.#idsOfType.get(type);
    if (ids === undefined) {
      const { events } = this.#knowledge;
      const numbers = tableOf(EVENT_TYPES, this.#knowledge).of(type);
      const all = numberedKeys(events);
      this.#idsOfType.set(type, (ids = Array.from(numbers, (number) => all.at(number)!)));
    }
    return ids;
  }

  get types(): readonly string[] {
    return tableOf(EVENT_TYPES, this.#knowledge).keys;
  }

  involving(id: Id): readonly Event[] {
    return this.#involving.of(id);
  }

  on(interval: Interval): Event[] {
    return this.#byDate.on(interval).map((id) => this.#event(id));
  }

  matching(filter: EventFilter): readonly Event[] {
    const { events, inOrder } = this.#candidates(filter);
    const fitting = events.filter((event) => this.#fits(event, filter));
    return inOrder ? fitting : this.#inOrder(fitting);
  }

  latest(day: Day, filter: EventFilter, limit: number): Event[] {
    if (isEmpty(filter)) return take(this.#byDate.before(day), limit, (id) => this.#event(id));
    const past = this.matching(filter).filter(({ date }) => date !== undefined && date.end < day);
    past.sort((a, b) => byDay(a.date!.end, b.date!.end) || byDay(a.date!.start, b.date!.start));
    return past.reverse().slice(0, limit);
  }

  next(day: Day, filter: EventFilter, limit: number): Event[] {
    if (isEmpty(filter)) return take(this.#byDate.after(day), limit, (id) => this.#event(id));
    const coming = this.matching(filter).filter(({ date }) => date !== undefined && date.start > day);
    return coming.sort((a, b) => byDay(a.date!.start, b.date!.start)).slice(0, limit);
  }

  /** The fewest events that one index gives for a condition of the filter. */
  #candidates(filter: EventFilter): Candidates {
    const { kind, place, parties = [], about, partOf, outcome, on } = filter;
    const types = kind === undefined ? [] : meaningsOf(kind, this.#knowledge.vocabulary);
    const lists: Candidates[] = [
      ...(kind === undefined
        ? []
        : [{ events: types.flatMap((type) => this.ofType(type)), inOrder: types.length === 1 }]),
      ...(place === undefined ? [] : [ordered(this.#within.of(place))]),
      ...parties.map(({ id }) => ordered(this.#withParty.of(id))),
      ...(about === undefined ? [] : [ordered(this.#about.of(about))]),
      ...(partOf === undefined ? [] : [ordered(this.#partOf.of(partOf))]),
      ...(outcome === undefined ? [] : [ordered(this.#withOutcome.of(outcome))]),
    ];
    if (lists.length > 0) return lists.reduce((a, b) => (b.events.length < a.events.length ? b : a));
    if (on !== undefined) return { events: this.on(on), inOrder: false };
    return ordered([...this.#knowledge.events.keys()].map((id) => this.#event(id)));
  }

  #fits(event: Event, { kind, place, parties = [], about, partOf, outcome, on }: EventFilter): boolean {
    const { date } = event;
    return (
      (kind === undefined || meaningsOf(kind, this.#knowledge.vocabulary).includes(event.type)) &&
      (place === undefined || event.place.some((id) => this.#places.isWithin(id, place))) &&
      parties.every(({ id, role }) => hasParty(event, id, role)) &&
      (about === undefined || event.about.includes(about)) &&
      (partOf === undefined || event.partOf === partOf) &&
      (outcome === undefined || event.outcome === outcome) &&
      (on === undefined || (date !== undefined && !disjoint(date, on)))
    );
  }

  #inOrder(events: Event[]): Event[] {
    this.#ranks ??= new Map(Array.from(this.#knowledge.events.keys(), (id, i) => [id, i]));
    return events.sort((a, b) => this.#ranks!.get(a.id)! - this.#ranks!.get(b.id)!);
  }

  #event(id: Id): Event {
    return this.#knowledge.events.get(id)!;
  }

  get #byDate(): DateIndex {
    this.#dates ??= new DateIndex(this.#knowledge.events.values());
    return this.#dates;
  }
}

interface Candidates {
  readonly events: readonly Event[];
  /** Whether they stand in the order of the knowledge base. */
  readonly inOrder: boolean;
}

function ordered(events: readonly Event[]): Candidates {
  return { events, inOrder: true };
}

function partiesOf({ participants }: Event): Id[] {
  return Object.values(participants).flat();
}

function hasParty({ participants }: Event, id: Id, role: string | undefined): boolean {
  const roles = role === undefined ? Object.values(participants) : [participants[role] ?? []];
  return roles.some((ids) => ids.includes(id));
}

function isEmpty(filter: EventFilter): boolean {
  return Object.values(filter).every(
    (value) => value === undefined || (Array.isArray(value) && value.length === 0),
  );
}

function byDay(a: Day, b: Day): number {
  return a < b ? -1 : Number(a > b);
}

function take<A, B>(all: Iterable<A>, limit: number, made: (one: A) => B): B[] {
  const taken: B[] = [];
  if (limit > 0)
    for (const one of all) {
      taken.push(made(one));
      if (taken.length >= limit) break;
    }
  return taken;
}
