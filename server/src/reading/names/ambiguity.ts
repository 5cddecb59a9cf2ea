import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { questionsOf } from "../../knowledge-base/questions.ts";
import { slice } from "../../text/span.ts";
import type { Follower, ReadPart } from "../ledger.ts";
import { type InOrder, listAt, takeOut } from "../memory/in-order.ts";
import type { EntityMention } from "../reading.ts";
import { setAt, Tally } from "../tally.ts";

/** How many candidates a name may have: more of them are no choice that a writer could be offered. */
const MOST = 5;

/** A mention that can be several actors, and which; it stands in a part of the draft. */
export interface AmbiguousName {
  readonly part: ReadPart;
  readonly mention: EntityMention;
  readonly ids: readonly Id[];
}

/** The mentions of a name as it is written, that several can have. */
type Mentions = InOrder<ReadPart, readonly EntityMention[]>;

/**
 * The names that several distinct actors share and that neither the sentence nor the rest of the draft gives to one of
 * them; each name once, at its first place. Only those are judged again of which something has changed.
 */
export class AmbiguousNames implements Follower {
  readonly #knowledge: Knowledge;
  /** Whom a mention names that can be nobody else. */
  readonly #named = new Tally<Id>();
  /** By the words of the name. */
  readonly #shared = new Map<string, Mentions>();
  /** The names that somebody shares. */
  readonly #namesOf = new Map<Id, Set<string>>();
  readonly #open = new Set<string>();
  readonly #found = new Map<string, AmbiguousName>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  add(part: ReadPart): void {
    for (const { ids } of part.found.entities.filter(isSure))
      if (this.#named.add(ids[0]!) === 1) this.#reopen(ids[0]!);
    for (const [written, mentions] of sharedIn(part)) {
      listAt(this.#shared, written).add(part, mentions);
      for (const { ids } of mentions) for (const id of ids) setAt(this.#namesOf, id).add(written);
      this.#open.add(written);
    }
  }

  remove(part: ReadPart): void {
    for (const { ids } of part.found.entities.filter(isSure))
      if (this.#named.remove(ids[0]!) === 0) this.#reopen(ids[0]!);
    for (const written of sharedIn(part).keys()) {
      takeOut(this.#shared, written, part);
      this.#open.add(written);
    }
  }

  found(): Iterable<AmbiguousName> {
    for (const written of this.#open) {
      const first = this.#firstIn(this.#shared.get(written));
      if (first === undefined) this.#found.delete(written);
      else this.#found.set(written, first);
    }
    this.#open.clear();
    return this.#found.values();
  }

  #reopen(id: Id): void {
    for (const written of this.#namesOf.get(id) ?? []) this.#open.add(written);
  }

  #firstIn(shared: Mentions | undefined): AmbiguousName | undefined {
    const judged = new Map<string, boolean>();
    for (const [part, mentions] of shared ?? [])
      for (const mention of mentions) {
        const { ids } = mention;
        const key = ids.join(" ");
        const isOpen = judged.get(key) ?? this.#isOpen(ids);
        judged.set(key, isOpen);
        if (isOpen) return { part, mention, ids };
      }
    return undefined;
  }

  #isOpen(ids: readonly Id[]): boolean {
    return ids.filter((id) => this.#named.has(id)).length !== 1 && !areOne(ids, this.#knowledge);
  }
}

function isSure({ ids, form }: EntityMention): boolean {
  return ids.length === 1 && form !== "near";
}

function sharedIn({ part, found }: ReadPart): ReadonlyMap<string, EntityMention[]> {
  const shared = new Map<string, EntityMention[]>();
  for (const mention of found.entities) {
    const { ids, form, quoted, span } = mention;
    if (ids.length < 2 || ids.length > MOST || quoted === true || !SHARED.has(form)) continue;
    const written = slice(part.text, span);
    const known = shared.get(written);
    if (known === undefined) shared.set(written, [mention]);
    else known.push(mention);
  }
  return shared;
}

const SHARED: ReadonlySet<EntityMention["form"]> = new Set([
  "name",
  "alias",
  "weakAlias",
  "abbreviation",
  "metonym",
]);

/** A town and its state, a body and the one that it succeeded: who says the one may well mean the other. */
function areOne(ids: readonly Id[], knowledge: Knowledge): boolean {
  const questions = questionsOf(knowledge);
  const isSame = (a: Id, b: Id) => {
    const [one, other] = [knowledge.entities.get(a), knowledge.entities.get(b)];
    return (
      questions.isWithin(a, b) ||
      questions.isWithin(b, a) ||
      one?.formerly === b ||
      other?.formerly === a ||
      one?.partOf === b ||
      other?.partOf === a
    );
  };
  return ids.some((a, i) => ids.some((b, j) => i < j && isSame(a, b)));
}
