import type { Id } from "../knowledge-base/knowledge.ts";
import type { Day } from "../time/time.ts";
import type { Follower, ReadPart } from "./ledger.ts";
import { Tally } from "./tally.ts";

/** Whom and what a draft mentions anywhere. */
export class Mentioned implements Follower {
  readonly #named = new Tally<Id>();
  readonly #events = new Tally<Id>();
  readonly #days = new Tally<Day>();

  add(part: ReadPart): void {
    for (const id of named(part)) this.#named.add(id);
    for (const { id } of part.found.events) this.#events.add(id);
    for (const day of days(part)) this.#days.add(day);
  }

  remove(part: ReadPart): void {
    for (const id of named(part)) this.#named.remove(id);
    for (const { id } of part.found.events) this.#events.remove(id);
    for (const day of days(part)) this.#days.remove(day);
  }

  /** By the name that the knowledge base gives first. */
  isNamed(id: Id): boolean {
    return this.#named.has(id);
  }

  speaksOf(event: Id): boolean {
    return this.#events.has(event);
  }

  /** In full, with its year. */
  statesDay(day: Day): boolean {
    return this.#days.has(day);
  }
}

function named({ found }: ReadPart): Id[] {
  return found.entities.flatMap(({ form, ids }) => (form === "name" ? ids : []));
}

function days({ found }: ReadPart): Day[] {
  return found.times.flatMap(({ stated, value }) =>
    stated.day !== undefined && stated.year !== undefined && value?.start === value?.end
      ? (value?.start ?? [])
      : [],
  );
}
