import { describe, expect, test } from "vitest";
import {
  type Catalogued,
  catalogueOf,
  listed,
  type Shelf,
} from "../../server/src/features/browse/catalogue.ts";
import { excerptOf } from "../../server/src/features/browse/excerpt.ts";
import { groupsOf, select } from "../../server/src/features/browse/selection.ts";
import { STARTER_SENTENCE, starterKnowledge } from "../../server/src/features/knowledge/starter.ts";
import { checkText, finish } from "../../server/src/service.ts";
import { Lines } from "../../server/src/text/lines.ts";
import { worldOf } from "../support/engine.ts";
import { world } from "./draft/world.ts";

const shelf = (name: Shelf) => finish(catalogueOf(world, name));
const ids = (entries: readonly Catalogued[]) => entries.map(({ id }) => id);

describe("the catalogue", () => {
  test("has actors by kind, then by name", () => {
    expect(ids(shelf("actors"))).toEqual(["ada", "guild", "league", "north", "south", "quay"]);
    expect(groupsOf(shelf("actors")).map(({ key, count }) => `${key} ${count}`)).toEqual([
      "person 1",
      "organization 2",
      "country 2",
      "place 1",
    ]);
  });

  test("has events in the order of time, by years", () => {
    expect(ids(shelf("events"))).toEqual(["audit", "clash", "truce"]);
    expect(groupsOf(shelf("events"))).toEqual([{ key: "2030", count: 3 }]);
  });

  test("puts events without a date last, those whose beginning is open at their end, and many years into decades", () => {
    const years = Array.from(
      { length: 60 },
      (_, i) => `  e${i}: { type: report, name: Report ${i}, date: ${1950 + i} }`,
    );
    const many = worldOf(`knowledgeBase: { title: A }
events:
  undated: { type: report, name: A report }
  other: { type: report, name: Another report }
  open: { type: report, name: An open report, date: ../1949 }
${years.join("\n")}
`);
    const events = finish(catalogueOf(many, "events"));
    expect(events[0]).toMatchObject({ id: "open", group: "1940s" });
    expect(events.slice(-2)).toMatchObject([
      { id: "undated", group: "" },
      { id: "other", group: "" },
    ]);
    expect(groupsOf(events).map(({ key }) => key)).toEqual([
      "1940s",
      "1950s",
      "1960s",
      "1970s",
      "1980s",
      "1990s",
      "2000s",
      "",
    ]);
  });

  test("is made once, and with pauses", () => {
    const entries = Array.from({ length: 10_000 }, (_, i) => `  a${i}: { type: person, name: Person ${i} }`);
    const large = worldOf(`knowledgeBase: { title: A }\nentities:\n${entries.join("\n")}\n`);
    const work = catalogueOf(large, "actors");
    expect(work.next().done).toBe(false);
    const catalogue = finish(work);
    expect(catalogue).toHaveLength(10_000);
    expect(catalogueOf(large, "actors").next()).toEqual({ done: true, value: catalogue });
  });
});

test.each([
  ["ada", "Ada Brink", "Harbour Minister of Norrey"],
  ["guild", "Guild of Pilots", "GOP"],
  ["truce", "Quay truce", "19 October 2030"],
  ["audit", "Great Audit", "2030"],
])("%s is listed as %s, %s", (id, name, detail) => {
  expect(listed(world, id)).toMatchObject({ id, name, detail });
});

test("nothing else is listed", () => {
  expect(listed(world, "ledger")).toBeUndefined();
});

describe("a filter", () => {
  test.each([
    ["by the name", "lea pil", ["league"]],
    ["by an abbreviation", "gop", ["guild"]],
    ["by another name, whatever the case", "PILOTS' guild", ["guild"]],
    ["by a discouraged name", "soderey", ["south"]],
    ["by what its people are called", "norreyan", ["north"]],
    ["by the id", "league", ["league"]],
    ["by nothing", "  ", ["ada", "guild", "league", "north", "south", "quay"]],
    ["by what there is not", "submarine", []],
  ])("%s", (_, filter, expected) => {
    expect(ids(select(shelf("actors"), { filter }))).toEqual(expected);
  });

  test("and only some", () => {
    expect(ids(select(shelf("actors"), { filter: "pilots", only: new Set(["league", "quay"]) }))).toEqual([
      "league",
    ]);
  });
});

describe("an excerpt", () => {
  const excerpt = (marked: string) => {
    const [before, words, after] = marked.split("|");
    const text = before! + words! + after!;
    return excerptOf(text, new Lines(text), { start: before!.length, end: before!.length + words!.length });
  };

  test("is the line without its indentation", () => {
    expect(excerpt("First.\n   The |Guild| of\tPilots  spoke. \nLast.")).toEqual({
      before: "The ",
      words: "Guild",
      after: " of Pilots spoke.",
    });
  });

  test("is cut at words where the line is long", () => {
    const { before, after } = excerpt(`${"many words ".repeat(9)}|Guild|${" and so on".repeat(9)}`);
    expect(before).toMatch(/^…(?:words |many ){4,}$/);
    expect(after).toMatch(/^(?: and| so| on){10,}…$/);
  });

  test("survives a name over two lines, and half a character", () => {
    expect(excerpt("the |Guild\nof Pilots| spoke").words).toBe("Guild of Pilots");
    const faces = "\u{1F600}".repeat(40);
    const { before, after } = excerpt(`${faces}x|Guild|${faces}`);
    expect(before + after).not.toMatch(/\p{Surrogate}/u);
  });
});

test("the starter of a knowledge base is sound, and catches the sentence that goes with it", () => {
  const knowledge = worldOf(starterKnowledge());
  expect([knowledge.entities.size, knowledge.events.size, knowledge.sources.size]).toEqual([1, 1, 1]);
  const { findings } = checkText({ text: STARTER_SENTENCE, format: "markdown", knowledge });
  expect(findings.map(({ check, fixes }) => [check, fixes[0]?.newText])).toEqual([
    ["event-date", "3 June 2024"],
  ]);
});
