import { disjoint, widened } from "../time/algebra.ts";
import type { Day, Interval } from "../time/time.ts";
import type {
  BadName,
  Claim,
  Entity,
  Event,
  Fact,
  Figure,
  Id,
  Knowledge,
  Role,
  Source,
} from "./knowledge.ts";
import { type EventFilter, Events } from "./questions/events.ts";
import { GroupIndex } from "./questions/group-index.ts";
import { type NameForm, nameFormsOf, nameKey } from "./questions/name-forms.ts";
import {
  type BelongingThen,
  type MemberThen,
  type OfficeFilter,
  Offices,
  type Tenure,
  type TenureThen,
} from "./questions/offices.ts";
import { Places } from "./questions/places.ts";
import { mentionsOf, type ReferenceKey } from "./questions/references.ts";
import { type ClaimFilter, type ClaimThen, type FigureThen, Statements } from "./questions/statements.ts";

export type { EventFilter, NameForm, OfficeFilter, Tenure };

/** An entry that is called so. */
export interface Namesake extends NameForm {
  readonly entry: Entity | Event;
  /** Whether at the time asked about it may be called so without reproach; "yes" of every good name. */
  readonly good: "yes" | "no" | "unknown";
}

/** An entry that speaks of another. */
export interface Reference {
  readonly entry: Fact;
  readonly key: ReferenceKey;
  /** Of a participant. */
  readonly role?: string;
}

const asked = new WeakMap<Knowledge, Questions>();

/** The questions that one may ask of a knowledge. O(1). */
export function questionsOf(knowledge: Knowledge): Questions {
  let questions = asked.get(knowledge);
  if (questions === undefined) {
    questions = new Questions(knowledge);
    asked.set(knowledge, questions);
  }
  return questions;
}

/**
 * Answers from indices, each made for the first question that needs it: that one is linear in the entries of its kind,
 * what is said of the others holds from then on. Answers are in the order of the knowledge base, where nothing else is
 * said. Where a time is asked about, an answer is left out only if its dates exclude it, and tells how sure they are.
 */
export class Questions {
  readonly knowledge: Knowledge;
  readonly #places: Places;
  readonly #offices: Offices;
  readonly #events: Events;
  readonly #statements: Statements;
  readonly #named: GroupIndex<readonly [Id, number], Omit<Namesake, "good">>;
  readonly #references: GroupIndex<readonly [Id, ReferenceKey, string | undefined], Reference>;

  constructor(knowledge: Knowledge) {
    const { entities, events, claims, figures } = knowledge;
    this.knowledge = knowledge;
    this.#places = new Places(knowledge);
    this.#offices = new Offices(knowledge, this.#places);
    this.#events = new Events(knowledge, this.#places);
    this.#statements = new Statements(knowledge);
    this.#named = new GroupIndex(
      (add) => {
        for (const entry of each<Entity | Event>(entities, events))
          nameFormsOf(entry).forEach(({ text }, i) => {
            add(nameKey(text), [entry.id, i]);
          });
      },
      ([id, i]) => {
        const entry = (entities.get(id) ?? events.get(id))!;
        return { ...nameFormsOf(entry)[i]!, entry };
      },
    );
    this.#references = new GroupIndex(
      (add) => {
        for (const entry of each<Fact>(entities, events, claims, figures))
          for (const { id, key, role } of mentionsOf(entry)) add(id, [entry.id, key, role]);
      },
      ([id, key, role]) => ({ entry: this.fact(id)!, key, ...(role !== undefined && { role }) }),
    );
  }

  /** O(1). */
  entity(id: Id): Entity | undefined {
    return this.knowledge.entities.get(id);
  }

  /** O(1). */
  source(id: Id): Source | undefined {
    return this.knowledge.sources.get(id);
  }

  /** Whatever an id names, but for sources. O(1). */
  fact(id: Id): Fact | undefined {
    const { entities, events, claims, figures } = this.knowledge;
    return entities.get(id) ?? events.get(id) ?? claims.get(id) ?? figures.get(id);
  }

  /**
   * The actors and events of exactly this name, letters, accents, capitals and white space aside, each with the form of
   * its name that this is; of a bad one, with whether it was good at a time. O(length of the name + answers).
   */
  named(text: string, on?: Interval): readonly Namesake[] {
    return this.#named.of(nameKey(text)).map((form) => ({ ...form, good: isGood(form.bad, on) }));
  }

  /** Every place in an entry that speaks of an entry or a source: who refers to it, and how. O(answers). */
  referencesTo(id: Id): readonly Reference[] {
    return this.#references.of(id);
  }

  /**
   * Who holds an office of this title or alias (accents and capitals aside), of this body if one is given, at some time
   * in `on` if that is given. An office without dates counts as held at all times. O(holders of the title).
   */
  holdersOf(title: string, of?: Id, on?: Interval): readonly Tenure[] {
    return this.#offices
      .titled(title)
      .filter(({ role }) => (of === undefined || role.of === of) && holdsOn(role, on));
  }

  /** The same with more to choose by, and with how sure it is. O(holders of the title). */
  officeHolders(title: string, filter: OfficeFilter = {}): readonly TenureThen[] {
    return this.#offices.holders(title, filter);
  }

  /** All offices of a body and who holds them. O(tenures of the body). */
  officesOf(body: Id, filter: Omit<OfficeFilter, "of" | "within"> = {}): readonly TenureThen[] {
    return this.#offices.inBody(body, filter);
  }

  /** The offices of a person or a state, at some time in `on` if that is given. O(roles of it). */
  rolesOf(holder: Id, on?: Interval): readonly Role[] {
    return (this.entity(holder)?.roles ?? []).filter((role) => holdsOn(role, on));
  }

  /** The states that an actor or a place belongs to. O(answers). */
  countriesOf(id: Id, on?: Interval): readonly BelongingThen[] {
    return this.#offices.countriesOf(id, on);
  }

  /** What an actor is a member of. O(answers). */
  membershipsOf(id: Id, on?: Interval): readonly BelongingThen[] {
    return this.#offices.membershipsOf(id, on);
  }

  /** The members of a body. O(members of all times). */
  membersOf(body: Id, on?: Interval): readonly MemberThen[] {
    return this.#offices.membersOf(body, on);
  }

  /** The actors and places that belong to a state. O(those of all times). */
  belongingTo(country: Id, on?: Interval): readonly MemberThen[] {
    return this.#offices.belongingTo(country, on);
  }

  /** All types of which there are events. */
  get eventTypes(): readonly string[] {
    return this.#events.types;
  }

  /** The ids of the events of this type and of no other, none of which is looked at. O(1). */
  idsOfType(type: string): readonly Id[] {
    return this.#events.idsOfType(type);
  }

  /** Of this type and of no other. O(1). */
  eventsOfType(type: string): readonly Event[] {
    return this.#events.ofType(type);
  }

  /** The events in which something takes part in any role, that are about it, or that took place there. O(1). */
  eventsInvolving(id: Id): readonly Event[] {
    return this.#events.involving(id);
  }

  /** The events whose date shares a day with the interval, by their start. O(log events × answers). */
  eventsOn(interval: Interval): readonly Event[] {
    return this.#events.on(interval);
  }

  /** The events for which all of a filter is so. O(events for which the rarest of its conditions is so). */
  events(filter: EventFilter): readonly Event[] {
    return this.#events.matching(filter);
  }

  /** The last events that were over before a day, the latest first. O(log events + answers); of a filter, as `events`. */
  latestEvents(before: Day, filter: EventFilter = {}, limit = 1): readonly Event[] {
    return this.#events.latest(before, filter, limit);
  }

  /** The first events that begin after a day, the earliest first. O(log events + answers); of a filter, as `events`. */
  nextEvents(after: Day, filter: EventFilter = {}, limit = 1): readonly Event[] {
    return this.#events.next(after, filter, limit);
  }

  /** The claims that have it for a subject or an object. O(1). */
  claimsAbout(id: Id): readonly Claim[] {
    return this.#statements.claimsAbout(id);
  }

  /** The claims for which all of a filter is so. O(claims for which the rarest of its conditions is so). */
  claims(filter: ClaimFilter): readonly ClaimThen[] {
    return this.#statements.claims(filter);
  }

  /** O(1). */
  figuresOf(id: Id): readonly Figure[] {
    return this.#statements.figuresOf(id);
  }

  /** The figures of this label or alias (accents and capitals aside), of something if that is given. O(figures so called). */
  figures(label: string, of?: Id, on?: Interval): readonly FigureThen[] {
    return this.#statements.figures(label, of, on);
  }

  /** Whether the first place is the second or lies in it: an event in Doha is an event in Qatar. O(1) as a rule. */
  isWithin(place: Id, outer: Id): boolean {
    return this.#places.isWithin(place, outer);
  }

  /**
   * A place and all that it lies in at any time: what it is a part of, its country, and what these lie in. Cycles do no
   * harm. O(steps) for the first question of a place, then O(1).
   */
  placesAround(place: Id): ReadonlySet<Id> {
    return this.#places.around(place);
  }
}

/** Whether what may hold only for a time holds at some time in an interval; without either, it does. */
export function holdsOn(
  thing: { readonly during?: Interval | undefined },
  on: Interval | undefined,
): boolean {
  const { during } = thing;
  return during === undefined || on === undefined || !disjoint(during, on);
}

/** Whether a name may be used at a time: a bad one is bad from its `since` to its `until`, if it has them. */
function isGood(bad: BadName | undefined, on: Interval | undefined): Namesake["good"] {
  if (bad === undefined) return "yes";
  const since = bad.since && widened(bad.since);
  const until = bad.until && widened(bad.until);
  if (on === undefined || (since === undefined && until === undefined)) return "no";
  if ((since && on.end < since.start) || (until && on.start > until.end)) return "yes";
  return (since && on.start < since.end) || (until && on.end > until.start) ? "unknown" : "no";
}

function* each<T>(...maps: readonly ReadonlyMap<Id, T>[]): Generator<T> {
  for (const map of maps) yield* map.values();
}
