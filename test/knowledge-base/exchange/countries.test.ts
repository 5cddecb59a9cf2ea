import { defaultModel } from "@alephdata/followthemoney";
import { expect, test } from "vitest";
import { countryCode, countryNames } from "../../../server/src/knowledge-base/exchange/countries.ts";

test.each([
  ["fr", { name: "France", aliases: [], abbreviations: [] }],
  ["FR", { name: "France", aliases: [], abbreviations: [] }],
  ["us", { name: "United States", aliases: [], abbreviations: ["US"] }],
  ["mm", { name: "Myanmar", aliases: ["Burma"], abbreviations: [] }],
  ["ba", { name: "Bosnia and Herzegovina", aliases: ["Bosnia"], abbreviations: [] }],
  ["cd", { name: "Democratic Republic of the Congo", aliases: ["DR Congo"], abbreviations: [] }],
  ["suhh", { name: "Soviet Union", aliases: ["Union of Soviet Socialist Republics"], abbreviations: [] }],
])("the code %s has its names", (code, names) => {
  expect(countryNames(code)).toEqual(names);
});

test.each(["eu", "un", "zz", "xx", "su", "an", "gb-sct", "constructor", "", "f", "fra", "f1", "\u{1F6A2}"])(
  "the code “%s” is no country's",
  (code) => {
    expect(countryNames(code)).toBeUndefined();
  },
);

test.each([
  [["Türkiye"], "tr"],
  [["Turkey"], "tr"],
  [["Côte d'Ivoire"], "ci"],
  [["Saint Lucia"], "lc"],
  [["the Gambia"], "gm"],
  [["Gallia", "France"], "fr"],
  [["Korea"], undefined],
  [["Morvane"], undefined],
  [[], undefined],
])("%s", (names, code) => {
  expect(countryCode(names)).toBe(code);
});

test("every country that has a name here is found by it, under a code that FollowTheMoney knows", () => {
  const known = Object.keys(defaultModel.types.country!.values!).filter((code) => /^[a-z]{2}$/.test(code));
  const named = known.filter((code) => countryNames(code) !== undefined);
  expect(named.length).toBeGreaterThan(245);
  expect(named.filter((code) => countryCode([countryNames(code)!.name]) !== code)).toEqual([]);
});
