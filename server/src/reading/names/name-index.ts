import type { Entity, Event, Id, Knowledge } from "../../knowledge-base/knowledge.ts";
import { isInCapitals, nameTokens } from "../../text/name-words.ts";
import type { NameForm } from "../reading.ts";
import { hasSpellings, otherPartings, spellingKeys } from "./spellings.ts";

/** One form of one actor's or event's name. */
export interface Name {
  readonly id: Id;
  readonly of: "entity" | "event";
  readonly form: NameForm;
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

/**
 * All names of a knowledge base by what they are of and the words that they open with: the only one, or the first two with a space between
 * them, because thousands may be called Mary. Longest first, so that the first match is the best.
 */
export interface NameIndex {
  readonly byOpening: ReadonlyMap<string, readonly Name[]>;
  /** Names of actors with a word that has other spellings, by what stands for all spellings of these words. */
  readonly bySpelling: ReadonlyMap<string, readonly Name[]>;
  /** Their first words, in any spelling: most words of a draft open no name, and are looked up once. */
  readonly firstWords: Readonly<Record<Name["of"], ReadonlySet<string>>>;
  readonly all: readonly Name[];
}

const built = new WeakMap<Knowledge, NameIndex>();

/** The index of a knowledge base's names; built once for each. */
export function nameIndex(knowledge: Knowledge): NameIndex {
  let index = built.get(knowledge);
  if (index === undefined) built.set(knowledge, (index = build(knowledge)));
  return index;
}

export function isCapitalized(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

function build(knowledge: Knowledge): NameIndex {
  const all: Name[] = [];
  for (const entity of knowledge.entities.values()) all.push(...entityNames(entity));
  for (const event of knowledge.events.values()) all.push(...eventNames(event));
  const byOpening = new Map<string, Name[]>();
  const bySpelling = new Map<string, Name[]>();
  const firstWords = { entity: new Set<string>(), event: new Set<string>() };
  for (const name of all) {
    firstWords[name.of].add(name.keys[0]!);
    push(byOpening, `${name.of} ${name.keys.slice(0, 2).join(" ")}`, name);
    for (const spelt of spellingsOf(name)) {
      for (const key of spelt.spellings[0]!) firstWords[name.of].add(key);
      for (const key of openings(spelt.spellings[0]!, spelt.spellings[1]))
        push(bySpelling, `${name.of} ${key}`, spelt);
    }
  }
  for (const index of [byOpening, bySpelling])
    for (const names of index.values()) names.sort((a, b) => b.keys.length - a.keys.length);
  return { byOpening, bySpelling, firstWords, all };
}

/** The keys under which two words, or one, are looked up, whichever of its spellings each has. */
export function openings(first: readonly string[], second?: readonly string[]): readonly string[] {
  if (second === undefined) return first;
  return first.flatMap((one) => second.map((two) => `${one} ${two}`));
}

function push(index: Map<string, Name[]>, key: string, name: Name): void {
  const names = index.get(key);
  if (names === undefined) index.set(key, [name]);
  else names.push(name);
}

const NOT_ASCII = /[^\0-\x7f]/;
const SPELT_FORMS: ReadonlySet<NameForm> = new Set(["name", "alias", "weakAlias", "demonym"]);

/** A name with the spellings of its words, and its other partings with theirs. Abbreviations and bad names have none. */
function* spellingsOf(name: Name): Generator<Name & { readonly spellings: readonly (readonly string[])[] }> {
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
  const make = (text: string, form: NameForm) =>
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
  form: NameForm,
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
