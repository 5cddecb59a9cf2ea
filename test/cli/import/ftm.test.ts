import { describe, expect, test } from "vitest";
import { ftmLines } from "../../../scripts/generated-entities.mjs";
import { importing, problemsOf } from "./importing.ts";

const line = (id: string, schema: string, properties: Record<string, unknown>, more: object = {}) =>
  JSON.stringify({ id, schema, properties, ...more });
const importFtm = (...lines: string[]) => importing("ftm", [lines.join("\n")]);

const WORLD = [
  line("NK-mira", "Person", {
    name: ["MIRA HOLM", "Mira Holm"],
    alias: ["Mira the Elder", "mira holm", "Mira  The Elder"],
    weakAlias: ["Holm", "Mira Holm"],
    birthDate: ["1960", "1960-04-02"],
    citizenship: ["fr"],
    country: ["fr", "is"],
    wikidataId: ["Q1001"],
    topics: ["role.pep"],
  }),
  line("harbour-board", "Organization", { name: ["Harbour Board"], country: ["is"], abbreviation: ["HB"] }),
  line("post-chair", "Position", {
    name: ["Chair of the Harbour Board"],
    alias: ["Harbour Chair"],
    organization: ["harbour-board"],
    country: ["is"],
  }),
  line("occ-1", "Occupancy", {
    holder: ["NK-mira"],
    post: ["post-chair"],
    startDate: ["2022-04"],
    status: ["current"],
  }),
];

describe("an import from FollowTheMoney", () => {
  test("keeps ids, brings offices to their holders, and loads without a problem", async () => {
    const imported = await importFtm(...WORLD);
    expect(problemsOf(imported)).toEqual([]);
    const mira = imported.knowledge.entities.get("NK-mira")!;
    expect(mira).toMatchObject({
      type: "person",
      name: "Mira Holm",
      aliases: ["Mira the Elder"],
      weakAliases: ["Holm"],
      country: [{ of: "france" }],
      sameAs: ["wikidata:Q1001"],
      roles: [{ title: "Chair of the Harbour Board", aliases: ["Harbour Chair"], of: "harbour-board" }],
    });
    expect([mira.exists?.edtf, mira.roles[0]?.during?.edtf]).toEqual(["1960-04-02/", "2022-04/.."]);
    expect(imported.knowledge.entities.get("harbour-board")?.abbreviations).toEqual(["HB"]);
    expect(imported.knowledge.entities.get("france")).toMatchObject({ type: "country", name: "France" });
  });

  test("says the same whatever the order of the lines", async () => {
    const [forth, back] = [await importFtm(...WORLD), await importFtm(...WORLD.toReversed())];
    const plain = ({ knowledge }: typeof forth) =>
      [...knowledge.entities.values()]
        .map(({ origin: _, ...entity }) => entity)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(plain(back)).toEqual(plain(forth));
  });

  test("takes nested entities apart", async () => {
    const nested = line("NK-mira", "Person", {
      name: ["Mira Holm"],
      positionOccupancies: [
        {
          id: "occ-1",
          schema: "Occupancy",
          properties: {
            startDate: ["2022-04-01"],
            endDate: ["2023-05-01"],
            post: [
              {
                id: "post-chair",
                schema: "Position",
                properties: { name: ["Chair"], country: ["is"] },
              },
            ],
          },
        },
      ],
      sanctions: [{ id: "s", schema: "Sanction", properties: { notes: ["private"] } }],
    });
    const imported = await importFtm(nested);
    expect(problemsOf(imported)).toEqual([]);
    const [role] = imported.knowledge.entities.get("NK-mira")!.roles;
    expect([role?.title, role?.of, role?.during?.edtf]).toEqual([
      "Chair",
      "iceland",
      "2022-04-01/2023-05-01",
    ]);
    expect(imported.yaml).not.toContain("private");
    expect([...imported.counts.left]).toEqual([["Sanction", 1]]);
  });

  test("brings memberships, directors and successors to whom they belong", async () => {
    const imported = await importFtm(
      line("a", "Person", { name: ["Ann Arbour"] }),
      line("b", "Company", { name: ["Bay Lines"] }),
      line("c", "Organization", { name: ["Coast League"] }),
      line("m", "Membership", { member: ["b"], organization: ["c"], startDate: ["2001"], endDate: ["2004"] }),
      line("d", "Directorship", { director: ["a"], organization: ["b"], role: ["Managing Director"] }),
      line("e", "Directorship", { director: ["a"], organization: ["c"] }),
      line("s", "Succession", { predecessor: ["b"], successor: ["c"] }),
    );
    expect(problemsOf(imported)).toEqual([]);
    const { entities } = imported.knowledge;
    expect(entities.get("b")!.memberOf.map(({ of, during }) => [of, during?.edtf])).toEqual([
      ["c", "2001/2004"],
    ]);
    expect(entities.get("a")!.roles.map(({ title, of }) => [title, of])).toEqual([
      ["Managing Director", "b"],
    ]);
    expect(entities.get("c")!.formerly).toBe("b");
    expect([...imported.counts.left.keys()]).toEqual(["Directorship without a role"]);
  });

  test("never leaves a link that leads nowhere, to itself, to the wrong kind or in a circle", async () => {
    const imported = await importFtm(
      line("a", "Organization", { name: ["A"], parent: ["b"] }),
      line("b", "Organization", { name: ["B"], parent: ["c"] }),
      line("c", "Organization", { name: ["C"], parent: ["a", "b"] }),
      line("d", "Organization", { name: ["D"], parent: ["d"], country: ["zz"] }),
      line("e", "Event", {
        name: ["E"],
        date: ["2001-02-03"],
        involved: ["a", "nobody", "e"],
        addressEntity: ["a"],
      }),
      line("m", "Membership", { member: ["nobody"], organization: ["a"] }),
      line("n", "Membership", { member: ["a"], organization: ["e"] }),
      line("o", "Occupancy", { holder: ["a"], post: ["unknown"] }),
    );
    expect(problemsOf(imported)).toEqual([]);
    const parents = ["a", "b", "c"].map((id) => imported.knowledge.entities.get(id)!.partOf);
    expect(parents.filter((parent) => parent === undefined)).toHaveLength(1);
    expect(imported.counts).toMatchObject({ circular: 1, withoutHolder: 1, unknownPosts: 1 });
    expect(imported.knowledge.events.get("e")).toMatchObject({
      participants: { participant: ["a"] },
      place: [],
    });
  });

  test("leaves out dates that contradict each other, and cuts those that are finer than all agree on", async () => {
    const imported = await importFtm(
      line("a", "Person", { name: ["A"], birthDate: ["1960-01-02", "1960-01-05"] }),
      line("b", "Person", { name: ["B"], birthDate: ["1960", "1971-01-05"] }),
      line("c", "Person", { name: ["C"], birthDate: ["1980"], deathDate: ["1970"] }),
      line("d", "Person", { name: ["D"], birthDate: ["1960-02-30", "long ago"] }),
    );
    expect(problemsOf(imported)).toEqual([]);
    const exists = ["a", "b", "c", "d"].map((id) => imported.knowledge.entities.get(id)?.exists?.edtf);
    expect(exists).toEqual(["1960-01/", undefined, undefined, undefined]);
  });

  test("names the data sets as sources, and what has no place only in numbers", async () => {
    const more = { datasets: ["port_lists", "sea_lists"] };
    const imported = await importFtm(
      line("a", "Person", { name: ["A"], sourceUrl: ["https://example.org/list"] }, more),
      line("b", "Person", { name: ["B"] }),
      line("v", "Vessel", { name: ["Lune"] }),
    );
    const { sources, entities } = imported.knowledge;
    expect([...sources.values()].map(({ id, title, url }) => [id, title, url])).toEqual([
      ["port-lists", "port_lists", "https://example.org/list"],
      ["sea-lists", "sea_lists", "https://example.org/list"],
      ["a-list", "a list", undefined],
    ]);
    expect(entities.get("a")!.evidence).toEqual([{ source: "port-lists" }, { source: "sea-lists" }]);
    expect(entities.has("v")).toBe(false);
  });

  test("tells malformed lines by their numbers and reads the others", async () => {
    const imported = await importFtm(
      "{",
      line("a", "Person", { name: ["A"] }),
      "",
      "[1]",
      '"x"',
      '{"id": "b"}',
      "nul",
    );
    expect(problemsOf(imported)).toEqual([]);
    expect(imported.malformed.map((told) => told.split(":")[0])).toEqual(["1", "4", "5", "6", "7"]);
    expect(imported.counts).toMatchObject({ entities: 1, malformed: 5 });
  });

  test("counts what it leaves out because of its id or its schema", async () => {
    const lines = [
      line("a", "Person", { name: ["A"] }),
      line("a", "Person", { name: ["Another"] }),
      line("b", "Company", { name: ["B"] }),
    ];
    const imported = await importing("ftm", [lines.join("\n")], {
      keep: ({ schema }) => schema === "Person",
    });
    expect(imported.counts).toMatchObject({ entities: 1, repeated: 1, filtered: 1 });
    expect(imported.knowledge.entities.get("a")?.name).toBe("A");
  });

  test("survives ids and names that mean something to YAML or to JavaScript", async () => {
    const odd = [
      "null",
      "~",
      "a b",
      "__proto__",
      "constructor",
      "x: y",
      "- z",
      "#",
      "{",
      "1984",
      "yes",
      "?",
      "'",
      "&a",
      "\u0000q",
      "\u{1F6A2}",
    ];
    const imported = await importFtm(
      ...odd.map((id) => line(id, "Person", { name: [`name ${id}`], alias: [id] })),
    );
    expect(problemsOf(imported)).toEqual([]);
    expect([...imported.knowledge.entities.keys()]).toEqual(
      odd.map((id) => id.replace(" ", "-").replace("\u0000", "")),
    );
  });
});

test("twenty thousand entities make several files that load as one knowledge base", async () => {
  const imported = await importing("ftm", [[...ftmLines(20_000)].join("\n")], { output: "folder" });
  expect(problemsOf(imported)).toEqual([]);
  expect(imported.names).toEqual([
    "about.yaml",
    "entities-0001.yaml",
    "entities-0002.yaml",
    "entities-0003.yaml",
    "events-0001.yaml",
  ]);
  const offices = [...imported.knowledge.entities.values()].flatMap(({ roles }) => roles);
  expect(offices.length).toBeGreaterThan(1000);
}, 60_000);
