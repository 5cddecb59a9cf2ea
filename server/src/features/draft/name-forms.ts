import type { Entity, Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { fold } from "../../text/tokens.ts";

/** One of the forms under which an actor or event can be typed. */
export interface NameForm {
  readonly key: string;
  readonly form: string;
  readonly id: Id;
}

const known = new WeakMap<Knowledge, readonly NameForm[]>();

/** At most `limit` forms that begin with `typed`, capitals and accents aside, by letter. O(log forms + answers). */
export function formsBeginning(knowledge: Knowledge, typed: string, limit: number): readonly NameForm[] {
  const forms = formsOf(knowledge);
  const key = fold(typed);
  let low = 0;
  let high = forms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (forms[middle]!.key < key) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < forms.length && end - low < limit && forms[end]!.key.startsWith(key)) end++;
  return forms.slice(low, end);
}

/** Puts the names in order, for the first question after them. */
export function prepareForms(knowledge: Knowledge): void {
  formsOf(knowledge);
}

function formsOf(knowledge: Knowledge): readonly NameForm[] {
  const sorted = known.get(knowledge);
  if (sorted !== undefined) return sorted;
  const forms = [...knowledge.entities.values(), ...knowledge.events.values()].flatMap(typedForms);
  forms.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  known.set(knowledge, forms);
  return forms;
}

function typedForms(named: Entity | Event): NameForm[] {
  const weak = named.kind === "entity" ? named.weakAliases : [];
  const all = [named.name, ...named.aliases, ...named.abbreviations, ...weak];
  return [...new Set(all)].map((form) => ({ key: fold(form), form, id: named.id }));
}
