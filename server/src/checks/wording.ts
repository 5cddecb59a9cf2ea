import type { Entity, Event, Evidence, Named } from "../knowledge-base/knowledge.ts";
import { nameLike } from "../reading/names/right-name.ts";
import type { TimeValue } from "../time/time.ts";
import { describeTime } from "../time/write.ts";

/** An event's name as it stands in a sentence: with "the", unless the name begins with one or with a possessive. */
export function theEvent(event: Event): string {
  return /^(?:the|a|an|operation)\s/i.test(event.name) || /^\S+['’]s\s/.test(event.name)
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

/**
 * What to write for `right` where the draft has `text` for `wrong`: a surname for a surname and an abbreviation for an
 * abbreviation, if the draft has spelt the right one out (`named`).
 */
export function inFormOf(text: string, wrong: Entity | undefined, right: Entity, named: boolean): string {
  if (wrong === undefined || !named) return right.name;
  if (wrong.abbreviations.includes(text)) return right.abbreviations[0] ?? right.name;
  const last = ({ name }: Entity) => name.split(/\s+/).at(-1)!;
  const isPerson = wrong.type === "person" && right.type === "person";
  if (isPerson && text === last(wrong)) return last(right);
  return wrong.weakAliases.includes(text) ? (right.weakAliases[0] ?? right.name) : nameLike(right, text);
}

/** "Haldane's", "the Farmers'". */
export function possessive({ name, type }: Entity, text: string, mark: string): string {
  return type !== "person" && (text === name || text.includes(" ")) && text.endsWith("s")
    ? text + mark
    : `${text}${mark}s`;
}

export function namesOf(entities: readonly (Entity | undefined)[]): string[] {
  return entities.flatMap((entity) => (entity === undefined ? [] : [entity.name]));
}

/**
 * What a finding rests on: the sources of the facts that speak against the draft, those first whose quoted words hold
 * most of what should have been written.
 */
export function evidenceOf(
  facts: readonly Pick<Named, "evidence">[],
  right: readonly string[],
): readonly Evidence[] {
  const words = right.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)).filter((word) => word !== "");
  const count = ({ quote = "" }: Evidence) => words.filter((word) => quote.includes(word)).length;
  return facts.flatMap(({ evidence }) => evidence).sort((a, b) => count(b) - count(a));
}

/** "was" or "were", by the noun that an event's name ends in or has before "of". */
export function was(event: Event): string {
  const [head = ""] = event.name.split(/ (?:of|in|at|on|between|for|by) /);
  return /[^siu]s$/.test(head) ? "were" : "was";
}

/** A date with its preposition: "on 19 October 2025", "around 25 October 2025", "in summer 2021", "from 9 to 11 March 2022". */
export function onDate(value: TimeValue): string {
  const described = describeTime(value);
  if (/^about /.test(described)) return described.replace("about", "around");
  if (/^(?:since|until|before|after|by) /.test(described)) return described;
  if (/ to /.test(described)) return `from ${described}`;
  return value.precision === "day" ? `on ${described}` : `in ${described}`;
}
