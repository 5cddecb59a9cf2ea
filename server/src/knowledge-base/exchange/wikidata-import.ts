import { agreed, edtfInterval, edtfSpan } from "./dates.ts";
import { isObject } from "./ftm-nested.ts";
import { lineOf, linesOf, namesOf } from "./names.ts";
import type { Converted, EntryPiece, Fields, Link, Office, Piece, Reference } from "./pieces.ts";
import { type ClassTypes, type ItemType, typeOfClasses } from "./wikidata-classes.ts";
import { edtfOf } from "./wikidata-time.ts";

export interface WikidataOptions {
  /** Whose labels, aliases and descriptions are taken, as Wikidata calls the language: en, de. */
  readonly language: string;
  readonly classes: ClassTypes;
}

/** What is said of the data set in the sources of an import. */
export const WIKIDATA = { id: "wikidata", title: "Wikidata", url: "https://www.wikidata.org" };

/**
 * What an item of Wikidata gives, as its JSON has it (https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html); a document
 * of Special:EntityData gives all items in it. An item of no known class may be an office that somebody holds.
 */
export function fromWikidata(record: unknown, options: WikidataOptions): Converted {
  if (!isObject(record)) return { pieces: [], problem: "this is no item, but a bare value." };
  if (isObject(record.entities)) {
    const all = Object.values(record.entities).map((item) => fromWikidata(item, options));
    return {
      pieces: all.flatMap(({ pieces }) => pieces),
      left: all.flatMap(({ left = [], problem }) =>
        problem === undefined ? left : ["documents without an item"],
      ),
    };
  }
  if (typeof record.id !== "string" || !/^[QPL]\d+$/.test(record.id)) {
    return { pieces: [], problem: "the item has no `id` such as Q42." };
  }
  if (record.type !== undefined && record.type !== "item")
    return { pieces: [], left: ["properties and lexemes"] };
  return ofItem(new Item(record.id, record), options);
}

function ofItem(item: Item, options: WikidataOptions): Converted {
  const [label, ...others] = item.labels(options.language);
  const names = namesOf({
    name: label === undefined ? [] : [label],
    aliases: [...others, ...item.texts("P1813", options.language).filter((name) => !isAbbreviation(name))],
    abbreviations: item.texts("P1813", options.language).filter(isAbbreviation),
  });
  if (names === undefined) return { pieces: [], left: ["items without a label in the language"] };
  const type = typeOfClasses(item.items("P31"), options.classes);
  if (type === undefined) return { pieces: [postOf(item, names)], left: ["items of other classes"] };
  const { links, tenures } = linksOf(item, type);
  const code = type.type === "country" ? item.strings("P297")[0]?.toLowerCase() : undefined;
  const entry: EntryPiece = {
    piece: "entry",
    id: item.id,
    ...type,
    schema: type.type,
    fields: { ...names, ...fieldsOf(item, type, options.language) },
    links,
    datasets: [WIKIDATA.id],
    ...(code !== undefined && { code }),
  };
  return { pieces: [entry, ...tenures] };
}

/** A short name in capitals only is an abbreviation. */
function isAbbreviation(name: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}.&-]+$/u.test(name);
}

function fieldsOf(item: Item, { map, type }: ItemType, language: string): Omit<Fields, "name"> {
  const description = item.description(language);
  const demonyms = linesOf(item.texts("P1549", language));
  const life = type === "person" ? (["P569", "P570"] as const) : (["P571", "P576"] as const);
  const participants = map === "events" && PARTICIPANTS.some(([property]) => item.items(property).length > 0);
  return {
    ...(map === "entities"
      ? {
          exists: edtfInterval(item.time(life[0]), item.time(life[1])),
          ...(demonyms.length > 0 && { demonyms }),
        }
      : { date: item.time("P585") ?? edtfSpan(item.time("P580"), item.time("P582")) }),
    ...(participants && {
      openRoles: PARTICIPANTS.filter(([p]) => item.items(p).length > 0).map(([, role]) => role),
    }),
    ...(description !== undefined && { description }),
    sameAs: [`wikidata:${item.id}`],
  };
}

/** Who took part, by property; no list in Wikidata is known to be complete. */
const PARTICIPANTS = [
  ["P710", "participant"],
  ["P1891", "signatory"],
  ["P726", "candidate"],
  ["P664", "organizer"],
] as const;

function linksOf(item: Item, { map, type }: ItemType): { links: Link[]; tenures: Piece[] } {
  const to = (id: string): Reference => ({ id });
  const plain = (key: "partOf" | "formerly" | "follows" | "place", ids: readonly string[]): Link[] =>
    ids.slice(0, key === "place" ? undefined : 1).map((id) => ({ key, of: to(id) }));
  if (map === "events") {
    const places = item.items("P276");
    return {
      links: [
        ...plain("place", places.length > 0 ? places : item.items("P17")),
        ...PARTICIPANTS.flatMap(([property, role]) =>
          item.items(property).map((id): Link => ({ key: "participants", role, of: to(id) })),
        ),
        ...plain("partOf", item.items("P361")),
        ...plain("follows", item.items("P155")),
      ],
      tenures: [],
    };
  }
  const dated = (key: "country" | "memberOf", property: string): Link[] =>
    item
      .statements(property)
      .map((statement) => ({ key, of: to(statement.item!), during: statement.during() }));
  const before = [...item.items("P1365"), ...item.items("P155")];
  return {
    links: [
      ...(type === "country" ? [] : dated("country", type === "person" ? "P27" : "P17")),
      ...dated("memberOf", "P463"),
      ...(type === "person" ? [] : plain("partOf", item.items("P361"))),
      ...(type === "person" ? [] : plain("formerly", before)),
    ],
    tenures: item.statements("P39").map((statement) => ({
      piece: "tenure",
      holder: item.id,
      post: statement.item!,
      of: statement.qualified("P642").map(to),
      during: statement.during(),
    })),
  };
}

/** An office, with the body or country that it is said to belong to. */
function postOf(item: Item, { name, aliases = [] }: Pick<Fields, "name" | "aliases">): Piece {
  const bodies = ["P2389", "P361", "P1001", "P17"].flatMap((property) => item.items(property));
  const of = bodies.map((id): Office["of"][number] => ({ id }));
  return { piece: "post", id: item.id, title: name, aliases, of };
}

type Json = Readonly<Record<string, unknown>>;

/** Access to the JSON of an item that takes nothing for granted. */
class Item {
  readonly id: string;
  readonly #json: Json;
  readonly #claims: Json;

  constructor(id: string, json: Json) {
    this.id = id;
    this.#json = json;
    this.#claims = isObject(json.claims) ? json.claims : {};
  }

  /** The label, then the aliases; a label for all languages serves where there is none in this one. */
  labels(language: string): string[] {
    const label = [language, "mul"].flatMap((each) => this.#term("labels", each) ?? []).slice(0, 1);
    const aliases = isObject(this.#json.aliases) ? this.#json.aliases[language] : undefined;
    const list = Array.isArray(aliases) ? aliases : [];
    return label.length === 0 ? [] : [...label, ...list.flatMap((alias) => valueIn(alias) ?? [])];
  }

  description(language: string): string | undefined {
    return this.#term("descriptions", language);
  }

  #term(part: "labels" | "descriptions", language: string): string | undefined {
    const terms = this.#json[part];
    return isObject(terms) && Object.hasOwn(terms, language) ? valueIn(terms[language]) : undefined;
  }

  /** The statements of a property that name an item: the preferred ones if there are any, never the deprecated. */
  statements(property: string): Statement[] {
    return this.#best(property).filter(({ item }) => item !== undefined);
  }

  items(property: string): string[] {
    return [...new Set(this.statements(property).map(({ item }) => item!))].filter(
      (item) => item !== this.id,
    );
  }

  strings(property: string): string[] {
    return this.#best(property).flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  }

  /** The values that are texts in the language. */
  texts(property: string, language: string): string[] {
    return this.#best(property).flatMap(({ value }) =>
      isObject(value) && value.language === language && typeof value.text === "string" ? [value.text] : [],
    );
  }

  /** The date of a property, of several what they agree on; undefined where there is none. */
  time(property: string): string | undefined {
    const times = this.#best(property).map(({ value, circa }) => edtfOf(value, circa));
    if (new Set(times).size === 1) return times[0];
    return times.every((time) => time !== undefined && /^\d{4}(?:-\d\d){0,2}$/.test(time))
      ? agreed(times as string[])
      : undefined;
  }

  #best(property: string): Statement[] {
    const claims = Object.hasOwn(this.#claims, property) ? this.#claims[property] : undefined;
    const all = (Array.isArray(claims) ? claims : []).filter(isObject).map((claim) => new Statement(claim));
    const kept = all.filter(({ rank }) => rank !== "deprecated");
    // Former offices and states are statements of normal rank beside the present one, so these all count.
    if (ALL_RANKS.has(property)) return kept;
    const preferred = kept.filter(({ rank }) => rank === "preferred");
    return preferred.length > 0 ? preferred : kept;
  }
}

const ALL_RANKS: ReadonlySet<string> = new Set(["P39", "P463", "P27", "P17"]);

const CIRCA = "Q5727902";

class Statement {
  readonly rank: unknown;
  readonly value: unknown;
  readonly #qualifiers: Json;

  constructor(claim: Json) {
    this.rank = claim.rank;
    this.value = snakValue(claim.mainsnak);
    this.#qualifiers = isObject(claim.qualifiers) ? claim.qualifiers : {};
  }

  /** The id of the item that the statement names. */
  get item(): string | undefined {
    return itemIn(this.value);
  }

  get circa(): boolean {
    return this.qualified("P1480").includes(CIRCA);
  }

  qualified(property: string): string[] {
    return this.#snaks(property).flatMap((snak) => itemIn(snakValue(snak)) ?? []);
  }

  /** From when to when it holds, as far as it says so. */
  during(): string | undefined {
    const at = this.#time("P585");
    const [start, end] = [this.#time("P580"), this.#time("P582")];
    const open = this.#snaks("P582").some((snak) => isObject(snak) && snak.snaktype === "novalue");
    return start === undefined && end === undefined ? at : edtfInterval(start, end, { end: open });
  }

  #time(property: string): string | undefined {
    const times = this.#snaks(property).map((snak) => edtfOf(snakValue(snak), this.circa));
    return times.length === 1 ? times[0] : undefined;
  }

  #snaks(property: string): readonly unknown[] {
    const snaks = Object.hasOwn(this.#qualifiers, property) ? this.#qualifiers[property] : undefined;
    return Array.isArray(snaks) ? snaks : [];
  }
}

function snakValue(snak: unknown): unknown {
  if (!isObject(snak) || snak.snaktype !== "value" || !isObject(snak.datavalue)) return undefined;
  return snak.datavalue.value;
}

/** Old dumps have only the number of an item, new ones its id. */
function itemIn(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  if (typeof value.id === "string" && /^Q\d+$/.test(value.id)) return value.id;
  return value["entity-type"] === "item" && typeof value["numeric-id"] === "number"
    ? `Q${value["numeric-id"]}`
    : undefined;
}

function valueIn(term: unknown): string | undefined {
  return isObject(term) ? lineOf(term.value) : undefined;
}
