import { fold } from "../text/tokens.ts";
import type { Interval, TimeValue } from "../time/time.ts";
import type { Claim, Entity, Event, Fact, Figure, Id, Knowledge, Role } from "./knowledge.ts";

/** An office and who holds it. */
export interface Tenure {
  readonly holder: Entity;
  readonly role: Role;
}

const asked = new WeakMap<Knowledge, Questions>();

/** The questions that one may ask of a knowledge. Linear in its entries the first time, then O(1). */
export function questionsOf(knowledge: Knowledge): Questions {
  let questions = asked.get(knowledge);
  if (questions === undefined) {
    questions = new Questions(knowledge);
    asked.set(knowledge, questions);
  }
  return questions;
}

/** Answers from indices that are built once; each answer is in the order of the knowledge base. */
export class Questions {
  readonly knowledge: Knowledge;
  /** By folded title. */
  readonly #tenures: ReadonlyMap<string, readonly Tenure[]>;
  readonly #eventsOfType: ReadonlyMap<string, readonly Event[]>;
  readonly #eventsInvolving: ReadonlyMap<Id, readonly Event[]>;
  readonly #claimsAbout: ReadonlyMap<Id, readonly Claim[]>;
  readonly #figuresOf: ReadonlyMap<Id, readonly Figure[]>;
  readonly #byStart: readonly DatedEvent[];
  readonly #around = new Map<Id, ReadonlySet<Id>>();

  constructor(knowledge: Knowledge) {
    const { entities, events, claims, figures } = knowledge;
    const tenures = [...entities.values()].flatMap((holder) =>
      holder.roles.map((role) => ({ holder, role })),
    );
    this.knowledge = knowledge;
    this.#tenures = grouped(tenures, ({ role }) => [role.title, ...role.aliases].map(fold));
    this.#eventsOfType = grouped(events.values(), (event) => [event.type]);
    this.#eventsInvolving = grouped(events.values(), involved);
    this.#claimsAbout = grouped(claims.values(), (claim) => [...claim.subject, ...claim.object]);
    this.#figuresOf = grouped(figures.values(), (figure) => [figure.of]);
    this.#byStart = byStart(events.values());
  }

  /** O(1). */
  entity(id: Id): Entity | undefined {
    return this.knowledge.entities.get(id);
  }

  /** Whatever an id names, but for sources. O(1). */
  fact(id: Id): Fact | undefined {
    const { entities, events, claims, figures } = this.knowledge;
    return entities.get(id) ?? events.get(id) ?? claims.get(id) ?? figures.get(id);
  }

  /**
   * Who holds an office of this title or alias (accents and capitals aside), of this body if one is given, at some time
   * in `on` if that is given. An office without dates counts as held at all times. O(holders of the title).
   */
  holdersOf(title: string, of?: Id, on?: Interval): readonly Tenure[] {
    const tenures = this.#tenures.get(fold(title)) ?? [];
    return tenures.filter(({ role }) => (of === undefined || role.of === of) && holdsOn(role, on));
  }

  /** The offices of a person or a state, at some time in `on` if that is given. O(roles of it). */
  rolesOf(holder: Id, on?: Interval): readonly Role[] {
    return (this.entity(holder)?.roles ?? []).filter((role) => holdsOn(role, on));
  }

  /** O(1). */
  eventsOfType(type: string): readonly Event[] {
    return this.#eventsOfType.get(type) ?? [];
  }

  /** The events in which something takes part in any role, that are about it, or that took place there. O(1). */
  eventsInvolving(id: Id): readonly Event[] {
    return this.#eventsInvolving.get(id) ?? [];
  }

  /**
   * The events whose date shares a day with the interval, by their start. O(log events + answers), where no event
   * lasts much longer than the others.
   */
  eventsOn(interval: Interval): readonly Event[] {
    const found: Event[] = [];
    for (let i = firstAfter(this.#byStart, interval.end) - 1; i >= 0; i--) {
      const { event, date, latestEnd } = this.#byStart[i]!;
      if (latestEnd < interval.start) break;
      if (date.end >= interval.start) found.push(event);
    }
    return found.reverse();
  }

  /** The claims that have it for a subject or an object. O(1). */
  claimsAbout(id: Id): readonly Claim[] {
    return this.#claimsAbout.get(id) ?? [];
  }

  /** O(1). */
  figuresOf(id: Id): readonly Figure[] {
    return this.#figuresOf.get(id) ?? [];
  }

  /** Whether the first place is the second or lies in it: an event in Doha is an event in Qatar. O(1) as a rule. */
  isWithin(place: Id, outer: Id): boolean {
    return place === outer || this.placesAround(place).has(outer);
  }

  /**
   * A place and all that it lies in at any time: what it is a part of, its country, and what these lie in. Cycles do no
   * harm. O(steps) for the first question of a place, then O(1).
   */
  placesAround(place: Id): ReadonlySet<Id> {
    const known = this.#around.get(place);
    if (known !== undefined) return known;
    const around = new Set([place]);
    for (const id of around) {
      const { partOf, country = [] } = this.entity(id) ?? {};
      if (partOf !== undefined) around.add(partOf);
      for (const { of } of country) around.add(of);
    }
    this.#around.set(place, around);
    return around;
  }
}

/** Whether what may hold only for a time holds at some time in an interval; without either, it does. */
export function holdsOn(
  thing: { readonly during?: Interval | undefined },
  on: Interval | undefined,
): boolean {
  const { during } = thing;
  return during === undefined || on === undefined || (during.start <= on.end && on.start <= during.end);
}

function involved(event: Event): Id[] {
  return [...Object.values(event.participants).flat(), ...event.about, ...event.place];
}

interface DatedEvent {
  readonly event: Event;
  readonly date: TimeValue;
  /** The latest end of the events up to this one. */
  readonly latestEnd: number;
}

function byStart(events: Iterable<Event>): DatedEvent[] {
  const dated = [...events].flatMap((event) =>
    event.date === undefined ? [] : [{ event, date: event.date }],
  );
  dated.sort((a, b) => a.date.start - b.date.start);
  let latestEnd = Number.NEGATIVE_INFINITY;
  return dated.map((each) => {
    latestEnd = Math.max(latestEnd, each.date.end);
    return { ...each, latestEnd };
  });
}

/** The index of the first event that starts after a day. */
function firstAfter(events: readonly DatedEvent[], day: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.date.start > day) high = middle;
    else low = middle + 1;
  }
  return low;
}

function grouped<V>(values: Iterable<V>, keysOf: (value: V) => readonly string[]): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const value of values) {
    for (const key of new Set(keysOf(value))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  return groups;
}
