import type { Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { namesOf } from "../../knowledge-base/names/name.ts";
import { NO_WORD } from "../../knowledge-base/names/name-table.ts";
import { NEAR_NAMES, type NearTable, type Seat } from "../../knowledge-base/names/near-table.ts";
import { tableOf } from "../../knowledge-base/tables.ts";
import { remembered } from "../../text/remembered.ts";
import { isSwap } from "./edit-distance.ts";
import { type Name, type NameIndex, nameIndex } from "./name-index.ts";

const built = new WeakMap<Knowledge, NearIndex>();

/** The near index of a knowledge base; built once for each. */
export function nearIndex(knowledge: Knowledge): NearIndex {
  let index = built.get(knowledge);
  if (index === undefined) built.set(knowledge, (index = new NearIndex(knowledge)));
  return index;
}

/** What is asked of actors' names where a word may be misspelt; bad names are none here. */
export class NearIndex {
  readonly table: NearTable;
  readonly #names: NameIndex;
  readonly #entities: Knowledge["entities"];
  readonly #ofActor = new Map<Id, readonly Name[]>();
  readonly #words = new Map<Id, ReadonlySet<string>>();

  constructor(knowledge: Knowledge) {
    this.#names = nameIndex(knowledge);
    this.#entities = knowledge.entities;
    this.table = tableOf(NEAR_NAMES, knowledge);
  }

  /** The seats that a word, in any spelling, has in names of several words. */
  readonly seatsOf = remembered((word): readonly Seat[] => this.table.seatsOf(word));

  /** All names of an actor. */
  ofActor(id: Id): readonly Name[] {
    let names = this.#ofActor.get(id);
    if (names === undefined) {
      const actor = this.#entities.get(id);
      names = actor === undefined ? [] : namesOf(actor).filter(isGood);
      this.#ofActor.set(id, names);
    }
    return names;
  }

  /** All words of all names of an actor: one that another of its names has is no misspelling. */
  wordsOf(id: Id): ReadonlySet<string> {
    let words = this.#words.get(id);
    if (words === undefined)
      this.#words.set(id, (words = new Set(this.ofActor(id).flatMap(({ keys }) => keys))));
    return words;
  }

  /** The names of one word that are this word. */
  single(key: string): readonly Name[] {
    const word = this.#names.words.numberOf(key);
    return word === NO_WORD ? [] : this.#names.named("entity", word, NO_WORD).filter(isGood);
  }

  /** The names of one long word, no person's, of which two neighbouring letters have changed places. */
  swapped(key: string): readonly Name[] {
    const all = Array.from({ length: Math.max(key.length - 2, 0) }, (_, i) => {
      const at = i + 1;
      return this.single(key.slice(0, at) + key[at + 1] + key[at] + key.slice(at + 2));
    });
    return all
      .flat()
      .filter(
        ({ form, isPerson, capital, keys }) =>
          form !== "abbreviation" && !isPerson && capital[0] && isSwap(key, keys[0]!),
      );
  }
}

function isGood({ form }: Name): boolean {
  return form !== "misnomer" && form !== "discouraged";
}
