import type { Interval } from "../../time/time.ts";
import type { Claim, Figure, Id, Knowledge } from "../knowledge.ts";
import { holding, type Surely } from "./at-a-time.ts";
import { entriesBy, type GroupIndex } from "./group-index.ts";
import { nameKey } from "./name-forms.ts";

/** Which claims are meant; all that is said of them must be so. */
export interface ClaimFilter {
  readonly subject?: Id | undefined;
  readonly predicate?: string | undefined;
  readonly object?: Id | undefined;
  /** Whether it is claimed to be so, or not to be so. */
  readonly holds?: boolean | undefined;
  readonly status?: Claim["status"] | undefined;
  /** When it is to hold, or to have happened. */
  readonly on?: Interval | undefined;
}

/** A claim that speaks of the time asked about, and whether that is sure. */
export interface ClaimThen {
  readonly claim: Claim;
  readonly holds: Surely;
}

/** A figure that speaks of the time asked about, and whether that is sure. */
export interface FigureThen {
  readonly figure: Figure;
  readonly holds: Surely;
}

/** Answers about claims and figures; each index is made for the first question that needs it. */
export class Statements {
  readonly #claims: Knowledge["claims"];
  readonly #about: GroupIndex<Id, Claim>;
  readonly #bySubject: GroupIndex<Id, Claim>;
  readonly #byPredicate: GroupIndex<Id, Claim>;
  readonly #byObject: GroupIndex<Id, Claim>;
  readonly #figures: GroupIndex<Id, Figure>;
  readonly #labelled: GroupIndex<Id, Figure>;

  constructor({ claims, figures }: Knowledge) {
    this.#claims = claims;
    this.#about = entriesBy(claims, ({ subject, object }) => [...subject, ...object]);
    this.#bySubject = entriesBy(claims, ({ subject }) => subject);
    this.#byPredicate = entriesBy(claims, ({ predicate }) => [predicate]);
    this.#byObject = entriesBy(claims, ({ object }) => object);
    this.#figures = entriesBy(figures, ({ of }) => [of]);
    this.#labelled = entriesBy(figures, ({ label, aliases }) => [label, ...aliases].map(nameKey));
  }

  claimsAbout(id: Id): readonly Claim[] {
    return this.#about.of(id);
  }

  claims({ on, ...filter }: ClaimFilter): ClaimThen[] {
    const fitting = this.#candidates(filter).filter((claim) => fits(claim, filter));
    const dated = fitting.map((claim) => ({ claim, during: claim.during ?? claim.date }));
    return holding(dated, on, ({ claim }) => ({ claim }));
  }

  figuresOf(id: Id): readonly Figure[] {
    return this.#figures.of(id);
  }

  figures(label: string, of: Id | undefined, on: Interval | undefined): FigureThen[] {
    const fitting = this.#labelled
      .of(nameKey(label))
      .filter((figure) => of === undefined || figure.of === of);
    const dated = fitting.map((figure) => ({ figure, during: figure.asOf }));
    return holding(dated, on, ({ figure }) => ({ figure }));
  }

  /** The fewest claims that one index gives for a condition of the filter. */
  #candidates({ subject, predicate, object }: ClaimFilter): readonly Claim[] {
    const lists = [
      ...(subject === undefined ? [] : [this.#bySubject.of(subject)]),
      ...(predicate === undefined ? [] : [this.#byPredicate.of(predicate)]),
      ...(object === undefined ? [] : [this.#byObject.of(object)]),
    ];
    if (lists.length > 0) return lists.reduce((a, b) => (b.length < a.length ? b : a));
    return Array.from(this.#claims.keys(), (id) => this.#claims.get(id)!);
  }
}

function fits(claim: Claim, { subject, predicate, object, holds, status }: ClaimFilter): boolean {
  return (
    (subject === undefined || claim.subject.includes(subject)) &&
    (predicate === undefined || claim.predicate === predicate) &&
    (object === undefined || claim.object.includes(object)) &&
    (holds === undefined || claim.holds === holds) &&
    (status === undefined || claim.status === status)
  );
}
