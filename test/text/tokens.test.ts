import { describe, expect, test } from "vitest";
import { fold, HIDDEN, OPAQUE, tokenize } from "../../server/src/text/tokens.ts";

describe("tokenize", () => {
  test.each([
    ["The Quay truce.", "The Quay truce ."],
    ["Norrey's o'clock, the pilots' guild", "Norrey 's o'clock , the pilots ' guild"],
    ["wasn’t it Ada’s?", "wasn’t it Ada ’s ?"],
    ["1,500 men, 26.5 or 1, 2", "1,500 men , 26.5 or 1 , 2"],
    ["on 19.10.2025 at 3.", "on 19.10.2025 at 3 ."],
    ["the 19th and 3rd, 2nds", "the 19th and 3rd , 2nds"],
    ["COVID-19 in the U.S. and U.N.", "COVID - 19 in the U.S. and U.N."],
    ["May–June 2020/21", "May – June 2020 / 21"],
    ["Türkiye, Łódź", "Türkiye , Łódź"],
    ["5G and 3D", "5G and 3D"],
    ["", ""],
  ])("%s", (prose, wanted) => {
    expect(tokenize(prose).map(({ text }) => text)).toEqual(wanted.split(" ").filter(Boolean));
  });

  test.each([
    ["word", "Quay"],
    ["number", "1,500"],
    ["ordinal", "19th"],
    ["mark", "–"],
    ["word", "U.S."],
    ["opaque", OPAQUE.repeat(3)],
  ])("gives the kind %s to %s", (kind, text) => {
    expect(tokenize(text).map((token) => token.kind)).toEqual([kind]);
  });

  test("sees through markup, and ends where the word ends", () => {
    const prose = `the ${HIDDEN}${HIDDEN}Qu${HIDDEN}ay${HIDDEN} truce`;
    const [, quay] = tokenize(prose, 100);
    expect(quay).toMatchObject({ text: "Quay", key: "quay", spaced: true });
    expect(prose.slice(quay!.start - 100, quay!.end - 100)).toBe(`Qu${HIDDEN}ay`);
  });

  test("markup between words is no space, and none within one breaks it", () => {
    expect(tokenize(`${HIDDEN}a-${HIDDEN}b ${HIDDEN} c`).map(({ text, spaced }) => [text, spaced])).toEqual([
      ["a", true],
      ["-", false],
      ["b", false],
      ["c", true],
    ]);
  });

  test("the key of an acronym is the one without its full stops", () => {
    expect(tokenize("U.S.")[0]!.key).toBe(tokenize("US")[0]!.key);
  });
});

test.each([
  ["TÜRKIYE", "turkiye"],
  ["Łódź", "lodz"],
  ["Ångström", "angstrom"],
  ["O’Dwyer", "o'dwyer"],
  ["“May–June”", '"may-june"'],
  ["ﬁnal", "final"],
  ["STRAẞE", "strasse"],
])("fold %s", (text, wanted) => {
  expect(fold(text)).toBe(wanted);
});
