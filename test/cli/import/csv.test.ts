import { describe, expect, test } from "vitest";
import { importing, problemsOf } from "./importing.ts";

const TABLE = `id,type,name,aliases,country,title,of,start,end,source
mira,person,Mira Holm,Mira the Elder; M. Holm,France,Chair,board,2022-04,,Gazette
mira,,,,,Keeper of the Seal,fr,2001,2005,
board,organization,Harbour Board,,FR,,,1950,,Gazette
,place,East Quay,,is,,,,,
`;
const importCsv = (text: string, how = {}) => importing("csv", [text], how);

describe("an import of a table", () => {
  test("makes an entry of each id, and an office of each row that has one", async () => {
    const imported = await importCsv(TABLE);
    expect(problemsOf(imported)).toEqual([]);
    expect(imported.malformed).toEqual([]);
    const { entities, sources } = imported.knowledge;
    const mira = entities.get("mira")!;
    expect(mira).toMatchObject({
      type: "person",
      aliases: ["Mira the Elder", "M. Holm"],
      country: [{ of: "france" }],
    });
    expect(mira.roles.map(({ title, of, during }) => [title, of, during?.edtf])).toEqual([
      ["Chair", "board", "2022-04/.."],
      ["Keeper of the Seal", "france", "2001/2005"],
    ]);
    expect(entities.get("board")?.exists?.edtf).toBe("1950/..");
    expect(entities.get("east-quay")).toMatchObject({ type: "place", country: [{ of: "iceland" }] });
    expect([...sources.values()].map(({ title }) => title)).toContain("Gazette");
  });

  test.each([
    [
      "semicolons",
      TABLE.replace(/"/g, "")
        .replaceAll(";", "|")
        .replaceAll(",", ";")
        .replaceAll("|", ";")
        .replace("Mira the Elder; M. Holm", '"Mira the Elder; M. Holm"'),
    ],
    ["tabs", TABLE.replaceAll(",", "\t")],
    ["a byte order mark and Windows line ends", `\uFEFF${TABLE.replaceAll("\n", "\r\n")}`],
  ])("reads %s", async (_, text) => {
    const imported = await importCsv(text);
    expect(problemsOf(imported)).toEqual([]);
    expect(imported.knowledge.entities.get("mira")).toMatchObject({ aliases: ["Mira the Elder", "M. Holm"] });
    expect(imported.knowledge.entities.get("mira")?.roles).toHaveLength(2);
  });

  test("makes events with who took part, of whom there may be more", async () => {
    const imported = await importCsv(
      "Id,TYPE,Name,Date,Place,Signatory,Mediator\n" +
        "accord,Agreement,Lune Accord,2019-05-03,lune,morvane;dorania,fr\n" +
        "lune,place,Port Lune,,,,\nmorvane,country,Morvane,,,,\ndorania,country,Dorania,,,,\n",
    );
    expect(problemsOf(imported)).toEqual([]);
    expect(imported.knowledge.events.get("accord")).toMatchObject({
      type: "agreement",
      place: ["lune"],
      participants: { signatory: ["morvane", "dorania"], mediator: ["france"] },
      openRoles: ["mediator", "signatory"],
    });
  });

  test("takes the columns and the type that it is told", async () => {
    const imported = await importCsv("Person,Ressort,Land\nMira Holm,Keeper,France\n", {
      type: "person",
      map: ["Person=name", "Ressort=title", "Land=country"],
    });
    expect(problemsOf(imported)).toEqual([]);
    expect(imported.knowledge.entities.get("mira-holm")?.roles).toMatchObject([
      { title: "Keeper", of: "france" },
    ]);
  });

  test("tells the rows that it cannot use by their lines", async () => {
    const imported = await importCsv(
      'type,name\nperson,Mira\npersn,Aro\n,Bela\nperson,\nperson,"Cyra\nHolm"\nplace,Quay\n',
    );
    expect(problemsOf(imported)).toEqual([]);
    expect(imported.malformed).toEqual([
      "3: there is no type `persn`; did you mean `person`?",
      "4: the row has no type; --type gives one to all such rows.",
      "5: the row has neither an id nor a name.",
    ]);
    expect([...imported.knowledge.entities.values()].map(({ name }) => name)).toEqual([
      "Mira",
      "Cyra Holm",
      "Quay",
    ]);
  });

  test("leaves out a date that is none", async () => {
    const imported = await importCsv("type,name,start,end\nperson,Mira,3 May 1960,2001\n");
    expect(problemsOf(imported)).toEqual([]);
    expect(imported.knowledge.entities.get("mira")?.exists?.edtf).toBe("/2001");
    expect([...imported.counts.left.keys()]).toEqual(["start that is no date as in 2025-10-19"]);
  });

  test("has as much of a broken table as can be read", async () => {
    const imported = await importCsv('type,name\nperson,Mira\nperson,"Aro\nperson,Bela\n');
    expect(problemsOf(imported)).toEqual([]);
    expect([...imported.knowledge.entities.keys()]).toEqual(["mira"]);
    expect(imported.broken).toEqual([expect.stringContaining("Quote Not Closed")]);
  });
});
