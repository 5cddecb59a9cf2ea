import {
  Array as ArrayOf,
  Literal,
  Object as MapOf,
  Number as NumberValue,
  Optional,
  type Static,
  String as Text,
  Union,
} from "typebox";
import type { EntityType } from "../knowledge.ts";
import {
  choice,
  date,
  dated,
  type FormatKeywords,
  id,
  ids,
  mapOf,
  oneOrMore,
  text,
  texts,
  type VocabularyPart,
  word,
  yesNo,
} from "./terms.ts";

// The format of a knowledge base: the one definition from which come the types of its YAML (RawEntity and so on), its
// validator (validate.ts), its published JSON Schema (json-schema.ts) and its manual page (manual.ts). A description is
// one plain sentence, or two; an example comes from the harbour of knowledge/FORMAT.md.

const Evidence = MapOf(
  {
    source: id(["source"], "The source that says so.", "minutes"),
    quote: Optional(
      text(
        "Its exact words: the phrase that carries the fact, as short as can be.",
        "opened the East Quay on 3 June 2024",
      ),
    ),
  },
  {
    additionalProperties: false,
    title: "a map of `source` and `quote`",
    description: "A source that says so, and its words.",
    "x-holds": "quote-in-source",
  },
);
const evidence = Optional(
  ArrayOf(Evidence, {
    title: "a list of maps",
    description: "Which sources say so, and in which words.",
    examples: [[{ source: "minutes", quote: "opened the East Quay on 3 June 2024" }]],
    "x-itemwise": true,
  }),
);

const BadName = MapOf(
  {
    form: text("The name as it is met.", "Coal Wharf"),
    reason: text(
      "Why it should not be used, in a sentence for the writer.",
      "The board renamed the wharf in March 2018.",
    ),
    since: Optional(date("From when on it should not be used.", "2018-03")),
    until: Optional(date("Until when it should not be used.", "2024-06-03")),
    except: texts("Longer names in which it is right.", ["Coal Wharf Museum"]),
  },
  {
    additionalProperties: false,
    title: "a map of `form` and `reason`",
    description: "A name that should not be used, and why.",
  },
);

const Role = MapOf(
  {
    title: text("What the office is called.", "Chair of the Harbour Board"),
    aliases: texts("Other accepted titles of the office.", ["Chairwoman of the Harbour Board"]),
    of: id(["entity", "event"], "The body or the event that the office belongs to.", "harbour-board"),
    during: Optional(date("From when to when it is held; either end may be open.", "2022-04/..")),
    acting: Optional(yesNo("Whether it is held for the time being only.", false)),
  },
  {
    additionalProperties: false,
    title: "a map of `title` and `of`",
    description: "An office, whose it is, and for how long it is held.",
  },
);

const names = {
  name: text("The preferred name.", "East Quay"),
  aliases: texts("Other accepted names.", ["Eastern Quay"]),
  abbreviation: Optional(
    oneOrMore(
      Text({ minLength: 1, title: "a text" }),
      "a text or a list of texts",
      "An abbreviation, or several.",
      "HB",
    ),
  ),
  identifiers: texts(
    "Document numbers and the like; they are matched exactly, so that a near miss is a wrong number.",
    ["HB/2024/17"],
  ),
  discouraged: Optional(
    ArrayOf(BadName, {
      title: "a list of maps",
      description: "Names that are understood, but to be replaced.",
      examples: [[{ form: "Coal Wharf", reason: "The board renamed the wharf in March 2018." }]],
    }),
  ),
  misnomers: Optional(
    ArrayOf(BadName, {
      title: "a list of maps",
      description: "Names that are simply wrong for this.",
      examples: [[{ form: "East Dock", reason: "It is a quay; the harbour has no dock." }]],
    }),
  ),
  description: Optional(
    text("One or two plain sentences of background.", "The deep-water quay in the east of the harbour."),
  ),
  sameAs: texts("The same thing elsewhere: a prefix, a colon and the id that it has there.", [
    "wikidata:Q843",
  ]),
  evidence,
};

const ENTITY_TYPE_MEANINGS: Readonly<Record<EntityType, string>> = {
  person: "A human being.",
  organization: "A body with members or staff: a ministry, a company, a party, an alliance of states.",
  group: "People who act together without being a registered body: a movement, a delegation, an armed group.",
  country: "A state.",
  place: "A region, a city, a river: somewhere that is no state.",
  facility: "Something built: a bridge, a stadium, a border crossing, a base.",
  boundary: "A line between territories.",
  agreement: "A treaty, an accord or a pact, as a text with its parties.",
  document: "A law, a report, a letter, a resolution.",
  concept: "An idea, a policy, a school of thought.",
};

export const Entity = MapOf(
  {
    type: choice(ENTITY_TYPE_MEANINGS, {
      title: "a type of entity",
      description: "What kind of thing it is.",
    }),
    ...names,
    weakAliases: texts(
      "Names too short or too common to start a match: they count once the draft has named it, or beside another sign of it.",
      ["the Quay"],
    ),
    demonyms: texts("Adjectives that point to it.", ["Marish"]),
    metonyms: texts("Names that stand for it, as a capital for its government.", ["Customs House"]),
    distinctFrom: ids(["entity"], "What it is easily confused with.", ["west-quay"]),
    country: Optional(
      dated(
        ["country", "place"],
        "The state that it belongs to or lies in; with `during` for a time only.",
        "maren",
      ),
    ),
    memberOf: Optional(
      dated(["entity"], "What it is a member of; with `during` for a time only.", [
        { of: "harbour-board", during: "2014/2019-05" },
      ]),
    ),
    partOf: Optional(
      id(["entity"], "What it is a part of: a province of a state, an article of an act.", "port-maren"),
    ),
    formerly: Optional(id(["entity"], "The entity that it succeeded.", "harbour-office")),
    exists: Optional(date("From when to when it exists; either end may be open.", "1893/..")),
    roles: Optional(
      ArrayOf(Role, {
        title: "a list of maps",
        description: "The offices that it holds or held.",
        examples: [[{ title: "Chair of the Harbour Board", of: "harbour-board", during: "2022-04/.." }]],
      }),
    ),
  },
  { additionalProperties: false, title: "a map", description: "An actor, a place, a document or an idea." },
);

export const Event = MapOf(
  {
    type: word(
      "eventTypes",
      "a type of event",
      "A type of the built-in vocabulary, or one that this knowledge base adds.",
      "opening",
    ),
    ...names,
    distinctFrom: ids(["event"], "What it is easily confused with.", ["west-quay-opening"]),
    date: Optional(date("When it happened.", "2024-06-03")),
    stages: Optional(
      mapOf(date(""), {
        description:
          "Dated steps of the one event, by name, if they differ from `date`; `announced` and `inForce` are understood in drafts.",
        examples: [{ announced: "2023-11-20", inForce: "2024-07-01" }],
      }),
    ),
    place: Optional(
      oneOrMore(
        id(["country", "place", "facility", "boundary"], ""),
        "an id or a list of ids",
        "Where it happened.",
        "port-maren",
      ),
    ),
    participants: Optional(
      mapOf(ArrayOf(id(["entity"], ""), { title: "a list of ids" }), {
        description:
          "Who took part, by role; the list of a role is complete unless `openRoles` names the role.",
        examples: [{ host: ["harbour-board"], speaker: ["mira-holm"] }],
        "x-keys": "participantRoles",
      }),
    ),
    openRoles: Optional(
      ArrayOf(word("participantRoles", "a role", ""), {
        title: "a list of roles",
        description: "Roles whose list is not complete: others may have had them too.",
        examples: [["speaker"]],
      }),
    ),
    about: ids(["entity", "event"], "The document, border or office that it made, ended or concerned.", [
      "east-quay",
    ]),
    partOf: Optional(id(["event"], "The larger event that it belongs to.", "harbour-festival")),
    follows: ids(["event"], "Events that came before it.", ["quay-vote"]),
    outcome: Optional(
      word(
        "outcomes",
        "an outcome",
        "How it ended: an outcome of the built-in vocabulary, or one that this knowledge base adds.",
        "approved",
      ),
    ),
  },
  { additionalProperties: false, title: "a map", description: "Something that happened." },
);

const sides = ["entity", "event"] as const;

export const Claim = MapOf(
  {
    subject: oneOrMore(
      id(sides, ""),
      "an id or a list of ids",
      "Whom or what it is about: who does what the predicate says.",
      "harbour-board",
    ),
    predicate: word(
      "predicates",
      "a predicate",
      "A predicate of the built-in vocabulary, or one that this knowledge base adds.",
      "owns",
    ),
    object: Optional(
      oneOrMore(
        id(sides, ""),
        "an id or a list of ids",
        "The other side of the relation; a predicate may need none.",
        "east-quay",
      ),
    ),
    holds: Optional(yesNo("Whether it is so, or is not so.", true)),
    during: Optional(date("The time for which it holds.", "2024-06/..")),
    date: Optional(date("When it happened, if it is a point in time.", "2024-06-03")),
    status: Optional(
      choice(
        {
          established: "It is taken to be so.",
          contested: "Some say so, others deny it.",
          alleged: "Somebody says so, and no one else has confirmed it.",
        },
        { title: "a status", description: "How sure it is.", default: "established" },
      ),
    ),
    attributedTo: ids(["entity"], "Who says so; required where the claim is contested or alleged.", [
      "mira-holm",
    ]),
    deniedBy: ids(["entity"], "Who denies it.", ["fishers-union"]),
    statement: text("The claim as one plain sentence.", "The Harbour Board owns the East Quay."),
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
    of: id(sides, "The entity or event that it measures.", "east-quay"),
    label: text("What it measures.", "length of the East Quay"),
    aliases: texts("Other words for what it measures.", ["quay length"]),
    value: Union(
      [
        NumberValue({ title: "a number" }),
        ArrayOf(NumberValue({ title: "a number" }), { minItems: 2, maxItems: 2, title: "[low, high]" }),
      ],
      {
        title: "a number or [low, high]",
        description: "A number, or the lowest and the highest that it can be.",
        examples: [340, [12, 14]],
      },
    ),
    bound: Optional(
      choice(
        {
          exact: "It is this number.",
          about: "It is this number, roughly.",
          atLeast: "It is this number or more.",
          atMost: "It is this number or less.",
        },
        { title: "a bound", description: "How the value bounds the true one.", default: "exact" },
      ),
    ),
    unit: text("The unit, in free text or as an ISO 4217 currency code.", "metre"),
    asOf: Optional(date("When it was so.", "2024")),
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
    title: text("Its title.", "Minutes of the Harbour Board"),
    author: Optional(text("Who wrote it.", "Mira Holm")),
    publisher: Optional(text("Who published it.", "Harbour Board")),
    published: Optional(date("When it was published.", "2024-06-10")),
    url: Optional(text("Where it can be read.", "https://harbour.example/minutes/2024-06")),
    note: Optional(text("Anything else.", "Kept in the archive of the board.")),
    text: Optional(
      text(
        "The file of its full text, relative to this file; the quotes from it are then looked up there.",
        "sources/minutes.txt",
      ),
    ),
  },
  { additionalProperties: false, title: "a map", description: "Something that says so." },
);

export const Info = MapOf(
  {
    title: text("What the knowledge base is called.", "The harbour of Port Maren"),
    description: Optional(text("What it covers.", "The quays, their openings and the board that runs them.")),
    language: Optional(
      Text({
        description: "The language that it is written for, as BCP 47 has it.",
        title: "a language tag such as en or pt-BR",
        pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
        examples: ["en"],
      }),
    ),
    asOf: Optional(date("Up to when this is known to hold.", "2025-11")),
  },
  { additionalProperties: false, title: "a map", description: "What this knowledge base is." },
);

export const EventTypeEntry = MapOf(
  {
    terms: texts("Nouns for it, in the singular, unless only a plural is used.", ["ceasefire", "truce"]),
    verbs: texts("Verbs that tell it by themselves, in the infinitive, with the words that belong to them.", [
      "cease fire",
      "call a truce",
    ]),
    objectOf: texts(
      "Verbs that say that it took place when it is their object, in the infinitive: one *reaches* an agreement.",
      ["broker", "declare"],
    ),
    alsoCalled: Optional(
      ArrayOf(word("eventTypes", "a type of event", ""), {
        title: "a list of types of event",
        description: "Types whose words may be used of it too: a ceasefire may be called an agreement.",
        examples: [["agreement"]],
      }),
    ),
    lasting: Optional(
      yesNo(
        "Whether it takes its time, as a war does: a single date may then be that of its end, and does not say when it began.",
        false,
      ),
    ),
    announced: Optional(
      yesNo("Whether it begins by being announced, as a ceasefire or a resignation does.", false),
    ),
    recurring: Optional(
      yesNo("Whether it comes again, as elections do: a place or a thing can have several.", false),
    ),
    datedByStart: Optional(
      yesNo(
        "Whether a single date is that of its beginning though it may have gone on, as with talks.",
        false,
      ),
    ),
  },
  {
    additionalProperties: false,
    title: "a map",
    description: "A type of event: the words for it, and how it stands in time.",
  },
);
export const RoleEntry = MapOf(
  {
    phrases: texts("Words that come before who fills it, with the preposition that leads there.", [
      "brokered by",
      "under the auspices of",
    ]),
    titles: texts("What who fills it is called.", ["mediator", "broker"]),
    verbs: texts("Verbs whose subject fills it, in the infinitive.", ["broker", "mediate between"]),
    acts: Optional(yesNo("Whether who fills it does what happens; a target or an observer does not.", true)),
    mutual: Optional(
      yesNo(
        "Whether those who fill it act with each other, so that “the merger of A with B” names two of them.",
        false,
      ),
    ),
    anyDeed: Optional(
      yesNo("Whether its words may be said of whoever acts in any event, as “carried out by” may.", false),
    ),
    makesItHappen: Optional(
      yesNo(
        "Whether its verbs say that the event took place: “was chaired by A in May” dates it, “was financed by B in May” does not.",
        false,
      ),
    ),
  },
  {
    additionalProperties: false,
    title: "a map",
    description: "A role in events: the words for it, and what who fills it does.",
  },
);
export const PredicateEntry = MapOf(
  {
    verbs: texts(
      "Verbs between subject and object, in the infinitive, with the preposition that they take.",
      ["rely on", "depend on"],
    ),
    nouns: texts("Nouns for it, with the preposition that leads to the object.", ["reliance on"]),
    antonyms: texts("Verbs that say the opposite, in the infinitive.", ["be independent of"]),
    exclusive: Optional(
      Union(
        [
          choice(
            {
              none: "Any number of subjects and objects.",
              subject: "An object has one subject at a time: one controls a town.",
              object: "A subject has one object at a time.",
              both: "One subject and one object at a time.",
            },
            { title: "", description: "" },
          ),
          Literal(false),
        ],
        {
          title: "none, subject, object or both",
          description: "Which side of it can only be one at a time; false is the same as none.",
          default: "none",
          examples: ["subject"],
        },
      ),
    ),
  },
  {
    additionalProperties: false,
    title: "a map",
    description: "A relation that claims may state: the words for it.",
  },
);
export const OutcomeEntry = MapOf(
  {
    verbs: texts("Verbs whose subject is the event, in the infinitive.", ["collapse", "come to nothing"]),
    objectOf: texts("Verbs whose object is the event, in the infinitive: one *rejects* a bill.", [
      "call off",
    ]),
    adjectives: texts("Adjectives for the event.", ["abortive", "unsuccessful"]),
    nouns: texts("Nouns for the outcome.", ["failure", "breakdown"]),
  },
  {
    additionalProperties: false,
    title: "a map",
    description: "A way in which an event can have ended: the words for it.",
  },
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
  outcomes: OutcomeEntry,
} as const;

/** What each part of the vocabulary is for, and the vocabulary as a whole. */
export const PART_DESCRIPTIONS: Readonly<Record<VocabularyPart, string>> = {
  eventTypes: "Types of event, by the word that `type` has.",
  participantRoles: "Roles in events, by the word that `participants` and `openRoles` have.",
  predicates: "Relations, by the word that `predicate` has.",
  outcomes: "How events end, by the word that `outcome` has.",
};
export const VOCABULARY_DESCRIPTION =
  "Words that the built-in vocabulary lacks; an entry of a built-in word adds to it.";

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

/** Every key that the format has anywhere, below the top level. */
export const FORMAT_KEYS: ReadonlySet<string> = new Set(
  [
    Info,
    ...Object.values(ENTRY_MAPS).map(({ schema }) => schema),
    ...Object.values(VOCABULARY_PARTS),
  ].flatMap(keysIn),
);

function keysIn(schema: FormatKeywords): string[] {
  const { properties = {}, items, anyOf = [], patternProperties = {} } = schema;
  const inner = [...Object.values(properties), ...Object.values(patternProperties), ...anyOf];
  return [...Object.keys(properties), ...[...inner, ...(items ? [items] : [])].flatMap(keysIn)];
}
