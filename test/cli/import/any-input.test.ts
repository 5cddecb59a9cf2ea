import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importing, problemsOf } from "./importing.ts";

const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("Mira Holm", "harbour board", "LUNE", "L.U.", "null", "a: b", "- x", "#1"),
  },
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    "\u0000",
    "\uFEFF",
    "\uD800",
    "two\nlines",
    " ",
    "__proto__",
    "constructor",
    "x".repeat(200),
  ),
);
const id = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom("a", "b", "c", "d", "Q1", "Q2", "NK-1", "france", "a-list", "__proto__"),
  },
  word,
);
const date = fc.oneof(
  fc.constantFrom("1990", "1990-05", "1990-05-03", "1990-02-30", "1990-05-03T10:00:00", "2001", "soon", ""),
  word,
);
const country = fc.constantFrom("fr", "FR", "gb-sct", "suhh", "zz", "xx", "pk", "");
const junk = fc.oneof(
  word,
  fc.integer(),
  fc.constant(null),
  fc.array(word, { maxLength: 2 }),
  fc.object({ maxDepth: 2 }),
);
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });

const PROPERTIES = {
  ...Object.fromEntries(
    ["name", "alias", "weakAlias", "previousName", "abbreviation", "title", "role", "notes", "idNumber"].map(
      (key) => [key, some(word)],
    ),
  ),
  ...Object.fromEntries(
    ["birthDate", "deathDate", "startDate", "endDate", "date", "incorporationDate", "publishedAt"].map(
      (key) => [key, some(date)],
    ),
  ),
  ...Object.fromEntries(
    [
      ...[
        "holder",
        "post",
        "member",
        "organization",
        "director",
        "successor",
        "predecessor",
        "parent",
        "involved",
      ],
      ...["organizer", "addressEntity", "proof"],
    ].map((key) => [key, some(id)]),
  ),
  ...Object.fromEntries(["country", "nationality", "jurisdiction"].map((key) => [key, some(country)])),
  status: some(fc.constantFrom("current", "ended")),
  keywords: some(fc.constantFrom("country", "person", "source", "facility", "war", "group")),
  wikidataId: some(fc.constantFrom("Q1", "q2", "Q0")),
  sourceUrl: some(word),
};
const schema = fc.constantFrom(
  ...[
    "Person",
    "Organization",
    "PublicBody",
    "Company",
    "Address",
    "Document",
    "Event",
    "Position",
    "Occupancy",
  ],
  ...["Membership", "Directorship", "Succession", "Sanction", "constructor", ""],
);
const entity: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  entity: fc.record(
    {
      id,
      schema,
      caption: word,
      datasets: some(word),
      properties: fc.record(
        { ...PROPERTIES, positionOccupancies: fc.array(tie("entity"), { maxLength: 1 }), sanctions: junk },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ["id", "schema", "properties"] },
  ),
})).entity;

const itemId = fc.constantFrom("Q1", "Q2", "Q3", "Q4", "Q5", "Q6256", "Q4164871");
const snak = fc.oneof(
  fc.record({
    snaktype: fc.constant("value"),
    datavalue: fc.record({
      value: fc.oneof(
        fc.record({ id: itemId }),
        fc.record({
          time: fc.constantFrom("+1990-05-03T00:00:00Z", "-0043-00-00T00:00:00Z", "+99999-00-00T"),
          precision: fc.nat(14),
        }),
        fc.record({ text: word, language: fc.constantFrom("en", "de") }),
        word,
      ),
    }),
  }),
  fc.constant({ snaktype: "novalue" }),
  junk,
);
const statement = fc.record(
  {
    mainsnak: snak,
    rank: fc.constantFrom("normal", "preferred", "deprecated"),
    qualifiers: fc.dictionary(
      fc.constantFrom("P580", "P582", "P585", "P642", "P1480"),
      fc.array(snak, { maxLength: 2 }),
    ),
  },
  { requiredKeys: ["mainsnak"] },
);
const term = fc.record({ language: fc.constant("en"), value: word });
const classes = fc
  .constantFrom("Q5", "Q6256", "Q515", "Q43229", "Q131569", "Q198", "Q1656682", "Q4164871", "Q99")
  .map((id) => [{ mainsnak: { snaktype: "value", datavalue: { value: { id } } }, rank: "normal" }]);
const item = fc.record(
  {
    id: itemId,
    type: fc.constant("item"),
    labels: fc.record({ en: term, mul: term }, { requiredKeys: [] }),
    aliases: fc.record({ en: fc.array(term, { maxLength: 3 }) }, { requiredKeys: [] }),
    claims: fc.record(
      {
        P31: classes,
        ...Object.fromEntries(
          "P39 P27 P17 P463 P361 P155 P1365 P276 P710 P1891 P569 P570 P571 P576 P580 P582 P585 P1813 P1549 P297 P1001"
            .split(" ")
            .map((property) => [property, fc.array(statement, { maxLength: 2 })]),
        ),
      },
      { requiredKeys: ["P31"] },
    ),
  },
  { requiredKeys: ["id", "labels", "claims"] },
);

const field = fc.oneof(
  id,
  word,
  date,
  country,
  fc.constantFrom("person", "place", "agreement", "war", "a;b;c", '"'),
);
const table = fc
  .tuple(
    fc.uniqueArray(
      fc.constantFrom(
        ...[
          "id",
          "type",
          "name",
          "aliases",
          "weakAliases",
          "country",
          "memberOf",
          "partOf",
          "formerly",
          "title",
          "of",
          "acting",
        ],
        ...[
          "start",
          "end",
          "date",
          "place",
          "about",
          "follows",
          "outcome",
          "source",
          "mediator",
          "Name",
          "nonsense",
        ],
      ),
      { minLength: 1 },
    ),
    fc.array(fc.array(field, { maxLength: 12 }), { maxLength: 12 }),
  )
  .map(([headers, rows]) => [headers, ...rows].map((row) => row.map(quoted).join(",")).join("\n"));

function quoted(text: string): string {
  return /[",\n\r]/.test(text) && text !== '"' ? `"${text.replaceAll('"', '""')}"` : text;
}

const lines = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join("\n");

describe("any input makes a knowledge base that loads without a problem", () => {
  test("FollowTheMoney", async () => {
    const input = fc.array(fc.oneof({ weight: 12, arbitrary: entity }, junk), { maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(input, async (values) => {
        expect(problemsOf(await importing("ftm", [lines(values)]))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  test("Wikidata", async () => {
    const input = fc.array(fc.oneof({ weight: 12, arbitrary: item }, junk), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(input, async (values) => {
        expect(problemsOf(await importing("wikidata", [lines(values)]))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  test("tables", async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(undefined, "person"), async (text, type) => {
        const imported = await importing("csv", [text], type === undefined ? {} : { type });
        expect(problemsOf(imported)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  test("anything else", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (text) => {
        for (const form of ["ftm", "wikidata", "csv"] as const) {
          expect(problemsOf(await importing(form, [text], { output: "folder" }))).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});
