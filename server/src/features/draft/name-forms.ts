import { type Numbered, numberedKeys } from "../../knowledge-base/computed-map.ts";
import type { Entity, Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { PACE, type TableKind, tableOf } from "../../knowledge-base/tables.ts";
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
    const forms: { readonly key: string; readonly owner: number; readonly form: number }[] = [];
    let owner = 0;
    for (const map of [entities, events])
      for (const entry of map.values()) {
        for (const [form, { key }] of typedForms(entry).entries()) forms.push({ key, owner, form });
        if (++owner % PACE === 0) yield;
      }
    forms.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
    return [Uint32Array.from(forms, ({ owner }) => owner), Uint32Array.from(forms, ({ form }) => form)];
  },
  open: (arrays, knowledge) => new SortedForms(arrays as [Uint32Array, Uint32Array], knowledge),
};

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
  let low = 0;
  let high = forms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (forms.at(middle).key < key) low = middle + 1;
    else high = middle;
  }
  const found: NameForm[] = [];
  for (let at = low; at < forms.length && found.length < limit; at++) {
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
