import { edtfInterval, edtfSpan } from "./dates.ts";
import { isObject } from "./ftm-nested.ts";
import { linesOf, namesOf } from "./names.ts";
import type { Converted, EntryPiece, Fields, Link, Office, Piece, Reference } from "./pieces.ts";
import { type ClassTypes, type ItemType, typeOfClasses } from "./wikidata-classes.ts";
import { WikidataItem } from "./wikidata-item.ts";

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
  return ofItem(new WikidataItem(record.id, record), options);
}

function ofItem(item: WikidataItem, options: WikidataOptions): Converted {
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

function fieldsOf(item: WikidataItem, { map, type }: ItemType, language: string): Omit<Fields, "name"> {
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

function linksOf(item: WikidataItem, { map, type }: ItemType): { links: Link[]; tenures: Piece[] } {
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
function postOf(item: WikidataItem, { name, aliases = [] }: Pick<Fields, "name" | "aliases">): Piece {
  const bodies = ["P2389", "P361", "P1001", "P17"].flatMap((property) => item.items(property));
  const of = bodies.map((id): Office["of"][number] => ({ id }));
  return { piece: "post", id: item.id, title: name, aliases, of };
}
