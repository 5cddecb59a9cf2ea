import { GONE, ofNamed } from "../../knowledge-base/change.ts";
import { type Numbered, numberedKeys } from "../../knowledge-base/computed-map.ts";
import type { Entity, Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { NUMBERS, Numbers } from "../../knowledge-base/names/numbers.ts";
import { PACE } from "../../knowledge-base/steps.ts";
import { type TableKind, tableOf } from "../../knowledge-base/tables.ts";
import { bisect } from "../../text/bisect.ts";
import { fold } from "../../text/tokens.ts";

/** One of the forms under which an actor or event can be typed. */
export interface NameForm {
  readonly key: string;
  readonly form: string;
  readonly id: Id;
}

/** All forms by letter: of each the number of its owner, events after actors, and which of the owner's forms it is. */
export const FORMS: TableKind<SortedForms> = {
  name: "forms by letter",
  *make({ entities, events }) {
    // Those that begin alike are few enough to be sorted without a pause.
    const alike = new Map<string, NumberedForm[]>();
    let owner = 0;
    for (const map of [entities, events])
      for (const entry of map.values()) {
        for (const form of formsOf(entry, owner)) {
          const beginning = form.key.slice(0, ALIKE);
          const known = alike.get(beginning);
          if (known === undefined) alike.set(beginning, [form]);
          else known.push(form);
        }
        if (++owner % PACE === 0) yield;
      }
    const sorted = new Forms();
    for (const beginning of [...alike.keys()].sort()) {
      for (const form of alike.get(beginning)!.sort(byKey)) sorted.push(form);
      yield;
    }
    return sorted.arrays();
  },
  *patch(arrays, change) {
    const { now, fresh } = ofNamed(change);
    const [owners, numbers] = arrays as [Uint32Array, Uint32Array];
    const kept = new Forms();
    for (let i = 0; i < owners.length; i++) {
      const owner = now(owners[i]!);
      if (owner !== GONE) kept.push({ owner, form: numbers[i]! });
      if (i % NUMBERS === 0) yield;
    }
    const added: NumberedForm[] = [];
    for (const [owner, entry] of fresh()) {
      added.push(...formsOf(entry, owner));
      if (owner % PACE === 0) yield;
    }
    const there = kept.arrays();
    const forms = new SortedForms(there, change.after);
    const sorted = new Forms();
    let next = 0;
    for (const form of added.sort(byKey)) {
      const to = bisect(forms.length, (i) => byKey({ ...forms.at(i), owner: there[0][i]! }, form) < 0);
      yield* keep(to);
      sorted.push(form);
    }
    yield* keep(forms.length);
    return sorted.arrays();

    function* keep(to: number): Generator<undefined, void> {
      for (; next < to; next++) {
        sorted.push({ owner: there[0][next]!, form: there[1][next]! });
        if (next % NUMBERS === 0) yield;
      }
    }
  },
  open: (arrays, knowledge) => new SortedForms(arrays as [Uint32Array, Uint32Array], knowledge),
};

interface NumberedForm {
  readonly key: string;
  readonly owner: number;
  readonly form: number;
}

/** Forms in order, as numbers. */
class Forms {
  readonly #owners = new Numbers();
  readonly #forms = new Numbers();

  push({ owner, form }: Omit<NumberedForm, "key">): void {
    this.#owners.push(owner);
    this.#forms.push(form);
  }

  arrays(): readonly [Uint32Array, Uint32Array] {
    return [this.#owners.array(), this.#forms.array()];
  }
}

function formsOf(entry: Entity | Event, owner: number): NumberedForm[] {
  return typedForms(entry).map(({ key }, form) => ({ key, owner, form }));
}

/** In code units. */
const ALIKE = 3;

function byKey(a: Pick<NumberedForm, "key" | "owner">, b: Pick<NumberedForm, "key" | "owner">): number {
  return a.key < b.key ? -1 : Number(a.key > b.key) || a.owner - b.owner;
}

/** The forms by letter; each is made of its owner when it is looked at. */
class SortedForms {
  readonly #owners: Uint32Array;
  readonly #forms: Uint32Array;
  readonly #knowledge: Knowledge;
  readonly #entities: Numbered<Id>;
  readonly #events: Numbered<Id>;

  constructor([owners, forms]: readonly [Uint32Array, Uint32Array], knowledge: Knowledge) {
    this.#owners = owners;
    this.#forms = forms;
    this.#knowledge = knowledge;
    this.#entities = numberedKeys(knowledge.entities);
    this.#events = numberedKeys(knowledge.events);
  }

  get length(): number {
    return this.#owners.length;
  }

  at(index: number): NameForm {
    const owner = this.#owners[index]!;
    const { entities, events } = this.#knowledge;
    const actors = this.#entities.length;
    const entry =
      owner < actors
        ? entities.get(this.#entities.at(owner)!)!
        : events.get(this.#events.at(owner - actors)!)!;
    return typedForms(entry)[this.#forms[index]!]!;
  }
}

/** At most `limit` forms that begin with `typed`, capitals and accents aside, by letter. O(log forms + answers). */
export function formsBeginning(knowledge: Knowledge, typed: string, limit: number): readonly NameForm[] {
  const forms = tableOf(FORMS, knowledge);
  const key = fold(typed);
  const found: NameForm[] = [];
  const first = bisect(forms.length, (i) => forms.at(i).key < key);
  for (let at = first; at < forms.length && found.length < limit; at++) {
    const form = forms.at(at);
    if (!form.key.startsWith(key)) break;
    found.push(form);
  }
  return found;
}

function typedForms(named: Entity | Event): NameForm[] {
  const weak = named.kind === "entity" ? named.weakAliases : [];
  const all = [named.name, ...named.aliases, ...named.abbreviations, ...weak];
  return [...new Set(all)].map((form) => ({ key: fold(form), form, id: named.id }));
}
