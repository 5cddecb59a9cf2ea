import { ENTITY_TYPES, type EntityType } from "../knowledge.ts";
import { BUILT_IN } from "../vocabulary/vocabulary.ts";
import {
  EDGES,
  SCHEMA_OF_TYPE,
  SOURCE_KEYWORD,
  TYPE_OF_SCHEMA,
  UNSPECIFIED_EVENT,
} from "./follow-the-money.ts";
import { type ReadEntity, readEntities } from "./ftm-nested.ts";
import { countriesOf, dateOf, existenceOf, keywords, list, oneDate, tenureOf } from "./ftm-properties.ts";
import { idOf, lineOf, linesOf, namesOf, proseOf } from "./names.ts";
import type { Converted, EntryPiece, Fields, Link, Piece, Reference } from "./pieces.ts";

/**
 * What a line of FollowTheMoney gives: an entity, or what its entity says of others. Its own names are kept, weak aliases as
 * weak ones; what a knowledge base has no place for is named in `left`. See https://followthemoney.tech/explorer/.
 */
export function fromFollowTheMoney(record: unknown): Converted {
  const entities = readEntities(record);
  if ("problem" in entities) return { pieces: [], problem: entities.problem };
  const pieces: Piece[] = [];
  const left: string[] = [];
  for (const [i, entity] of entities.entries()) {
    const made = pieceOf(entity);
    if (typeof made === "string") left.push(made);
    else
      pieces.push(
        ...made.map((piece) =>
          piece.piece === "entry" && i > 0 ? { ...piece, repeated: true as const } : piece,
        ),
      );
  }
  return { pieces, left };
}

/** The pieces that an entity gives, or what it is that has no place. */
function pieceOf(entity: ReadEntity): readonly Piece[] | string {
  const id = idOf(entity.id);
  const { schema, properties } = entity;
  if (id === undefined) return `${schema} without an id`;
  if (Object.hasOwn(EDGES, schema)) return edgeOf(entity);
  if (schema === "Position") return postOf(id, entity);
  const type = typeOf(schema);
  if (type === undefined) return schema;
  if (type === "document" && keywords(entity).includes(SOURCE_KEYWORD)) return sourceOf(id, entity);
  const names = namesOf({
    name: [entity.caption ?? "", ...captions(entity), ...list(properties, "name")],
    aliases: [...list(properties, "alias"), ...list(properties, "previousName")],
    weakAliases: list(properties, "weakAlias"),
    abbreviations: list(properties, "abbreviation"),
  });
  if (names === undefined) return `${schema} without a name`;
  return [type === "event" ? eventOf(id, names, entity) : entityOf(id, names, type, entity)];
}

function typeOf(schema: string): EntityType | "event" | undefined {
  return Object.hasOwn(TYPE_OF_SCHEMA, schema) ? TYPE_OF_SCHEMA[schema] : undefined;
}

/** Whether an export of ours says by a keyword what the schema leaves open. */
function isMarked(entity: ReadEntity, type: EntityType): boolean {
  return SCHEMA_OF_TYPE[type]?.schema === entity.schema && keywords(entity).includes(type);
}

/** Documents go by their title; OpenSanctions gives the best name as the caption. */
function captions({ schema, properties }: ReadEntity): readonly string[] {
  return typeOf(schema) === "document" && list(properties, "name").length === 0
    ? list(properties, "title")
    : [];
}

function entityOf(
  id: string,
  names: ReturnType<typeof namesOf> & object,
  plain: EntityType,
  entity: ReadEntity,
): EntryPiece {
  const { properties } = entity;
  const type = ENTITY_TYPES.find((each) => isMarked(entity, each)) ?? plain;
  const countries = countriesOf(type, properties);
  const parents = type === "person" ? [] : list(properties, "parent");
  return {
    ...shared(id, entity),
    map: "entities",
    type,
    fields: {
      ...names,
      ...identifiersOf(entity),
      exists: existenceOf(type, properties),
      ...descriptionOf(entity),
    },
    links: [
      ...(type === "country" ? [] : countries.map((country): Link => ({ key: "country", of: { country } }))),
      ...parents.flatMap((parent) => linkTo("partOf", parent)),
    ],
    ...(type === "country" && countries.length > 0 && { code: countries[0] }),
  };
}

function eventOf(id: string, names: ReturnType<typeof namesOf> & object, entity: ReadEntity): EntryPiece {
  const { properties } = entity;
  const type = keywords(entity).find((word) => Object.hasOwn(BUILT_IN.eventTypes, word)) ?? UNSPECIFIED_EVENT;
  const involved = list(properties, "involved").flatMap((other) => participant("participant", other));
  const organizers = list(properties, "organizer").flatMap((other) => participant("organizer", other));
  return {
    ...shared(id, entity),
    map: "events",
    type,
    fields: {
      ...names,
      date: dateOf(properties),
      ...openRoles({ involved, organizers }),
      ...descriptionOf(entity),
    },
    links: [
      ...involved,
      ...organizers,
      ...list(properties, "addressEntity").flatMap((place) => linkTo("place", place)),
    ],
  };
}

/** FollowTheMoney never says that everybody is named. */
function openRoles({
  involved,
  organizers,
}: Record<"involved" | "organizers", readonly Link[]>): Pick<Fields, "openRoles"> {
  const roles = [
    ...(involved.length > 0 ? ["participant"] : []),
    ...(organizers.length > 0 ? ["organizer"] : []),
  ];
  return roles.length > 0 ? { openRoles: roles } : {};
}

function participant(role: string, other: string): Link[] {
  const id = idOf(other);
  return id === undefined ? [] : [{ key: "participants", role, of: { id } }];
}

function linkTo(key: "partOf" | "place", other: string): Link[] {
  const id = idOf(other);
  return id === undefined ? [] : [{ key, of: { id } }];
}

function shared(id: string, { schema, datasets, properties }: ReadEntity) {
  const url = lineOf(list(properties, "sourceUrl")[0]);
  const sources = list(properties, "proof").flatMap((document) => idOf(document) ?? []);
  return {
    piece: "entry",
    id,
    schema,
    datasets: linesOf(datasets),
    ...(sources.length > 0 && { sources }),
    ...(url !== undefined && { url }),
  } as const;
}

function identifiersOf({ properties }: ReadEntity): Pick<Fields, "identifiers"> {
  const identifiers = linesOf(list(properties, "idNumber", "registrationNumber"));
  return identifiers.length > 0 ? { identifiers } : {};
}

/** Notes on a sanction belong to its own entity, so what stands here is about this one. */
function descriptionOf({ id, properties }: ReadEntity): Pick<Fields, "description" | "sameAs"> {
  const description = list(properties, "description", "summary", "notes")
    .map(proseOf)
    .find((line) => line !== undefined);
  const items = [...list(properties, "wikidataId"), id].filter((item) => /^Q[1-9]\d*$/.test(item));
  const sameAs = [
    ...new Set(items.map((item) => `wikidata:${item}`)),
    ...linesOf(list(properties, "wikipediaUrl")),
  ];
  return { ...(description !== undefined && { description }), ...(sameAs.length > 0 && { sameAs }) };
}

function sourceOf(id: string, { properties }: ReadEntity): readonly Piece[] {
  const one = (key: string) => lineOf(list(properties, key)[0]);
  const title = one("title") ?? one("name") ?? one("fileName") ?? id;
  const published = oneDate(properties, "publishedAt");
  return [
    {
      piece: "source",
      id,
      title,
      author: one("author"),
      publisher: one("publisher"),
      published,
      url: one("sourceUrl"),
    },
  ];
}

function postOf(id: string, { properties, caption }: ReadEntity): readonly Piece[] | string {
  const [title, ...aliases] = linesOf([
    ...list(properties, "name"),
    caption ?? "",
    ...list(properties, "alias"),
  ]);
  if (title === undefined) return "Position without a name";
  const bodies = list(properties, "organization", "addressEntity").map(idOf);
  const countries = list(properties, "country");
  const of: Reference[] = [
    ...bodies.flatMap((body) => (body === undefined ? [] : [{ id: body }])),
    ...countries.map((code) => ({ country: code.trim().toLowerCase() })),
  ];
  return [{ piece: "post", id, title, aliases, of }];
}

function edgeOf(entity: ReadEntity): readonly Piece[] | string {
  const { schema, properties } = entity;
  const { holder: from, other: to, as } = EDGES[schema]!;
  const [holder, other] = [idOf(list(properties, from)[0]), idOf(list(properties, to)[0])];
  if (holder === undefined || other === undefined) return `${schema} with an end missing`;
  const during = tenureOf(properties);
  if (as === "tenure") {
    const acting = list(properties, "description").includes("acting");
    return [{ piece: "tenure", holder, post: other, of: [], during, ...(acting && { acting }) }];
  }
  const of = { id: other };
  if (as === "succession") return [{ piece: "link", holder, link: { key: "formerly", of } }];
  const title = lineOf(list(properties, "role")[0]);
  if (title === undefined && as === "office") return `${schema} without a role`;
  const links: Link[] = [
    ...(as === "membership" ? [{ key: "memberOf", of, during } as const] : []),
    ...(title === undefined ? [] : [{ key: "roles", title, of: [of], during } as const]),
  ];
  return links.map((link) => ({ piece: "link", holder, link }));
}
