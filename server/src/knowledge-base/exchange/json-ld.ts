import type { TimeValue } from "../../time/time.ts";
import type { Claim, Entity, EntityType, Event, Figure, Knowledge, Named, Source } from "../knowledge.ts";
import { ownWords } from "../vocabulary/vocabulary.ts";
import { isoDate, isoTime } from "./dates.ts";
import {
  badName,
  coverage,
  edtf,
  edtfText,
  identity,
  Naming,
  type Node,
  pruned,
  startAndEnd,
} from "./json-ld-parts.ts";
import type { Losses } from "./losses.ts";
import { slug } from "./names.ts";

/** schema.org, and a namespace for what it has no word for. */
export const CONTEXT: readonly unknown[] = ["https://schema.org", { aide: "urn:aide-memoire:terms:" }];

/** The base of IRIs where the user names none: one for each title. */
export function defaultBase(title: string): string {
  return `urn:aide-memoire:${encodeURIComponent(slug(title)) || "knowledge-base"}:`;
}

/**
 * A knowledge base as nodes of JSON-LD in the words of schema.org, and of `aide:` where schema.org has none. Ids become
 * IRIs under `base`. Dates are ISO 8601 as far as that can say them (coarser, never finer), and EDTF besides.
 */
export function* toJsonLd(knowledge: Knowledge, base: string, losses: Losses): Generator<Node> {
  const naming = new Naming(knowledge, base);
  for (const { title, description, language, asOf } of knowledge.bases) {
    const about = { name: title, description, inLanguage: language, "aide:asOf": edtf(asOf) };
    yield pruned({ "@id": base, "@type": "Dataset", ...about });
  }
  for (const source of knowledge.sources.values()) yield pruned(sourceNode(source, naming));
  for (const entity of knowledge.entities.values()) yield pruned(entityNode(entity, naming));
  for (const event of knowledge.events.values()) yield pruned(eventNode(event, naming));
  for (const claim of knowledge.claims.values()) yield pruned(claimNode(claim, naming));
  for (const figure of knowledge.figures.values()) yield pruned(figureNode(figure, naming));
  for (const words of Object.values(ownWords(knowledge.vocabulary))) {
    losses.add("words added to the vocabulary", Object.keys(words).length);
  }
}

function sourceNode(
  { id, title, author, publisher, published, url, note, text }: Source,
  naming: Naming,
): Node {
  return {
    ...naming.own(id),
    "@type": "CreativeWork",
    name: title,
    author,
    publisher,
    datePublished: published && isoDate(published),
    "aide:published": published && edtfText(published),
    url: url && identity(url),
    "aide:note": note,
    "aide:text": text,
  };
}

/** The type of schema.org; where it is a wider one, the narrower stands beside it as `aide:type`. */
const TYPES: Readonly<Record<EntityType, string>> = {
  person: "Person",
  organization: "Organization",
  group: "Thing",
  country: "Country",
  place: "Place",
  facility: "Place",
  boundary: "Place",
  agreement: "CreativeWork",
  document: "CreativeWork",
  concept: "DefinedTerm",
};

/** What "belongs to the state", and "is a part of", are in schema.org. */
const COUNTRY_OF: Partial<Record<string, string>> = {
  Person: "nationality",
  Organization: "location",
  Place: "containedInPlace",
};
const PART_OF: Partial<Record<string, string>> = {
  Organization: "parentOrganization",
  Place: "containedInPlace",
  Country: "containedInPlace",
  CreativeWork: "isPartOf",
};

function entityNode(entity: Entity, naming: Naming): Node {
  const type = TYPES[entity.type];
  const country = COUNTRY_OF[type] ?? "aide:country";
  const whole = PART_OF[type] ?? "aide:partOf";
  const countries = naming.dated(country, "Role", entity.country);
  const parts = naming.to(entity.partOf);
  return {
    ...named(entity, naming, type === "CreativeWork"),
    "@type": type,
    "aide:type": entity.type,
    "aide:weakAlias": entity.weakAliases,
    "aide:demonym": entity.demonyms,
    "aide:metonym": entity.metonyms,
    ...countries,
    [whole]: whole === country ? [countries[country], parts].flat() : parts,
    ...naming.dated("memberOf", "OrganizationRole", entity.memberOf),
    "aide:formerly": naming.to(entity.formerly),
    ...existence(type, entity.exists),
    hasOccupation: entity.roles.map((role) => naming.office(role)),
  };
}

function existence(type: string, exists: TimeValue | undefined): Node {
  if (exists === undefined) return {};
  const ends = { Person: ["birthDate", "deathDate"], Organization: ["foundingDate", "dissolutionDate"] }[
    type
  ];
  return { ...(ends && startAndEnd(exists, ends)), "aide:exists": edtf(exists) };
}

/** What a part in an event is called in schema.org; all others are `participant`, by the name of the role. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ["organizer", "organizer"],
  ["host", "organizer"],
  ["sponsor", "sponsor"],
  ["funder", "funder"],
]);

function eventNode(event: Event, naming: Naming): Node {
  const parts: Record<string, Node[]> = {};
  for (const [role, ids] of Object.entries(event.participants)) {
    const property = PARTS.get(role) ?? "participant";
    const nodes = naming.all(ids).map((other) => ({ "@type": "Role", roleName: role, [property]: other }));
    parts[property] = [...(parts[property] ?? []), ...nodes];
  }
  const stages = Object.entries(event.stages);
  return {
    ...named(event, naming, false),
    "@type": "Event",
    "aide:type": event.type,
    ...startAndEnd(event.date),
    "aide:date": edtf(event.date),
    subEvent: stages.map(([name, date]) => ({
      ...{ "@type": "Event", name },
      ...startAndEnd(date),
      "aide:date": edtf(date),
    })),
    location: naming.all(event.place),
    ...parts,
    "aide:openRole": event.openRoles,
    about: naming.all(event.about),
    superEvent: naming.to(event.partOf),
    "aide:follows": naming.all(event.follows),
    "aide:outcome": event.outcome,
  };
}

function claimNode(claim: Claim, naming: Naming): Node {
  return {
    ...naming.own(claim.id),
    "@type": "Claim",
    text: claim.statement,
    about: naming.all([...claim.subject, ...claim.object]),
    author: naming.all(claim.attributedTo),
    temporalCoverage: coverage(claim.during ?? claim.date),
    citation: naming.cited(claim.evidence),
    "aide:subject": naming.all(claim.subject),
    "aide:predicate": claim.predicate,
    "aide:object": naming.all(claim.object),
    "aide:holds": claim.holds,
    "aide:status": claim.status,
    "aide:deniedBy": naming.all(claim.deniedBy),
    "aide:during": edtf(claim.during),
    "aide:date": edtf(claim.date),
  };
}

function figureNode(figure: Figure, naming: Naming): Node {
  const { label, value, bound, unit, asOf } = figure;
  const [low, high] = typeof value === "number" ? [value, value] : value;
  const point = low === high && (bound === "exact" || bound === "about");
  return {
    ...naming.own(figure.id),
    "@type": "Observation",
    name: label,
    alternateName: figure.aliases,
    observationAbout: naming.to(figure.of),
    measuredProperty: label,
    observationDate: asOf && isoTime(asOf).at,
    "aide:asOf": edtf(asOf),
    value: {
      "@type": "QuantitativeValue",
      value: point ? low : undefined,
      minValue: point || bound === "atMost" ? undefined : low,
      maxValue: point || bound === "atLeast" ? undefined : high,
      unitText: unit,
    },
    "aide:bound": bound,
    subjectOf: naming.cited(figure.evidence),
  };
}

/** What entities and events have in common. A work cites; about anything else something is written. */
function named(entry: Named, naming: Naming, isWork: boolean): Node {
  return {
    ...naming.own(entry.id),
    name: entry.name,
    alternateName: [...entry.aliases, ...entry.abbreviations],
    "aide:abbreviation": entry.abbreviations,
    identifier: entry.identifiers,
    description: entry.description,
    sameAs: entry.sameAs.map(identity),
    "aide:discouragedName": entry.discouraged.map(badName),
    "aide:misnomer": entry.misnomers.map(badName),
    "aide:distinctFrom": naming.all(entry.distinctFrom),
    [isWork ? "citation" : "subjectOf"]: naming.cited(entry.evidence),
  };
}
