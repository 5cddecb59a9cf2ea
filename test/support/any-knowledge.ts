import fc from "fast-check";
import type { KnowledgeFile } from "../../server/src/knowledge-base/loading/load.ts";

// Any knowledge base, as the text of its files: always the same entries, by names that programs stumble over, with any
// values; sound, or damaged in places.

/** The text of the source `log`; there is none of any other. */
export const LOG = "They said “No” – twice. Nobody was there.";

const PERSONS = ["été", "\uD800", "mira"];
const STATES = ["arvo", "constructor"];
const PLACES = ["port-kess", "__proto__", "x".repeat(300)];
const BODIES = ["guild", "日本"];
const PAPERS = ["act", "article"];
const EVENTS = ["war", "toString", "𝒜"];
const ENTITIES = [...PERSONS, ...STATES, ...PLACES, ...BODIES, ...PAPERS];

const text = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "Port Kess",
      "Mira Hoult",
      "the Guild",
      "“No”, they said – twice",
      "Kess truce",
    ),
  },
  { weight: 3, arbitrary: fc.string({ minLength: 1, unit: "grapheme" }).map((one) => `${one}.`) },
  fc.constantFrom(
    "\uFEFFmarked",
    "\uFEFF".padEnd(90, "x"),
    "half \uDC00 a character",
    "\uD83D",
    "long ".repeat(60),
  ),
);
const date = fc.constantFrom(
  ...["2021", "2021-05-04", "2021-05~", "2021-22", "1990/..", "../2003", "2021/", "19XX", "2020/2022-03"],
  ...["-0044-03-15", "Y-12000", "2021-05-04?", "198X"],
);
const amount = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-0, 2 ** 53, 1e300),
);
const yesNo = fc.boolean();
const oneOf = (...ids: string[]) => fc.constantFrom(...ids);
const listOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
const oneOrMore = <T>(item: fc.Arbitrary<T>) =>
  fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }));
const mapOf = <T>(keys: readonly string[], value: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 3 }).map((pairs) => new Map(pairs));

const quote = fc.constantFrom("“No” – twice", "Nobody  was there", LOG);
const evidence = listOf(
  fc.oneof(
    fc.record({ source: oneOf("log"), quote }, { requiredKeys: ["source"] }),
    fc.record({ source: oneOf("book"), quote: text }, { requiredKeys: ["source"] }),
  ),
);
const badName = fc.record(
  { form: text, reason: text, since: date, until: date, except: listOf(text) },
  { requiredKeys: ["form", "reason"] },
);
const role = fc.record(
  { title: text, aliases: listOf(text), of: oneOf(...ENTITIES, ...EVENTS), during: date, acting: yesNo },
  { requiredKeys: ["title", "of"] },
);
const dated = (ids: readonly string[]) =>
  oneOrMore(
    fc.oneof(oneOf(...ids), fc.record({ of: oneOf(...ids), during: date }, { requiredKeys: ["of"] })),
  );
const named = (fellows: readonly string[]) => ({
  name: text,
  aliases: listOf(text),
  abbreviation: oneOrMore(text),
  identifiers: listOf(text),
  discouraged: listOf(badName),
  misnomers: listOf(badName),
  distinctFrom: listOf(oneOf(...fellows)),
  description: text,
  sameAs: listOf(text),
  evidence,
});
const entity = (type: string, partOf: string | undefined) =>
  fc.record(
    {
      type: fc.constant(type),
      ...named(ENTITIES),
      weakAliases: listOf(text),
      demonyms: listOf(text),
      metonyms: listOf(text),
      country: dated([...STATES, ...PLACES]),
      memberOf: dated(ENTITIES),
      ...(partOf !== undefined && { partOf: fc.constant(partOf), formerly: fc.constant(partOf) }),
      exists: date,
      roles: listOf(role),
    },
    { requiredKeys: ["type", "name"] },
  );
const ROLES = ["party", "mediator", "constructor", "host", "__proto__"];
const event = (earlier: readonly string[]) =>
  fc.record(
    {
      type: fc.constantFrom("ceasefire", "talks", "agreement", "agreement", "constructor", "regatta"),
      ...named(EVENTS),
      date,
      stages: mapOf(["signed", "inForce", "constructor"], date),
      place: oneOrMore(oneOf(...STATES, ...PLACES)),
      participants: mapOf(ROLES, listOf(oneOf(...ENTITIES))),
      openRoles: listOf(fc.constantFrom(...ROLES)),
      about: listOf(oneOf(...ENTITIES, ...EVENTS)),
      ...(earlier.length > 0 && { partOf: oneOf(...earlier), follows: listOf(oneOf(...earlier)) }),
      outcome: fc.constantFrom("succeeded", "failed", "pending"),
    },
    { requiredKeys: ["type", "name"] },
  );
const claim = fc.record(
  {
    subject: oneOrMore(oneOf(...ENTITIES, ...EVENTS)),
    predicate: fc.constantFrom("recognizes", "controls", "supports"),
    object: oneOrMore(oneOf(...ENTITIES, ...EVENTS)),
    holds: yesNo,
    during: date,
    date,
    status: fc.constantFrom("established", "contested", "alleged"),
    attributedTo: fc.array(oneOf(...ENTITIES), { minLength: 1, maxLength: 2 }),
    deniedBy: listOf(oneOf(...ENTITIES)),
    statement: text,
    evidence,
  },
  { requiredKeys: ["subject", "predicate", "attributedTo", "statement"] },
);
const figure = fc.record(
  {
    of: oneOf(...ENTITIES, ...EVENTS),
    label: text,
    aliases: listOf(text),
    value: fc.oneof(
      amount,
      fc.tuple(amount, amount).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]),
    ),
    bound: fc.constantFrom("exact", "about", "atLeast", "atMost"),
    unit: fc.constantFrom("year", "USD", "quay"),
    asOf: date,
    evidence,
  },
  { requiredKeys: ["of", "label", "value", "unit"] },
);
const source = (file: string) =>
  fc.record(
    {
      title: text,
      author: text,
      publisher: text,
      published: date,
      url: text,
      note: text,
      ...(file !== "" && { text: fc.constant(file) }),
    },
    { requiredKeys: ["title"] },
  );
const words = {
  eventTypes: fc.record({ terms: listOf(text), verbs: listOf(text) }),
  participantRoles: fc.record({ titles: listOf(text) }, { requiredKeys: [] }),
  predicates: fc.record({ verbs: listOf(text) }),
};
const info = fc.record(
  { title: text, description: text, language: fc.constant("en"), asOf: date },
  { requiredKeys: ["title"] },
);

type Entry = readonly [map: string, id: string, value: unknown];
const entryOf = (map: string, id: string, value: fc.Arbitrary<unknown>) =>
  value.map((one): Entry => [map, id, one]);

const TYPES: readonly (readonly [readonly string[], string])[] = [
  [PERSONS, "person"],
  [STATES, "country"],
  [PLACES, "place"],
  [BODIES, "organization"],
  [PAPERS, "document"],
];

const world: fc.Arbitrary<Entry[]> = fc.tuple(
  entryOf("sources", "log", source("log.txt")),
  entryOf("sources", "book", source("")),
  ...TYPES.flatMap(([ids, type]) => ids.map((id, i) => entryOf("entities", id, entity(type, ids[i + 1])))),
  ...EVENTS.map((id, i) => entryOf("events", id, event(EVENTS.slice(0, i)))),
  entryOf("claims", "valueOf", claim),
  entryOf("claims", "c", claim),
  entryOf("figures", "f", figure),
  entryOf("figures", "hasOwnProperty", figure),
);
const vocabulary: fc.Arbitrary<Entry[]> = fc.tuple(
  ...["regatta", "constructor", "ceasefire"].map((word) => entryOf("eventTypes", word, words.eventTypes)),
  ...["constructor", "__proto__", "host"].map((word) =>
    entryOf("participantRoles", word, words.participantRoles),
  ),
  entryOf("predicates", "controls", words.predicates),
);

/** What can be wrong with an entry: it is gone, it is there twice, a value of it is not as the format has it. */
type Damage = (entry: Entry) => Entry[];
const spoilt =
  (change: object): Damage =>
  ([map, id, value]) => [[map, id, { ...(value as object), ...change }]];
const damage = fc.constantFrom<Damage>(
  () => [],
  (entry) => [entry, entry],
  ([map, id]) => [[map, id, null]],
  ([map, id, value]) => [[map, `${id}?`, value]],
  spoilt({ evidence: [{ source: "nowhere" }, { source: "log", quote: "Somebody was there." }] }),
  spoilt({ date: "2021-02-30", during: "4 May", exists: "soon" }),
  spoilt({ partOf: "port-ksse", of: "nobody", subject: ["war", "peace"] }),
  spoilt({ type: "thing", predicate: "likes" }),
  spoilt({ neme: "Port Kess", title: 3 }),
  spoilt({ text: "sources/lost.txt" }),
);

const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

/** The files of a knowledge base, by name. */
export const anyKnowledgeFiles: fc.Arbitrary<KnowledgeFile[]> = fc
  .record({
    entries: world,
    words: fc.oneof({ weight: 4, arbitrary: vocabulary }, { weight: 1, arbitrary: fc.constant([]) }),
    info: fc.option(info),
    /** For each entry, the number of its file. */
    places: fc.infiniteStream(fc.nat({ max: 2 })),
    files: fc.integer({ min: 1, max: 3 }),
    damages: rarely(fc.array(fc.tuple(fc.nat(), damage), { maxLength: 3 })),
    junk: rarely(fc.tuple(fc.nat(), fc.constantFrom("\n  }\n", "{", "\t- :", ' "', "cut"))),
  })
  .map(({ entries, words, info, places, files, damages, junk }) => {
    const damaged = entries.flatMap((entry, i) => {
      const [, damage] = damages?.find(([at]) => at % entries.length === i) ?? [];
      return damage?.(entry) ?? [entry];
    });
    const parts = Array.from({ length: files }, (): Entry[] => []);
    for (const entry of damaged) parts[places.next().value! % files]!.push(entry);
    const texts = parts.map((part) => mapsOf(part));
    if (words.length > 0) texts[0] += `vocabulary:\n${mapsOf(words).replace(/^/gm, "  ")}\n`;
    if (info !== null) texts[0] += `knowledgeBase: ${json(info)}\n`;
    if (junk !== null) texts[0] = withJunk(texts[0]!, ...junk);
    return texts.map((text, i) => ({ file: ["kb/a.yaml", "kb/b c.yaml", "kb/deep/a.yaml"][i]!, text }));
  });

function withJunk(text: string, at: number, junk: string): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + (junk === "cut" ? "" : junk + text.slice(place));
}

/** Maps of entries, a line each, their values in the manner of JSON. */
function mapsOf(entries: readonly Entry[]): string {
  const maps = [...new Set(entries.map(([map]) => map))];
  return maps
    .map((map) => {
      const own = entries.filter(([each]) => each === map);
      return `${map}:${own.map(([, id, value]) => `\n  ${json(id)}: ${json(value)}`).join("")}\n`;
    })
    .join("");
}

function json(value: unknown): string {
  if (value instanceof Map) return `{${[...value].map((pair) => pair.map(json).join(": ")).join(", ")}}`;
  if (Array.isArray(value)) return `[${value.map(json).join(", ")}]`;
  if (typeof value === "object" && value !== null) return json(new Map(Object.entries(value)));
  if (Object.is(value, -0)) return "-0";
  return JSON.stringify(value);
}
