import { isCapitalized, isInCapitals, nameTokens } from "../../text/name-words.ts";
import type { Entity, Event, Id, Knowledge } from "../knowledge.ts";
import { hasSpellings, otherPartings, spellingKeys } from "./spellings.ts";

/** Which of its names something is called by; to be added to at the end. */
export const FORMS = [
  "name",
  "alias",
  "weakAlias",
  "abbreviation",
  "demonym",
  "metonym",
  "discouraged",
  "misnomer",
] as const;

/** One form of one actor's or event's name. */
export interface Name {
  readonly id: Id;
  readonly of: "entity" | "event";
  readonly form: (typeof FORMS)[number];
  /** As written in the knowledge base. */
  readonly text: string;
  /** Folded words without hyphens and a leading article: what the draft's tokens are compared with. */
  readonly keys: readonly string[];
  /** Which of the words begin with a capital, and so must in the draft. */
  readonly capital: readonly boolean[];
  /** Two capitals or more and nothing else ("US", "TTP"): must be capitals in the draft as well. */
  readonly capitals: boolean;
  readonly isPerson: boolean;
  /** A person's last name by itself. */
  readonly isSurname: boolean;
  /** For names that may be spelt in other ways too: of each word what stands for all of its spellings. */
  readonly spellings: readonly (readonly string[])[] | undefined;
}

/** A name with what stands for the spellings of its words. */
export type SpeltName = Name & { readonly spellings: readonly (readonly string[])[] };

/** All names by which an actor or an event is found in a draft, in a fixed order. */
export function namesOf(entry: Entity | Event): Name[] {
  return [...(entry.kind === "entity" ? entityNames(entry) : eventNames(entry))];
}

/** All names of a knowledge base: those of actors, then those of events. */
export function* allNames({ entities, events }: Pick<Knowledge, "entities" | "events">): Generator<Name> {
  for (const entity of entities.values()) yield* entityNames(entity);
  for (const event of events.values()) yield* eventNames(event);
}

export const NOT_ASCII = /[^\0-\x7f]/;
const SPELT_FORMS: ReadonlySet<Name["form"]> = new Set(["name", "alias", "weakAlias", "demonym"]);

/** A name with the spellings of its words, and its other partings with theirs. Abbreviations and bad names have none. */
export function* spellingsOf(name: Name): Generator<SpeltName> {
  if (name.of !== "entity" || name.capitals || !SPELT_FORMS.has(name.form) || !name.capital.some(Boolean))
    return;
  if (!name.keys.some(hasSpellings) && !NOT_ASCII.test(name.text)) return;
  const tokens = nameTokens(name.text);
  yield { ...name, spellings: tokens.map(({ text }) => spellingKeys(text)) };
  for (const words of otherPartings(tokens.map(({ text }) => text))) {
    const spellings = words.map(spellingKeys);
    const capital = words.map(isCapitalized);
    yield { ...name, keys: spellings.map(([key]) => key!), capital, spellings };
  }
}

function* entityNames(entity: Entity): Generator<Name> {
  const last = entity.type === "person" ? nameTokens(entity.name).at(-1)?.text : undefined;
  const isPerson = entity.type === "person";
  const make = (text: string, form: Name["form"]) =>
    named(entity.id, "entity", text, form, { isPerson, isSurname: text === last });
  yield* make(entity.name, "name");
  for (const alias of entity.aliases) yield* make(alias, "alias");
  for (const alias of entity.weakAliases) yield* make(alias, "weakAlias");
  for (const abbreviation of entity.abbreviations) yield* make(abbreviation, "abbreviation");
  for (const demonym of entity.demonyms) {
    yield* make(demonym, "demonym");
    if (!/(?:s|sh|ch|ese)$/.test(demonym) && !entity.demonyms.includes(`${demonym}s`))
      yield* make(`${demonym}s`, "demonym");
  }
  for (const metonym of entity.metonyms) yield* make(metonym, "metonym");
  for (const { form } of entity.discouraged) yield* make(form, "discouraged");
  for (const { form } of entity.misnomers) yield* make(form, "misnomer");
  if (entity.type === "person") yield* surname(entity);
}

function* eventNames(event: Event): Generator<Name> {
  yield* named(event.id, "event", event.name, "name");
  for (const alias of event.aliases) yield* named(event.id, "event", alias, "alias");
  for (const abbreviation of event.abbreviations)
    yield* named(event.id, "event", abbreviation, "abbreviation");
  for (const { form } of event.discouraged) yield* named(event.id, "event", form, "discouraged");
}

/** A person's last name alone counts once the draft has named the person: a weak alias that nobody needs to write down. */
function* surname(person: Entity): Generator<Name> {
  const words = nameTokens(person.name);
  const last = words.at(-1);
  // "Ysolde of Lumme", "Aldemar the Stout", "Rainald III": no surnames.
  if (/^(?:of|the|de|von|van|from)$/.test(words.at(-2)?.key ?? "") || /^[IVX]+$/.test(last?.text ?? ""))
    return;
  const known = [...person.aliases, ...person.weakAliases];
  if (last === undefined || last.text === person.name || known.includes(last.text)) return;
  yield* named(person.id, "entity", last.text, "weakAlias", { isPerson: true, isSurname: true });
}

function* named(
  id: Id,
  of: Name["of"],
  text: string,
  form: Name["form"],
  person = { isPerson: false, isSurname: false },
): Generator<Name> {
  const tokens = nameTokens(text);
  if (tokens.length === 0) return;
  yield {
    isPerson: person.isPerson,
    isSurname: person.isSurname,
    spellings: undefined,
    id,
    of,
    form,
    text,
    keys: tokens.map((token) => token.key),
    capital: tokens.map((token) => isCapitalized(token.text)),
    capitals: isInCapitals(tokens),
  };
}
