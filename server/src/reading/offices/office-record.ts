import type { Entity, Id, Knowledge, Role } from "../../knowledge-base/knowledge.ts";
import { questionsOf, type Tenure } from "../../knowledge-base/questions.ts";
import type { TimeValue } from "../../time/time.ts";
import { COURTESY_TITLES } from "../english/offices.ts";
import type { Passage } from "../grammar/passage.ts";
import type { OfficeHeld } from "./holdings.ts";
import type { OfficeTime } from "./office-times.ts";
import { hasTitle, headOf } from "./titles.ts";

/** Who is said to have which office, and when. */
export interface AskedOffice {
  readonly knowledge: Knowledge;
  readonly passage: Passage;
  readonly person: Entity;
  readonly held: OfficeHeld;
  /** Folded, without "acting". */
  readonly title: string;
  /** As the draft has it. */
  readonly written: string;
  /** Whose office it is said to be; none if that is not said. */
  readonly owners: readonly Id[];
  readonly time: OfficeTime;
}

/** What the knowledge base has of the office that is asked about: whose it may be, and who held it at the time. */
export class OfficeRecord {
  readonly #asked: AskedOffice;

  constructor(asked: AskedOffice) {
    this.#asked = asked;
  }

  isHeld({ during }: Role): boolean {
    return this.#asked.time.at === undefined || overlap(during, this.#asked.time.at);
  }

  /**
   * Whose office can be meant: the stated owner's; or any of those that the person serves; or, of an office that the
   * knowledge base has in one body only ("the chancellor"), that body's.
   */
  bodies(): readonly Id[] {
    if (this.#asked.owners.length > 0) return this.#asked.owners;
    const { roles, country } = this.#asked.person;
    const own = [...new Set([...roles, ...country].map(({ of }) => of))];
    const isTelling = this.#asked.title.includes(" ") || !COURTESY_TITLES.has(headOf(this.#asked.title));
    if (!isTelling || this.#asked.held.office.indefinite || this.otherHolders(own).length > 0) return own;
    const titled = questionsOf(this.#asked.knowledge).holdersOf(this.#asked.title);
    const bodies = new Set(titled.map(({ role }) => role.of));
    return bodies.size === 1 ? [...own, ...bodies] : own;
  }

  isOwner(of: Id): boolean {
    const { owners, knowledge } = this.#asked;
    return owners.length === 0 || owners.some((id) => id === of || questionsOf(knowledge).isWithin(id, of));
  }

  otherHolders(bodies: readonly Id[]): readonly Entity[] {
    const tenures = this.tenures(bodies).filter(({ role }) => bodies.includes(role.of) && this.isHeld(role));
    return [...new Set(tenures.map(({ holder }) => holder))].filter(({ id }) => id !== this.#asked.person.id);
  }

  /** The tenures of the office in some bodies, or, of an office of nobody in particular, in all. */
  tenures(bodies: readonly Id[]): readonly Tenure[] {
    const { knowledge } = this.#asked;
    if (bodies.length === 0) return questionsOf(knowledge).holdersOf(this.#asked.title);
    return bodies.flatMap((body) => tenuresIn(body, this.#asked.title, knowledge));
  }
}

/** How many answers are remembered: drafts bring titles without end. */
const MOST_ANSWERS = 20_000;
const answered = new WeakMap<Knowledge, Map<string, readonly Tenure[]>>();

/** The tenures of an office in a body, under any form of its title. Linear in the body's tenures, once for each title. */
function tenuresIn(body: Id, title: string, knowledge: Knowledge): readonly Tenure[] {
  let answers = answered.get(knowledge);
  if (answers === undefined) answered.set(knowledge, (answers = new Map()));
  const key = `${body} ${title}`;
  let tenures = answers.get(key);
  if (tenures === undefined) {
    tenures = questionsOf(knowledge)
      .officesOf(body)
      .filter(({ role }) => hasTitle(role, title));
    if (answers.size >= MOST_ANSWERS) answers.clear();
    answers.set(key, tenures);
  }
  return tenures;
}

export function overlap(a: TimeValue | undefined, b: TimeValue | undefined): boolean {
  return a === undefined || b === undefined || (a.start <= b.end && b.start <= a.end);
}
