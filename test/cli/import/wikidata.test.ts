import { describe, expect, test } from "vitest";
import { importing, problemsOf } from "./importing.ts";

const GREGORIAN = "http://www.wikidata.org/entity/Q1985727";
const JULIAN = "http://www.wikidata.org/entity/Q1985786";

type Snak = { snaktype: string; datavalue?: { value: unknown } };
const value = (of: unknown): Snak => ({ snaktype: "value", datavalue: { value: of } });
const item = (id: string) => value({ "entity-type": "item", id });
const time = (text: string, precision = 11, calendarmodel = GREGORIAN) =>
  value({ time: `${text}T00:00:00Z`, precision, calendarmodel });
const said = (mainsnak: Snak, qualifiers: Record<string, Snak[]> = {}, rank = "normal") => ({
  mainsnak,
  qualifiers,
  rank,
});
type Claims = Record<string, ReturnType<typeof said>[]>;

function entity(id: string, label: string, claims: Claims = {}, more: object = {}) {
  return {
    id,
    type: "item",
    labels: { en: { language: "en", value: label }, de: { language: "de", value: `${label} (de)` } },
    claims,
    ...more,
  };
}

const isA = (id: string): Claims => ({ P31: [said(item(id))] });
const CIRCA = { P1480: [item("Q5727902")] };

const WORLD = [
  entity("Q9001", "Mira Holm", {
    ...isA("Q5"),
    P569: [said(time("+1960-04-02"))],
    P27: [said(item("Q9002"))],
    P39: [
      said(item("Q9003"), { P580: [time("+2022-04-00", 10)], P582: [{ snaktype: "novalue" }] }),
      said(item("Q9003"), { P580: [time("+2001-00-00", 9)], P582: [time("+2005-00-00", 9)] }),
      said(item("Q9999")),
    ],
    P463: [said(item("Q9004"), { P580: [time("+1999-00-00", 9)] })],
  }),
  entity("Q9002", "Morvane", {
    ...isA("Q3624078"),
    P1549: [
      said(value({ text: "Morvanian", language: "en" })),
      said(value({ text: "Morvaner", language: "de" })),
    ],
    P1813: [said(value({ text: "MRV", language: "en" }))],
    P1365: [said(item("Q9006"))],
  }),
  entity("Q9003", "Keeper of the Seal", { ...isA("Q4164871"), P1001: [said(item("Q9002"))] }),
  entity("Q9004", "Coast League", { ...isA("Q484652"), P571: [said(time("+1950-00-00", 8))] }),
  entity(
    "Q9005",
    "Lune Treaty",
    {
      ...isA("Q131569"),
      P585: [said(time("+1990-05-03"))],
      P276: [said(item("Q9007"))],
      P17: [said(item("Q9002"))],
      P1891: [said(item("Q9002")), said(item("Q9004"))],
    },
    {
      aliases: { en: [{ language: "en", value: "Treaty of Lune" }] },
      descriptions: { en: { language: "en", value: "treaty of an invented coast" } },
    },
  ),
  entity("Q9006", "Old Morvane", { ...isA("Q3024240"), P576: [said(time("+1900-00-00", 9), CIRCA)] }),
  entity("Q9007", "Port Lune", { ...isA("Q515"), P17: [said(item("Q9002"))] }),
];

const lines = (entities: readonly object[]) => entities.map((each) => JSON.stringify(each)).join("\n");

describe("an import from Wikidata", () => {
  test("makes actors with their offices, and events", async () => {
    const imported = await importing("wikidata", [lines(WORLD)]);
    expect(problemsOf(imported)).toEqual([]);
    const { entities, events } = imported.knowledge;
    expect([...entities.values()].map(({ id, type }) => `${id} ${type}`)).toEqual([
      "Q9001 person",
      "Q9002 country",
      "Q9004 organization",
      "Q9006 country",
      "Q9007 place",
    ]);
    const mira = entities.get("Q9001")!;
    expect(mira.roles.map(({ title, of, during }) => [title, of, during?.edtf])).toEqual([
      ["Keeper of the Seal", "Q9002", "2022-04/.."],
      ["Keeper of the Seal", "Q9002", "2001/2005"],
    ]);
    expect([mira.exists?.edtf, mira.country, mira.memberOf.map(({ during }) => during?.edtf)]).toEqual([
      "1960-04-02/",
      [{ of: "Q9002" }],
      ["1999/"],
    ]);
    expect(entities.get("Q9002")).toMatchObject({
      demonyms: ["Morvanian"],
      abbreviations: ["MRV"],
      formerly: "Q9006",
      sameAs: ["wikidata:Q9002"],
      evidence: [{ source: "wikidata" }],
    });
    expect(entities.get("Q9006")?.exists?.edtf).toBe("/1900~");
    expect(entities.get("Q9004")?.exists?.edtf).toBe("195X/");
    expect(events.get("Q9005")).toMatchObject({
      type: "treaty",
      aliases: ["Treaty of Lune"],
      place: ["Q9007"],
      participants: { signatory: ["Q9002", "Q9004"] },
      openRoles: ["signatory"],
      description: "treaty of an invented coast",
      date: { edtf: "1990-05-03" },
    });
  });

  test.each([
    ["one on each line", lines(WORLD)],
    ["a dump", `[\n${WORLD.map((each) => JSON.stringify(each)).join(",\n")}\n]\n`],
    [
      "a dump with Windows line ends",
      `[\r\n${WORLD.map((each) => JSON.stringify(each)).join(",\r\n")}\r\n]\r\n`,
    ],
    ["a document", JSON.stringify({ entities: Object.fromEntries(WORLD.map((each) => [each.id, each])) })],
    [
      "a document over lines",
      JSON.stringify({ entities: Object.fromEntries(WORLD.map((each) => [each.id, each])) }, null, 2),
    ],
    ["an array over lines", JSON.stringify(WORLD, null, 1)],
  ])("reads %s", async (_, text) => {
    const imported = await importing("wikidata", [text]);
    expect(imported.malformed).toEqual([]);
    expect(imported.counts).toMatchObject({ entities: 5, events: 1 });
  });

  test("takes the language that is asked for", async () => {
    const imported = await importing("wikidata", [lines(WORLD)], { language: "de" });
    expect(imported.knowledge.entities.get("Q9002")).toMatchObject({
      name: "Morvane (de)",
      demonyms: ["Morvaner"],
      abbreviations: [],
    });
    expect(imported.knowledge.bases[0]?.language).toBe("de");
  });

  test("reads further classes as it is told", async () => {
    const ship = entity("Q9010", "Lune Packet", isA("Q777"));
    const [without, told] = [
      await importing("wikidata", [JSON.stringify(ship)]),
      await importing("wikidata", [JSON.stringify(ship)], { map: ["Q777=facility"] }),
    ];
    expect(without.counts.entities).toBe(0);
    expect(told.knowledge.entities.get("Q9010")?.type).toBe("facility");
  });

  test.each([
    [time("+1990-05-03"), "1990-05-03/"],
    [time("+1990-05-00", 10), "1990-05/"],
    [time("+1990-00-00", 9), "1990/"],
    [time("+1990-01-01", 9), "1990/"],
    [time("+1990-00-00", 8), "199X/"],
    [time("+1990-00-00", 7), "19XX/"],
    [time("+2000-00-00", 7), "19XX/"],
    [time("+2001-00-00", 7), "20XX/"],
    [time("-0043-00-00", 9), "-0042/"],
    [time("+0987-00-00", 9), "0987/"],
    [time("+1500-06-10", 11, JULIAN), "1500-06/"],
    [time("+1500-06-25", 11, JULIAN), "1500/"],
    [time("+1500-12-25", 11, JULIAN), undefined],
    [time("+1000-00-00", 6), undefined],
    [time("+1990-02-30"), undefined],
    [time("-13798000000-00-00", 3), undefined],
    [{ snaktype: "somevalue" }, undefined],
  ])("%# a time of Wikidata", async (snak, expected) => {
    const text = JSON.stringify(entity("Q1", "A", { ...isA("Q43229"), P571: [said(snak)] }));
    const imported = await importing("wikidata", [text]);
    expect(problemsOf(imported)).toEqual([]);
    expect(imported.knowledge.entities.get("Q1")?.exists?.edtf).toBe(expected);
  });

  test("heeds ranks", async () => {
    const founded = [
      said(time("+1990-00-00", 9), {}, "deprecated"),
      said(time("+1991-00-00", 9), {}, "preferred"),
      said(time("+1992-00-00", 9)),
    ];
    const imported = await importing("wikidata", [
      JSON.stringify(entity("Q1", "A", { ...isA("Q43229"), P571: founded })),
    ]);
    expect(imported.knowledge.entities.get("Q1")?.exists?.edtf).toBe("1991/");
  });

  test("takes nothing for granted", async () => {
    const odd = [
      { id: "Q1", labels: [], claims: [] },
      { id: "Q2", labels: { en: "x" }, claims: { P31: {} } },
      { id: "Q3", labels: { en: { value: 7 } }, claims: { P31: [null, 1, { mainsnak: null }] } },
      { id: "P31", type: "property" },
      { id: "nonsense" },
      { entities: { Q4: 5 } },
      [],
    ];
    const imported = await importing("wikidata", [lines([...odd, ...WORLD])]);
    expect(problemsOf(imported)).toEqual([]);
    expect(imported.malformed).toHaveLength(2);
    expect(imported.counts).toMatchObject({ entities: 5, events: 1 });
  });
});
