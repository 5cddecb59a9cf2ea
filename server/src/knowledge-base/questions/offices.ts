import { fold } from "../../text/tokens.ts";
import type { Interval } from "../../time/time.ts";
import type { Dated, Entity, Id, Knowledge, Role } from "../knowledge.ts";
import { holding, type Surely } from "./at-a-time.ts";
import { GroupIndex } from "./group-index.ts";
import type { Places } from "./places.ts";

/** An office and who holds it. */
export interface Tenure {
  readonly holder: Entity;
  readonly role: Role;
}

/** A tenure at the time asked about, and whether that is sure. */
export type TenureThen = Tenure & { readonly holds: Surely };

/** A country or a body that somebody belongs to at the time asked about, and whether that is sure. */
export type BelongingThen = Dated & { readonly holds: Surely };
export type MemberThen = BelongingThen & { readonly member: Entity };

/** Which office is meant; all that is said of it must be so. */
export interface OfficeFilter {
  /** The body that it belongs to. */
  readonly of?: Id | undefined;
  /** Bodies that are a part of that one count too, and those that lie in it. */
  readonly within?: boolean | undefined;
  /** Held for the time being only, or not so. */
  readonly acting?: boolean | undefined;
  readonly on?: Interval | undefined;
}

/** Which tenure of an entity. */
type Ref = readonly [holder: Id, number: number];

/** Answers about who holds an office and who belongs where; each index is made for the first question that needs it. */
export class Offices {
  readonly #entities: Knowledge["entities"];
  readonly #places: Places;
  /** By folded title. */
  readonly #titled: GroupIndex<Ref, Tenure>;
  readonly #of: GroupIndex<Ref, Tenure>;
  readonly #members: GroupIndex<Ref, Dated & { readonly member: Entity }>;
  readonly #people: GroupIndex<Ref, Dated & { readonly member: Entity }>;

  constructor({ entities }: Knowledge, places: Places) {
    const tenure = ([holder, number]: Ref) => tenureOf(entities.get(holder)!, number);
    const roles = (keysOf: (role: Role) => readonly string[]) =>
      new GroupIndex<Ref, Tenure>((add) => {
        for (const { id, roles } of entities.values())
          roles.forEach((role, i) => {
            for (const key of new Set(keysOf(role))) add(key, [id, i]);
          });
      }, tenure);
    const belonging = (of: "memberOf" | "country") =>
      new GroupIndex<Ref, Dated & { readonly member: Entity }>(
        (add) => {
          for (const entity of entities.values())
            entity[of].forEach((each, i) => {
              add(each.of, [entity.id, i]);
            });
        },
        ([id, i]) => {
          const member = entities.get(id)!;
          return { ...member[of][i]!, member };
        },
      );
    this.#entities = entities;
    this.#places = places;
    this.#titled = roles(({ title, aliases }) => [title, ...aliases].map(fold));
    this.#of = roles(({ of }) => [of]);
    this.#members = belonging("memberOf");
    this.#people = belonging("country");
  }

  titled(title: string): readonly Tenure[] {
    return this.#titled.of(fold(title));
  }

  holders(title: string, filter: OfficeFilter): TenureThen[] {
    return this.#fitting(this.titled(title), filter);
  }

  inBody(body: Id, filter: Omit<OfficeFilter, "of" | "within">): TenureThen[] {
    return this.#fitting(this.#of.of(body), filter);
  }

  countriesOf(id: Id, on: Interval | undefined): BelongingThen[] {
    return holding(this.#entities.get(id)?.country ?? [], on, (each) => each);
  }

  membershipsOf(id: Id, on: Interval | undefined): BelongingThen[] {
    return holding(this.#entities.get(id)?.memberOf ?? [], on, (each) => each);
  }

  membersOf(body: Id, on: Interval | undefined): MemberThen[] {
    return holding(this.#members.of(body), on, (each) => each);
  }

  belongingTo(country: Id, on: Interval | undefined): MemberThen[] {
    return holding(this.#people.of(country), on, (each) => each);
  }

  #fitting(tenures: readonly Tenure[], { of, within = false, acting, on }: OfficeFilter): TenureThen[] {
    const fitting = tenures.filter(
      ({ role }) =>
        (of === undefined || role.of === of || (within && this.#places.isWithin(role.of, of))) &&
        (acting === undefined || role.acting === acting),
    );
    const dated = fitting.map((tenure) => ({ tenure, during: tenure.role.during }));
    return holding(dated, on, ({ tenure }) => tenure);
  }
}

function tenureOf(holder: Entity, number: number): Tenure {
  return { holder, role: holder.roles[number]! };
}
