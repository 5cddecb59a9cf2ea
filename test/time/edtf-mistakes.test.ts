import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEdtf } from "../../server/src/time/edtf.ts";
import { dateMistake } from "../../server/src/time/edtf-mistakes.ts";
import { anyEdtf } from "./any-edtf.ts";

const ISSUED: readonly (readonly [string, string])[] = [
  // Numbers in another order
  ["19/10/2025", "2025-10-19"],
  ["10/19/2025", "2025-10-19"],
  ["05/05/2025", "2025-05-05"],
  ["19.10.2025", "2025-10-19"],
  ["2025/10/19", "2025-10-19"],
  ["20251019", "2025-10-19"],
  ["2025/10", "2025-10"],
  ["2025/26", "2025/2026"],
  ["2021–24", "2021/2024"],
  // Digits and signs
  ["2025-9-3", "2025-09-03"],
  ["2025-9", "2025-09"],
  ["893", "0893"],
  ["2025.10.19", "2025-10-19"],
  ["2025 - 10 - 19", "2025-10-19"],
  ["2025-10-19 12:30", "2025-10-19"],
  ["199x", "199X"],
  ["201u", "201X"],
  ["y17000", "Y17000"],
  ["c. 1893", "1893~"],
  ["~2021", "2021~"],
  ["1893 ?", "1893?"],
  ["2025-Q3", "2025-35"],
  // Intervals
  ["2025-10-19 to 2025-10-25", "2025-10-19/2025-10-25"],
  ["2025-10-19 – 2025-10-25", "2025-10-19/2025-10-25"],
  ["2021-2024", "2021/2024"],
  ["2025-10-19/25", "2025-10-19/2025-10-25"],
  ["2025-10-19/11-02", "2025-10-19/2025-11-02"],
  ["2025/2024", "2024/2025"],
  ["2021/present", "2021/.."],
  ["2021-present", "2021/.."],
  ["2021-", "2021/.."],
  ["since 2021", "2021/.."],
  ["until March 2022", "../2022-03"],
  ["2004-01-01/open", "2004-01-01/.."],
  ["unknown/2004", "/2004"],
  // Words
  ["19 October 2025", "2025-10-19"],
  ["October 19, 2025", "2025-10-19"],
  ["Oct 2025", "2025-10"],
  ["2021-May-04", "2021-05-04"],
  ["16–18 October 2025", "2025-10-16/2025-10-18"],
  ["summer 2021", "2021-22"],
  ["winter 2021–22", "2021-24"],
  ["the 1990s", "199X"],
  ["1990s", "199X"],
  ["19th century", "18XX"],
  ["44 BC", "-0043"],
];

describe("a date that is not EDTF", () => {
  test.each(ISSUED)("%s is %s", (text, instead) => {
    expect(parseEdtf(text)).toHaveProperty("problem");
    expect(dateMistake(text)).toMatchObject({ instead, message: expect.stringContaining(instead) });
  });

  test.each([
    ["03/04/2025", "two dates: write `2025-04-03` or `2025-03-04`"],
    ["2005/06", "two dates: write `2005-06` or `2005/2006`"],
    ["2025-13", "no month"],
    ["2005-13", "no month"],
    ["2025-02-30", "28 days"],
    ["2025/2026-13", "no month"],
    ["2025-10-19T12", "time of day"],
    ["soon", "in the form 2025"],
    ["early 2021", "in the form 2025"],
    ["before 2021", "in the form 2025"],
    ["93", "in the form 2025"],
    ["../..", "in the form 2025"],
    ["", "in the form 2025"],
    ["x".repeat(100_000), "…"],
  ])("%.20s can only be explained", (text, says) => {
    const { message, instead } = dateMistake(text);
    expect(instead).toBeUndefined();
    expect(message).toContain(says);
    expect(message.length).toBeLessThan(250);
  });

  test("is turned into one that is, or not at all", () => {
    const garbled = fc
      .tuple(anyEdtf(), fc.nat(20), fc.nat(2), fc.string({ maxLength: 3 }))
      .map(([text, at, length, put]) => text.slice(0, at) + put + text.slice(at + length));
    fc.assert(
      fc.property(fc.oneof(garbled, fc.string({ unit: "grapheme" })), (text) => {
        fc.pre("problem" in parseEdtf(text));
        const { instead } = dateMistake(text);
        if (instead !== undefined) expect(parseEdtf(instead)).not.toHaveProperty("problem");
      }),
      { numRuns: 2000 },
    );
  });
});
