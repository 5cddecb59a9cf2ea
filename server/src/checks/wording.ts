import type { Entity, Event, Evidence, Named } from "../knowledge-base/knowledge.ts";

/** An event's name as it stands in a sentence: with "the", unless the name begins with one or with a possessive. */
export function theEvent(event: Event): string {
  return /^(?:the|a|an)\s/i.test(event.name) || /^\S+['’]s\s/.test(event.name)
    ? event.name
    : `the ${event.name}`;
}

export function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Türkiye", "Türkiye and Qatar", "A, B and C". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export function namesOf(entities: readonly (Entity | undefined)[]): string[] {
  return entities.flatMap((entity) => (entity === undefined ? [] : [entity.name]));
}

/** What a finding rests on: the sources of the facts that speak against the draft. */
export function evidenceOf(...facts: readonly (Named | undefined)[]): readonly Evidence[] {
  return facts.flatMap((fact) => fact?.evidence ?? []);
}
