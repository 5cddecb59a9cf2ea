import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOf, type KnownNumber } from "../../server/src/reading/numbers/compare.ts";
import { inWords } from "../../server/src/reading/numbers/number-words.ts";
import { quantitiesOf } from "../../server/src/reading/numbers/quantities.ts";
import type { Quantity } from "../../server/src/reading/numbers/quantity.ts";
import { corrected } from "../../server/src/reading/numbers/write-number.ts";
import { tokenize } from "../../server/src/text/tokens.ts";
import "../support/fast-check.ts";

const read = (text: string) => quantitiesOf(tokenize(text));

/** "about 1200000000 dollar": bound, value in the base unit, range, unit. */
function shown({ bound, value, high, unit }: Quantity): string {
  const amount = (one: number) => Number((one * unit.factor).toPrecision(12));
  const range = high === undefined ? amount(value) : `${amount(value)}..${amount(high)}`;
  return [bound === "exact" ? "" : bound, range, unit.base].filter((part) => part !== "").join(" ");
}

describe("quantities", () => {
  test.each<[text: string, quantities: string[]]>([
    ["They counted 157 votes.", ["157"]],
    ["It has twenty-eight members.", ["28"]],
    ["Two hundred and five men came.", ["205"]],
    ["It cost five thousand three hundred crowns.", ["5300"]],
    ["a hundred ships, a man and one of them", ["100"]],
    ["half a million people", ["500000"]],
    ["two and a half million pounds", ["2500000 pound"]],
    ["$1.2bn, £85m and €3 million", ["1200000000 dollar", "85000000 pound", "3000000 euro"]],
    ["US$5bn and EUR 85 million", ["5000000000 dollar", "85000000 euro"]],
    ["Rs 500 crore, or 12 lakh", ["5000000000 rupee", "1200000"]],
    ["85m people ran 100m", ["85000000", "100 metre"]],
    ["1,234,567 and 12,34,567 and 10 000", ["1234567", "1234567", "10000"]],
    ["3 × 10^6 cells and 2 x 10⁹ more", ["3000000", "2000000000"]],
    ["20 per cent, 30 percent, 40% and 5 percentage points", ["20 %", "30 %", "40 %", "5 point"]],
    ["minus 2.1 degrees, −3 degrees Celsius", ["-2.1 degree", "-3 degree-celsius"]],
    ["a three-decade war, a 28-member team", ["30 year", "28 member"]],
    ["about 40, some 50, nearly 60 and 70 or so", ["about 40", "about 50", "nearly 60", "about 70"]],
    ["more than 40, at least 50, no fewer than 60", ["moreThan 40", "atLeast 50", "atLeast 60"]],
    ["fewer than 40, up to 50, at most 60", ["lessThan 40", "atMost 50", "atMost 60"]],
    ["something over eight thousand", ["justOver 8000"]],
    ["30–40 boats, between 50 and 60, from 70 to 80", ["30..40", "50..60", "70", "80"]],
    ["€500–600 million", ["500000000..600000000 euro"]],
    ["dozens of boats", ["20..200"]],
    ["at 10:30, on page 12, No. 7, article 5, 3/4 and 1:5", []],
    ["five kilometres or three miles", ["5000 metre", "4828.032 metre"]],
  ])("of “%s”", (text, quantities) => {
    expect(read(text).map(shown)).toEqual(quantities);
  });

  test("stand where they say, whatever the text", () => {
    const words = fc.constantFrom(
      "at least",
      "1,234.5",
      "twenty",
      "-",
      "one",
      "hundred",
      "and",
      "half a",
      "million",
      "$",
      "85m",
      "per cent",
      ".",
      "to",
      "×",
      "10",
      "^",
      "⁶",
      "of",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        const text = parts.join(" ");
        for (const { numeral, scaled, from, to } of read(text)) {
          expect(from).toBeLessThan(to);
          expect(scaled.start).toBe(numeral.start);
          expect(text.slice(numeral.start, numeral.end)).toMatch(/^[\p{L}\p{N}]/u);
        }
      }),
    );
  });

  test("are read in a time that grows with the text", () => {
    const text = "1,000 and twenty-five hundred million per cent - ".repeat(3000);
    expect(read(text).length).toBeGreaterThan(3000);
  });
});

describe("a number and the known one", () => {
  const known = (low: number, bound: KnownNumber["bound"] = "exact", high = low): KnownNumber => ({
    low,
    high,
    bound,
  });
  test.each<[text: string, fact: KnownNumber, right: boolean]>([
    ["71", known(71.1), true],
    ["71.1", known(71.4), false],
    ["17.1", known(71.1), false],
    ["3,000", known(3012), true],
    ["5,000", known(5200, "about"), true],
    ["100", known(108), false],
    ["20", known(24), false],
    ["about 20", known(21), true],
    ["about 20", known(31), false],
    ["nearly 3", known(2.84), true],
    ["nearly 3", known(3.2), false],
    ["more than 3", known(2.84), false],
    ["more than 60", known(64), true],
    ["at least 64", known(64, "atLeast"), true],
    ["80", known(64, "atLeast"), true],
    ["46", known(64, "atLeast"), false],
    ["at least 46", known(64, "atLeast"), false],
    ["at most 46", known(64, "atLeast"), false],
    ["at most 70", known(64), true],
    ["50 to 60", known(55), true],
    ["50 to 60", known(62, "exact", 70), false],
    ["thousands", known(64), false],
    ["dozens", known(64), true],
  ])("“%s” for %o", (text, fact, right) => {
    expect(faultOf(read(text)[0]!, fact) === undefined).toBe(right);
  });
});

describe("the known number is written like the wrong one", () => {
  test.each<[text: string, known: number, bound: KnownNumber["bound"], fixed: string]>([
    ["They counted 157 votes.", 175, "exact", "They counted 175 votes."],
    ["It has twenty-eight members.", 38, "exact", "It has thirty-eight members."],
    ["Twelve came.", 21, "exact", "Twenty-one came."],
    ["It cost $1.4bn.", 1.24e9, "exact", "It cost $1.2bn."],
    ["It cost $1.4bn.", 240e6, "exact", "It cost $240,000,000."],
    ["fifty-eight million euros", 85e6, "exact", "eighty-five million euros"],
    ["something over eight thousand men", 5200, "about", "something over five thousand men"],
    ["nearly 8,000 men", 5800, "exact", "nearly 6,000 men"],
    ["a turnout of 63.4 per cent", 71, "exact", "a turnout of 71 per cent"],
    ["At most 46 people", 64, "atLeast", "At least 64 people"],
    ["more than three kilometres", 2.84, "exact", "nearly three kilometres"],
    ["a three-decade war", 2, "exact", "a two-decade war"],
    ["₹1,20,000", 340000, "exact", "₹3,40,000"],
  ])("“%s”", (text, value, bound, fixed) => {
    const [quantity] = read(text);
    const fact: KnownNumber = { low: value, high: value, bound };
    const { span, instead } = corrected(quantity!, fact, faultOf(quantity!, fact)!);
    expect(text.slice(0, span.start) + instead[0] + text.slice(span.end)).toBe(fixed);
  });

  test("in words, as they are read again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999 }), (value) => {
        expect(read(`${inWords(value)} men`)[0]?.value).toBe(value);
      }),
    );
  });
});
