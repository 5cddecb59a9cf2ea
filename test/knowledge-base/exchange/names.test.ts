import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idOf, lineOf, namesOf, proseOf, slug } from "../../../server/src/knowledge-base/exchange/names.ts";

const ODD = [
  "a",
  "É",
  "e\u0301",
  " ",
  "\n",
  "\u0000",
  "\u200F",
  "\uFEFF",
  "\uD83D",
  "\uDEA2",
  "\uFDD0",
  "\u2028",
  "日",
];

describe("names of other sources", () => {
  test("the first is the preferred one, the others are aliases", () => {
    expect(namesOf({ name: ["Mira Holm", "M. Holm"], aliases: ["Mira the Elder"] })).toEqual({
      name: "Mira Holm",
      aliases: ["M. Holm", "Mira the Elder"],
    });
  });

  test("of spellings that read alike the one in ordinary capitals stands for all", () => {
    expect(namesOf({ name: ["MIRA HÔLM"], aliases: ["mira holm", "Mira Hôlm", "The Mira-Holm"] })).toEqual({
      name: "Mira Hôlm",
    });
  });

  test("a name is there once, under the strongest form that it has", () => {
    const names = namesOf({
      name: ["Harbour Board"],
      aliases: ["HB", "Quay Board"],
      weakAliases: ["Board", "quay board", "harbour board", "HB"],
      abbreviations: ["HB"],
    });
    expect(names).toEqual({
      name: "Harbour Board",
      aliases: ["Quay Board"],
      weakAliases: ["Board"],
      abbreviation: ["HB"],
    });
  });

  test("an abbreviation is no word", () => {
    expect(namesOf({ name: ["Us"], aliases: ["US", "U.S."] })).toEqual({ name: "Us", aliases: ["US"] });
  });

  test("what has no letter and no digit is no name", () => {
    expect(namesOf({ name: ["-", " ", "…", 7, null, {}] })).toEqual({ name: "7" });
    expect(namesOf({ name: ["-"], aliases: [] })).toBeUndefined();
  });

  test("are one clean line each, and stay so", () => {
    expect(lineOf(" two\n lines\u200F\u0000 e\u0301\uD800 ")).toBe("two lines é");
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...ODD) }), (text) => {
        const line = lineOf(text);
        expect(line === undefined ? undefined : lineOf(line)).toBe(line);
      }),
    );
  });
});

test("what is far too long is no name, and prose is cut at a word", () => {
  expect([lineOf("x".repeat(500)), lineOf("x".repeat(501))]).toEqual(["x".repeat(500), undefined]);
  expect(proseOf("word ".repeat(1000))).toBe(`${"word ".repeat(200).trimEnd()}…`);
  expect(proseOf("x".repeat(1e7))).toBe(`${"x".repeat(1000)}…`);
});

test("an id has no white space", () => {
  expect([idOf("Q42"), idOf("NK-a.b:c"), idOf(" a\tb "), idOf(""), idOf(undefined)]).toEqual([
    "Q42",
    "NK-a.b:c",
    "a-b",
    undefined,
    undefined,
  ]);
});

test("a title as an id has letters, digits and hyphens", () => {
  expect([slug("Ministry of Tides"), slug("Côte d’Ivoire"), slug("日本 2"), slug("…")]).toEqual([
    "ministry-of-tides",
    "cote-divoire",
    "日本-2",
    "",
  ]);
});
