import {
  Array as ArrayOf,
  Enum,
  Literal,
  Object as MapOf,
  Number as NumberValue,
  Optional,
  type Static,
  String as Text,
  Union,
} from "typebox";
import { ENTITY_TYPES, OUTCOMES } from "../knowledge.ts";
import { date, dated, id, ids, mapOf, oneOrMore, text, texts, yesNo } from "./terms.ts";

// The format of a knowledge base: the one definition from which come the types of its YAML (RawEntity and so on), its
// validator (validate.ts) and its published JSON Schema (json-schema.ts).

const Evidence = MapOf(
  {
    source: id(["source"], "The source that says so."),
    quote: Optional(text("Its exact words: the phrase that carries the fact.")),
  },
  { additionalProperties: false, title: "a map of `source` and `quote`", "x-holds": "quote-in-source" },
);
const evidence = Optional(
  ArrayOf(Evidence, { title: "a list of maps", description: "Which sources say so.", "x-itemwise": true }),
);

const BadName = MapOf(
  {
    form: text("The name as it is met."),
    reason: text("Why it should not be used, in a sentence for the writer."),
    since: Optional(date("From when on it should not be used.")),
    until: Optional(date("Until when it should not be used.")),
    except: texts("Longer names in which it is right."),
  },
  { additionalProperties: false, title: "a map of `form` and `reason`" },
);

const Role = MapOf(
  {
    title: text("What the office is called."),
    aliases: texts("Other accepted titles of the office."),
    of: id(["entity", "event"], "The body or the event that the office belongs to."),
    during: Optional(date("From when to when; either end may be open, as in 2024-03/..")),
    acting: Optional(yesNo("Held for the time being only.")),
  },
  { additionalProperties: false, title: "a map of `title` and `of`" },
);

const names = {
  name: text("The preferred name."),
  aliases: texts("Other accepted names."),
  abbreviation: Optional(
    oneOrMore(
      Text({ minLength: 1, title: "a text" }),
      "a text or a list of texts",
      "An abbreviation, or several.",
    ),
  ),
  identifiers: texts("Document numbers and the like: matched exactly, a near miss is a wrong number."),
  discouraged: Optional(
    ArrayOf(BadName, {
      title: "a list of maps",
      description: "Names that are understood, but to be replaced.",
    }),
  ),
  misnomers: Optional(
    ArrayOf(BadName, { title: "a list of maps", description: "Names that are simply wrong for this." }),
  ),
  description: Optional(text("One or two plain sentences of background.")),
  sameAs: texts("The same thing elsewhere, as in wikidata:Q843."),
  evidence,
};

export const Entity = MapOf(
  {
    type: Enum([...ENTITY_TYPES], { title: "a type of entity", description: "What kind of thing it is." }),
    ...names,
    weakAliases: texts(
      "Names too short or too common to start a match: they count once the draft has named it.",
    ),
    demonyms: texts("Adjectives that point to it."),
    metonyms: texts("Names that stand for it, as a capital for its government."),
    distinctFrom: ids(["entity"], "What it is easily confused with."),
    country: Optional(dated(["country", "place"], "The state that it belongs to or lies in.")),
    memberOf: Optional(dated(["entity"], "What it is a member of.")),
    partOf: Optional(id(["entity"], "What it is a part of: a province of a state, an article of an act.")),
    formerly: Optional(id(["entity"], "The entity that it succeeded.")),
    exists: Optional(date("From when to when it exists.")),
    roles: Optional(ArrayOf(Role, { title: "a list of maps", description: "Offices held." })),
  },
  { additionalProperties: false, title: "a map", description: "An actor, a place, a document or an idea." },
);

export const Event = MapOf(
  {
    type: Text({
      minLength: 1,
      title: "a type of event",
      description: "A type of the built-in vocabulary, or one that this knowledge base adds.",
      "x-word": "eventTypes",
    }),
    ...names,
    distinctFrom: ids(["event"], "What it is easily confused with."),
    date: Optional(date("When it happened.")),
    stages: Optional(
      mapOf(date(""), { description: "Dated steps of the one event, if they differ from `date`." }),
    ),
    place: Optional(
      oneOrMore(
        id(["country", "place", "facility", "boundary"], ""),
        "an id or a list of ids",
        "Where it happened.",
      ),
    ),
    participants: Optional(
      mapOf(ArrayOf(id(["entity"], ""), { title: "a list of ids" }), {
        description:
          "Who took part, by role; the list of a role is complete unless `openRoles` names the role.",
        "x-keys": "participantRoles",
      }),
    ),
    openRoles: Optional(
      ArrayOf(Text({ minLength: 1, title: "a role", "x-word": "participantRoles" }), {
        title: "a list of roles",
        description: "Roles whose list is not complete.",
      }),
    ),
    about: ids(["entity", "event"], "The document, border or office that it made, ended or concerned."),
    partOf: Optional(id(["event"], "The larger event that it belongs to.")),
    follows: ids(["event"], "Events that came before it."),
    outcome: Optional(Enum([...OUTCOMES], { title: "an outcome", description: "How it ended." })),
  },
  { additionalProperties: false, title: "a map", description: "Something that happened." },
);

const sides = ["entity", "event"] as const;

export const Claim = MapOf(
  {
    subject: oneOrMore(id(sides, ""), "an id or a list of ids", "Whom or what it is about."),
    predicate: Text({
      minLength: 1,
      title: "a predicate",
      description: "A predicate of the built-in vocabulary, or one that this knowledge base adds.",
      "x-word": "predicates",
    }),
    object: Optional(oneOrMore(id(sides, ""), "an id or a list of ids", "The other side of the relation.")),
    holds: Optional(yesNo("Whether it is so (true, as by default) or is not so.")),
    during: Optional(date("The time for which it holds.")),
    date: Optional(date("When it happened.")),
    status: Optional(
      Enum(["established", "contested", "alleged"], {
        title: "a status",
        description: "How sure it is: established (as by default), contested or alleged.",
      }),
    ),
    attributedTo: ids(["entity"], "Who says so; required where it is contested or alleged."),
    deniedBy: ids(["entity"], "Who denies it."),
    statement: text("The claim as one plain sentence."),
    evidence,
  },
  {
    additionalProperties: false,
    title: "a map",
    description: "What holds between entities, or is said to.",
    "x-holds": "attributed",
  },
);

export const Figure = MapOf(
  {
    of: id(sides, "The entity or event that it measures."),
    label: text("What it measures."),
    aliases: texts("Other words for what it measures."),
    value: Union(
      [
        NumberValue({ title: "a number" }),
        ArrayOf(NumberValue({ title: "a number" }), { minItems: 2, maxItems: 2 }),
      ],
      {
        title: "a number or [low, high]",
        description: "A number, or [low, high].",
      },
    ),
    bound: Optional(
      Enum(["exact", "about", "atLeast", "atMost"], {
        title: "a bound",
        description: "How it bounds the true value: exact (as by default), about, atLeast or atMost.",
      }),
    ),
    unit: text("The unit, free text or an ISO 4217 currency code."),
    asOf: Optional(date("When it was so.")),
    evidence,
  },
  {
    additionalProperties: false,
    title: "a map",
    description: "A number with its unit.",
    "x-holds": "range-in-order",
  },
);

export const Source = MapOf(
  {
    title: text("Its title."),
    author: Optional(text("Who wrote it.")),
    publisher: Optional(text("Who published it.")),
    published: Optional(date("When it was published.")),
    url: Optional(text("Where it can be read.")),
    note: Optional(text("Anything else.")),
    text: Optional(text("The file of its full text, relative to this file; quotes are checked against it.")),
  },
  { additionalProperties: false, title: "a map", description: "Something that says so." },
);

export const Info = MapOf(
  {
    title: text("What the knowledge base is called."),
    description: Optional(text("What it covers.")),
    language: Optional(text("The language that it is written for, as BCP 47 has it: en.")),
    asOf: Optional(date("Up to when this is known to hold.")),
  },
  { additionalProperties: false, title: "a map", description: "What this knowledge base is." },
);

export const EventTypeEntry = MapOf(
  { terms: texts("Its nouns."), verbs: texts("Its verbs, in the infinitive.") },
  { additionalProperties: false, title: "a map" },
);
export const RoleEntry = MapOf(
  {
    phrases: texts("Words that come before who fills it: brokered by."),
    titles: texts("What who fills it is called: broker."),
    verbs: texts("Verbs whose subject fills it, in the infinitive: broker."),
  },
  { additionalProperties: false, title: "a map" },
);
export const PredicateEntry = MapOf(
  {
    verbs: texts("Its verbs, in the infinitive."),
    nouns: texts("Its nouns."),
    antonyms: texts("Verbs that say the opposite, in the infinitive."),
    exclusive: Optional(
      Union([Enum(["none", "subject", "object", "both"]), Literal(false)], {
        title: "none, subject, object or both",
        description: "Whether it can hold of one subject or object only; false is none.",
      }),
    ),
  },
  { additionalProperties: false, title: "a map" },
);

export type RawEntity = Static<typeof Entity>;
export type RawEvent = Static<typeof Event>;
export type RawClaim = Static<typeof Claim>;
export type RawFigure = Static<typeof Figure>;
export type RawSource = Static<typeof Source>;
export type RawInfo = Static<typeof Info>;
export type RawEvidence = Static<typeof Evidence>;
export type RawBadName = Static<typeof BadName>;
export type RawRole = Static<typeof Role>;
export type RawDated = Static<ReturnType<typeof dated>>;

/** The parts of the vocabulary, each a map of words. */
export const VOCABULARY_PARTS = {
  eventTypes: EventTypeEntry,
  participantRoles: RoleEntry,
  predicates: PredicateEntry,
} as const;

/** The top-level maps of entries: what one entry is called, its form, and what the map is for. */
export const ENTRY_MAPS = {
  sources: { kind: "source", schema: Source, description: "The sources that say so, by id." },
  entities: { kind: "entity", schema: Entity, description: "Actors, places, documents and ideas, by id." },
  events: { kind: "event", schema: Event, description: "What happened, by id." },
  claims: { kind: "claim", schema: Claim, description: "What holds, or is said to hold, by id." },
  figures: { kind: "figure", schema: Figure, description: "Numbers, by id." },
} as const;
export type EntryMap = keyof typeof ENTRY_MAPS;

export const TOP_LEVEL_KEYS: readonly string[] = ["knowledgeBase", ...Object.keys(ENTRY_MAPS), "vocabulary"];
