import { describe, expect, test } from "vitest";
import type { AskedBy } from "../../../server/src/features/draft/completion.ts";
import { worldOf } from "../../support/engine.ts";
import { offeredIn, writtenIn } from "./completing.ts";

const islands = worldOf(`
knowledgeBase: { title: Islands }
entities:
  norrey: { type: country, name: Norrey, demonyms: [Norreyan] }
  sudrey: { type: country, name: Sudrey }
  guild: { type: organization, name: Guild of Pilots, country: norrey }
  ada:
    type: person
    name: Ada Brink
    roles:
      - { title: Harbour Minister, aliases: [Minister of Harbours], of: norrey, during: 2029-03-02/.. }
      - { title: Mayor, of: sudrey, during: 2020/2024 }
  ben:
    type: person
    name: Ben Corr
    roles: [{ title: Harbour Minister, aliases: [Minister of Harbours], of: norrey, during: 2024/2029-03-02 }]
  cora:
    type: person
    name: Cora Dale
    roles: [{ title: Deputy Harbour Minister, of: norrey, during: 2029/.. }, { title: Spokeswoman, of: guild }]
  dan: { type: person, name: Dan Ebb, roles: [{ title: President, of: sudrey, during: 2028/.. }] }
`);

function written(marked: string, askedBy?: AskedBy): string[] {
  return writtenIn("office", marked, islands, askedBy);
}

describe("after an office come those who hold it", () => {
  test("at the time that is spoken of first", () => {
    expect(written("So the harbour minister <|>")).toEqual([
      "So the harbour minister Ada Brink",
      "So the harbour minister Ben Corr",
    ]);
    expect(written("On 3 May 2026 the harbour minister <|>")[0]).toMatch(/Ben Corr$/);
    expect(written("---\ndate: 2026-05-03\n---\n\nSo the harbour minister <|>")[0]).toMatch(/Ben Corr$/);
  });

  test("with the office and its dates", () => {
    const [ada] = offeredIn("Norrey's harbour minister, <|>", islands);
    expect(ada).toMatchObject({
      label: "Ada Brink",
      about: "Harbour Minister of Norrey, since 2 March 2029",
    });
  });

  test("of the state or body that is named", () => {
    expect(written("The president of Sudrey, <|>")).toEqual(["The president of Sudrey, Dan Ebb"]);
    expect(written("The president of Norrey, <|>")).toEqual([]);
    expect(written("The Norreyan harbour minister A<|>")).toEqual([
      "The Norreyan harbour minister Ada Brink",
    ]);
    expect(written("the spokeswoman for the Guild of Pilots, <|>")).toEqual([
      "the spokeswoman for the Guild of Pilots, Cora Dale",
    ]);
  });

  test("and the rest of the office, where it is not whole", () => {
    expect(written("So the minister of <|>")).toEqual([
      "So the minister of harbours Ada Brink",
      "So the minister of harbours Ben Corr",
    ]);
    expect(written("So the spokeswoman for <|>")).toEqual([
      "So the spokeswoman for the Guild of Pilots, Cora Dale",
    ]);
  });

  test("as far as the name fits that is begun", () => {
    expect(written("Harbour Minister Bri<|>", "letter")).toEqual(["Harbour Minister Ada Brink"]);
    expect(written("Harbour Minister x<|>")).toEqual([]);
  });

  test("but not of another portfolio, or rank", () => {
    expect(written("So the defence minister <|>")).toEqual([]);
    expect(written("So the deputy harbour minister <|>")).toEqual([
      "So the deputy harbour minister Cora Dale",
    ]);
  });

  test("unasked only where a name is to be expected", () => {
    expect(written("So Harbour Minister <|>", "space")).toHaveLength(2);
    expect(written("So the Harbour Minister <|>", "space")).toEqual([]);
    expect(written("So the harbour minister <|>", "space")).toEqual([]);
    expect(written("So the harbour minister s<|>", "letter")).toEqual([]);
    expect(written("So the harbour minister said so. He <|>", "wish")).toEqual([]);
  });
});

describe("behind a person's name and a comma come the offices", () => {
  test("of the time that is spoken of; others as former ones", () => {
    expect(written("So Ada Brink, <|>")).toEqual([
      "So Ada Brink, Harbour Minister of Norrey",
      "So Ada Brink, former Mayor of Sudrey",
    ]);
    expect(written("In 2022 Ada Brink, <|>")[0]).toMatch(/, Mayor of Sudrey$/);
  });

  test("that begin as is typed, in its letters", () => {
    expect(written("So Ada Brink, the harb<|>", "letter")).toEqual([
      "So Ada Brink, the harbour minister of Norrey",
    ]);
    expect(written("So Ada Brink, who<|>", "letter")).toEqual([]);
    expect(written("So Ada Brink, <|>", "space")).toEqual([]);
  });
});
