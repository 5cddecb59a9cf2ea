import { describe, expect, test } from "vitest";
import { citationKey, citationsIn, citationsOf } from "../../../server/src/features/knowledge/citations.ts";
import { slice } from "../../../server/src/text/span.ts";

const cited = (text: string) => citationsIn(text).map(({ id }) => id);

describe("citations in a draft", () => {
  test.each([
    ["So it was [@ledger].", ["ledger"]],
    ["So it was [@ledger, p. 4].", ["ledger"]],
    ["So it was [see @ledger; @log, pp. 3–5].", ["ledger", "log"]],
    ["As @ledger says, and -@log.", ["ledger", "log"]],
    ["As @{the.ledger.} says.", ["the.ledger."]],
    ["(@war-explainer:2025, p. 2)", ["war-explainer:2025"]],
    ["A sentence ends with @ledger.", ["ledger"]],
    ["Both [@ledger;@log]", ["ledger", "log"]],
    ["Write to ada@ledger.org or \\@ledger.", []],
    ["In `[@ledger]` and ``a ` @log``", []],
    ["```\n[@ledger]\n```\n[@log]", ["log"]],
    ["~~~\n[@ledger]", []],
    ["<!-- [@ledger] --> [@log]", ["log"]],
    ["A lone ` and [@log]\n\nand ` another", ["log"]],
  ])("%j", (text, ids) => {
    expect(cited(text)).toEqual(ids);
  });

  test("of one source are found by its whole id", () => {
    const text = "[@log; @log-book] and @{log} and @log.";
    expect(citationsOf(text, "log").map((span) => slice(text, span))).toEqual(["log", "{log}", "log"]);
    expect(citationsOf(text, "lo")).toEqual([]);
  });
});

test("a key stands in braces where it would end too early without", () => {
  expect(citationKey("war-explainer")).toBe("war-explainer");
  expect(citationKey("a--b")).toBe("{a--b}");
  expect(citationKey("ledger.")).toBe("{ledger.}");
});
