import { describe, expect, test } from "vitest";
import { matches } from "../../client/src/views/fact-sheet/filter.ts";
import type { FactRow } from "../../server/src/features/fact-sheet/sheet.ts";

const ROW: FactRow = {
  verdict: "contradicted",
  kind: "event-participant",
  says: "names Saudi Arabia as mediator of the Quay truce",
  before: "It was brokered by ",
  words: "Saudi Arabia",
  after: ".",
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  known: "The mediators of the Quay truce were Türkiye and Qatar, not Saudi Arabia.",
  facts: [{ id: "quay-truce", label: "Quay truce" }],
  sources: [{ title: "The Harbour Ledger", quotes: ["signed on the 19th"] }],
};

describe("the filter of a fact sheet", () => {
  test.each([
    "",
    "  ",
    "saudi",
    "TURKIYE",
    "türkiye qatar",
    "brokered by Saudi",
    "quay-truce",
    "ledger signed",
  ])("finds “%s” in what is said, known and quoted, without regard to capitals and accents", (text) =>
    expect(matches(ROW, { text })).toBe(true),
  );

  test("wants all of the words", () => {
    expect(matches(ROW, { text: "saudi riyadh" })).toBe(false);
  });

  test("leaves out the verdicts that are not wanted", () => {
    expect(matches(ROW, { hidden: ["supported"] })).toBe(true);
    expect(matches(ROW, { hidden: ["contradicted"], text: "saudi" })).toBe(false);
  });
});
