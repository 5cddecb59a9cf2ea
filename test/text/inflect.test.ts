import { describe, expect, test } from "vitest";
import { formsOf, IRREGULAR_VERBS, lemmasOf, pluralOf, verbForms } from "../../server/src/text/inflect.ts";

describe("verbForms", () => {
  test.each([
    "broker brokers brokered brokered brokering",
    "mediate mediates mediated mediated mediating",
    "sign signs signed signed signing",
    "strike strikes struck struck striking",
    "write writes wrote written writing",
    "be is was been being",
    "have has had had having",
    "do does did done doing",
    "go goes went gone going",
    "agree agrees agreed agreed agreeing",
    "die dies died died dying",
    "ratify ratifies ratified ratified ratifying",
    "employ employs employed employed employing",
    "veto vetoes vetoed vetoed vetoing",
    "clash clashes clashed clashed clashing",
    "stop stops stopped stopped stopping",
    "visit visits visited visited visiting",
    "submit submits submitted submitted submitting",
    "open opens opened opened opening",
    "quit quits quit quit quitting",
    "cut cuts cut cut cutting",
    "travel travels travelled travelled travelling",
    "reveal reveals revealed revealed revealing",
    "panic panics panicked panicked panicking",
    "oversee oversees oversaw overseen overseeing",
    "bow bows bowed bowed bowing",
    "lie lies lay lain lying",
    "underwrite underwrites underwrote underwritten underwriting",
    "stride strides strode stridden striding",
    "forbid forbids forbade forbidden forbidding",
    "shut shuts shut shut shutting",
    "withdraw withdraws withdrew withdrawn withdrawing",
  ])("%s", (row) => {
    const [base, third, past, participle, gerund] = row.split(" ");
    expect(verbForms(base!)).toEqual({ base, third, past, participle, gerund });
  });

  test("inflects the first word of several", () => {
    expect(verbForms("break off")).toEqual({
      base: "break off",
      third: "breaks off",
      past: "broke off",
      participle: "broken off",
      gerund: "breaking off",
    });
    expect(verbForms("be a member of").third).toBe("is a member of");
  });
});

test.each([
  "ceasefire ceasefires",
  "clash clashes",
  "treaty treaties",
  "talks talks",
  "crisis crises",
  "chairman chairmen",
  "spokeswoman spokeswomen",
  "German Germans",
  "congress congresses",
  "day days",
  "veto vetoes",
  "series series",
  "person people",
])("pluralOf: %s", (row) => {
  const [singular, plural] = row.split(" ");
  expect(pluralOf(singular!)).toBe(plural);
});

test("pluralOf inflects the head of a phrase", () => {
  expect(pluralOf("round of talks")).toBe("rounds of talks");
  expect(pluralOf("peace deal")).toBe("peace deals");
  expect(pluralOf("entry into force")).toBe("entries into force");
  expect(pluralOf("coup d'état")).toBe("coups d'état");
  expect(pluralOf("cessation of hostilities")).toBe("cessations of hostilities");
  expect(pluralOf("accusation against")).toBe("accusations against");
});

test("formsOf has all that may be met of a verb", () => {
  expect(formsOf("be at war").sort()).toEqual(
    ["am", "are", "be", "been", "being", "is", "was", "were"].map((form) => `${form} at war`),
  );
  expect(formsOf("travel")).toEqual(expect.arrayContaining(["travelled", "traveled", "traveling"]));
  expect(formsOf("annul")).not.toContain("annuled");
  expect(formsOf("broker")).toEqual(["broker", "brokers", "brokered", "brokering"]);
});

describe("lemmasOf", () => {
  test.each([
    ["brokered", "broker"],
    ["signing", "sign"],
    ["mediated", "mediate"],
    ["ratifies", "ratify"],
    ["dying", "die"],
    ["stopped", "stop"],
    ["travelled", "travel"],
    ["traveled", "travel"],
    ["canceling", "cancel"],
    ["panicking", "panic"],
    ["stricken", "strike"],
    ["were", "be"],
    ["lay", "lie"],
    ["making", "make"],
    ["attacked", "attack"],
  ])("%s comes from %s", (form, lemma) => {
    expect(lemmasOf(form)).toContain(lemma);
  });

  test("is the inverse of verbForms", () => {
    const regular = [
      "broker",
      "mediate",
      "host",
      "chair",
      "facilitate",
      "open",
      "launch",
      "carry",
      "tie",
      "echo",
      "patrol",
    ];
    for (const lemma of [...Object.keys(IRREGULAR_VERBS), ...regular]) {
      const { third, past, participle, gerund } = verbForms(lemma);
      for (const form of [third, past, participle, gerund]) {
        if (form !== lemma) expect(lemmasOf(form), form).toContain(lemma);
      }
    }
  });

  test("has nothing to say of a word without an ending", () => {
    expect(lemmasOf("truce")).toEqual([]);
  });
});
